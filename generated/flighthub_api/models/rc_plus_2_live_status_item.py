"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import LiveStreamStatus, VideoQualityController
else:
    LiveStreamStatus = lazy_type("..enums", "LiveStreamStatus", __package__)
    VideoQualityController = lazy_type("..enums", "VideoQualityController", __package__)


@define(weakref_slot=False)
class RcPlus2LiveStatusItem(Model):
    """A live stream through the controller."""

    video_id: str | None = None
    """Id of the stream: serial number, camera index and video index joined by slashes."""

    video_type: str | None = None
    """Lens that the stream shows.

    (normally at most 24 characters)
    """

    video_quality: VideoQualityController | None = None
    """Picture quality of the stream."""

    status: LiveStreamStatus | None = None
    """Whether the stream is under way."""

    error_status: int | None = None
    """Error number of at most six digits; 0 when all is well.

    (normally at most 999999)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("video_id", String(id=True), nullable=True),
        Member("video_type", String(), nullable=True),
        Member("video_quality", EnumOf("VideoQualityController", __package__), nullable=True),
        Member("status", EnumOf("LiveStreamStatus", __package__), nullable=True),
        Member("error_status", Integer(), nullable=True),
    )
