"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class FlightHubSyncTaskStatus(OpenEnum):
    """State of a flight task in the older webhook."""

    WAITING = 0
    """It waits."""
    RUNNING = 2
    """It is flown."""
    TERMINATED = 4
    """It was terminated."""
    DONE = 5
    """It is done."""

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more happens after this state."""
        return self._value_ in (4, 5)

    @property
    def is_success(self) -> bool:
        """Whether this state is the end that was wanted."""
        return self._value_ in (5,)
