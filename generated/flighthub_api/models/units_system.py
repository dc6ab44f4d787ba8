"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class UnitsSystem(Model):
    """Units in which quantities are shown to people.

    The API itself always uses the units of its documentation.
    """

    measure_units_system: str | None = None
    """System for lengths and speeds."""

    temperature_units_system: str | None = None
    """Scale of temperatures."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("measure_units_system", String()),
        Member("temperature_units_system", String()),
    )
