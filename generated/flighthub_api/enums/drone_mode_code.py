"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from ..runtime.enums import OpenEnum


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
