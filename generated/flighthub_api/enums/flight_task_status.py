"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class FlightTaskStatus(OpenEnum):
    """State of a flight task.

    Which states are final is inferred; further ones are possible.
    """

    WAITING = "waiting"
    """Scheduled, not started."""
    STARTING_FAILURE = "starting_failure"
    """Could not start."""
    EXECUTING = "executing"
    """Being flown."""
    PAUSED = "paused"
    """Paused."""
    TERMINATED = "terminated"
    """Ended early."""
    SUCCESS = "success"
    """Completed."""
    SUSPENDED = "suspended"
    """Held by the status call."""
    TIMEOUT = "timeout"
    """Not started in time, presumably."""
    PARTIALLY_DONE = "partially_done"
    """Completed in part, from the newer edition.

    [inferred]
    """
    PREPARING = "preparing"
    """Being prepared, from the newer edition.

    [inferred]
    """
    QUEUE_FOR_TAKEOFF = "queue_for_takeoff"
    """Waiting for its take-off, from the newer edition.

    [inferred]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("partially_done", "preparing", "queue_for_takeoff")

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more happens after this state."""
        return self._value_ in ("starting_failure", "terminated", "success", "timeout", "partially_done")

    @property
    def is_success(self) -> bool:
        """Whether this state is the end that was wanted."""
        return self._value_ in ("success",)
