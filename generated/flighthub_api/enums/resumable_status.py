"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ResumableStatus(OpenEnum):
    """How an interrupted route is taken up again."""

    AUTO = "auto"
    """By itself from the breakpoint."""
    MANUAL = "manual"
    """By hand."""
