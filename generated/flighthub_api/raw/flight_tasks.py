"""As `groups.flight_tasks`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from ..groups.flight_tasks import CREATE, GET, GET_TRACK, LIST, LIST_MEDIA, UPDATE_STATUS
from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import mask_argument

if TYPE_CHECKING:
    from ..enums import (
        FlightTaskStatus,
        FlightTaskStatusUpdate,
        FlightTaskType,
        OutOfControlAction,
        RepeatType,
        ResumableStatus,
        RthMode,
        WaylinePrecisionType,
    )
    from ..models import (
        FlightTask,
        FlightTaskCreated,
        FlightTaskSummary,
        FlightTaskTrack,
        MediaFile,
        TaskRepeatOptionAbsoluteMonthly,
        TaskRepeatOptionDaily,
        TaskRepeatOptionRelativeMonthly,
        TaskRepeatOptionWeekly,
    )
else:
    FlightTaskStatus = lazy_type("..enums", "FlightTaskStatus", __package__)
    FlightTaskStatusUpdate = lazy_type("..enums", "FlightTaskStatusUpdate", __package__)
    FlightTaskType = lazy_type("..enums", "FlightTaskType", __package__)
    OutOfControlAction = lazy_type("..enums", "OutOfControlAction", __package__)
    RepeatType = lazy_type("..enums", "RepeatType", __package__)
    ResumableStatus = lazy_type("..enums", "ResumableStatus", __package__)
    RthMode = lazy_type("..enums", "RthMode", __package__)
    WaylinePrecisionType = lazy_type("..enums", "WaylinePrecisionType", __package__)
    FlightTask = lazy_type("..models", "FlightTask", __package__)
    FlightTaskCreated = lazy_type("..models", "FlightTaskCreated", __package__)
    FlightTaskSummary = lazy_type("..models", "FlightTaskSummary", __package__)
    FlightTaskTrack = lazy_type("..models", "FlightTaskTrack", __package__)
    MediaFile = lazy_type("..models", "MediaFile", __package__)
    TaskRepeatOptionAbsoluteMonthly = lazy_type("..models", "TaskRepeatOptionAbsoluteMonthly", __package__)
    TaskRepeatOptionDaily = lazy_type("..models", "TaskRepeatOptionDaily", __package__)
    TaskRepeatOptionRelativeMonthly = lazy_type("..models", "TaskRepeatOptionRelativeMonthly", __package__)
    TaskRepeatOptionWeekly = lazy_type("..models", "TaskRepeatOptionWeekly", __package__)


class RawFlightTasks(RawGroup):
    """Flight tasks: planning, state, media and trajectory."""

    def create(
        self,
        *,
        name: str,
        sn: str,
        wayline_uuid: str | UUID,
        time_zone: str,
        rth_altitude: int,
        rth_mode: RthMode | Literal["optimal", "preset"],
        wayline_precision_type: WaylinePrecisionType | Literal["gps", "rtk", "gnss"],
        out_of_control_action_in_flight: OutOfControlAction | Literal["return_home", "continue_task"],
        resumable_status: ResumableStatus | Literal["auto", "manual"],
        task_type: FlightTaskType | Literal["immediate", "timed", "recurring", "continuous"],
        repeat_type: RepeatType
        | Literal["nonrepeating", "daily", "weekly", "absolute_monthly", "relative_monthly"]
        | None = None,
        repeat_option: TaskRepeatOptionAbsoluteMonthly
        | TaskRepeatOptionDaily
        | TaskRepeatOptionRelativeMonthly
        | TaskRepeatOptionWeekly
        | Mapping[str, Any]
        | None = None,
        begin_at: int | datetime | None = None,
        latest_begin_at: int | datetime | None = None,
        end_at: int | datetime | None = None,
        recurring_task_start_time_list: Sequence[int | datetime] | None = None,
        continuous_task_periods: Sequence[Sequence[int | datetime]] | None = None,
        min_battery_capacity: int | None = None,
        landing_dock_sn: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[FlightTaskCreated]:
        """Create a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            CREATE,
            {
                "name": name,
                "sn": sn,
                "wayline_uuid": wayline_uuid,
                "time_zone": time_zone,
                "rth_altitude": rth_altitude,
                "rth_mode": rth_mode,
                "wayline_precision_type": wayline_precision_type,
                "out_of_control_action_in_flight": out_of_control_action_in_flight,
                "resumable_status": resumable_status,
                "task_type": task_type,
                "repeat_type": repeat_type,
                "repeat_option": repeat_option,
                "begin_at": begin_at,
                "latest_begin_at": latest_begin_at,
                "end_at": end_at,
                "recurring_task_start_time_list": recurring_task_start_time_list,
                "continuous_task_periods": continuous_task_periods,
                "min_battery_capacity": min_battery_capacity,
                "landing_dock_sn": landing_dock_sn,
            },
            request_options,
        )

    def list(
        self,
        *,
        sn: str,
        begin_at: int | datetime,
        end_at: int | datetime,
        name: str | None = None,
        task_type: FlightTaskType | Literal["immediate", "timed", "recurring", "continuous"] | None = None,
        status: Sequence[
            FlightTaskStatus
            | Literal[
                "waiting",
                "starting_failure",
                "executing",
                "paused",
                "terminated",
                "success",
                "suspended",
                "timeout",
                "partially_done",
                "preparing",
                "queue_for_takeoff",
            ]
        ]
        | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[FlightTaskSummary]]:
        """List the flight tasks of a dock in a window of time, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST,
            {
                "sn": sn,
                "begin_at": begin_at,
                "end_at": end_at,
                "name": name,
                "task_type": task_type,
                "status": status,
            },
            request_options,
        )

    def get(
        self,
        task_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[FlightTask]:
        """Fetch a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            GET,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )

    def list_media(
        self,
        task_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[MediaFile]]:
        """List the media files of a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST_MEDIA,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )

    def update_status(
        self,
        task_uuid: str | UUID,
        *,
        status: FlightTaskStatusUpdate | Literal["suspended", "restored"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Suspend a scheduled flight task, or release it, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            UPDATE_STATUS,
            {
                "task_uuid": task_uuid,
                "status": status,
            },
            request_options,
        )

    def get_track(
        self,
        task_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[FlightTaskTrack]:
        """Fetch the trajectory of a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            GET_TRACK,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )


class AsyncRawFlightTasks(AsyncRawGroup):
    """Flight tasks: planning, state, media and trajectory."""

    async def create(
        self,
        *,
        name: str,
        sn: str,
        wayline_uuid: str | UUID,
        time_zone: str,
        rth_altitude: int,
        rth_mode: RthMode | Literal["optimal", "preset"],
        wayline_precision_type: WaylinePrecisionType | Literal["gps", "rtk", "gnss"],
        out_of_control_action_in_flight: OutOfControlAction | Literal["return_home", "continue_task"],
        resumable_status: ResumableStatus | Literal["auto", "manual"],
        task_type: FlightTaskType | Literal["immediate", "timed", "recurring", "continuous"],
        repeat_type: RepeatType
        | Literal["nonrepeating", "daily", "weekly", "absolute_monthly", "relative_monthly"]
        | None = None,
        repeat_option: TaskRepeatOptionAbsoluteMonthly
        | TaskRepeatOptionDaily
        | TaskRepeatOptionRelativeMonthly
        | TaskRepeatOptionWeekly
        | Mapping[str, Any]
        | None = None,
        begin_at: int | datetime | None = None,
        latest_begin_at: int | datetime | None = None,
        end_at: int | datetime | None = None,
        recurring_task_start_time_list: Sequence[int | datetime] | None = None,
        continuous_task_periods: Sequence[Sequence[int | datetime]] | None = None,
        min_battery_capacity: int | None = None,
        landing_dock_sn: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[FlightTaskCreated]:
        """Create a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            CREATE,
            {
                "name": name,
                "sn": sn,
                "wayline_uuid": wayline_uuid,
                "time_zone": time_zone,
                "rth_altitude": rth_altitude,
                "rth_mode": rth_mode,
                "wayline_precision_type": wayline_precision_type,
                "out_of_control_action_in_flight": out_of_control_action_in_flight,
                "resumable_status": resumable_status,
                "task_type": task_type,
                "repeat_type": repeat_type,
                "repeat_option": repeat_option,
                "begin_at": begin_at,
                "latest_begin_at": latest_begin_at,
                "end_at": end_at,
                "recurring_task_start_time_list": recurring_task_start_time_list,
                "continuous_task_periods": continuous_task_periods,
                "min_battery_capacity": min_battery_capacity,
                "landing_dock_sn": landing_dock_sn,
            },
            request_options,
        )

    async def list(
        self,
        *,
        sn: str,
        begin_at: int | datetime,
        end_at: int | datetime,
        name: str | None = None,
        task_type: FlightTaskType | Literal["immediate", "timed", "recurring", "continuous"] | None = None,
        status: Sequence[
            FlightTaskStatus
            | Literal[
                "waiting",
                "starting_failure",
                "executing",
                "paused",
                "terminated",
                "success",
                "suspended",
                "timeout",
                "partially_done",
                "preparing",
                "queue_for_takeoff",
            ]
        ]
        | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[FlightTaskSummary]]:
        """List the flight tasks of a dock in a window of time, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST,
            {
                "sn": sn,
                "begin_at": begin_at,
                "end_at": end_at,
                "name": name,
                "task_type": task_type,
                "status": status,
            },
            request_options,
        )

    async def get(
        self,
        task_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[FlightTask]:
        """Fetch a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            GET,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )

    async def list_media(
        self,
        task_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[MediaFile]]:
        """List the media files of a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST_MEDIA,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )

    async def update_status(
        self,
        task_uuid: str | UUID,
        *,
        status: FlightTaskStatusUpdate | Literal["suspended", "restored"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Suspend a scheduled flight task, or release it, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            UPDATE_STATUS,
            {
                "task_uuid": task_uuid,
                "status": status,
            },
            request_options,
        )

    async def get_track(
        self,
        task_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[FlightTaskTrack]:
        """Fetch the trajectory of a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            GET_TRACK,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )
