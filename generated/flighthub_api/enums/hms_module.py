"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class HmsModule(OpenEnum):
    """Part of the system that raised an alert."""

    FLIGHT_TASK = "flight_task"
    """Flight tasks."""
    DEVICE_MANAGEMENT = "device_management"
    """Device management."""
    MEDIA = "media"
    """Media."""
    HMS = "hms"
    """Health management."""
