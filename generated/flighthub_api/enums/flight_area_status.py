"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class FlightAreaStatus(OpenEnum):
    """Whether an area is in force."""

    ENABLE = "enable"
    """In force."""
    DISABLE = "disable"
    """Switched off."""
