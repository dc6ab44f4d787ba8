"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "no_meaning": 0,
        "low_battery_power": 1,
        "low_battery_voltage": 2,
        "seriously_low_voltage": 3,
        "rc_button_request": 4,
        "app_request": 5,
        "rc_signal_lost": 6,
        "external_device_trigger": 7,
        "dock_geo_zone": 8,
        "home_too_close": 9,
        "home_too_far": 10,
        "wayline_takeoff": 11,
        "arrived_above_home": 12,
        "second_stage_descent": 13,
        "forced_low_protection_break": 14,
        "passing_traffic": 15,
        "height_control_failed": 16,
        "after_low_battery_return": 17,
        "ap_control": 18,
        "hardware_abnormal": 19,
        "ground_protection_end": 20,
        "return_canceled": 21,
        "obstacle_on_return": 22,
        "dock_strong_wind": 23,
    }
)
"""The words that travel instead of numbers."""


class DroneModeCodeReason(OpenEnum):
    """What put the aircraft into its present state.

    Only the pages of aircraft flown from a dock have 23.
    """

    NO_MEANING = 0
    """No reason given."""
    LOW_BATTERY_POWER = 1
    """Little charge left in the battery (return or landing)."""
    LOW_BATTERY_VOLTAGE = 2
    """Low voltage of the battery (return or landing)."""
    SERIOUSLY_LOW_VOLTAGE = 3
    """Critically low voltage of the battery (return or landing)."""
    RC_BUTTON_REQUEST = 4
    """Button on the remote controller (take-off, return or landing)."""
    APP_REQUEST = 5
    """Request of the app (take-off, return or landing)."""
    RC_SIGNAL_LOST = 6
    """Link to the remote controller lost (return, landing or hovering)."""
    EXTERNAL_DEVICE_TRIGGER = 7
    """Request of an external device or SDK (take-off, return or landing)."""
    DOCK_GEO_ZONE = 8
    """Within a dock's no-fly zone (landing)."""
    HOME_TOO_CLOSE = 9
    """Return requested too near the home point (landing)."""
    HOME_TOO_FAR = 10
    """Return requested too far from the home point (landing)."""
    WAYLINE_TAKEOFF = 11
    """Take-off requested by a route task."""
    ARRIVED_ABOVE_HOME = 12
    """Over the home point at the end of a return (landing)."""
    SECOND_STAGE_DESCENT = 13
    """Descent continues below the floor of 0.7 m (landing)."""
    FORCED_LOW_PROTECTION_BREAK = 14
    """Protection at low height overruled by the app or SDK (landing)."""
    PASSING_TRAFFIC = 15
    """Other air traffic close by (return or landing)."""
    HEIGHT_CONTROL_FAILED = 16
    """Failure of height control (return or landing)."""
    AFTER_LOW_BATTERY_RETURN = 17
    """After a return because of low battery (landing)."""
    AP_CONTROL = 18
    """Flight mode chosen over the access point (manual flight)."""
    HARDWARE_ABNORMAL = 19
    """Hardware failure (return or landing)."""
    GROUND_PROTECTION_END = 20
    """End of the ground-contact protection (landing)."""
    RETURN_CANCELED = 21
    """Return called off (hovering)."""
    OBSTACLE_ON_RETURN = 22
    """Obstacle found during the return (landing)."""
    DOCK_STRONG_WIND = 23
    """Strong wind while operating from a dock (return)."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
