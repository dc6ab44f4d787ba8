"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "white_hot": 0,
        "black_hot": 1,
        "red_hot": 2,
        "green_hot": 3,
        "rainbow": 5,
        "ironbow1": 6,
        "ice_fire": 8,
        "color1": 11,
        "color2": 12,
        "rain": 13,
    }
)
"""The words that travel instead of numbers."""


class ThermalPalette(OpenEnum):
    """Palette of the thermal image.

    An older SDK has more codes, up to 18: 4 fusion, 7 ironbow2, 9 sepia, 10 glowbow, 14 hot_spot, 15 rainbow2, 16 gray,
    17 metal, 18 cold_spot.
    """

    WHITE_HOT = 0
    """Hot is white."""
    BLACK_HOT = 1
    """Hot is black."""
    RED_HOT = 2
    """Hot is red."""
    GREEN_HOT = 3
    """Medical palette."""
    RAINBOW = 5
    """First rainbow palette."""
    IRONBOW_1 = 6
    """Iron palette."""
    ICE_FIRE = 8
    """Arctic palette."""
    COLOR_1 = 11
    """Lava palette."""
    COLOR_2 = 12
    """Hot-iron palette."""
    RAIN = 13
    """Second rainbow palette."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
