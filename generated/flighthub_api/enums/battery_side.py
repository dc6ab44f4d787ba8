"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"left_battery": 0, "right_battery": 1})
"""The words that travel instead of numbers."""


class BatterySide(OpenEnum):
    """Battery slot of the aircraft, in the numbering of the dock."""

    LEFT_BATTERY = 0
    """Left."""
    RIGHT_BATTERY = 1
    """Right."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
