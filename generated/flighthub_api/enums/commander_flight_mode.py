"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"optimal_height_flight": 0, "preset_height_flight": 1})
"""The words that travel instead of numbers."""


class CommanderFlightMode(OpenEnum):
    """How the height of a fly-to flight is found."""

    OPTIMAL_HEIGHT_FLIGHT = 0
    """Chosen by the aircraft."""
    PRESET_HEIGHT_FLIGHT = 1
    """Set beforehand."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
