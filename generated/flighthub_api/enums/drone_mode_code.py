"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "standby": 0,
        "takeoff_preparation": 1,
        "takeoff_preparation_completed": 2,
        "manual_flight": 3,
        "automatic_takeoff": 4,
        "wayline_flight": 5,
        "panoramic_photography": 6,
        "intelligent_tracking": 7,
        "adsb_avoidance": 8,
        "auto_returning_to_home": 9,
        "automatic_landing": 10,
        "forced_landing": 11,
        "three_blade_landing": 12,
        "upgrading": 13,
        "not_connected": 14,
        "apas": 15,
        "virtual_stick_state": 16,
        "live_flight_controls": 17,
        "airborne_rtk_fixing_mode": 18,
        "dock_address_selecting": 19,
        "poi": 20,
        "in_or_out_route_flight": 21,
    }
)
"""The words that travel instead of numbers."""


class DroneModeCode(OpenEnum):
    """What an aircraft is doing.

    3 to 12 and 15 to 21 are taken to mean in the air; 0, 1, 2 and 13 on the ground; 14 no link.
    """

    STANDBY = 0
    """Standing by."""
    TAKEOFF_PREPARATION = 1
    """Getting ready for take-off."""
    TAKEOFF_PREPARATION_COMPLETED = 2
    """Ready for take-off."""
    MANUAL_FLIGHT = 3
    """Flown by hand."""
    AUTOMATIC_TAKEOFF = 4
    """Taking off by itself."""
    WAYLINE_FLIGHT = 5
    """Flying a route."""
    PANORAMIC_PHOTOGRAPHY = 6
    """Taking a panorama."""
    INTELLIGENT_TRACKING = 7
    """Tracking a target."""
    ADSB_AVOIDANCE = 8
    """Avoiding traffic reported by ADS-B."""
    AUTO_RETURNING_TO_HOME = 9
    """Returning home by itself."""
    AUTOMATIC_LANDING = 10
    """Landing by itself."""
    FORCED_LANDING = 11
    """Forced landing."""
    THREE_BLADE_LANDING = 12
    """Emergency landing on three propellers."""
    UPGRADING = 13
    """Firmware update."""
    NOT_CONNECTED = 14
    """Not connected."""
    APAS = 15
    """Flying with obstacle avoidance (APAS)."""
    VIRTUAL_STICK_STATE = 16
    """Virtual stick."""
    LIVE_FLIGHT_CONTROLS = 17
    """Live flight controls."""
    AIRBORNE_RTK_FIXING_MODE = 18
    """Waiting in the air for an RTK fix."""
    DOCK_ADDRESS_SELECTING = 19
    """Choosing the site of a dock."""
    POI = 20
    """Circling a point of interest.

    [inferred]
    """
    IN_OR_OUT_ROUTE_FLIGHT = 21
    """Flying into or out of a dock's route.

    [inferred]
    """

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return (20, 21)

    @property
    def is_flying(self) -> bool | None:
        """Whether this is a mode in the air; None where that is not known."""
        return (
            True
            if self._value_ in (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 20, 21)
            else False
            if self._value_ in (0, 1, 2, 13)
            else None
        )
