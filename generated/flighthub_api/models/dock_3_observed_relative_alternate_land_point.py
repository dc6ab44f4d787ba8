"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Dock3ObservedRelativeAlternateLandPoint(Model):
    """Alternate landing point, given in relation to the dock."""

    longitude: float | None = None
    """Longitude of the landing point."""

    latitude: float | None = None
    """Latitude of the landing point."""

    safe_land_height: float | None = None
    """Height to keep on the flight there."""

    status: int | None = None
    """A status number; no list of values is published."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("longitude", Number(), nullable=True),
        Member("latitude", Number(), nullable=True),
        Member("safe_land_height", Number(), nullable=True),
        Member("status", Integer(), nullable=True),
    )
