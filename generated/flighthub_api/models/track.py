"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, Number, ObjectOf, String
from flighthub_runtime.models import Member, Members, Preserved, empty_list
from flighthub_runtime.tracks import Trajectory

if TYPE_CHECKING:
    from .track_point import TrackPoint
else:
    TrackPoint = lazy_type("..models", "TrackPoint", __package__)


@define(weakref_slot=False)
class Track(Trajectory):
    """Trajectory of one flight."""

    track_id: str | None = None
    """Id of the trajectory."""

    drone_sn: str | None = None
    """Serial number of the aircraft."""

    flight_distance: float | None = None
    """Distance flown; 0 while the aircraft is flying, as in the older API.

    (in m)
    """

    flight_duration: int | None = None
    """Time flown; 0 while the aircraft is flying, as in the older API.

    (in s)
    """

    points: builtins.list[TrackPoint] = field(factory=empty_list)
    """Positions in the order of time."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __exports__ = "flighthub._exports"
    __wire__: ClassVar[Members] = Members(
        Member("track_id", String(id=True)),
        Member("drone_sn", String(id=True)),
        Member("flight_distance", Number()),
        Member("flight_duration", Integer()),
        Member("points", ListOf(ObjectOf("TrackPoint", __package__)), nullable=True),
    )
