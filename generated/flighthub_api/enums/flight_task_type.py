"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class FlightTaskType(OpenEnum):
    """Kind of schedule of a flight task."""

    IMMEDIATE = "immediate"
    """Flown now."""
    TIMED = "timed"
    """Flown once, at begin_at."""
    RECURRING = "recurring"
    """Flown again at fixed times."""
    CONTINUOUS = "continuous"
    """Flown again and again within periods, as the battery allows."""
    MANUAL = "manual"
    """A flight without a planned task and with an empty wayline_uuid, seen in the newer edition.

    [inferred, in answers only]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("manual",)

    @classmethod
    def _answer_only(cls) -> Collection[Any]:
        return ("manual",)
