"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class RepeatType(OpenEnum):
    """Kind of recurrence."""

    NONREPEATING = "nonrepeating"
    """No recurrence."""
    DAILY = "daily"
    """Every so many days."""
    WEEKLY = "weekly"
    """On weekdays of every so many weeks."""
    ABSOLUTE_MONTHLY = "absolute_monthly"
    """On days of the month of every so many months."""
    RELATIVE_MONTHLY = "relative_monthly"
    """On weekdays of one week of every so many months."""
