"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import DateTime, EnumOf, Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import (
        DayOfWeek,
        FlightTaskStatus,
        FlightTaskType,
        OutOfControlAction,
        RepeatType,
        ResumableStatus,
        RthMode,
    )
    from .folder_info import FolderInfo
else:
    DayOfWeek = lazy_type("..enums", "DayOfWeek", __package__)
    FlightTaskStatus = lazy_type("..enums", "FlightTaskStatus", __package__)
    FlightTaskType = lazy_type("..enums", "FlightTaskType", __package__)
    OutOfControlAction = lazy_type("..enums", "OutOfControlAction", __package__)
    RepeatType = lazy_type("..enums", "RepeatType", __package__)
    ResumableStatus = lazy_type("..enums", "ResumableStatus", __package__)
    RthMode = lazy_type("..enums", "RthMode", __package__)
    FolderInfo = lazy_type("..models", "FolderInfo", __package__)


@define(weakref_slot=False)
class FlightTask(Model):
    """A flight task as planned, and its state."""

    uuid: str
    """Id of the task."""

    name: str | None = None
    """Name of the task."""

    task_type: FlightTaskType | None = None
    """Kind of schedule."""

    status: FlightTaskStatus | None = None
    """State of the task."""

    sn: str | None = None
    """Serial number of the dock."""

    wayline_uuid: str | None = None
    """Route of the task."""

    begin_at: datetime | None = None
    """Planned start, RFC 3339 text."""

    end_at: datetime | None = None
    """Planned end of the task's validity, RFC 3339 text."""

    out_of_control_action_in_flight: OutOfControlAction | None = None
    """What the aircraft does when it loses the control link, as planned."""

    rth_altitude: int | None = None
    """Altitude of the return to home, above the take-off point.

    (in m)
    """

    rth_mode: RthMode | None = None
    """Who decides on the altitude of the return."""

    resumable_status: ResumableStatus | None = None
    """How an interrupted route is taken up again."""

    folder_info: FolderInfo | None = None
    """Media folder of the flight and its upload."""

    repeat_type: RepeatType | None = None
    """Kind of recurrence."""

    interval: int | None = None
    """Step of the recurrence in days, weeks or months, nested in repeat_option when creating."""

    days_of_week: builtins.list[DayOfWeek] = field(factory=empty_list)
    """Weekdays of the recurrence, 0 is Sunday; null when it has none."""

    days_of_month: builtins.list[int] = field(factory=empty_list)
    """Days of the month of the recurrence, 1 to 31; null when it has none."""

    week_of_month: int | None = None
    """Week of the month of the recurrence, 1 to 4; 0 when it has none."""

    recurring_task_start_time_list: builtins.list[int] = field(factory=empty_list)
    """Starts on one day of a recurring task; Unix seconds, unlike the other times here."""

    continuous_task_periods: builtins.list[builtins.list[int]] = field(factory=empty_list)
    """Periods of one day of a continuous task, as pairs of start and end in Unix seconds."""

    min_battery_capacity: int | None = None
    """Charge at which the next flight may start; 0 when none was given.

    (in percent)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("uuid", String(id=True), required=True),
        Member("name", String()),
        Member("task_type", EnumOf("FlightTaskType", __package__)),
        Member("status", EnumOf("FlightTaskStatus", __package__)),
        Member("sn", String(id=True)),
        Member("wayline_uuid", String(id=True)),
        Member("begin_at", DateTime()),
        Member("end_at", DateTime()),
        Member("out_of_control_action_in_flight", EnumOf("OutOfControlAction", __package__)),
        Member("rth_altitude", Integer()),
        Member("rth_mode", EnumOf("RthMode", __package__)),
        Member("resumable_status", EnumOf("ResumableStatus", __package__)),
        Member("folder_info", ObjectOf("FolderInfo", __package__), nullable=True),
        Member("repeat_type", EnumOf("RepeatType", __package__)),
        Member("interval", Integer()),
        Member("days_of_week", ListOf(EnumOf("DayOfWeek", __package__)), nullable=True),
        Member("days_of_month", ListOf(Integer()), nullable=True),
        Member("week_of_month", Integer()),
        Member("recurring_task_start_time_list", ListOf(Integer(time="s")), nullable=True),
        Member("continuous_task_periods", ListOf(ListOf(Integer(time="s"))), nullable=True),
        Member("min_battery_capacity", Integer()),
    )
