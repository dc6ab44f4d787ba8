"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {"adaptive": 0, "smooth": 1, "standard_definition": 2, "high_definition": 3, "ultra_high_definition": 4}
)
"""The words that travel instead of numbers."""


class VideoQuality(OpenEnum):
    """Clarity of live video in five levels.

    Requests elsewhere in this API use the words adaptive, smooth and ultra_high_definition.
    """

    ADAPTIVE = 0
    """Selected automatically."""
    SMOOTH = 1
    """Least clear."""
    STANDARD_DEFINITION = 2
    """Standard definition."""
    HIGH_DEFINITION = 3
    """High definition."""
    ULTRA_HIGH_DEFINITION = 4
    """Clearest."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
