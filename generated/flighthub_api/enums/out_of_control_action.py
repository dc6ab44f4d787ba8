"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class OutOfControlAction(OpenEnum):
    """What the aircraft does when it loses the control link."""

    RETURN_HOME = "return_home"
    """Returns to home."""
    CONTINUE_TASK = "continue_task"
    """Goes on with the route."""
