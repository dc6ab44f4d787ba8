"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class TriState(OpenEnum):
    """How much of a group is shown."""

    ALL = "all"
    """All of it."""
    HALF = "half"
    """Part of it."""
    NONE = "none"
    """Nothing of it."""
