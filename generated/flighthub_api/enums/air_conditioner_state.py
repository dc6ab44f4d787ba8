"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "idle_mode": 0,
        "cooling_mode": 1,
        "heating_mode": 2,
        "dehumidification_mode": 3,
        "cooling_exit_mode": 4,
        "heating_exit_mode": 5,
        "dehumidification_exit_mode": 6,
        "cooling_ready_mode": 7,
        "heating_ready_mode": 8,
        "dehumidification_ready_mode": 9,
        "air_cooling_ready": 10,
        "air_cooling": 11,
        "air_cooling_exit": 12,
        "defog_ready": 13,
        "defog": 14,
        "defog_exit": 15,
    }
)
"""The words that travel instead of numbers."""


class AirConditionerState(OpenEnum):
    """What the air conditioning of a dock is doing.

    Releases up to 1.11.3 do not have 10 to 15.
    """

    IDLE_MODE = 0
    """Not active."""
    COOLING_MODE = 1
    """Cooling."""
    HEATING_MODE = 2
    """Heating."""
    DEHUMIDIFICATION_MODE = 3
    """Dehumidifying."""
    COOLING_EXIT_MODE = 4
    """Ending cooling."""
    HEATING_EXIT_MODE = 5
    """Ending heating."""
    DEHUMIDIFICATION_EXIT_MODE = 6
    """Ending dehumidifying."""
    COOLING_READY_MODE = 7
    """Preparing to cool."""
    HEATING_READY_MODE = 8
    """Preparing to heat."""
    DEHUMIDIFICATION_READY_MODE = 9
    """Preparing to dehumidify."""
    AIR_COOLING_READY = 10
    """Preparing air cooling."""
    AIR_COOLING = 11
    """Air cooling."""
    AIR_COOLING_EXIT = 12
    """Ending air cooling."""
    DEFOG_READY = 13
    """Preparing to defog."""
    DEFOG = 14
    """Defogging."""
    DEFOG_EXIT = 15
    """Ending defogging."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
