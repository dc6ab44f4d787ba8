"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class FlightExportStatus(OpenEnum):
    """How far an export is."""

    EXPORT_IN_PROGRESS = "export_in_progress"
    """Being made."""
    EXPORT_COMPLETE = "export_complete"
    """Ready to be downloaded."""
    EXPORT_FAILED = "export_failed"
    """Failed."""

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more happens after this state."""
        return self._value_ in ("export_complete", "export_failed")

    @property
    def is_success(self) -> bool:
        """Whether this state is the end that was wanted."""
        return self._value_ in ("export_complete",)
