"""Flight tasks: planning, state, media and trajectory.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ListOf, ObjectOf, Selected, String, TimeZone
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..operations.flight_tasks import OPERATIONS

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
        DefaultFlightTaskName,
        DispatchCheck,
        FlightTask,
        FlightTaskCreated,
        FlightTaskDetail,
        FlightTaskOperations,
        FlightTaskOverview,
        FlightTaskSummary,
        FlightTaskTrack,
        MediaFile,
        ResumedFlightTask,
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
    DefaultFlightTaskName = lazy_type("..models", "DefaultFlightTaskName", __package__)
    DispatchCheck = lazy_type("..models", "DispatchCheck", __package__)
    FlightTask = lazy_type("..models", "FlightTask", __package__)
    FlightTaskCreated = lazy_type("..models", "FlightTaskCreated", __package__)
    FlightTaskDetail = lazy_type("..models", "FlightTaskDetail", __package__)
    FlightTaskOperations = lazy_type("..models", "FlightTaskOperations", __package__)
    FlightTaskOverview = lazy_type("..models", "FlightTaskOverview", __package__)
    FlightTaskSummary = lazy_type("..models", "FlightTaskSummary", __package__)
    FlightTaskTrack = lazy_type("..models", "FlightTaskTrack", __package__)
    MediaFile = lazy_type("..models", "MediaFile", __package__)
    ResumedFlightTask = lazy_type("..models", "ResumedFlightTask", __package__)
    TaskRepeatOptionAbsoluteMonthly = lazy_type("..models", "TaskRepeatOptionAbsoluteMonthly", __package__)
    TaskRepeatOptionDaily = lazy_type("..models", "TaskRepeatOptionDaily", __package__)
    TaskRepeatOptionRelativeMonthly = lazy_type("..models", "TaskRepeatOptionRelativeMonthly", __package__)
    TaskRepeatOptionWeekly = lazy_type("..models", "TaskRepeatOptionWeekly", __package__)

CREATE: Call[FlightTaskCreated] = Call(
    OPERATIONS["createFlightTask"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("name", String(), required=True),
        Member("sn", String(id=True), required=True),
        Member("wayline_uuid", String(id=True), required=True),
        Member("time_zone", TimeZone(), required=True),
        Member("rth_altitude", Integer(Limits(minimum=15, maximum=1500)), required=True),
        Member("rth_mode", EnumOf("RthMode", __package__), required=True),
        Member("wayline_precision_type", EnumOf("WaylinePrecisionType", __package__), required=True),
        Member("out_of_control_action_in_flight", EnumOf("OutOfControlAction", __package__), required=True),
        Member("resumable_status", EnumOf("ResumableStatus", __package__), required=True),
        Member("task_type", EnumOf("FlightTaskType", __package__), required=True),
        Member("repeat_type", EnumOf("RepeatType", __package__), required_when={"task_type": ("recurring",)}),
        Member(
            "repeat_option",
            Selected(
                "repeat_type",
                {
                    "absolute_monthly": ObjectOf("TaskRepeatOptionAbsoluteMonthly", __package__),
                    "daily": ObjectOf("TaskRepeatOptionDaily", __package__),
                    "relative_monthly": ObjectOf("TaskRepeatOptionRelativeMonthly", __package__),
                    "weekly": ObjectOf("TaskRepeatOptionWeekly", __package__),
                },
            ),
            required_when={"repeat_type": ("daily", "weekly", "absolute_monthly", "relative_monthly")},
        ),
        Member(
            "begin_at",
            Integer(time="s"),
            required_when={"task_type": ("timed", "recurring", "continuous")},
            only_when={"task_type": ("timed", "recurring", "continuous")},
        ),
        Member("latest_begin_at", Integer(time="s"), inferred=True, only_when={"task_type": ("timed",)}),
        Member(
            "end_at",
            Integer(time="s"),
            required_when={"task_type": ("recurring", "continuous")},
            only_when={"task_type": ("timed", "recurring", "continuous")},
        ),
        Member(
            "recurring_task_start_time_list",
            ListOf(Integer(time="s"), inferred=Limits(max_items=48)),
            required_when={"task_type": ("recurring",)},
            only_when={"task_type": ("recurring",)},
        ),
        Member(
            "continuous_task_periods",
            ListOf(ListOf(Integer(time="s"), Limits(min_items=2, max_items=2)), inferred=Limits(max_items=48)),
            required_when={"task_type": ("continuous",)},
            only_when={"task_type": ("continuous",)},
        ),
        Member("min_battery_capacity", Integer(inferred=Limits(minimum=50, maximum=100))),
        Member("landing_dock_sn", String(id=True)),
    ),
    answer=ObjectOf("FlightTaskCreated", __package__),
)
LIST: Call[Records[FlightTaskSummary]] = Call(
    OPERATIONS["listFlightTasks"],
    path=Members(),
    query=Members(
        Member("sn", String(id=True), required=True),
        Member("begin_at", Integer(time="s"), required=True),
        Member("end_at", Integer(time="s"), required=True),
        Member("name", String()),
        Member("task_type", EnumOf("FlightTaskType", __package__)),
        Member("status", ListOf(EnumOf("FlightTaskStatus", __package__))),
    ),
    answer=ObjectOf("FlightTaskList", __package__),
)
GET: Call[FlightTask] = Call(
    OPERATIONS["getFlightTask"],
    path=Members(
        Member("task_uuid", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("FlightTask", __package__),
)
LIST_MEDIA: Call[Records[MediaFile]] = Call(
    OPERATIONS["listFlightTaskMedia"],
    path=Members(
        Member("task_uuid", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("MediaFileList", __package__),
)
UPDATE_STATUS: Call[None] = Call(
    OPERATIONS["updateFlightTaskStatus"],
    path=Members(
        Member("task_uuid", String(id=True), required=True),
    ),
    query=Members(),
    body=Members(
        Member("status", EnumOf("FlightTaskStatusUpdate", __package__), required=True),
    ),
)
GET_TRACK: Call[FlightTaskTrack] = Call(
    OPERATIONS["getFlightTaskTrack"],
    path=Members(
        Member("task_uuid", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("FlightTaskTrack", __package__),
)
GET_DETAIL: Call[FlightTaskDetail] = Call(
    OPERATIONS["getFlightTaskDetail"],
    path=Members(),
    query=Members(
        Member("workspace_id", String(id=True)),
        Member("task_uuid", String(id=True), required=True),
    ),
    answer=ObjectOf("FlightTaskDetail", __package__),
    filled={"workspace_id": "project"},
)
GET_OPERATIONS: Call[FlightTaskOperations] = Call(
    OPERATIONS["getFlightTaskOperations"],
    path=Members(),
    query=Members(
        Member("task_uuid", String(id=True), required=True),
    ),
    answer=ObjectOf("FlightTaskOperations", __package__),
)
GET_MANY: Call[Records[FlightTaskOverview]] = Call(
    OPERATIONS["batchGetFlightTasks"],
    path=Members(
        Member("workspace_id", String(id=True)),
    ),
    query=Members(
        Member(
            "task_uuids",
            ListOf(String(), Limits(min_items=1), inferred=Limits(max_items=100)),
            required=True,
            repeated=True,
        ),
    ),
    answer=ObjectOf("FlightTaskOverviewList", __package__),
    filled={"workspace_id": "project"},
)
SUGGEST_NAME: Call[DefaultFlightTaskName] = Call(
    OPERATIONS["getDefaultFlightTaskName"],
    path=Members(
        Member("workspace_id", String(id=True)),
    ),
    query=Members(
        Member("name", String(), required=True),
    ),
    answer=ObjectOf("DefaultFlightTaskName", __package__),
    filled={"workspace_id": "project"},
)
CHECK_DISPATCH: Call[DispatchCheck] = Call(
    OPERATIONS["checkFlightTaskDispatch"],
    path=Members(
        Member("workspace_id", String(id=True)),
    ),
    query=Members(
        Member("sn", String(id=True), required=True),
        Member("wayline_uuid", String(id=True), required=True),
    ),
    answer=ObjectOf("DispatchCheck", __package__),
    filled={"workspace_id": "project"},
)
LIST_RECENT: Call[Records[FlightTaskOverview]] = Call(
    OPERATIONS["listRecentFlightTasks"],
    path=Members(
        Member("workspace_id", String(id=True)),
    ),
    query=Members(
        Member(
            "sn[]",
            ListOf(String(), Limits(min_items=1), inferred=Limits(max_items=100)),
            attribute="sn",
            required=True,
            repeated=True,
        ),
    ),
    answer=ObjectOf("FlightTaskOverviewList", __package__),
    filled={"workspace_id": "project"},
)
RESUME: Call[ResumedFlightTask] = Call(
    OPERATIONS["resumeFlightTask"],
    path=Members(
        Member("workspace_id", String(id=True)),
    ),
    query=Members(),
    body=Members(
        Member("task_uuid", String(id=True), required=True),
    ),
    answer=ObjectOf("FlightTaskResumption", __package__),
    filled={"workspace_id": "project"},
)


class FlightTasks(Group):
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
    ) -> FlightTaskCreated:
        """Create a flight task.

        An immediate task means take-off now: an aircraft that is switched off in its dock starts by itself, in the air
        after some 20 seconds. Success only says that the task is scheduled, so watch it afterwards. The route must fit
        the dock's aircraft and have a length, or 219019 or 219020 follows; the task cannot be deleted, only suspended.

        Args:
            name: Name of the task. One of its own helps to find the task again after a lost answer.
            sn: Serial number of the dock that flies the task, not of the aircraft.
            wayline_uuid: Route to fly, by the id of the list of routes or the uuid of a finished upload.
            time_zone: IANA name of the time zone in which a recurrence falls on days.
            rth_altitude: Altitude of the return to home, above the take-off point. The limits are from an older
                edition. With a value above the project's ceiling there is no flight, and the error does not mention the
                altitude. (in m; at least 15; at most 1500)
            rth_mode: Who decides on the altitude of the return.
            wayline_precision_type: Positioning that the aircraft needs before it starts the route.
            out_of_control_action_in_flight: What the aircraft does when it loses the control link on the route.
            resumable_status: How an interrupted route is taken up again.
            task_type: Kind of schedule; it decides which of the times below are sent.
            repeat_type: Kind of recurrence. A recurring task needs one other than nonrepeating; a continuous one may
                have it. Required when task_type is recurring.
            repeat_option: Rule of the recurrence, in the shape that repeat_type asks for; left out or null when
                nonrepeating. Required when repeat_type is daily or weekly or absolute_monthly or relative_monthly.
            begin_at: When a timed task is flown, or when a recurring or continuous one becomes valid. Left out for
                immediate; a time in the past is refused. (Unix seconds) Required when task_type is timed or recurring
                or continuous. Goes with task_type timed or recurring or continuous only.
            latest_begin_at: Latest start of a timed task, which may begin at any time from begin_at on. Without it the
                task starts at begin_at or not at all. (Unix seconds) Goes with task_type timed only. [inferred]
            end_at: Until when the task is valid. Needed for recurring and continuous, optional for timed. (Unix
                seconds) Required when task_type is recurring or continuous. Goes with task_type timed or recurring or
                continuous only.
            recurring_task_start_time_list: Starts on one day of a recurring task. Each is a whole point in time on the
                date of begin_at, not a time of day. Required when task_type is recurring. Goes with task_type recurring
                only. Inferred, so only a warning: at most 48 items.
            continuous_task_periods: Periods of one day in which a continuous task is flown again and again, as pairs of
                start and end. Both are whole points in time on the date of begin_at. Required when task_type is
                continuous. Goes with task_type continuous only. Inferred, so only a warning: at most 48 items.
            min_battery_capacity: Charge at which the next flight of a continuous task may start. Other tasks need none.
                (in percent) Inferred, so only a warning: at least 50; at most 100.
            landing_dock_sn: Serial number of the dock to land at, when it is not the one of the take-off.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTaskCreated: The task is scheduled.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. An aircraft may already be
                starting: call fh.flight_tasks.list(sn=…, begin_at=…, end_at=…) with a window around the planned start
                and look for the name. Create the task again only when it is not there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Create Flight Task" (documentation index, 2026-05-08; documented). Effect: dangerous. Repeating:
        never.

        Example:
            >>> answer = fh.flight_tasks.create(
            ...     name="Perimeter round",
            ...     sn="7CTDEXAMPLE0001",
            ...     wayline_uuid="f2d4c6b8-90ab-4cde-8f01-23456789abcd",
            ...     time_zone="Europe/Ljubljana",
            ...     rth_altitude=100,
            ...     rth_mode="optimal",
            ...     wayline_precision_type="rtk",
            ...     out_of_control_action_in_flight="return_home",
            ...     resumable_status="manual",
            ...     task_type="immediate",
            ...     repeat_type="nonrepeating",
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> Records[FlightTaskSummary]:
        """List the flight tasks of a dock in a window of time.

        One dock per call, without paging; no longest window is documented. Only here are the actual start and end and
        the progress of a task. The window is asked for in Unix seconds, the times in the answer are RFC 3339 text.

        Args:
            sn: Serial number of the dock. One client asks with the aircraft's as well.
            begin_at: Start of the window. A missing or millisecond value brought an empty list, not an error, in the
                newer edition. (Unix seconds)
            end_at: End of the window, under the same conditions as its start. (Unix seconds)
            name: Only tasks of this name.
            task_type: Only tasks of this kind of schedule.
            status: Only tasks in one of these states, joined by commas.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[FlightTaskSummary]: The tasks in the window.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain flight task list" (documentation index, 2026-05-08; documented). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = fh.flight_tasks.list(sn="7CTDEXAMPLE0001", begin_at=1772409600, end_at=1772496000)
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> FlightTask:
        """Fetch a flight task.

        The call to poll for the state, as nothing is pushed. It holds planned times only; the actual start and end and
        the progress are in the list. The members of the recurrence lie flat here, while a request nests them.

        Args:
            task_uuid: Id of the task.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTask: The task as planned, and its state.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain Flight task information" (documentation index, 2026-05-08; documented). Effect: read.
        Repeating: safe.

        Example:
            >>> answer = fh.flight_tasks.get("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> Records[MediaFile]:
        """List the media files of a flight task.

        At most the first 10000 files, without paging; a file appears when the dock has uploaded it, minutes after
        landing. Folders appear as rows of type unsupported with size 0 and an empty suffix: skip them. Nothing there
        yet shows as a null list, as 217028, or as 219021 without data.

        Args:
            task_uuid: Id of the task.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[MediaFile]: The files of the flight.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain media resources generated by the Flight task" (documentation index, 2026-05-08;
        observed). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_tasks.list_media("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> None:
        """Suspend a scheduled flight task, or release it.

        Only for timed, recurring and continuous tasks that are not being flown yet; a suspended task is not sent to the
        dock. Releasing a task whose time has come lets it fly, so take the same care as when creating one.

        Args:
            task_uuid: Id of the task.
            status: Whether to hold the task or to release it.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Updated flight task status" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: safe.

        Example:
            >>> fh.flight_tasks.update_status("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10", status="suspended")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> FlightTaskTrack:
        """Fetch the trajectory of a flight task.

        Meant for tasks that have ended. 219017 says that the trajectory is not there yet; ask again later.

        Args:
            task_uuid: Id of the task.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTaskTrack: The task and where the aircraft flew.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain Flight task trajectory information" (documentation index, 2026-05-08; documented).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_tasks.get_track("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET_TRACK,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )

    def get_detail(
        self,
        *,
        task_uuid: str,
        workspace_id: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> FlightTaskDetail:
        """Fetch a flight task with its flights.

        The one place that names the aircraft, each flight with what went wrong on it, and the flight records of a task.
        Several parts are not described anywhere and come as they are; the numbers are those of the older dialect.

        Args:
            task_uuid: Id of the task.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTaskDetail: The task.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Wayline Task Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_tasks.get_detail(task_uuid="8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET_DETAIL,
            {
                "task_uuid": task_uuid,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def get_operations(
        self,
        *,
        task_uuid: str,
        request_options: RequestOptions | None = None,
    ) -> FlightTaskOperations:
        """Fetch who did what during a flight task.

        Changes of control and commands with their times, such as who paused a flight and who took over: for the work
        after an accident, and for audits.

        Args:
            task_uuid: Id of the task.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTaskOperations: The log.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Wayline Task Operation Log"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_tasks.get_operations(task_uuid="8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET_OPERATIONS,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )

    def get_many(
        self,
        *,
        task_uuids: Sequence[str],
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[FlightTaskOverview]:
        """Fetch several flight tasks at once.

        One call for many tasks, where V1.0 takes one for each. No real answer was seen: kind and state may come as
        words or as numbers.

        Args:
            task_uuids: Ids of the tasks, the name repeated for each. (at least 1 items) Inferred, so only a warning: at
                most 100 items.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[FlightTaskOverview]: The tasks.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Flight Task List (batch)"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_tasks.get_many(task_uuids=["8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"])
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET_MANY,
            {
                "task_uuids": task_uuids,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def suggest_name(
        self,
        *,
        name: str,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> DefaultFlightTaskName:
        """Find a free name for a flight task.

        Puts a number behind the name if there is a task of that name already. Nothing is reserved by it.

        Args:
            name: The name that is wanted.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            DefaultFlightTaskName: The name.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Default Task Name"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_tasks.suggest_name(name="Perimeter round")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            SUGGEST_NAME,
            {
                "name": name,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def check_dispatch(
        self,
        *,
        sn: str,
        wayline_uuid: str,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> DispatchCheck:
        """Check whether a dock could fly a route now.

        Starts nothing. A check without warnings is no promise: a route of one point passed it, and the task that
        followed failed with 219019.

        Args:
            sn: Serial number of the dock.
            wayline_uuid: Id of the route.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            DispatchCheck: What speaks against the flight.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Check Whether a Flight Task Can
        Be Dispatched" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_tasks.check_dispatch(
            ...     sn="7CTDEXAMPLE0001",
            ...     wayline_uuid="f2d4c6b8-90ab-4cde-8f01-23456789abcd",
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            CHECK_DISPATCH,
            {
                "sn": sn,
                "wayline_uuid": wayline_uuid,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def list_recent(
        self,
        *,
        sn: Sequence[str],
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[FlightTaskOverview]:
        """List the recent flight tasks of some docks.

        How far back it goes is not said. Docks are asked for; an aircraft gave an empty list. Kind and state came as
        numbers of the older dialect, which reads as the same values as the words.

        Args:
            sn: Serial numbers of the docks, the name repeated for each. (at least 1 items) Inferred, so only a warning:
                at most 100 items.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[FlightTaskOverview]: The recent tasks.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Recent Flight Task List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_tasks.list_recent(sn=["7CTDEXAMPLE0001"])
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            LIST_RECENT,
            {
                "sn[]": sn,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def resume(
        self,
        *,
        task_uuid: str,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> ResumedFlightTask:
        """Take up an interrupted flight task from its breakpoint.

        Makes a new task that flies the rest of the route, beginning now: the aircraft takes off. Two calls make two
        flights.

        Args:
            task_uuid: Id of the interrupted task.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ResumedFlightTask: The new task.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. An aircraft may be taking
                off: call fh.flight_tasks.list(sn=…, begin_at=…, end_at=…) for the dock with a window around now, and
                look for a newer task whose is_break_point_resume is true. Resume again only when there is none.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Immediate Task Supporting
        Breakpoint Resume" (documentation index, 2026-09-28; documented). Effect: dangerous. Repeating: never.

        Example:
            >>> answer = fh.flight_tasks.resume(task_uuid="8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            RESUME,
            {
                "task_uuid": task_uuid,
                "workspace_id": workspace_id,
            },
            request_options,
        )


class RawFlightTasks(RawGroup):
    """As `FlightTasks`; each method returns the whole response: HTTP status, headers, body and answer."""

    create = _raw.call(FlightTasks.create)
    list = _raw.call(FlightTasks.list)
    get = _raw.call(FlightTasks.get)
    list_media = _raw.call(FlightTasks.list_media)
    update_status = _raw.call(FlightTasks.update_status)
    get_track = _raw.call(FlightTasks.get_track)
    get_detail = _raw.call(FlightTasks.get_detail)
    get_operations = _raw.call(FlightTasks.get_operations)
    get_many = _raw.call(FlightTasks.get_many)
    suggest_name = _raw.call(FlightTasks.suggest_name)
    check_dispatch = _raw.call(FlightTasks.check_dispatch)
    list_recent = _raw.call(FlightTasks.list_recent)
    resume = _raw.call(FlightTasks.resume)


class AsyncFlightTasks(AsyncGroup):
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
    ) -> FlightTaskCreated:
        """Create a flight task.

        An immediate task means take-off now: an aircraft that is switched off in its dock starts by itself, in the air
        after some 20 seconds. Success only says that the task is scheduled, so watch it afterwards. The route must fit
        the dock's aircraft and have a length, or 219019 or 219020 follows; the task cannot be deleted, only suspended.

        Args:
            name: Name of the task. One of its own helps to find the task again after a lost answer.
            sn: Serial number of the dock that flies the task, not of the aircraft.
            wayline_uuid: Route to fly, by the id of the list of routes or the uuid of a finished upload.
            time_zone: IANA name of the time zone in which a recurrence falls on days.
            rth_altitude: Altitude of the return to home, above the take-off point. The limits are from an older
                edition. With a value above the project's ceiling there is no flight, and the error does not mention the
                altitude. (in m; at least 15; at most 1500)
            rth_mode: Who decides on the altitude of the return.
            wayline_precision_type: Positioning that the aircraft needs before it starts the route.
            out_of_control_action_in_flight: What the aircraft does when it loses the control link on the route.
            resumable_status: How an interrupted route is taken up again.
            task_type: Kind of schedule; it decides which of the times below are sent.
            repeat_type: Kind of recurrence. A recurring task needs one other than nonrepeating; a continuous one may
                have it. Required when task_type is recurring.
            repeat_option: Rule of the recurrence, in the shape that repeat_type asks for; left out or null when
                nonrepeating. Required when repeat_type is daily or weekly or absolute_monthly or relative_monthly.
            begin_at: When a timed task is flown, or when a recurring or continuous one becomes valid. Left out for
                immediate; a time in the past is refused. (Unix seconds) Required when task_type is timed or recurring
                or continuous. Goes with task_type timed or recurring or continuous only.
            latest_begin_at: Latest start of a timed task, which may begin at any time from begin_at on. Without it the
                task starts at begin_at or not at all. (Unix seconds) Goes with task_type timed only. [inferred]
            end_at: Until when the task is valid. Needed for recurring and continuous, optional for timed. (Unix
                seconds) Required when task_type is recurring or continuous. Goes with task_type timed or recurring or
                continuous only.
            recurring_task_start_time_list: Starts on one day of a recurring task. Each is a whole point in time on the
                date of begin_at, not a time of day. Required when task_type is recurring. Goes with task_type recurring
                only. Inferred, so only a warning: at most 48 items.
            continuous_task_periods: Periods of one day in which a continuous task is flown again and again, as pairs of
                start and end. Both are whole points in time on the date of begin_at. Required when task_type is
                continuous. Goes with task_type continuous only. Inferred, so only a warning: at most 48 items.
            min_battery_capacity: Charge at which the next flight of a continuous task may start. Other tasks need none.
                (in percent) Inferred, so only a warning: at least 50; at most 100.
            landing_dock_sn: Serial number of the dock to land at, when it is not the one of the take-off.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTaskCreated: The task is scheduled.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. An aircraft may already be
                starting: call fh.flight_tasks.list(sn=…, begin_at=…, end_at=…) with a window around the planned start
                and look for the name. Create the task again only when it is not there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Create Flight Task" (documentation index, 2026-05-08; documented). Effect: dangerous. Repeating:
        never.

        Example:
            >>> answer = await fh.flight_tasks.create(
            ...     name="Perimeter round",
            ...     sn="7CTDEXAMPLE0001",
            ...     wayline_uuid="f2d4c6b8-90ab-4cde-8f01-23456789abcd",
            ...     time_zone="Europe/Ljubljana",
            ...     rth_altitude=100,
            ...     rth_mode="optimal",
            ...     wayline_precision_type="rtk",
            ...     out_of_control_action_in_flight="return_home",
            ...     resumable_status="manual",
            ...     task_type="immediate",
            ...     repeat_type="nonrepeating",
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> Records[FlightTaskSummary]:
        """List the flight tasks of a dock in a window of time.

        One dock per call, without paging; no longest window is documented. Only here are the actual start and end and
        the progress of a task. The window is asked for in Unix seconds, the times in the answer are RFC 3339 text.

        Args:
            sn: Serial number of the dock. One client asks with the aircraft's as well.
            begin_at: Start of the window. A missing or millisecond value brought an empty list, not an error, in the
                newer edition. (Unix seconds)
            end_at: End of the window, under the same conditions as its start. (Unix seconds)
            name: Only tasks of this name.
            task_type: Only tasks of this kind of schedule.
            status: Only tasks in one of these states, joined by commas.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[FlightTaskSummary]: The tasks in the window.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain flight task list" (documentation index, 2026-05-08; documented). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = await fh.flight_tasks.list(sn="7CTDEXAMPLE0001", begin_at=1772409600, end_at=1772496000)
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> FlightTask:
        """Fetch a flight task.

        The call to poll for the state, as nothing is pushed. It holds planned times only; the actual start and end and
        the progress are in the list. The members of the recurrence lie flat here, while a request nests them.

        Args:
            task_uuid: Id of the task.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTask: The task as planned, and its state.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain Flight task information" (documentation index, 2026-05-08; documented). Effect: read.
        Repeating: safe.

        Example:
            >>> answer = await fh.flight_tasks.get("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> Records[MediaFile]:
        """List the media files of a flight task.

        At most the first 10000 files, without paging; a file appears when the dock has uploaded it, minutes after
        landing. Folders appear as rows of type unsupported with size 0 and an empty suffix: skip them. Nothing there
        yet shows as a null list, as 217028, or as 219021 without data.

        Args:
            task_uuid: Id of the task.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[MediaFile]: The files of the flight.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain media resources generated by the Flight task" (documentation index, 2026-05-08;
        observed). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_tasks.list_media("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> None:
        """Suspend a scheduled flight task, or release it.

        Only for timed, recurring and continuous tasks that are not being flown yet; a suspended task is not sent to the
        dock. Releasing a task whose time has come lets it fly, so take the same care as when creating one.

        Args:
            task_uuid: Id of the task.
            status: Whether to hold the task or to release it.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Updated flight task status" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: safe.

        Example:
            >>> await fh.flight_tasks.update_status("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10", status="suspended")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> FlightTaskTrack:
        """Fetch the trajectory of a flight task.

        Meant for tasks that have ended. 219017 says that the trajectory is not there yet; ask again later.

        Args:
            task_uuid: Id of the task.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTaskTrack: The task and where the aircraft flew.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain Flight task trajectory information" (documentation index, 2026-05-08; documented).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_tasks.get_track("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET_TRACK,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )

    async def get_detail(
        self,
        *,
        task_uuid: str,
        workspace_id: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> FlightTaskDetail:
        """Fetch a flight task with its flights.

        The one place that names the aircraft, each flight with what went wrong on it, and the flight records of a task.
        Several parts are not described anywhere and come as they are; the numbers are those of the older dialect.

        Args:
            task_uuid: Id of the task.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTaskDetail: The task.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Wayline Task Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_tasks.get_detail(task_uuid="8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET_DETAIL,
            {
                "task_uuid": task_uuid,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    async def get_operations(
        self,
        *,
        task_uuid: str,
        request_options: RequestOptions | None = None,
    ) -> FlightTaskOperations:
        """Fetch who did what during a flight task.

        Changes of control and commands with their times, such as who paused a flight and who took over: for the work
        after an accident, and for audits.

        Args:
            task_uuid: Id of the task.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            FlightTaskOperations: The log.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Wayline Task Operation Log"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_tasks.get_operations(task_uuid="8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET_OPERATIONS,
            {
                "task_uuid": task_uuid,
            },
            request_options,
        )

    async def get_many(
        self,
        *,
        task_uuids: Sequence[str],
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[FlightTaskOverview]:
        """Fetch several flight tasks at once.

        One call for many tasks, where V1.0 takes one for each. No real answer was seen: kind and state may come as
        words or as numbers.

        Args:
            task_uuids: Ids of the tasks, the name repeated for each. (at least 1 items) Inferred, so only a warning: at
                most 100 items.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[FlightTaskOverview]: The tasks.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Flight Task List (batch)"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_tasks.get_many(task_uuids=["8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"])
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET_MANY,
            {
                "task_uuids": task_uuids,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    async def suggest_name(
        self,
        *,
        name: str,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> DefaultFlightTaskName:
        """Find a free name for a flight task.

        Puts a number behind the name if there is a task of that name already. Nothing is reserved by it.

        Args:
            name: The name that is wanted.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            DefaultFlightTaskName: The name.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Default Task Name"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_tasks.suggest_name(name="Perimeter round")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            SUGGEST_NAME,
            {
                "name": name,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    async def check_dispatch(
        self,
        *,
        sn: str,
        wayline_uuid: str,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> DispatchCheck:
        """Check whether a dock could fly a route now.

        Starts nothing. A check without warnings is no promise: a route of one point passed it, and the task that
        followed failed with 219019.

        Args:
            sn: Serial number of the dock.
            wayline_uuid: Id of the route.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            DispatchCheck: What speaks against the flight.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Check Whether a Flight Task Can
        Be Dispatched" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_tasks.check_dispatch(
            ...     sn="7CTDEXAMPLE0001",
            ...     wayline_uuid="f2d4c6b8-90ab-4cde-8f01-23456789abcd",
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            CHECK_DISPATCH,
            {
                "sn": sn,
                "wayline_uuid": wayline_uuid,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    async def list_recent(
        self,
        *,
        sn: Sequence[str],
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[FlightTaskOverview]:
        """List the recent flight tasks of some docks.

        How far back it goes is not said. Docks are asked for; an aircraft gave an empty list. Kind and state came as
        numbers of the older dialect, which reads as the same values as the words.

        Args:
            sn: Serial numbers of the docks, the name repeated for each. (at least 1 items) Inferred, so only a warning:
                at most 100 items.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[FlightTaskOverview]: The recent tasks.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Recent Flight Task List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_tasks.list_recent(sn=["7CTDEXAMPLE0001"])
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            LIST_RECENT,
            {
                "sn[]": sn,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    async def resume(
        self,
        *,
        task_uuid: str,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> ResumedFlightTask:
        """Take up an interrupted flight task from its breakpoint.

        Makes a new task that flies the rest of the route, beginning now: the aircraft takes off. Two calls make two
        flights.

        Args:
            task_uuid: Id of the interrupted task.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ResumedFlightTask: The new task.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. An aircraft may be taking
                off: call fh.flight_tasks.list(sn=…, begin_at=…, end_at=…) for the dock with a window around now, and
                look for a newer task whose is_break_point_resume is true. Resume again only when there is none.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Immediate Task Supporting
        Breakpoint Resume" (documentation index, 2026-09-28; documented). Effect: dangerous. Repeating: never.

        Example:
            >>> answer = await fh.flight_tasks.resume(task_uuid="8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            RESUME,
            {
                "task_uuid": task_uuid,
                "workspace_id": workspace_id,
            },
            request_options,
        )


class AsyncRawFlightTasks(AsyncRawGroup):
    """As `AsyncFlightTasks`; each method returns the whole response: HTTP status, headers, body and answer."""

    create = _raw.async_call(AsyncFlightTasks.create)
    list = _raw.async_call(AsyncFlightTasks.list)
    get = _raw.async_call(AsyncFlightTasks.get)
    list_media = _raw.async_call(AsyncFlightTasks.list_media)
    update_status = _raw.async_call(AsyncFlightTasks.update_status)
    get_track = _raw.async_call(AsyncFlightTasks.get_track)
    get_detail = _raw.async_call(AsyncFlightTasks.get_detail)
    get_operations = _raw.async_call(AsyncFlightTasks.get_operations)
    get_many = _raw.async_call(AsyncFlightTasks.get_many)
    suggest_name = _raw.async_call(AsyncFlightTasks.suggest_name)
    check_dispatch = _raw.async_call(AsyncFlightTasks.check_dispatch)
    list_recent = _raw.async_call(AsyncFlightTasks.list_recent)
    resume = _raw.async_call(AsyncFlightTasks.resume)
