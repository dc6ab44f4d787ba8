"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Dock3SelfConvergeCoordinate(Model):
    """Position that the dock worked out by itself; all members are 0 until then."""

    latitude: float | None = None
    """Latitude that was found.

    (in degrees; normally at least -90, at most 90, in steps of 0.01)
    """

    longitude: float | None = None
    """Longitude that was found.

    (in degrees; normally at least -180, at most 180, in steps of 0.01)
    """

    height: float | None = None
    """Height above the ellipsoid that was found.

    (in m)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("latitude", Number(), nullable=True),
        Member("longitude", Number(), nullable=True),
        Member("height", Number(), nullable=True),
    )
