"""Flight tasks: the generated operations, and launching, finding again, and looking back."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Unpack, cast, overload
from uuid import UUID

from flighthub_api.groups.flight_tasks import CREATE, GET_TRACK, AsyncFlightTasks
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import create
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..._core.ids import HasUuid, uuid_of
from ..._core.once_journal import forget
from ..._core.request_options import options_for_later, options_for_reading
from ..._diagnostics.findings import Report
from ..._flights.launch import (
    NOT_UPLOADED,
    LaunchArguments,
    LaunchPlan,
    LostTask,
    dock_of,
    is_dock,
    name_with_key,
    own_name,
    planned_start,
    refuse_problems,
    windows,
)
from ..._flights.outcome import RESUME_TIMEOUT
from ...errors import InvalidArgument, OutcomeUnknown, ServerError, UnexpectedResponse, WaitTimeout
from ...schedules import Immediate, Schedule
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread, map_concurrent, run_shielded
from ..core.create import create_and_get_id
from ..core.once import Once, entry_of, key_of
from ..core.polling import wait_until
from ..devices.lookup import find_device, find_devices
from .launch import check_findings, launch_once, list_in, preflight_findings, resolve_launch_target, upload_made_route
from .task_handle import AsyncFlightTaskHandle

if TYPE_CHECKING:
    from arro3.core import Table

    from flighthub_api.enums import (
        FlightTaskStatus,
        FlightTaskType,
        MediaFileType,
        OutOfControlAction,
        ResumableStatus,
        RthMode,
        WaylinePrecisionType,
    )
    from flighthub_api.models import FlightTaskSummary, MediaFile

    from ..._transfer.results import DownloadSummary
    from ..._waylines.ground import Ground
    from ..._waylines.route_model import Route
    from ...progress import Progress
else:
    FlightTaskStatus = lazy_type("flighthub_api.enums", "FlightTaskStatus")
    FlightTaskType = lazy_type("flighthub_api.enums", "FlightTaskType")
    MediaFileType = lazy_type("flighthub_api.enums", "MediaFileType")
    OutOfControlAction = lazy_type("flighthub_api.enums", "OutOfControlAction")
    ResumableStatus = lazy_type("flighthub_api.enums", "ResumableStatus")
    RthMode = lazy_type("flighthub_api.enums", "RthMode")
    WaylinePrecisionType = lazy_type("flighthub_api.enums", "WaylinePrecisionType")
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")
    MediaFile = lazy_type("flighthub_api.models", "MediaFile")
    Table = lazy_type("arro3.core", "Table")
    DownloadSummary = lazy_type("..._transfer.results", "DownloadSummary", __package__)
    Progress = lazy_type("...progress", "Progress", __package__)
    Ground = lazy_type("..._waylines.ground", "Ground", __package__)
    Route = lazy_type("..._waylines.route_model", "Route", __package__)

_NOW: Final = Immediate()
_WEEK: Final = timedelta(days=7)


class _Part(NamedTuple):
    """What of a history is asked for at once: the tasks of one dock in one window of time."""

    sn: str
    begin: datetime
    end: datetime


class FlightTasksGroup(AsyncFlightTasks):
    """Flight tasks: planning, state, media and trajectory."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    @overload
    async def launch(
        self, *, dry_run: Literal[False] = False, **arguments: Unpack[LaunchArguments]
    ) -> AsyncFlightTaskHandle: ...
    @overload
    async def launch(self, *, dry_run: Literal[True], **arguments: Unpack[LaunchArguments]) -> LaunchPlan: ...
    @overload
    async def launch(
        self, *, dry_run: bool, **arguments: Unpack[LaunchArguments]
    ) -> AsyncFlightTaskHandle | LaunchPlan: ...
    async def launch(
        self,
        *,
        dock: str,
        wayline: str | UUID | Route,
        schedule: Schedule = _NOW,
        name: str | None = None,
        rth_altitude: int = 100,
        rth_mode: RthMode | Literal["optimal", "preset"] = "optimal",
        wayline_precision_type: WaylinePrecisionType | Literal["gps", "rtk", "gnss"] = "rtk",
        out_of_control_action: OutOfControlAction | Literal["return_home", "continue_task"] = "return_home",
        resumable: ResumableStatus | Literal["auto", "manual"] = "manual",
        landing_dock: str | None = None,
        preflight: bool = False,
        ground: Ground | None = None,
        check: bool = False,
        key: str | None = None,
        state: Path | str | None = None,
        dry_run: bool = False,
        request_options: RequestOptions | None = None,
    ) -> AsyncFlightTaskHandle | LaunchPlan:
        """Have a dock fly a route: now, or when a schedule says.

        Now means take-off: an aircraft that is switched off in its dock starts by itself. Dock and route are looked up,
        then the task is created by one call, which is sent once whatever happens. When its response is lost, give the
        `OutcomeUnknown` to `reconcile` before you launch again.

        Args:
            dock: Serial number or callsign of a dock, or of an aircraft, which stands for its dock.
            wayline: Id or name of a route of the project; or a `flighthub.waylines.Route`, which is uploaded (extra
                `storage`) unless the project has a route of the same name and bytes. A dry run uploads nothing, and
                its plan says so in place of the id.
            schedule: When: `Immediate`, `Timed`, `Recurring` or `Continuous` of `flighthub.schedules`. Now when not
                given. The time zone of the task is the schedule's, else this machine's, else UTC.
            name: Name of the task. When not given, the route's with the time of the first flight and a few random
                characters, so that the task is not taken for another one.
            rth_altitude: Metres above the take-off point at which the aircraft returns, 15 to 1500. Above the
                project's ceiling there is no flight, and the error does not mention the altitude.
            rth_mode: Who decides on the altitude of the return: `optimal` for the aircraft, `preset` for
                `rth_altitude`.
            wayline_precision_type: Positioning that the aircraft needs before it starts the route: `rtk` or `gps`.
            out_of_control_action: What the aircraft does when it loses the control link: `return_home`, or
                `continue_task`.
            resumable: How an interrupted route is taken up again: `auto`, by itself, once the battery is charged, or
                `manual`. See `wait`.
            landing_dock: Serial number or callsign of the dock to land at, when it is another one.
            preflight: Whether to check first what stands in the way (see `preflight`), and to refuse if something does.
            ground: How high the ground is, for the preflight check; see `preflight`.
            check: Whether to ask FlightHub 2 first whether the dock could fly the route now (`check_dispatch`), and to
                refuse if something speaks against it. Nothing is no promise: a task failed with 219019 after it. Only
                the public cloud has it.
            key: What the flight is for, such as the id of an alarm: 1 to 200 characters. For each key of a project
                there is at most one flight, ever, whatever crashes, and however many processes launch it: a later
                launch gives the handle of the task that exists. Its task has the beginning of the key and 16
                hexadecimal digits in its name. See "After a crash" in the guide to retries.
            state: Folder of the journal of keys; one in the user's own state folder when not given. All who launch by
                the same keys must share it.
            dry_run: Whether to send nothing that changes anything, and to give what would be sent.
            request_options: What to set for these calls alone. Members that it adds go into the creation only.

        Returns:
            A handle of the task: `wait()` for its landing, `pause()` it, fetch its `media()` and `track()`;
            `was_launched` is whether it was launched now, or found by its key. On a dry run a `LaunchPlan`:
            `arguments`, `occurrences` and `findings`.

        Raises:
            InvalidArgument: Dock or route are not there or can be more than one, the key was used for another flight,
                or another argument cannot be right; nothing was sent.
            PreflightFailed: Something stands in the way, by either check; its `findings` say what. Nothing was sent.
            OutcomeUnknown: The response was lost, and an aircraft may already be starting: see `reconcile`. With a key:
                or an earlier launch may have been sent, and the list of tasks does not show it; nothing was sent now.
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Create Flight Task", "Task Management Tutorial".

        Example:
            >>> task = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter", rth_altitude=80)
            >>> plan = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter", dry_run=True)
            >>> plan.arguments["sn"], plan.arguments["task_type"], len(plan.occurrences)
            ('7CTDEXAMPLE0001', 'immediate', 1)
        """
        request_options = mask_argument(request_options)
        reading = options_for_reading(request_options)
        if key is None and state is not None:
            raise InvalidArgument("state", "is where keys are kept: give a key as well")
        once = None if key is None else await key_of(self._client, CREATE.operation, key, reading)
        flight = await resolve_launch_target(self._client, dock, wayline, schedule, reading)
        landing = None
        if landing_dock is not None:
            landing = await find_device(self._client, landing_dock, "landing_dock", reading)
        if not flight.wayline.id and not dry_run:
            if preflight:
                refuse_problems(await preflight_findings(self._client, flight, schedule, ground, reading))
            flight = await upload_made_route(self._client, flight, wayline, reading)
        if once is not None:
            name = name_with_key(flight.wayline.name or "Flight" if name is None else name, once)
        arguments: dict[str, Any] = {
            "name": own_name(flight.wayline, schedule) if name is None else name,
            "sn": flight.gateway.sn,
            "wayline_uuid": flight.wayline.id or NOT_UPLOADED,
            "rth_altitude": rth_altitude,
            "rth_mode": rth_mode,
            "wayline_precision_type": wayline_precision_type,
            "out_of_control_action_in_flight": out_of_control_action,
            "resumable_status": resumable,
            **schedule.arguments(),
            **({} if landing is None else {"landing_dock_sn": dock_of(landing.pair, "landing_dock").sn}),
        }
        body = dict(CREATE.request(arguments).body or {})
        if dry_run:
            findings = await preflight_findings(self._client, flight, schedule, ground, reading)
            if check:
                findings = Report([*findings, *await check_findings(self._client, flight, reading)])
            return LaunchPlan(body, schedule.occurrences(), findings)

        async def prepare() -> None:
            if preflight:
                refuse_problems(await preflight_findings(self._client, flight, schedule, ground, reading))
            if check:
                refuse_problems(await check_findings(self._client, flight, reading))

        async def send() -> str:
            return str(await create_and_get_id(self._client, CREATE, arguments, request_options, "task_uuid"))

        if once is None:
            await prepare()
            sent = Once(await send(), was_sent=True)
        else:
            sent = await launch_once(self._client, entry_of(once, state), body, prepare, send, reading)
        # Another aircraft may stand in the dock when a later flight begins.
        begins_now = isinstance(schedule, Immediate)
        return create(
            AsyncFlightTaskHandle,
            self._client,
            sent.id,
            name=arguments["name"],
            sn=flight.gateway.sn,
            wayline_uuid=flight.wayline.id,
            aircraft_sn=flight.pair.drone.sn if begins_now and flight.pair.drone is not None else None,
            was_launched=sent.was_sent,
            options=options_for_later(request_options),
        )

    async def forget_launch(
        self, key: str, *, state: Path | str | None = None, request_options: RequestOptions | None = None
    ) -> None:
        """Free a key of `launch` of which nobody knows whether its flight was launched. Sends nothing.

        For a key for which `launch` goes on raising `OutcomeUnknown`. Look first: it may be launched again after this,
        so its task must be neither in the list of tasks, nor among those that somebody has deleted, nor still to come.

        Args:
            key: The key.
            state: Folder of the journal, as `launch` was given it.
            request_options: Its project is the one that the key belongs to.

        Raises:
            InvalidArgument: A flight was launched under the key, or another process is about to launch it; the key is
                not freed.

        Documentation: none, as it calls no operation.

        Example:
            >>> await fh.flight_tasks.forget_launch("alarm-4712")
        """
        request_options = options_for_reading(mask_argument(request_options))
        entry = entry_of(await key_of(self._client, CREATE.operation, key, request_options), state)
        await run_shielded(in_thread(forget, entry))

    async def preflight(
        self,
        *,
        dock: str,
        wayline: str | UUID | Route,
        schedule: Schedule = _NOW,
        ground: Ground | None = None,
        request_options: RequestOptions | None = None,
    ) -> Report:
        """Check what stands in the way of a flight, without asking for it.

        Looked at are: whether the dock is online and idle, and its emergency stop released; whether there is an
        aircraft, it stands in the dock, and is charged; alerts of both; whether the route is made for this aircraft and
        its cameras; whether its file keeps to WPML, and how far from the dock, how high above it and how long it leads;
        rain and wind at the dock. Of the limits, those of battery, wind, alerts, distance, height and duration are
        inferred. What cannot be read is a warning. What passes by itself, such as rain, is a problem only for a flight
        that begins within a quarter of an hour, and else a warning.

        Args:
            dock: Serial number or callsign of a dock, or of an aircraft, which stands for its dock.
            wayline: Id or name of a route of the project, or a `flighthub.waylines.Route`, which is not uploaded.
            schedule: When it is to be flown; now when not given.
            ground: How high the ground is: a function that takes latitude and longitude and returns metres (None where
                it does not know), or a GeoTIFF (extra `terrain`). Above what they count does not matter, as they are
                compared with the ground at the dock. Without it, terrain is not looked at, and a finding says so.
            request_options: What to set for these calls alone.

        Returns:
            The findings, each with `check`, `level` (`ok`, `warning`, or `problem` for what blocks the flight), `text`
            and `what_to_do`. Prints as a table; `ok` says whether there is no problem.

        Raises:
            InvalidArgument: Dock or route are not there, or can be more than one.
            FlightHubError: The devices or routes could not be listed.

        Documentation: "Task Management Tutorial".

        Example:
            >>> findings = await fh.flight_tasks.preflight(dock="North dock", wayline="Perimeter")
            >>> [finding.text for finding in findings if finding.check == "dock"]
            ['The dock is online.']
        """
        request_options = mask_argument(request_options)
        flight = await resolve_launch_target(self._client, dock, wayline, schedule, request_options)
        return await preflight_findings(self._client, flight, schedule, ground, request_options)

    def handle(self, task_uuid: str | UUID, *, request_options: RequestOptions | None = None) -> AsyncFlightTaskHandle:
        """A handle of a task that is there already. Nothing is read yet.

        Args:
            task_uuid: Id of the task.
            request_options: Its project is what all calls of the handle act on.

        Example:
            >>> task = fh.flight_tasks.handle("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
            >>> task = await task.refresh()
            >>> print(task.name)
            Perimeter round
        """
        if not str(task_uuid).strip():
            raise InvalidArgument("task_uuid", "must not be empty")
        options = options_for_later(mask_argument(request_options))
        return create(AsyncFlightTaskHandle, self._client, task_uuid, options=options)

    async def reconcile(
        self,
        error: OutcomeUnknown | ServerError | UnexpectedResponse,
        *,
        timeout: float = 60.0,
        interval: float = 2.0,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncFlightTaskHandle | None:
        """Find out what became of a task whose creation got no response. Creates nothing.

        Looks for a task of its name and route among those of its dock, a day around its planned start; that of a task
        that begins at once is the moment of the launch by the server's clock, which its responses tell. A planned start
        must be the very one. Looks for a while, as a server that did not answer in time may still be at it. A name that
        other tasks have as well can mislead: leave it to `launch`.

        Args:
            error: What `launch` or `create` raised. A server that failed, and a response that a strict client refuses,
                leave the outcome open as well.
            timeout: Seconds for which to look; 0 for a single look. A minute is inferred to be longer than the server
                takes.
            interval: Seconds between two looks.
            cancel: Set it, from any thread, to end the search.
            request_options: What to set for these calls alone. Name the project here when the launch did.

        Returns:
            A handle of the task; None when there is none, and it may be launched again. Of a recurring or continuous
            plan it is the handle of the first flight, as the list does not show the plan itself (inferred);
            `flights()` gives all of them.

        Raises:
            InvalidArgument: The error comes from another call.
            FlightHubError: More than one task can be meant; or a call failed.

        Documentation: "Obtain flight task list".

        Example:
            >>> from flighthub import OutcomeUnknown
            >>> try:
            ...     task = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
            ... except OutcomeUnknown as lost:
            ...     task = await fh.flight_tasks.reconcile(lost)
        """
        request_options = mask_argument(request_options)
        lost = LostTask(error)

        async def look() -> FlightTaskSummary | None:
            return lost.among(await list_in(self._client, lost.sn, lost.window, request_options))

        try:
            found = await wait_until(
                look,
                lambda task: task is not None,
                what=f"a task {lost.name!r}",
                timeout=timeout,
                interval=interval,
                cancel=cancel,
            )
        except WaitTimeout as over:
            if over.__cause__ is not None:
                raise over.__cause__ from None
            return None
        return create(
            AsyncFlightTaskHandle,
            self._client,
            cast("FlightTaskSummary", found).uuid,
            name=lost.name,
            sn=lost.sn,
            wayline_uuid=lost.wayline_uuid,
            options=options_for_later(request_options),
        )

    async def history(
        self,
        *,
        since: datetime,
        until: datetime,
        docks: Sequence[str] | None = None,
        window: timedelta = _WEEK,
        statuses: Sequence[FlightTaskStatus | str] | None = None,
        task_type: FlightTaskType | Literal["immediate", "timed", "recurring", "continuous"] | None = None,
        max_concurrency: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[FlightTaskSummary]:
        """List the flight tasks of many docks over any period.

        One call lists one dock and has no pages, so the period is asked for in windows, several of them at a time.

        Args:
            since: From when on, with a time zone.
            until: Until when, with a time zone.
            docks: Serial numbers or callsigns of docks, or of aircraft, which stand for their docks; all docks of the
                project when not given.
            window: How much is asked for at once. No longest window is documented.
            statuses: Only tasks in these states.
            task_type: Only tasks of this kind of schedule.
            max_concurrency: How many calls at a time; the client's own number when not given.
            request_options: What to set for these calls alone.

        Returns:
            The tasks in the order of their planned starts, each of them once.

        Raises:
            InvalidArgument: A datetime has no time zone, the period is none, or a dock is not there.
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain flight task list".

        Example:
            >>> from datetime import UTC, datetime
            >>> tasks = await fh.flight_tasks.history(
            ...     since=datetime(2026, 2, 1, tzinfo=UTC), until=datetime(2026, 4, 1, tzinfo=UTC), docks=["North dock"]
            ... )
            >>> [task.name for task in tasks]
            ['Perimeter round']
        """
        request_options = mask_argument(request_options)
        width = self._client.configuration.max_concurrency if max_concurrency is None else max_concurrency
        if width < 1:
            raise InvalidArgument("max_concurrency", f"must be at least 1, not {width}")
        spans = list(windows(since, until, window))
        serials = await self._docks(docks, request_options)

        async def list_part(part: _Part) -> builtins.list[FlightTaskSummary]:
            return await self.list(
                sn=part.sn,
                begin_at=part.begin,
                end_at=part.end,
                status=None if statuses is None else cast("Sequence[FlightTaskStatus]", statuses),
                task_type=task_type,
                request_options=request_options,
            )

        parts = [_Part(sn, begin, end) for begin, end in spans for sn in serials]
        found: dict[str, FlightTaskSummary] = {}
        for outcome in await map_concurrent(list_part, parts, width):
            for task in outcome.result():
                found.setdefault(task.uuid, task)
        from flighthub_api.models import FlightTaskSummary

        return Records(sorted(found.values(), key=planned_start), of=FlightTaskSummary)

    async def get_track_table(self, task_uuid: str | UUID, *, request_options: RequestOptions | None = None) -> Table:
        """Get the points of a flight's trajectory as an Arrow table, without an object for each point.

        It takes a third of the time of `get_track()` and a quarter of the memory of its points.

        Args:
            task_uuid: Id of the flight task.
            request_options: What to set for this call alone.

        Returns:
            A table of arro3, as that of `get_track(task_uuid).track.to_arrow()`.

        Raises:
            ConfigurationError: The extra `tables` is not installed.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain flight task trajectory information".

        Example:
            >>> table = await fh.flight_tasks.get_track_table(task_uuid)
            >>> table.column_names
            ['timestamp', 'latitude', 'longitude', 'height', 'geometry']
        """
        from ..._exports.tables import arro3
        from ..._exports.track_columns import parse_track, table_of_data

        request_options = mask_argument(request_options)
        arro3()
        arguments = {"task_uuid": task_uuid}
        if self._client.configuration.strict:
            # A strict client reads the whole response, to compare it with the documentation.
            found = (await self._client.call(GET_TRACK, arguments, request_options)).track
            from flighthub_api.models import TrackPoint

            return Records([] if found is None else found.points, of=TrackPoint).to_arrow()
        response = await self._client.call_raw(GET_TRACK.parsed_by(parse_track), arguments, request_options)
        return table_of_data(response.answer.to_dict().get("data"))

    async def download_media(
        self,
        task: str | UUID | HasUuid,
        *,
        to: Path | str,
        types: Collection[MediaFileType | str] | None = None,
        name: Callable[[MediaFile], str] | None = None,
        overwrite: bool = False,
        progress: Progress | None = None,
        max_concurrency: int | None = None,
        timeout: float | None = None,
        interval: float = 5,
        resume_timeout: float = RESUME_TIMEOUT,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> DownloadSummary:
        """Fetch the pictures, videos and other files of a flight into a folder.

        Files are fetched side by side and in pieces. One that breaks off is taken up where it stopped, in this call or
        in a later one; one that is whole is not fetched again. A file takes its name only when it is whole and has the
        size that the server lists. Expired links are requested again; the organization key goes to none of
        them.

        A flight that the battery interrupted, and that was launched with `resumable="auto"`, has only a part of its
        files: it is waited for, as `wait` of a task does, for `resume_timeout` after its end. Of a flight that is still
        under way, or still uploads, the files that are there are fetched, and `is_complete` is false.

        Args:
            task: The task: its id, or anything with a `uuid`.
            to: Folder to put them in; made when it does not exist. No file ends up outside it.
            types: Kinds of file, such as `{"image", "video"}`; all when not given.
            name: Gives the name of a file, with slashes for folders below `to`; its own name when not given. Names are
                made safe; files that would have the same name get the beginning of a digest of their id.
            overwrite: Whether files that are there are fetched again and replaced; otherwise one of another size is an
                error.
            progress: Called with files and bytes, for the job `media`.
            max_concurrency: Files at a time; the client's own number when not given.
            timeout: Seconds that it may take; no limit when not given. What is there stays, for another time.
            interval: Seconds between two looks at a flight that was interrupted.
            resume_timeout: Seconds after the end for which a flight that is resumed automatically may go on; 0 takes
                what is there at once.
            cancel: Set it, from any thread, to end the job.
            request_options: What to set for the calls that read the task and list the files.

        Returns:
            What became of each file; `raise_for_errors()` makes one error of those that failed, and
            `is_complete` is whether the flight has no more. Empty while there are none.

        Raises:
            InvalidArgument: A kind is none; nothing was sent.
            TransferError: There is no room on the disk, or the folder cannot be written to.
            WaitCancelled: `cancel` was set.
            WaitTimeout: It was not complete in time.
            FlightHubError: The files could not be listed.

        Documentation: "Obtain media resources generated by the Flight task".

        Example:
            >>> found = await fh.flight_tasks.download_media(task, to=folder, types={"image"})
            >>> found.raise_for_errors()
        """
        from .media import fetch_media

        request_options = mask_argument(request_options)
        return await fetch_media(
            self._client,
            uuid_of(task, "task"),
            to,
            types=types,
            name=name,
            overwrite=overwrite,
            progress=progress,
            max_concurrency=max_concurrency,
            timeout=timeout,
            interval=interval,
            resume_timeout=resume_timeout,
            cancel=cancel,
            request_options=request_options,
        )

    async def _docks(self, named: Sequence[str] | None, options: RequestOptions | None) -> builtins.list[str]:
        """Serial numbers of docks, each once."""
        if isinstance(named, str):
            raise InvalidArgument("docks", "must be a list of serial numbers or callsigns")
        found = await find_devices(self._client, named, "docks", options)
        if named is None:
            gateways = [one.pair.gateway for one in found if one.pair.gateway is not None]
            return list(dict.fromkeys(gateway.sn for gateway in gateways if is_dock(gateway)))
        return list(dict.fromkeys(dock_of(one.pair, "docks").sn for one in found))
