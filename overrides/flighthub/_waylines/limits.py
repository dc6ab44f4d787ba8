"""What WPML says that a route must have, and between which limits.

Basis: DJI's Cloud API documentation, "WPML": common elements (2025-06-09), waylines.wpml (2025-02-25), of the namespace
wpmz/1.0.6. What a dock refuses beyond that is not documented.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Range(NamedTuple):
    """Least and greatest value, both allowed."""

    low: float
    high: float

    def __contains__(self, value: object) -> bool:
        # Programs write 32-bit floats as text: 15.0000001 is 15.
        return isinstance(value, (int, float)) and self.low - _ROUNDING <= value <= self.high + _ROUNDING

    def __str__(self) -> str:
        return f"{self.low:g} to {self.high:g}"


_ROUNDING: Final = 1e-3

WORDS: Final = {
    "flyToWaylineMode": ("safely", "pointToPoint"),
    "finishAction": ("goHome", "noAction", "autoLand", "gotoFirstWaypoint"),
    "exitOnRCLost": ("goContinue", "executeLostAction"),
    "executeRCLostAction": ("goBack", "landing", "hover"),
    "executeHeightMode": ("relativeToStartPoint", "WGS84", "realTimeFollowSurface"),
    "actionTriggerType": ("reachPoint", "betweenAdjacentPoints", "multipleTiming", "multipleDistance"),
}
"""Words that an element may have. waylines.wpml: missionConfig, Folder; common elements: actionTrigger."""

REQUIRED_SETTINGS: Final = ("flyToWaylineMode", "finishAction", "exitOnRCLost", "globalTransitionalSpeed")
"""Members of missionConfig without which no route is flown; executeRCLostAction depends on exitOnRCLost."""

EXPECTED_SETTINGS: Final = ("takeOffSecurityHeight", "droneInfo")
"""Members of missionConfig that the page requires as well, and that routes for hand-held aircraft leave out. I: a dock
needs them; what a server does without them is not known."""

SPEED: Final = Range(1, 15)
"""m/s: globalTransitionalSpeed, autoFlightSpeed, waypointSpeed."""

TAKE_OFF_HEIGHT: Final = Range(1.2, 1500)
"""Metres: takeOffSecurityHeight, flown with a remote controller."""

DOCK_TAKE_OFF_HEIGHT: Final = Range(8, 1500)
"""Metres: takeOffSecurityHeight, flown from a dock."""

RTH_HEIGHT: Final = Range(2, 1500)
"""Metres: globalRTHHeight."""

MAX_WAYPOINTS: Final = 65_536
"""Waypoints of one wayline: `index` is from 0 to 65535."""

PSDK_PAYLOAD: Final = "65534"
"""payloadEnumValue of a payload that was made with DJI's payload SDK. No camera of a device has this type."""
