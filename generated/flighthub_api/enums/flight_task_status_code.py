"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "waiting": 0,
        "starting_failure": 1,
        "executing": 2,
        "paused": 3,
        "terminated": 4,
        "success": 5,
        "suspended": 6,
        "timeout": 7,
        "partially_done": 8,
        "preparing": 9,
        "queue_for_takeoff": 10,
    }
)
"""The words that travel instead of numbers."""


class FlightTaskStatusCode(OpenEnum):
    """State of a flight task, as the newer edition writes it.

    The numbers are those of the older dialect; which states are final is inferred.
    """

    WAITING = 0
    """Scheduled, not started."""
    STARTING_FAILURE = 1
    """Could not start."""
    EXECUTING = 2
    """Being flown."""
    PAUSED = 3
    """Paused."""
    TERMINATED = 4
    """Ended early."""
    SUCCESS = 5
    """Completed."""
    SUSPENDED = 6
    """Held by the status call."""
    TIMEOUT = 7
    """Not started in time, presumably."""
    PARTIALLY_DONE = 8
    """Completed in part."""
    PREPARING = 9
    """Being prepared."""
    QUEUE_FOR_TAKEOFF = 10
    """Waiting for its take-off."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more happens after this state."""
        return self._value_ in (1, 4, 5, 7, 8)

    @property
    def is_success(self) -> bool:
        """Whether this state is the end that was wanted."""
        return self._value_ in (5,)
