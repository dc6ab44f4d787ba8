"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"auto": 0, "low_gain": 1, "high_gain": 2})
"""The words that travel instead of numbers."""


class ThermalGainMode(OpenEnum):
    """Gain setting of the thermal camera."""

    AUTO = 0
    """Automatic."""
    LOW_GAIN = 1
    """Low, for the wide range of 0 to 500 degrees C."""
    HIGH_GAIN = 2
    """High, for fine steps from -20 to 150 degrees C."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
