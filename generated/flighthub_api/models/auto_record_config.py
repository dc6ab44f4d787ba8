"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, DateTime, Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .recording_item import RecordingItem
else:
    RecordingItem = lazy_type("..models", "RecordingItem", __package__)


@define(weakref_slot=False)
class AutoRecordConfig(Model):
    """What a project records by itself, and for how long it is kept."""

    id: int
    """Id of these settings."""

    project_id: str
    """Id of the project."""

    created_at: datetime | None = None
    """When the settings were made, RFC 3339 text."""

    updated_at: datetime | None = None
    """When the settings were last changed, RFC 3339 text."""

    auto_cleaning_time: int | None = None
    """How long recordings are kept.

    Days are assumed. (in day) [inferred]
    """

    disabled_auto_clean: bool | None = None
    """Whether recordings are kept for good."""

    disable_dock_recording: bool | None = None
    """Whether docks are left out."""

    disable_drone_recording: bool | None = None
    """Whether aircraft are left out."""

    disable_base_station_recording: bool | None = None
    """Whether base stations are left out."""

    disable_rtmp_recording: bool | None = None
    """Whether RTMP streams are left out."""

    recording_items: builtins.list[RecordingItem] = field(factory=empty_list)
    """Cameras that are recorded; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("id", Integer(), required=True),
        Member("project_id", String(id=True), required=True),
        Member("created_at", DateTime()),
        Member("updated_at", DateTime()),
        Member("auto_cleaning_time", Integer()),
        Member("disabled_auto_clean", Boolean()),
        Member("disable_dock_recording", Boolean()),
        Member("disable_drone_recording", Boolean()),
        Member("disable_base_station_recording", Boolean()),
        Member("disable_rtmp_recording", Boolean()),
        Member("recording_items", ListOf(ObjectOf("RecordingItem", __package__)), nullable=True),
    )
