"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class DispatchWarningType(OpenEnum):
    """How much something speaks against a flight."""

    WARNING = "warning"
    """Speaks against the flight."""
    INFO = "info"
    """For information."""
