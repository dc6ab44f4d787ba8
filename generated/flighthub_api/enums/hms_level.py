"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class HmsLevel(OpenEnum):
    """How serious an alert is."""

    NOTIFICATION = "notification"
    """For information."""
    REMINDER = "reminder"
    """Take care."""
    WARNING = "warning"
    """Warning."""
