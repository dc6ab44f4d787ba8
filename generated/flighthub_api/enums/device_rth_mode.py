"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"intelligent_altitude": 0, "preset_altitude": 1})
"""The words that travel instead of numbers."""


class DeviceRthMode(OpenEnum):
    """How the height of a return is found.

    Elsewhere in this API the words are optimal and preset.
    """

    INTELLIGENT_ALTITUDE = 0
    """Chosen by the aircraft."""
    PRESET_ALTITUDE = 1
    """Set beforehand."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
