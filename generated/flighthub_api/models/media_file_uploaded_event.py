"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf, OrJsonText, String
from flighthub_runtime.events import Event
from flighthub_runtime.models import Member, Members, Preserved

if TYPE_CHECKING:
    from .media_file_uploaded_data import MediaFileUploadedData
else:
    MediaFileUploadedData = lazy_type("..models", "MediaFileUploadedData", __package__)


@define(weakref_slot=False)
class MediaFileUploadedEvent(Event):
    """A picture or video has reached FlightHub 2."""

    type: str | None = None
    """Kind of the event, media_file_uploaded."""

    data: MediaFileUploadedData | None = None
    """What has happened; an object, or the same as JSON text."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __kind__ = "media_file_uploaded"
    __form__ = "event_api"
    __wire__: ClassVar[Members] = Members(
        Member("type", String()),
        Member("data", OrJsonText(ObjectOf("MediaFileUploadedData", __package__))),
    )
