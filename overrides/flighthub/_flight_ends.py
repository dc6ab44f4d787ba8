"""How a flight task ends: whether all of its media are there, and what a failure says. No I/O."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from flighthub_api.enums import FlightTaskStatus
from flighthub_api.runtime.annotations import lazy_type

from .errors import FlightTaskFailed, InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.models import FlightTask, FlightTaskException
else:
    FlightTask = lazy_type("flighthub_api.models", "FlightTask")
    FlightTaskException = lazy_type("flighthub_api.models", "FlightTaskException")


class Upload:
    """Watches the media of a flight arrive.

    Args:
        settle: Seconds after the end of the flight for which a count of no expected files is not believed.
    """

    def __init__(self, settle: float) -> None:
        if not 0 <= settle < float("inf"):
            raise InvalidArgument("settle", f"must be a number of seconds from 0, not {settle!r}")
        self._settle = settle
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
    said = " ".join(_told(each) for each in exceptions)
    text += f": {said}" if said else "; the list of tasks has no reason for it."
    return FlightTaskFailed(text, task=task, status=task.status, exceptions=exceptions)


def _told(exception: FlightTaskException) -> str:
    from flighthub_api.errors import ERRORS

    known = None if exception.code is None else ERRORS.get(exception.code)
    said = (exception.message or "").rstrip(".")
    parts = [f"{exception.code or 'no code'}{f', {said}' if said else ''}."]
    if known is not None:
        parts += [known.meaning, known.hint]
    return " ".join(part for part in parts if part)
