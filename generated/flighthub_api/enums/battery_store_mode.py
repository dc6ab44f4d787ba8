"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"schedule_mode": 1, "standby_mode": 2})
"""The words that travel instead of numbers."""


class BatteryStoreMode(OpenEnum):
    """Charge at which the dock holds the aircraft battery from one task to the next."""

    SCHEDULE_MODE = 1
    """Between 55 and 60 percent, which spares the battery."""
    STANDBY_MODE = 2
    """Between 90 and 95 percent, for an immediate start."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
