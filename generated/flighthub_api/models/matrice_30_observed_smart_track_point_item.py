"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Matrice30ObservedSmartTrackPointItem(Model):
    """A point of the subject that is being tracked."""

    track_target_mode: int | None = None
    """Certainty of the point: 1 normal, 2 uncertain, 3 predicted."""

    track_latitude: float | None = None
    """Latitude of the point."""

    track_longitude: float | None = None
    """Longitude of the point."""

    track_altitude: float | None = None
    """Altitude of the point."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("track_target_mode", Integer(), nullable=True),
        Member("track_latitude", Number(), nullable=True),
        Member("track_longitude", Number(), nullable=True),
        Member("track_altitude", Number(), nullable=True),
    )
