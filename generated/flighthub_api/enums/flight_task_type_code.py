"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"immediate": 1, "recurring": 2, "timed": 3, "sub_task": 4, "continuous": 5})
"""The words that travel instead of numbers."""


class FlightTaskTypeCode(OpenEnum):
    """Kind of schedule of a flight task, as the newer edition writes it.

    The numbers are those of the older dialect.
    """

    IMMEDIATE = 1
    """Flown now."""
    RECURRING = 2
    """Flown again at fixed times."""
    TIMED = 3
    """Flown once at its time."""
    SUB_TASK = 4
    """Part of another task."""
    CONTINUOUS = 5
    """Flown again and again within periods."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
