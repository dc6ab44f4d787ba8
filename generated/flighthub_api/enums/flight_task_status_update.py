"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class FlightTaskStatusUpdate(OpenEnum):
    """What to do with a scheduled task.

    A released task presumably reads waiting again, never restored.
    """

    SUSPENDED = "suspended"
    """Holds the task."""
    RESTORED = "restored"
    """Releases the task."""
