"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_heating": 0, "heating": 1, "heat_preservation": 2})
"""The words that travel instead of numbers."""


class BatteryHeatState(OpenEnum):
    """Whether the dock is warming the aircraft battery."""

    NOT_HEATING = 0
    """No heating."""
    HEATING = 1
    """Heating up."""
    HEAT_PRESERVATION = 2
    """Holding the temperature."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
