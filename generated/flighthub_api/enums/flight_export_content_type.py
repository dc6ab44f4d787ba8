"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class FlightExportContentType(OpenEnum):
    """How much an export contains."""

    SUMMARY = "summary"
    """The figures in short."""
    DETAILS = "details"
    """All details."""
