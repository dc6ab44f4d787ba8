"""What all parts of one job share: the target, what ends the job, how far it is, and what was not to be had."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions

from ..._core.request_options import Options
from ..._nightly.layout import Partition
from ..._nightly.manifest import SyncedFile, inspect_bytes, read_manifest, to_parquet, write_manifest
from ..._nightly.results import SyncedProject, SyncProblem, reason_of
from ..._nightly.target import BucketTarget, FolderTarget
from ..._transfer.supervisor import Supervisor
from ...errors import (
    AuthenticationError,
    ConfigurationError,
    ConnectionFailed,
    FlightHubError,
    InvalidArgument,
    RequestTimeout,
    WaitCancelled,
    WaitTimeout,
)
from ...progress import Progress, ProgressCounter, ProgressUpdate
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread

if TYPE_CHECKING:
    from flighthub_api.models import Project
    from flighthub_runtime.columns import Column
else:
    Column = lazy_type("flighthub_runtime.columns", "Column")
    Project = lazy_type("flighthub_api.models", "Project")

ENDING: Final = (AuthenticationError, ConfigurationError, InvalidArgument, WaitCancelled, WaitTimeout)
"""What ends the job, and not only a part of it."""

_UNREACHABLE: Final = 5
"""Calls in a row that do not reach the server, after which the rest is not tried."""


class AnyEvent(Event):
    """Is set when one of some events is."""

    def __init__(self, *events: Event | None) -> None:
        super().__init__()
        self._events = [each for each in events if each is not None]

    def is_set(self) -> bool:
        """Whether one of them is set."""
        return any(each.is_set() for each in self._events)

    def wait(self, timeout: float | None = None) -> bool:
        """Waits until one of them is set, or for so many seconds."""
        end = None if timeout is None else monotonic() + timeout
        while not self.is_set():
            left = 0.1 if end is None else min(0.1, end - monotonic())
            if left <= 0:
                break
            if self._events:
                self._events[0].wait(left)
            else:
                threading.Event().wait(left)
        return self.is_set()


class Run:
    """One job.

    Args:
        client: Whose connections and settings are used.
        target: Where everything goes.
        include: The datasets.
        verify: Whether files that are there are compared with those on the server.
        dry_run: Whether nothing is fetched and written.
        width: Calls, or files, at a time in each project.
        supervisor: Ends the job.
        cancel: Set by the user to end the job.
        progress: Called with each step.
        options: What to set for each call.

    Attributes:
        problems: What was not to be had.
    """

    def __init__(
        self,
        client: AsyncFlightHub,
        target: FolderTarget | BucketTarget,
        include: tuple[str, ...],
        *,
        verify: bool,
        dry_run: bool,
        width: int,
        supervisor: Supervisor,
        cancel: Event | None,
        progress: Progress | None,
        options: RequestOptions | None,
    ) -> None:
        self.target = target
        self.include = frozenset(include)
        self.verify = verify
        self.dry_run = dry_run
        self.width = width
        self.supervisor = supervisor
        self.cancel = AnyEvent(cancel, supervisor.stop)
        self.problems: list[SyncProblem] = []
        self._deadline = Options(options, client.configuration, None).deadline
        self._options = options
        self._failure: Exception | None = None
        self._unreached = 0
        self._given = progress
        self.counter = ProgressCounter(None if progress is None else self._report, "sync")

    def _report(self, step: ProgressUpdate, /) -> None:
        try:
            if self._given is not None:
                self._given(step)
        except Exception as error:
            # It must not be taken for what became of a file.
            self.fail(error)
            raise

    def relay(self) -> Progress | None:
        """What takes the steps of a download for this job; None where nobody asks."""
        if self._given is None:
            return None
        before = 0

        def step(update: ProgressUpdate, /) -> None:
            nonlocal before
            size, before = update.bytes_done - before, update.bytes_done
            self.counter.add_bytes(size, update.item)

        return step

    def fail(self, error: Exception) -> None:
        """Ends the job for an error: whatever is under way ends, and the error is what is raised."""
        if self._failure is None and not isinstance(error, (WaitCancelled, WaitTimeout)):
            self._failure = error
        self.supervisor.stop.set()

    def check(self) -> None:
        """Ends the job where it must end.

        Raises:
            WaitTimeout: Its time is over.
            WaitCancelled: It was cancelled.
        """
        if self._failure is not None:
            raise self._failure
        self.supervisor.check()

    def options(self) -> RequestOptions | None:
        """What to set for the next call: none takes longer than the job."""
        self.check()
        remaining = self.supervisor.remaining
        if remaining >= self._deadline:
            return self._options
        return {**(self._options or {}), "deadline": max(0.001, remaining)}

    @property
    def remaining(self) -> float | None:
        """Seconds that are left; None without a limit."""
        remaining = self.supervisor.remaining
        return None if remaining == float("inf") else max(0.001, remaining)

    def reached(self) -> None:
        """Takes down that the server answered."""
        self._unreached = 0

    def note(self, project: str, dataset: str, source: str, error: FlightHubError) -> None:
        """Takes down that something was not to be had; raises what ends the job."""
        self.check()
        if isinstance(error, ENDING):
            raise error
        if isinstance(error, (ConnectionFailed, RequestTimeout)):
            self._unreached += 1
            if self._unreached >= _UNREACHABLE:
                raise error
        else:
            self._unreached = 0
        self.problems.append(SyncProblem(project, dataset, source, error))


class ProjectRun:
    """The part of a job that is about one project.

    Args:
        run: The job.
        client: A client that acts on the project.
        project: The project.
    """

    def __init__(self, run: Run, client: AsyncFlightHub, project: Project) -> None:
        self.run = run
        self.fh = client
        self.project = project
        self.counts: Counter[str] = Counter()
        self.unavailable: set[str] = set()

    @property
    def result(self) -> SyncedProject:
        """What was fetched."""
        counts = {name: self.counts[name] for name in SyncedProject._fields[2:]}
        return SyncedProject(self.project.uuid, self.project.name, **counts)

    def wants(self, dataset: str) -> bool:
        """Whether a dataset is asked for, and not known to be unavailable."""
        return dataset in self.run.include and dataset not in self.unavailable

    def note(self, dataset: str, source: str, error: FlightHubError) -> None:
        """Takes down that something was not to be had."""
        self.run.note(self.project.uuid, dataset, source, error)


class Shelf:
    """What is at the target of a day of a dock: its rows of the manifest, and what becomes of them.

    Args:
        job: The project.
        partition: The day of the dock.
    """

    def __init__(self, job: ProjectRun, partition: Partition) -> None:
        self.job = job
        self.partition = partition
        self.rows: dict[tuple[str, str], SyncedFile] = {}
        self._saved: dict[tuple[str, str], SyncedFile] = {}

    async def load(self) -> None:
        """Reads the manifest."""
        content = await in_thread(self.job.run.target.read, self.partition.manifest)
        self.rows = read_manifest(content)
        self._saved = dict(self.rows)

    async def save(self) -> None:
        """Writes the manifest, where it has changed."""
        if self.rows == self._saved or self.job.run.dry_run:
            return
        rows = dict(self.rows)
        await in_thread(self._write, rows)
        self._saved = rows

    def _write(self, rows: Mapping[tuple[str, str], SyncedFile]) -> None:
        self.job.run.target.write(self.partition.manifest, write_manifest(rows))

    def row(self, dataset: str, source_id: str, **values: Any) -> SyncedFile:
        """A row of this day of the dock."""
        return SyncedFile(
            dataset, source_id, project_uuid=self.partition.project, dock_sn=self.partition.dock or None, **values
        )

    def lose(self, row: SyncedFile, error: FlightHubError) -> None:
        """Takes down that a file is not there; one that is, of an earlier state, stays."""
        known = self.rows.get(row.key)
        base = row if known is None else known
        self.rows[row.key] = base._replace(problem=reason_of(error))

    async def put_table(
        self,
        row: SyncedFile,
        path: str,
        rows: Iterable[Any],
        row_class: type[Any],
        columns: Mapping[str, Column] | None = None,
        **values: object,
    ) -> None:
        """Writes a table, where it differs from what is there.

        Args:
            row: Its row of the manifest.
            path: Where to.
            rows: Its rows.
            row_class: Their class.
            columns: Columns in front of theirs.
            **values: The values of these.
        """
        counted = "tracks" if row.dataset == "tracks" else "tables"
        if self.job.run.dry_run:
            self.job.counts[counted] += 1
            return
        found = list(rows)

        def write() -> tuple[SyncedFile, bool]:
            content = to_parquet(found, row_class, columns, **values)
            facts = inspect_bytes(content)
            known = self.rows.get(row.key)
            target = self.job.run.target
            is_new = known is None or known.sha256 != facts.sha256 or not target.has(path, facts.size)
            if is_new or (known is not None and known.path != path):
                target.write(path, content)
                if known is not None and known.path not in (None, path):
                    target.remove(known.path)
            made = row._replace(path=path, size=facts.size, sha256=facts.sha256, md5=facts.md5, rows=len(found))
            return made, is_new

        made, is_new = await in_thread(write)
        self.rows[row.key] = made
        self.job.counts[counted] += is_new
        self.job.run.counter.done(path, made.size or 0)
