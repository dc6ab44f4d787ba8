"""A flight task that is under way, or was: waited for, held, called back, and asked for what it left behind."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Collection
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, Literal, Self, cast
from uuid import UUID

from flighthub_api.enums import DeviceCommand, FlightTaskStatus, FlightTaskStatusUpdate, FlightTaskType
from flighthub_api.groups.flight_tasks import RESUME
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import NoPublicConstructor, create, exported
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..._core.request_options import options_for_reading, override_options
from ..._flights.launch import DAY
from ..._flights.outcome import RESUME_TIMEOUT, Ending, Upload, counts, failure, has_ended
from ...errors import APIError, FlightHubError, FlightTaskFailed, InvalidArgument
from ..client import AsyncFlightHub
from ..core.concurrency import OnChange
from ..core.create import create_and_get_id
from ..core.polling import look_until, wait_until
from .media import files_of

if TYPE_CHECKING:
    from flighthub_api.enums import MediaFileType
    from flighthub_api.models import FlightTask, FlightTaskException, FlightTaskSummary, MediaFile, Track

    from ..._transfer.results import DownloadSummary
    from ...progress import Progress
else:
    MediaFileType = lazy_type("flighthub_api.enums", "MediaFileType")
    FlightTask = lazy_type("flighthub_api.models", "FlightTask")
    FlightTaskException = lazy_type("flighthub_api.models", "FlightTaskException")
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")
    MediaFile = lazy_type("flighthub_api.models", "MediaFile")
    Track = lazy_type("flighthub_api.models", "Track")
    DownloadSummary = lazy_type("..._transfer.results", "DownloadSummary", __package__)
    Progress = lazy_type("...progress", "Progress", __package__)

_MONTH: Final = timedelta(days=31)

_HELD: Final = (FlightTaskStatus.WAITING, FlightTaskStatus.QUEUE_FOR_TAKEOFF)
"""States in which a task is not flown yet, so that the task is held and not the aircraft."""

_FLYING: Final = (FlightTaskStatus.EXECUTING, FlightTaskStatus.PREPARING)


@exported
class AsyncFlightTaskHandle(metaclass=NoPublicConstructor):
    """A flight task by its id. It knows the task as it was last read, and reads nothing by itself.

    `fh.flight_tasks.launch`, `handle` and `reconcile` make it.

    Attributes:
        uuid: Id of the task.
        task: The task as last read; None before that.
        was_launched: Whether the call that gave this handle launched the task. False where it was there already.

    Example:
        >>> task = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
        >>> task = await task.refresh()
        >>> print(task.name, task.status)  # doctest: +ELLIPSIS
        Perimeter 20... waiting
    """

    def __init__(
        self,
        client: AsyncFlightHub,
        uuid: str | UUID,
        *,
        name: str | None = None,
        sn: str | None = None,
        wayline_uuid: str | None = None,
        aircraft_sn: str | None = None,
        was_launched: bool = False,
        options: RequestOptions | None = None,
    ) -> None:
        self._client = client
        self._options = options
        self._name = name
        self._sn = sn
        self._wayline_uuid = wayline_uuid
        self._aircraft_sn = aircraft_sn
        self.uuid = str(uuid)
        self.task: FlightTask | None = None
        self.was_launched = was_launched
        self._was_called_home = False

    @property
    def name(self) -> str | None:
        """Name of the task; None before it is known."""
        return self._name

    @property
    def sn(self) -> str | None:
        """Serial number of the dock; None before it is known."""
        return self._sn

    @property
    def wayline_uuid(self) -> str | None:
        """Id of the route; None before it is known."""
        return self._wayline_uuid

    @property
    def status(self) -> FlightTaskStatus | None:
        """State of the task as last read; None before that."""
        return None if self.task is None else self.task.status

    async def refresh(self, *, request_options: RequestOptions | None = None) -> Self:
        """Read the task.

        Args:
            request_options: What to set for this call alone, over what the handle was made with.

        Returns:
            The handle itself, with what was read in `task` and `status`.

        Raises:
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain Flight task information".

        Example:
            >>> task = fh.flight_tasks.handle("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
            >>> task = await task.refresh()
            >>> task.name, task.sn
            ('Perimeter round', '7CTDEXAMPLE0001')
        """
        request_options = override_options(self._options, mask_argument(request_options))
        await self._read(request_options)
        return self

    async def _read(self, options: RequestOptions | None) -> FlightTask:
        task = await self._client.flight_tasks.get(self.uuid, request_options=options)
        self.task = task
        self._name = task.name or self._name
        self._sn = task.sn or self._sn
        self._wayline_uuid = task.wayline_uuid or self._wayline_uuid
        return task

    async def wait(
        self,
        until: Literal["landed", "media_uploaded"] = "landed",
        *,
        timeout: float | None = 7200,
        interval: float = 5,
        media_timeout: float = 60,
        resume_timeout: float = RESUME_TIMEOUT,
        on_change: OnChange[FlightTask] | None = None,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> FlightTask:
        """Wait until the flight has ended well, or until its media are in the cloud, too.

        For the media the counts of `folder_info` tell: as many files uploaded as expected. A dock may count the files
        only some time after the landing, so a count of no files is believed `media_timeout` seconds later; then there
        are none to wait for. A flight that ended early has media as well: they are waited for before the failure is
        raised.

        A flight that ended early (`terminated`) and was launched with `resumable="auto"` may go on by itself, once the
        battery is charged, so it has failed only when `resume_timeout` has passed since its end. That it goes on under
        its own id is inferred, and so is the hour: a dock charges a battery in less. Of a flight that was called home
        through this handle the end is the end.

        Of a recurring or continuous plan the end of all flights is waited for, and a plan has no media.

        Args:
            until: `landed`, or `media_uploaded`.
            timeout: Seconds to wait in all; None for as long as it takes.
            interval: Seconds between two looks.
            media_timeout: Seconds after the end for which a count of no expected files is not believed.
            resume_timeout: Seconds after the end for which a flight that is resumed automatically may go on; 0 takes
                `terminated` as the end at once.
            on_change: Called with the task whenever its state or its counts of files differ, at first too. The async
                client awaits it where it is an `async def`.
            cancel: Set it, from any thread, to end the wait.
            request_options: What to set for these calls alone, over what the handle was made with.

        Returns:
            The task as last read.

        Raises:
            FlightTaskFailed: The flight ended otherwise than with success; the error has the reasons.
            WaitTimeout: It did not end in time. The flight goes on: waiting changes nothing.
            WaitCancelled: `cancel` was set. The flight goes on.
            FlightHubError: Reading failed in a way that does not pass.

        Documentation: "Obtain Flight task information", "Task Management Tutorial".

        Example:
            >>> task = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
            >>> flown = await task.wait("media_uploaded", interval=0.2, timeout=600)
            >>> flown.folder_info.uploaded_file_count == flown.folder_info.expected_file_count
            True
        """
        request_options = override_options(self._options, mask_argument(request_options))
        if until not in ("landed", "media_uploaded"):
            raise InvalidArgument("until", f"must be 'landed' or 'media_uploaded', not {until!r}")
        ending = self._ending(resume_timeout)
        upload = Upload(media_timeout) if until == "media_uploaded" else None

        def is_there(task: FlightTask) -> bool:
            return ending.is_final(task) and (upload is None or upload.is_complete(task))

        task = await wait_until(
            self._reader(request_options),
            is_there,
            what=f"the {'landing' if upload is None else 'media'} of flight task {self._name or self.uuid!r}",
            timeout=timeout,
            interval=interval,
            on_change=on_change,
            seen_as=_state_of if upload is None else _state_and_files_of,
            cancel=cancel,
        )
        if task.status is None or not task.status.is_success:
            await self._raise_failure(task, request_options)
        return task

    async def watch(
        self,
        *,
        timeout: float | None = None,
        interval: float = 5,
        resume_timeout: float = RESUME_TIMEOUT,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncGenerator[FlightTask]:
        """Follow the task until its end, in a loop: each time its state or its counts of files are others.

        The last one has ended, well or not: its `status` says how, and `wait` raises what went wrong. Leaving the loop
        earlier changes nothing on the server.

        Args:
            timeout: Seconds to watch in all; None for as long as it takes.
            interval: Seconds between two looks.
            resume_timeout: Seconds after the end for which a flight that is resumed automatically may go on; 0 takes
                `terminated` as the end at once. See `wait`.
            cancel: Set it, from any thread, to end the watch.
            request_options: What to set for these calls alone, over what the handle was made with.

        Yields:
            The task as read, at first as it is.

        Raises:
            WaitTimeout: It did not end in time.
            WaitCancelled: `cancel` was set.
            FlightHubError: Reading failed in a way that does not pass.

        Documentation: "Obtain Flight task information".

        Example:
            >>> task = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
            >>> async for state in task.watch(interval=0.2, timeout=600):
            ...     last = state.status
            >>> print(last)
            success
        """
        request_options = override_options(self._options, mask_argument(request_options))
        looks = look_until(
            self._reader(request_options),
            self._ending(resume_timeout).is_final,
            what=f"the end of flight task {self._name or self.uuid!r}",
            timeout=timeout,
            interval=interval,
            seen_as=_state_and_files_of,
            cancel=cancel,
        )
        async with aclosing(looks) as states:
            async for state, is_new in states:
                if is_new:
                    yield state

    async def pause(self, *, request_options: RequestOptions | None = None) -> None:
        """Hold the task: in the air the aircraft stops where it is; before the flight the task is not sent to the dock.

        Accepted is not done: `refresh` shows `paused` or `suspended`. Nothing is sent where that is so already.

        Args:
            request_options: What to set for these calls alone, over what the handle was made with.

        Raises:
            InvalidArgument: The task has ended, or its state is not known; nothing was sent.
            OutcomeUnknown: The response was lost; the aircraft may have stopped.
            FlightHubError: A call failed. A task that flies at once cannot be held before it is in the air.

        Documentation: "Updated flight task status", "Real-time control command distribution".

        Example:
            >>> from datetime import UTC, datetime, timedelta
            >>> from flighthub.schedules import Timed
            >>> tomorrow = Timed(datetime.now(UTC) + timedelta(days=1))
            >>> task = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter", schedule=tomorrow)
            >>> await task.pause()
            >>> task = await task.refresh()
            >>> print(task.status)
            suspended
        """
        request_options = override_options(self._options, mask_argument(request_options))
        status = (await self._read(options_for_reading(request_options))).status
        if status in _HELD:
            await self._hold(FlightTaskStatusUpdate.SUSPENDED, request_options)
        elif status in _FLYING:
            await self._command(DeviceCommand.FLIGHTTASK_PAUSE, request_options)
        elif status not in (FlightTaskStatus.PAUSED, FlightTaskStatus.SUSPENDED):
            raise self._not_possible("pause")

    async def resume(self, *, request_options: RequestOptions | None = None) -> None:
        """Let a task go on that was held by `pause`. Take the same care as when launching it.

        A held task whose time has come is flown at once. Nothing is sent where the task is not held.

        Args:
            request_options: What to set for these calls alone, over what the handle was made with.

        Raises:
            InvalidArgument: The task has ended, or its state is not known; nothing was sent.
            OutcomeUnknown: The response was lost; the aircraft may fly on.
            FlightHubError: A call failed.

        Documentation: "Updated flight task status", "Real-time control command distribution".

        Example:
            >>> from datetime import UTC, datetime, timedelta
            >>> from flighthub.schedules import Timed
            >>> tomorrow = Timed(datetime.now(UTC) + timedelta(days=1))
            >>> task = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter", schedule=tomorrow)
            >>> await task.pause()
            >>> await task.resume()
            >>> task = await task.refresh()
            >>> print(task.status)
            waiting
        """
        request_options = override_options(self._options, mask_argument(request_options))
        status = (await self._read(options_for_reading(request_options))).status
        if status is FlightTaskStatus.SUSPENDED:
            await self._hold(FlightTaskStatusUpdate.RESTORED, request_options)
        elif status is FlightTaskStatus.PAUSED:
            await self._command(DeviceCommand.FLIGHTTASK_RECOVERY, request_options)
        elif status not in (*_HELD, *_FLYING):
            raise self._not_possible("resume")

    async def resume_at_breakpoint(self, *, request_options: RequestOptions | None = None) -> AsyncFlightTaskHandle:
        """Fly the rest of the route of a task that was interrupted: the aircraft takes off at once. Sent once.

        Makes a new task. A task that was launched with `resumable="auto"` may go on by itself, which would be a second
        flight: see `wait`. Only the public cloud has this.

        Args:
            request_options: What to set for these calls alone, over what the handle was made with.

        Returns:
            A handle of the new task.

        Raises:
            InvalidArgument: The task has not ended, or has ended well; nothing was sent.
            OutcomeUnknown: The response was lost, and the aircraft may be taking off: look for a newer task of the dock
                whose `is_break_point_resume` is true before you resume it again.
            NotFound: The deployment does not have V2.0; the hint says so.
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Immediate Task Supporting Breakpoint Resume".

        Example:
            >>> from flighthub import InvalidArgument
            >>> task = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
            >>> try:
            ...     rest = await task.resume_at_breakpoint()
            ... except InvalidArgument as error:
            ...     print(error.problem)
            cannot resume at its breakpoint while it is waiting
        """
        request_options = override_options(self._options, mask_argument(request_options))
        task = await self._read(options_for_reading(request_options))
        if not has_ended(task) or (task.status is not None and task.status.is_success):
            raise self._not_possible("resume at its breakpoint")
        made = await create_and_get_id(self._client, RESUME, {"task_uuid": self.uuid}, request_options, "uuid")
        return create(
            AsyncFlightTaskHandle,
            self._client,
            made,
            sn=self._sn,
            wayline_uuid=self._wayline_uuid,
            aircraft_sn=self._aircraft_sn,
            was_launched=True,
            options=self._options,
        )

    async def return_home(self, *, request_options: RequestOptions | None = None) -> None:
        """Call the aircraft home. It leaves its route; the task ends early, which `wait` reports as a failure.

        Args:
            request_options: What to set for these calls alone, over what the handle was made with.

        Raises:
            InvalidArgument: The task is not being flown; nothing was sent.
            OutcomeUnknown: The response was lost; the aircraft may be flying home.
            FlightHubError: A call failed.

        Documentation: "Real-time control command distribution".

        Example:
            >>> from flighthub import InvalidArgument
            >>> task = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
            >>> try:
            ...     await task.return_home()
            ... except InvalidArgument as error:
            ...     print(error.problem)
            cannot return home while it is waiting
        """
        request_options = override_options(self._options, mask_argument(request_options))
        task = await self._read(options_for_reading(request_options))
        if has_ended(task) or task.status in (*_HELD, FlightTaskStatus.SUSPENDED):
            raise self._not_possible("return home")
        await self._command(DeviceCommand.RETURN_HOME, request_options)
        self._was_called_home = True

    async def track(
        self,
        *,
        wait: bool = False,
        timeout: float | None = 300,
        interval: float = 5,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> Track:
        """Fetch the trajectory of the flight.

        Args:
            wait: Whether to wait until it is there, which is some time after the landing.
            timeout: Seconds to wait for it; None for as long as it takes.
            interval: Seconds between two looks.
            cancel: Set it, from any thread, to end the wait.
            request_options: What to set for these calls alone, over what the handle was made with.

        Returns:
            The trajectory, with exports: `to_geojson()`, `to_gpx()`, `to_numpy()`. Without points when the server has
            none.

        Raises:
            APIError: It is not there yet (219017), and was not waited for.
            WaitTimeout: It did not come in time.
            FlightHubError: A call failed.

        Documentation: "Obtain Flight task trajectory information".

        Example:
            >>> task = fh.flight_tasks.handle("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
            >>> track = await task.track()
            >>> track.to_geojson()["geometry"]["type"]
            'LineString'
        """
        request_options = override_options(self._options, mask_argument(request_options))
        if not wait:
            return await self._track(request_options)

        async def track_or_none() -> Track | None:
            try:
                answer = await self._client.flight_tasks.get_track(self.uuid, request_options=request_options)
            except APIError as error:
                if error.not_ready:
                    return None
                raise
            return answer.track

        found = await wait_until(
            track_or_none,
            _is_there,
            what=f"the trajectory of flight task {self._name or self.uuid!r}",
            timeout=timeout,
            interval=interval,
            seen_as=_is_there,
            cancel=cancel,
        )
        return cast("Track", found)

    async def media(self, *, request_options: RequestOptions | None = None) -> Records[MediaFile]:
        """List the media files of the flight that are in the cloud.

        Rows that stand for folders are left out. Links are signed and soon end: use them at once.

        Args:
            request_options: What to set for this call alone, over what the handle was made with.

        Returns:
            The files; empty while there are none.

        Raises:
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain media resources generated by the Flight task".

        Example:
            >>> task = fh.flight_tasks.handle("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
            >>> files = await task.media()
            >>> [file.suffix for file in files]
            ['.jpeg']
        """
        request_options = override_options(self._options, mask_argument(request_options))
        return await files_of(self._client, self.uuid, request_options)

    async def download_media(
        self,
        to: Path | str,
        *,
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
        """Fetch the files of the flight into a folder: see `flight_tasks.download_media`.

        Args:
            to: Folder to put them in; made when it does not exist. No file ends up outside it.
            types: Kinds of file, such as `{"image", "video"}`; all when not given.
            name: Gives the name of a file, with slashes for folders below `to`.
            overwrite: Whether files that are there are fetched again and replaced; otherwise one of another size is an
                error.
            progress: Called with files and bytes, for the job `media`.
            max_concurrency: Files at a time; the client's own number when not given.
            timeout: Seconds that it may take; no limit when not given. What is there stays, for another time.
            interval: Seconds between two looks at a flight that was interrupted.
            resume_timeout: Seconds after the end for which a flight that is resumed automatically may go on; 0 takes
                what is there at once.
            cancel: Set it, from any thread, to end the job.
            request_options: What to set for these calls alone, over what the handle was made with.

        Returns:
            What became of each file; `is_complete` is whether the flight has no more.

        Raises:
            TransferError: There is no room on the disk, or the folder cannot be written to.
            WaitCancelled: `cancel` was set.
            WaitTimeout: It was not complete in time.
            FlightHubError: The files could not be listed.

        Documentation: "Obtain media resources generated by the Flight task".

        Example:
            >>> found = await task.download_media(folder, types={"image"})
            >>> found.ok
            True
        """
        request_options = override_options(self._options, mask_argument(request_options))
        return await self._client.flight_tasks.download_media(
            self.uuid,
            to=to,
            types=types,
            name=name,
            overwrite=overwrite,
            progress=progress,
            max_concurrency=max_concurrency,
            timeout=timeout,
            interval=interval,
            resume_timeout=0.0 if self._was_called_home else resume_timeout,
            cancel=cancel,
            request_options=request_options,
        )

    async def flights(self, *, request_options: RequestOptions | None = None) -> Records[FlightTaskSummary]:
        """List the flights of a recurring or continuous plan, with their states and actual times.

        That each flight is a task of its own is inferred. The API does not say to which plan a task belongs, so name
        and route decide: `launch` gives plans names that no other has. Of a task that is flown once, it is the task.

        Args:
            request_options: What to set for these calls alone, over what the handle was made with.

        Returns:
            The flights, in the order of their planned starts. `fh.flight_tasks.handle(flight.uuid)` makes a handle.

        Raises:
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain flight task list".

        Example:
            >>> from datetime import UTC, datetime, time, timedelta
            >>> from flighthub.schedules import Daily, Recurring
            >>> begin = datetime.now(UTC) + timedelta(days=1)
            >>> week = Recurring(
            ...     Daily(), starts=[time(10, 30)], begin=begin.date(), end=begin + timedelta(days=6), zone="UTC"
            ... )
            >>> plan = await fh.flight_tasks.launch(dock="North dock", wayline="Perimeter", schedule=week)
            >>> flights = await plan.flights()
            >>> len(flights) == len(week.occurrences())
            True
        """
        request_options = override_options(self._options, mask_argument(request_options))
        return await self._flights(request_options)

    async def _flights(self, options: RequestOptions | None) -> Records[FlightTaskSummary]:
        task = await self._read(options)
        begin = task.begin_at or datetime.now(UTC)
        rows = await self._client.flight_tasks.history(
            docks=[self._sn or ""],
            since=begin - DAY,
            until=max(begin, task.end_at or begin) + DAY,
            window=_MONTH,
            request_options=options,
        )
        found = (
            each for each in rows if each.name == self._name and each.wayline_uuid in (None, "", self._wayline_uuid)
        )
        from flighthub_api.models import FlightTaskSummary

        return Records(found, of=FlightTaskSummary)

    def _ending(self, resume_timeout: float) -> Ending:
        clock = self._client._server_clock  # pyright: ignore[reportPrivateUsage]
        return Ending(0.0 if self._was_called_home else resume_timeout, clock.now)

    def _reader(self, options: RequestOptions | None) -> Callable[[], Awaitable[FlightTask]]:
        """What reads the task with these options."""

        async def read() -> FlightTask:
            return await self._read(options)

        return read

    async def _track(self, options: RequestOptions | None) -> Track:
        from flighthub_api.models import Track

        answer = await self._client.flight_tasks.get_track(self.uuid, request_options=options)
        return Track() if answer.track is None else answer.track

    async def _hold(self, update: FlightTaskStatusUpdate, options: RequestOptions | None) -> None:
        await self._client.flight_tasks.update_status(self.uuid, status=update, request_options=options)

    async def _command(self, command: DeviceCommand, options: RequestOptions | None) -> None:
        sn = self._aircraft_sn or await self._aircraft(options_for_reading(options))
        await self._client.devices.send_command(sn, device_command=command, request_options=options)

    async def _aircraft(self, options: RequestOptions | None) -> str:
        """Serial number of the aircraft that belongs to the dock: commands name it, and not the dock."""
        for pair in await self._client.devices.list(request_options=options):
            if pair.gateway is not None and pair.gateway.sn == self._sn and pair.drone is not None:
                return pair.drone.sn
        raise InvalidArgument("task", f"dock {self._sn} has no aircraft in this project that could be commanded")

    def _not_possible(self, what: str) -> InvalidArgument:
        state = "in an unknown state" if self.status is None else str(self.status)
        return InvalidArgument("task", f"cannot {what} while it is {state}")

    async def _raise_failure(self, task: FlightTask, options: RequestOptions | None) -> None:
        exceptions: list[FlightTaskException] = []
        cause: FlightHubError | None = None
        try:
            exceptions = await self._exceptions(task, options)
        except FlightHubError as error:
            cause = error
        failed: FlightTaskFailed = failure(task, exceptions)
        raise failed from cause

    async def _exceptions(self, task: FlightTask, options: RequestOptions | None) -> list[FlightTaskException]:
        """What went wrong, which only the list of tasks has; of a plan, with each of its flights."""
        if task.task_type in (FlightTaskType.RECURRING, FlightTaskType.CONTINUOUS):
            return [exception for row in await self._flights(options) for exception in row.exceptions]
        begin = task.begin_at or datetime.now(UTC)
        rows = await self._client.flight_tasks.list(
            sn=task.sn or self._sn or "", begin_at=begin - DAY, end_at=begin + DAY, request_options=options
        )
        return [exception for row in rows if row.uuid == self.uuid for exception in row.exceptions]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._name or ''} ({self.uuid}), {self.status or 'not read yet'}>"


def _state_of(task: FlightTask) -> str:
    return "no state" if task.status is None else str(task.status)


def _state_and_files_of(task: FlightTask) -> str:
    uploaded, expected = counts(task)
    return f"{_state_of(task)}, {uploaded} of {expected} files"


def _is_there(found: object) -> bool:
    return found is not None
