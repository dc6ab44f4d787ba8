"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "operation_preparation": 0,
        "in_flight_operation": 1,
        "post_operation_state_recovery": 2,
        "custom_flight_area_updating": 3,
        "terrain_obstacle_updating": 4,
        "mission_idle": 5,
        "aircraft_abnormal": 255,
        "unknown_state": 256,
    }
)
"""The words that travel instead of numbers."""


class DockTaskStep(OpenEnum):
    """How far a dock is with its task."""

    OPERATION_PREPARATION = 0
    """Getting ready."""
    IN_FLIGHT_OPERATION = 1
    """Aircraft flying the task."""
    POST_OPERATION_STATE_RECOVERY = 2
    """Restoring order after the flight."""
    CUSTOM_FLIGHT_AREA_UPDATING = 3
    """Update of custom flight areas."""
    TERRAIN_OBSTACLE_UPDATING = 4
    """Update of terrain and obstacle data."""
    MISSION_IDLE = 5
    """Without a task."""
    AIRCRAFT_ABNORMAL = 255
    """Fault of the aircraft."""
    UNKNOWN_STATE = 256
    """Unknown."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
