"""How a flight task ends: whether all of its media are there, and what a failure says. No I/O."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from flighthub_api.enums import FlightTaskStatus, ResumableStatus
from flighthub_runtime.annotations import lazy_type

from ..errors import FlightTaskFailed, InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.models import FlightTask, FlightTaskException
else:
    FlightTask = lazy_type("flighthub_api.models", "FlightTask")
    FlightTaskException = lazy_type("flighthub_api.models", "FlightTaskException")


SETTLE: Final = 60.0
"""Seconds after the end of a flight for which a count of no expected files is not believed. I: a dock counts them some
time after the landing."""

RESUME_TIMEOUT: Final = 3600.0
"""Seconds for which a flight that was interrupted may still be resumed by itself.

Inferred: what interrupts a flight and lets it go on is the battery, which a dock charges in less than an hour."""


class Ending:
    """Tells the end of a flight from an interruption after which it goes on by itself.

    `terminated` says that a flight ended early. One that may be resumed automatically can be `executing` again later;
    nothing in the task says whether it will be.

    Args:
        resume_timeout: Seconds after which such a flight has ended for good; 0 takes `terminated` as it is.
        server_now: Tells the time on the server, which is compared with the end of the task.
    """

    def __init__(self, resume_timeout: float, server_now: Callable[[], datetime | None]) -> None:
        if not 0 <= resume_timeout < float("inf"):
            raise InvalidArgument("resume_timeout", f"must be a number of seconds from 0, not {resume_timeout!r}")
        self._resume_timeout = resume_timeout
        self._server_now = server_now
        self._interrupted: float | None = None

    def is_final(self, task: FlightTask) -> bool:
        """Whether nothing more happens in a flight."""
        if not has_ended(task):
            self._interrupted = None
            return False
        if task.status is not FlightTaskStatus.TERMINATED or task.resumable_status is not ResumableStatus.AUTO:
            return True
        if self._interrupted is None:
            self._interrupted = time.monotonic()
        return max(time.monotonic() - self._interrupted, self._ended_ago(task)) >= self._resume_timeout

    def _ended_ago(self, task: FlightTask) -> float:
        """Seconds since the end that the task has, by the server's clock: it may have ended long before this wait."""
        now = self._server_now()
        return 0.0 if now is None or task.end_at is None else (now - task.end_at).total_seconds()


class Upload:
    """Watches the media of a flight arrive.

    Args:
        media_timeout: Seconds after the end of the flight for which a count of no expected files is not believed.
    """

    def __init__(self, media_timeout: float) -> None:
        if not 0 <= media_timeout < float("inf"):
            raise InvalidArgument("media_timeout", f"must be a number of seconds from 0, not {media_timeout!r}")
        self._settle = media_timeout
        self._ended: float | None = None

    def is_complete(self, task: FlightTask) -> bool:
        """Whether all files of a task that has ended are in the cloud, or there are none."""
        if self._ended is None:
            self._ended = time.monotonic()
        if not has_flown(task):
            return True
        uploaded, expected = counts(task)
        if expected:
            return uploaded >= expected
        # A dock counts the files some time after the landing, and until then none are expected.
        return time.monotonic() - self._ended >= self._settle


def is_complete(task: FlightTask, ending: Ending) -> bool:
    """Whether all files of a flight are in the cloud: nothing more is flown, and as many as are expected."""
    uploaded, expected = counts(task)
    return ending.is_final(task) and uploaded >= expected


def counts(task: FlightTask) -> tuple[int, int]:
    """How many files of a flight are in the cloud, and how many there are."""
    folder = task.folder_info
    if folder is None:
        return 0, 0
    return folder.uploaded_file_count or 0, folder.expected_file_count or 0


def has_ended(task: FlightTask) -> bool:
    """Whether nothing more happens in a flight."""
    return task.status is not None and task.status.is_terminal


def has_flown(task: FlightTask) -> bool:
    """Whether a task that has ended left the ground."""
    return task.status not in (FlightTaskStatus.STARTING_FAILURE, FlightTaskStatus.TIMEOUT)


def failure(task: FlightTask, exceptions: Sequence[FlightTaskException]) -> FlightTaskFailed:
    """The error of a task that ended otherwise than with success."""
    status = "an unknown state" if task.status is None else task.status.value
    text = f"flight task {task.name!r} ({task.uuid}) ended in {status}"
    said = " ".join(_describe(each) for each in exceptions)
    text += f": {said}" if said else "; the list of tasks has no reason for it."
    return FlightTaskFailed(text, task=task, status=task.status, exceptions=exceptions)


def _describe(exception: FlightTaskException) -> str:
    from flighthub_api.errors import ERRORS

    known = None if exception.code is None else ERRORS.get(exception.code)
    said = (exception.message or "").rstrip(".")
    parts = [f"{exception.code or 'no code'}{f', {said}' if said else ''}."]
    if known is not None:
        parts += [known.meaning, known.hint]
    return " ".join(part for part in parts if part)
