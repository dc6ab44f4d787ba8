"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"no_rain": 0, "light_rain": 1, "moderate_rain": 2, "heavy_rain": 3})
"""The words that travel instead of numbers."""


class Rainfall(OpenEnum):
    """How much rain the dock senses."""

    NO_RAIN = 0
    """No rain."""
    LIGHT_RAIN = 1
    """Light rain."""
    MODERATE_RAIN = 2
    """Moderate rain."""
    HEAVY_RAIN = 3
    """Heavy rain."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
