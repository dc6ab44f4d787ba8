"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class WeekOfMonth(OpenEnum):
    """Week of the month.

    The range is inferred.
    """

    FIRST = 1
    """First week."""
    SECOND = 2
    """Second week."""
    THIRD = 3
    """Third week."""
    FOURTH = 4
    """Fourth week."""
