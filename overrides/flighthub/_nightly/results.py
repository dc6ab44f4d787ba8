"""What is to be fetched, and what became of it. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flighthub_runtime.public_names import exported

from ..errors import APIError, FlightHubError, NotFound, TransferError


@exported
class SyncProblem(NamedTuple):
    """Something that was not to be had. The next run tries it again.

    Attributes:
        project: Id of the project.
        dataset: What it is part of, such as `media`; `projects` for a whole project.
        source: What it is: the name of a file, the id of a task, the serial number of a device; or empty.
        error: Why it was not to be had.
    """

    project: str
    dataset: str
    source: str
    error: FlightHubError

    @property
    def is_unavailable(self) -> bool:
        """Whether the server has no such thing at all, as deployments without V2.0 have no detections."""
        return isinstance(self.error, NotFound) and not self.source

    def __str__(self) -> str:
        return f"{self.dataset}{f' {self.source}' if self.source else ''} of project {self.project}: {self.error}"


@exported
class SyncedProject(NamedTuple):
    """What was, or is to be, fetched of a project.

    Attributes:
        uuid: Id of the project.
        name: Its name.
        tasks: Flight tasks that were looked at.
        files: Files of media that were fetched; of a plan, those that would be.
        size: Bytes of these files.
        present: Files of media that were looked at and were there already.
        tracks: Tracks that were fetched.
        points: Points of these tracks; 0 in a plan, as only the tracks tell.
        tables: Tables that were written; of a plan, those that would be asked for.
    """

    uuid: str
    name: str | None
    tasks: int = 0
    files: int = 0
    size: int = 0
    present: int = 0
    tracks: int = 0
    points: int = 0
    tables: int = 0


def reason_of(error: FlightHubError) -> str:
    """Why something was not to be had, the same each time: without the id of a request."""
    if isinstance(error, APIError):
        return f"{type(error).__name__}: {error.message} (code {error.code})"
    return str(error)


class _Report:
    """Projects, and what was not to be had of them."""

    def __init__(self, to: str, projects: Sequence[SyncedProject], problems: Sequence[SyncProblem]) -> None:
        self._to = to
        self._projects = tuple(projects)
        self._problems = tuple(problems)

    @property
    def to(self) -> str:
        """The target."""
        return self._to

    @property
    def projects(self) -> tuple[SyncedProject, ...]:
        """The projects, each with what was, or is to be, fetched of it."""
        return self._projects

    @property
    def problems(self) -> tuple[SyncProblem, ...]:
        """What was not to be had, with the reasons."""
        return self._problems

    @property
    def files(self) -> int:
        """Files of media."""
        return sum(each.files for each in self._projects)

    @property
    def size(self) -> int:
        """Bytes of these files."""
        return sum(each.size for each in self._projects)

    @property
    def tracks(self) -> int:
        """Tracks."""
        return sum(each.tracks for each in self._projects)

    @property
    def tables(self) -> int:
        """Tables."""
        return sum(each.tables for each in self._projects)

    def __str__(self) -> str:
        lines = [
            f"{each.name or each.uuid}: {each.files} files ({each.size / 1e6:,.1f} MB), {each.tracks} tracks, "
            f"{each.tables} tables of {each.tasks} flight tasks; {each.present} files were there"
            for each in self._projects
        ]
        return "\n".join([*lines, *(f"Not to be had: {each}" for each in self._problems)])

    def __repr__(self) -> str:
        failed = f", {len(self._problems)} problems" if self._problems else ""
        return f"<{type(self).__name__}: {len(self._projects)} projects, {self.files} files, {self.size} bytes{failed}>"


@exported
class SyncPlan(_Report):
    """What `fh.sync` would fetch: counts and sizes for each project. `print` shows it readably."""


@exported
class SyncSummary(_Report):
    """What `fh.sync` has fetched, and what was not to be had. `print` shows it readably."""

    @property
    def ok(self) -> bool:
        """Whether everything was to be had that the server has."""
        return all(each.is_unavailable for each in self._problems)

    def raise_for_errors(self) -> None:
        """Raises one `TransferError` that says what was not to be had, chained to the first error."""
        failed = [each for each in self._problems if not each.is_unavailable]
        for first in failed:
            raise TransferError(f"{len(failed)} things were not to be had; the first: {first}") from first.error
