"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"basic_maintenance": 1, "regular_maintenance": 2, "deep_maintenance": 3})
"""The words that travel instead of numbers."""


class AircraftMaintainType(OpenEnum):
    """Kind of the latest maintenance of an aircraft."""

    BASIC_MAINTENANCE = 1
    """Basic."""
    REGULAR_MAINTENANCE = 2
    """Regular."""
    DEEP_MAINTENANCE = 3
    """Deep."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
