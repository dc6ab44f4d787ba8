"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"auto": 0, "smooth": 1, "high_definition": 2, "ultra_high_definition": 3})
"""The words that travel instead of numbers."""


class VideoQualityController(OpenEnum):
    """Clarity of live video in the four levels of DJI RC Plus 2.

    From 2 on, the codes differ in meaning from those of VideoQuality.
    """

    AUTO = 0
    """Selected automatically."""
    SMOOTH = 1
    """Least clear."""
    HIGH_DEFINITION = 2
    """High definition."""
    ULTRA_HIGH_DEFINITION = 3
    """Clearest."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
