"""The job that fetches what is new of projects, to a folder or an object store. `fh.sync` is its door."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import Masked, Secret, as_secret

from ..._core.configuration import as_uuid
from ..._core.request_options import Options
from ..._flights.launch import planned_start
from ..._nightly.checkpoint import GIVEN_UP, Checkpoint
from ..._nightly.layout import OF_FLIGHTS, Partition, checkpoint_path, day_of, validate_datasets
from ..._nightly.results import SyncedProject, SyncPlan, SyncSummary
from ..._nightly.target import open_target
from ..._transfer.supervisor import Supervisor, check_job_timeout
from ...errors import FlightHubError, InvalidArgument, RequestTimeout, TransferError, WaitCancelled, WaitTimeout
from ...progress import Progress
from ..client import AsyncFlightHub
from ..core.concurrency import as_completed, in_thread, map_concurrent
from .flights import sync_flights
from .run import ENDING, ProjectRun, Run
from .snapshots import sync_devices, sync_lists

if TYPE_CHECKING:
    from flighthub_api.models import FlightTaskSummary, Project

    from ..._devices.fleet import FleetUnit
else:
    FleetUnit = lazy_type("..._devices.fleet", "FleetUnit", __package__)
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")
    Project = lazy_type("flighthub_api.models", "Project")

_WINDOW: Final = timedelta(days=7)
"""How much is listed at a time; after each, it is taken down how far a project is."""

_DAY: Final = timedelta(days=1)

_FIRST: Final = timedelta(days=365)
"""How far the first run goes back where the server does not say when a project was made."""

_DAYS_AT_ONCE: Final = 3
"""Days of docks that are worked on at a time in a project."""


class _Work(NamedTuple):
    """A day of a dock with all its flights."""

    partition: Partition
    tasks: list[FlightTaskSummary]


async def sync(
    client: AsyncFlightHub,
    to: Path | str,
    *,
    projects: Sequence[str | UUID] | None,
    include: Collection[str] | None,
    since: datetime | None,
    storage_options: Mapping[str, str | Secret] | None,
    verify: bool,
    dry_run: bool,
    max_projects: int,
    max_concurrency: int | None,
    timeout: float | None,
    cancel: Event | None,
    progress: Progress | None,
    request_options: RequestOptions | None,
) -> SyncSummary | SyncPlan:
    """What `fh.sync` does, whose arguments these are."""
    from ..._exports.tables import arro3

    arro3()
    datasets = validate_datasets(include)
    width = client.configuration.max_concurrency if max_concurrency is None else max_concurrency
    for name, number in (("max_concurrency", width), ("max_projects", max_projects)):
        if number < 1:
            raise InvalidArgument(name, f"must be at least 1, not {number}")
    if since is not None and (not isinstance(since, datetime) or since.tzinfo is None):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidArgument("since", "must be a datetime with a time zone")
    if Options(request_options, client.configuration, None).names_project:
        raise InvalidArgument("request_options.project", "is not for sync, which is told by projects=[...]")
    target = open_target(to, _secrets(storage_options))
    supervisor = Supervisor("sync", cancel=cancel, timeout=check_job_timeout(timeout))
    run = Run(
        client,
        target,
        datasets,
        verify=verify,
        dry_run=dry_run,
        width=width,
        supervisor=supervisor,
        cancel=cancel,
        progress=progress,
        options=request_options,
    )
    try:
        rows = await _find_projects(run, client, projects)
        if not dry_run:
            await in_thread(target.lock, [row.uuid for row in rows])
        found = await _sync_projects(run, client, rows, since, max_projects)
    except (WaitCancelled, WaitTimeout, RequestTimeout):
        # Whatever was under way says it in words of its own.
        supervisor.stop.clear()
        run.check()
        raise
    finally:
        supervisor.stop.set()
        target.close()
    name = str(to)
    return SyncPlan(name, found, run.problems) if dry_run else SyncSummary(name, found, run.problems)


def _secrets(options: Mapping[str, str | Secret] | None) -> dict[str, Secret]:
    """The settings of an object store, any of which may be a key."""
    if options is None:
        return {}
    if isinstance(options, Masked):
        raise InvalidArgument("storage_options", "must be a mapping of texts")
    return {
        name: value if isinstance(value, Secret) else as_secret(str(value)) for name, value in dict(options).items()
    }


async def _find_projects(run: Run, client: AsyncFlightHub, named: Sequence[str | UUID] | None) -> list[Project]:
    """The projects that are meant, each once.

    Raises:
        InvalidArgument: The key does not see one of them.
    """
    if isinstance(named, (str, UUID)):
        raise InvalidArgument("projects", f"must be a list of ids or names, such as [{str(named)!r}]")
    listed = await client.projects.list(usage="simple", request_options=run.options())
    rows = list({row.uuid: row for row in listed if row.uuid}.values())
    if named is None:
        return rows
    found: dict[str, Project] = {}
    for each in named:
        text = str(each).strip()
        uuid = as_uuid(text)
        fitting = [row for row in rows if row.uuid == uuid or (uuid is None and row.name == text)]
        if len(fitting) != 1:
            names = ", ".join(sorted(repr(row.name) for row in rows if row.name)) or "none"
            many = f"{len(fitting)} projects have the name" if fitting else "the key sees no project"
            raise InvalidArgument("projects", f"{many} {text!r}; it sees {names}")
        found[fitting[0].uuid] = fitting[0]
    return list(found.values())


async def _sync_projects(
    run: Run, client: AsyncFlightHub, rows: Sequence[Project], since: datetime | None, width: int
) -> list[SyncedProject]:
    async def sync_one(row: Project) -> SyncedProject:
        job = ProjectRun(run, client.with_project(row.uuid), row)
        try:
            await _sync_project(job, since)
        except FlightHubError as error:
            if isinstance(error, (*ENDING, TransferError)):
                run.fail(error)
                raise
            job.note("projects", "", error)
        return job.result

    found: dict[str, SyncedProject] = {}
    outcomes = as_completed(sync_one, rows, min(width, len(rows) or 1), run.supervisor.stop)
    try:
        async for outcome in outcomes:
            found[outcome.item.uuid] = outcome.result()
    finally:
        run.supervisor.stop.set()
        await outcomes.aclose()
    return [found[row.uuid] for row in rows]


async def _sync_project(job: ProjectRun, since: datetime | None) -> None:
    """Fetches what is new of one project."""
    from ..._devices.fleet import FleetUnit

    run, fh = job.run, job.fh
    pairs = await fh.devices.list(request_options=run.options())
    run.reached()
    units = [FleetUnit.of(pair) for pair in pairs]
    now = fh._server_clock.now() or datetime.now(UTC)  # pyright: ignore[reportPrivateUsage]
    await sync_lists(job, day_of(now))
    if run.include & {"devices", "states", "alerts"}:
        await sync_devices(job, units, day_of(now))
    if run.include & OF_FLIGHTS:
        await _Flights(job, units, now).fetch(since)


class _Flights:
    """The flights of one project."""

    def __init__(self, job: ProjectRun, units: Sequence[FleetUnit], now: datetime) -> None:
        self._job = job
        self._now = now
        docks = [(each.dock.sn, each.aircraft) for each in units if each.dock is not None and each.dock.sn]
        self._aircraft = {sn: None if aircraft is None else aircraft.sn for sn, aircraft in docks}
        self._path = checkpoint_path(job.project.uuid)
        self._checkpoint = Checkpoint(job.project.uuid)
        self._datasets = [name for name in sorted(OF_FLIGHTS) if name in job.run.include]

    async def fetch(self, since: datetime | None) -> None:
        """Fetches what is new, and what an earlier run did not have."""
        content = await in_thread(self._job.run.target.read, self._path)
        self._checkpoint = Checkpoint.parse(self._job.project.uuid, content)
        again = self._job.run.verify
        begin = self._checkpoint.begin(self._datasets, since, self._earliest(), self._now, again=again)
        for day, dock in self._checkpoint.open_days(self._datasets, begin.date()):
            start = _midnight(day)
            await self._fetch_window([dock], start, start + _DAY)
            await self._save()
        complete = True
        while begin < self._now:
            end = min(begin + _WINDOW, self._now)
            complete &= await self._fetch_window(list(self._aircraft), begin, end)
            if complete:
                # What was not listed is listed again by the next run, with all that comes after it.
                self._checkpoint.advance(self._datasets, begin, end)
            await self._save()
            begin += _WINDOW

    def _earliest(self) -> datetime:
        made = self._job.project.created_at
        found = None if made is None else _moment(made)
        return min(self._now, found or self._now - _FIRST)

    async def _save(self) -> None:
        if not self._job.run.dry_run:
            content = self._checkpoint.to_bytes()
            await in_thread(self._job.run.target.write, self._path, content)

    async def _fetch_window(self, docks: Sequence[str], begin: datetime, end: datetime) -> bool:
        """Fetches what belongs to the flights of docks in a period of whole days; false where one was not listed."""
        run = self._job.run

        async def list_one(dock: str) -> list[FlightTaskSummary]:
            return await self._job.fh.flight_tasks.list(
                sn=dock, begin_at=begin, end_at=end, request_options=run.options()
            )

        complete = True
        works: dict[Partition, _Work] = {}
        for outcome in await map_concurrent(list_one, docks, run.width):
            dock = outcome.item
            if isinstance(outcome.error, FlightHubError):
                self._job.note("flight_tasks", dock, outcome.error)
                complete = False
                continue
            run.reached()
            for task in sorted({each.uuid: each for each in outcome.result()}.values(), key=planned_start):
                if task.begin_at is None:
                    problem = f"flight task {task.uuid} cannot be filed: the server does not say when it was to begin"
                    self._job.note("flight_tasks", task.uuid, TransferError(problem))
                    # It is listed again as long as it may change.
                    complete &= self._now - end > GIVEN_UP
                    continue
                # A flight at the very end belongs to the next period, in which its whole day is listed.
                if task.begin_at >= end and end != self._now:
                    continue
                partition = Partition(self._job.project.uuid, day_of(task.begin_at), dock)
                works.setdefault(partition, _Work(partition, [])).tasks.append(task)
        ordered = [works[each] for each in sorted(works)]
        days = as_completed(self._fetch_day, ordered, min(_DAYS_AT_ONCE, run.width))
        try:
            async for day in days:
                self._checkpoint.settle(day.item.partition, self._datasets, day.result(), day_of(self._now))
        except Exception as error:
            # Nobody waits for what is fetched meanwhile for other days, and projects.
            run.fail(error)
            raise
        finally:
            await days.aclose()
        return complete

    async def _fetch_day(self, work: _Work) -> set[str]:
        self._job.run.check()
        return await sync_flights(
            self._job, work.partition, work.tasks, self._aircraft.get(work.partition.dock), self._now
        )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _moment(seconds: int) -> datetime | None:
    """A Unix time in seconds or milliseconds; None beyond what a calendar shows."""
    try:
        return datetime.fromtimestamp(seconds if abs(seconds) < 10**11 else seconds / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        return None
