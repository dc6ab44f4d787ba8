"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import LiveStreamStatus, VideoQuality
else:
    LiveStreamStatus = lazy_type("..enums", "LiveStreamStatus", __package__)
    VideoQuality = lazy_type("..enums", "VideoQuality", __package__)


@define(weakref_slot=False)
class LiveStatusFiveLevelsItem(Model):
    """A live stream of a gateway that is running or was running lately, with its clarity in five levels."""

    video_id: str | None = None
    """Id of the stream, made of the device's serial number, the camera_index and the video_index with slashes between."""

    video_type: str | None = None
    """Lens that the stream shows.

    (normally at most 24 characters)
    """

    video_quality: VideoQuality | None = None
    """How clear the stream is."""

    status: LiveStreamStatus | None = None
    """Whether the stream is running."""

    error_status: int | None = None
    """Error number of at most six digits; 0 when nothing is wrong.

    (normally at most 6 characters)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("video_id", String(id=True), nullable=True),
        Member("video_type", String(), nullable=True),
        Member("video_quality", EnumOf("VideoQuality", __package__), nullable=True),
        Member("status", EnumOf("LiveStreamStatus", __package__), nullable=True),
        Member("error_status", Integer(), nullable=True),
    )
