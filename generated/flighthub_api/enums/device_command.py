"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class DeviceCommand(OpenEnum):
    """Command to an aircraft in flight."""

    RETURN_HOME = "return_home"
    """Return home."""
    RETURN_SPECIFIC_HOME = "return_specific_home"
    """Return to a chosen dock, for tasks across several docks; how V1.0 is told which dock is unknown."""
    RETURN_HOME_CANCEL = "return_home_cancel"
    """Stop returning home."""
    FLIGHTTASK_PAUSE = "flighttask_pause"
    """Pause the route."""
    FLIGHTTASK_RECOVERY = "flighttask_recovery"
    """Go on with the paused route."""
