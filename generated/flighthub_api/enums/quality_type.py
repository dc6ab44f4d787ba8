"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class QualityType(OpenEnum):
    """Clarity of live video."""

    ADAPTIVE = "adaptive"
    """Follows the link."""
    SMOOTH = "smooth"
    """Least bandwidth."""
    ULTRA_HIGH_DEFINITION = "ultra_high_definition"
    """Clearest."""
