"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf, OrJsonText, String
from flighthub_runtime.events import Event
from flighthub_runtime.models import Member, Members, Preserved

if TYPE_CHECKING:
    from .sync_file_success_data import SyncFileSuccessData
else:
    SyncFileSuccessData = lazy_type("..models", "SyncFileSuccessData", __package__)


@define(weakref_slot=False)
class SyncFileSuccessEvent(Event):
    """A file was copied to the storage of a sync rule."""

    type: str | None = None
    """Kind of the event, sync_file_success; one source has file_sync_success."""

    data: SyncFileSuccessData | None = None
    """What has happened; an object, or the same as JSON text."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __kind__ = "sync_file_success"
    __form__ = "event_api"
    __wire__: ClassVar[Members] = Members(
        Member("type", String()),
        Member("data", OrJsonText(ObjectOf("SyncFileSuccessData", __package__))),
    )
