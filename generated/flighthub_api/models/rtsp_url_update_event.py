"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf, OrJsonText, String
from flighthub_runtime.events import Event
from flighthub_runtime.models import Member, Members, Preserved

if TYPE_CHECKING:
    from .rtsp_url_update_data import RtspUrlUpdateData
else:
    RtspUrlUpdateData = lazy_type("..models", "RtspUrlUpdateData", __package__)


@define(weakref_slot=False)
class RtspUrlUpdateEvent(Event):
    """The address of a stream forwarder has changed."""

    type: str | None = None
    """Kind of the event; its text is not certain."""

    data: RtspUrlUpdateData | None = None
    """What has happened; an object, or the same as JSON text."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __kind__ = "rtsp_url_update"
    __form__ = "event_api"
    __wire__: ClassVar[Members] = Members(
        Member("type", String()),
        Member("data", OrJsonText(ObjectOf("RtspUrlUpdateData", __package__))),
    )
