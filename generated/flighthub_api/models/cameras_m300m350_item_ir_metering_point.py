"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class CamerasM300M350ItemIrMeteringPoint(Model):
    """A point where the thermal lens measures temperature."""

    x: float | None = None
    """Distance of the point from the left of the picture, as a fraction.

    (normally at least 0, at most 1)
    """

    y: float | None = None
    """Distance of the point from the top of the picture, as a fraction.

    (normally at least 0, at most 1)
    """

    temperature: float | None = None
    """Temperature at the point.

    (in degC)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("x", Number(), nullable=True),
        Member("y", Number(), nullable=True),
        Member("temperature", Number(), nullable=True),
    )
