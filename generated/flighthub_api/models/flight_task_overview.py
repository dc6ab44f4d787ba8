"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, DateTime, EnumOf, Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import FlightTaskStatusCode, FlightTaskTypeCode, MediaUploadStatus, ResumableStatus
    from .flight_task_exception import FlightTaskException
    from .flight_task_operation import FlightTaskOperation
else:
    FlightTaskStatusCode = lazy_type("..enums", "FlightTaskStatusCode", __package__)
    FlightTaskTypeCode = lazy_type("..enums", "FlightTaskTypeCode", __package__)
    MediaUploadStatus = lazy_type("..enums", "MediaUploadStatus", __package__)
    ResumableStatus = lazy_type("..enums", "ResumableStatus", __package__)
    FlightTaskException = lazy_type("..models", "FlightTaskException", __package__)
    FlightTaskOperation = lazy_type("..models", "FlightTaskOperation", __package__)


@define(weakref_slot=False)
class FlightTaskOverview(Model):
    """A flight task with its actual times and progress, in the newer edition.

    Real answers wrote kind and state as numbers, made-up ones as words; both are read.
    """

    uuid: str
    """Id of the task."""

    name: str | None = None
    """Name of the task."""

    task_type: FlightTaskTypeCode | None = None
    """Kind of schedule."""

    status: FlightTaskStatusCode | None = None
    """State of the task."""

    sn: str | None = None
    """Serial number of the dock."""

    landing_dock_sn: str | None = None
    """Dock to land at, when several take part; empty text or null when there is none."""

    begin_at: datetime | None = None
    """Planned start, RFC 3339 text."""

    end_at: datetime | None = None
    """Planned or actual end, RFC 3339 text."""

    run_at: datetime | None = None
    """Actual start, RFC 3339 text; empty text or null before it.

    (empty text reads as None)
    """

    completed_at: datetime | None = None
    """Actual end, RFC 3339 text; empty text or null before it.

    (empty text reads as None)
    """

    wayline_uuid: str | None = None
    """Route flown; may be empty text."""

    folder_id: int | None = None
    """Media folder of the flight, the task_folder_id of a model to be made; 0 while there is none.

    [inferred]
    """

    current_waypoint_index: int | None = None
    """Progress, presumably the index of the last completed waypoint, from 0.

    [inferred]
    """

    total_waypoints: int | None = None
    """Number of waypoints.

    [inferred]
    """

    media_upload_status: MediaUploadStatus | None = None
    """How far the upload of the media is."""

    resumable_status: ResumableStatus | None = None
    """How an interrupted route is taken up again; empty text when it cannot be."""

    is_break_point_resume: bool | None = None
    """Whether this flight takes up an interrupted one."""

    operations: builtins.list[FlightTaskOperation] = field(factory=empty_list)
    """What people did with the task; null when nothing.

    One client expects an object instead of an array. [inferred]
    """

    exceptions: builtins.list[FlightTaskException] = field(factory=empty_list)
    """Problems during the task; null when none.

    One client expects an object instead of an array. [inferred]
    """

    belong_to_sn: str | None = None
    """Serial number of the dock in whose list the row stands."""

    flight_type: str | None = None
    """A number as text, without a published meaning."""

    flight_status: str | None = None
    """A number as text for how far the flight is, without a published meaning."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("uuid", String(id=True), required=True),
        Member("name", String()),
        Member("task_type", EnumOf("FlightTaskTypeCode", __package__)),
        Member("status", EnumOf("FlightTaskStatusCode", __package__)),
        Member("sn", String(id=True)),
        Member("landing_dock_sn", String(id=True), nullable=True),
        Member("begin_at", DateTime()),
        Member("end_at", DateTime()),
        Member("run_at", DateTime(may_be_empty=True), nullable=True),
        Member("completed_at", DateTime(may_be_empty=True), nullable=True),
        Member("wayline_uuid", String(id=True)),
        Member("folder_id", Integer()),
        Member("current_waypoint_index", Integer()),
        Member("total_waypoints", Integer()),
        Member("media_upload_status", EnumOf("MediaUploadStatus", __package__)),
        Member("resumable_status", EnumOf("ResumableStatus", __package__)),
        Member("is_break_point_resume", Boolean()),
        Member("operations", ListOf(ObjectOf("FlightTaskOperation", __package__)), nullable=True),
        Member("exceptions", ListOf(ObjectOf("FlightTaskException", __package__)), nullable=True),
        Member("belong_to_sn", String(id=True)),
        Member("flight_type", String()),
        Member("flight_status", String()),
    )
