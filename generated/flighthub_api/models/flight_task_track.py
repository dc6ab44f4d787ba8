"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import FlightTaskStatus
    from .track import Track
else:
    FlightTaskStatus = lazy_type("..enums", "FlightTaskStatus", __package__)
    Track = lazy_type("..models", "Track", __package__)


@define(weakref_slot=False)
class FlightTaskTrack(Model):
    """A flight task and its trajectory."""

    name: str | None = None
    """Name of the task."""

    status: FlightTaskStatus | None = None
    """State of the task."""

    wayline_uuid: str | None = None
    """Route flown."""

    track: Track | None = None
    """The trajectory."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("name", String()),
        Member("status", EnumOf("FlightTaskStatus", __package__)),
        Member("wayline_uuid", String(id=True)),
        Member("track", ObjectOf("Track", __package__), nullable=True),
    )
