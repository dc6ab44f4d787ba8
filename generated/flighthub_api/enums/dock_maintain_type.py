"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"no_maintenance": 0, "regular_maintenance": 17, "deep_maintenance": 18})
"""The words that travel instead of numbers."""


class DockMaintainType(OpenEnum):
    """Kind of the latest maintenance of a dock."""

    NO_MAINTENANCE = 0
    """No maintenance."""
    REGULAR_MAINTENANCE = 17
    """Regular."""
    DEEP_MAINTENANCE = 18
    """Deep."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
