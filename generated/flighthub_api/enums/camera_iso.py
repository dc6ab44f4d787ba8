"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "auto": 0,
        "auto_high_sense": 1,
        "iso_50": 2,
        "iso_100": 3,
        "iso_200": 4,
        "iso_400": 5,
        "iso_800": 6,
        "iso_1600": 7,
        "iso_3200": 8,
        "iso_6400": 9,
        "iso_12800": 10,
        "iso_25600": 11,
        "fixed": 255,
    }
)
"""The words that travel instead of numbers."""


class CameraIso(OpenEnum):
    """Light sensitivity of a camera."""

    AUTO = 0
    """Automatic."""
    AUTO_HIGH_SENSE = 1
    """Automatic with high sensitivity."""
    ISO_50 = 2
    """ISO 50."""
    ISO_100 = 3
    """ISO 100."""
    ISO_200 = 4
    """ISO 200."""
    ISO_400 = 5
    """ISO 400."""
    ISO_800 = 6
    """ISO 800."""
    ISO_1600 = 7
    """ISO 1600."""
    ISO_3200 = 8
    """ISO 3200."""
    ISO_6400 = 9
    """ISO 6400."""
    ISO_12800 = 10
    """ISO 12800."""
    ISO_25600 = 11
    """ISO 25600."""
    FIXED = 255
    """Fixed value of the camera."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
