"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ReconstructionQuality(OpenEnum):
    """Quality of a reconstruction."""

    HIGH = "high"
    """High."""
    MEDIUM = "medium"
    """Medium."""
    LOW = "low"
    """Low."""
