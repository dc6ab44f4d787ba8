"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class ControlChange(Model):
    """A change of control."""

    control_change_time: int | None = None
    """When control changed.

    (Unix milliseconds)
    """

    user_name: str | None = None
    """Name of who has it from then on."""

    user_id: str | None = None
    """FlightHub user id, digits as text."""

    control_type: str | None = None
    """Way of controlling.

    Further values are possible.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("control_change_time", Integer(time="ms")),
        Member("user_name", String()),
        Member("user_id", String(id=True)),
        Member("control_type", String()),
    )
