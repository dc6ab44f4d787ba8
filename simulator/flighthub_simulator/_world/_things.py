"""The things of a world that several of its parts share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from math import asin, atan2, cos, degrees, dist, hypot, prod, radians, sin, sqrt
from typing import Any, NamedTuple

from flighthub_api.enums import QualityType

EQUATOR, SQUARED_ECCENTRICITY = 6_378_137.0, 6.69437999014e-3
"""Of WGS-84: metres, and a ratio."""


class Place(NamedTuple):
    """A place in WGS-84: degrees, and metres above the ellipsoid."""

    latitude: float
    longitude: float
    height: float = 0.0

    def distance(self, other: Place) -> float:
        """Metres along the ground: the arc over the ellipsoid from its chord, which for a flight is exact enough."""
        radius = sqrt(prod(_radii(self.latitude)))
        return 2 * radius * asin(min(1.0, dist(_centred(self), _centred(other)) / 2 / radius))

    def bearing(self, other: Place) -> float:
        """Degrees from true north, -180 to 180, clockwise positive."""
        here, there, east = radians(self.latitude), radians(other.latitude), radians(other.longitude - self.longitude)
        return degrees(atan2(sin(east) * cos(there), cos(here) * sin(there) - sin(here) * cos(there) * cos(east)))

    def moved(self, north: float, east: float, up: float = 0.0) -> Place:
        """The place so many metres away."""
        meridian, parallel = _radii(self.latitude)
        return Place(
            round(self.latitude + degrees(north / meridian), 9),
            _wrapped(self.longitude + degrees(east / (parallel * cos(radians(self.latitude))))),
            self.height + up,
        )

    def towards(self, other: Place, part: float) -> Place:
        """The place on the way to another, 0 being here and 1 there. The way is the short one, over 180 degrees too."""
        east = (other.longitude - self.longitude + 180) % 360 - 180
        return Place(
            round(self.latitude + (other.latitude - self.latitude) * part, 9),
            other.longitude if part == 1 else _wrapped(self.longitude + east * part),
            round(self.height + (other.height - self.height) * part, 9),
        )

    def span(self, other: Place) -> float:
        """Metres through the air."""
        return hypot(self.distance(other), other.height - self.height)


def _radii(latitude: float) -> tuple[float, float]:
    """Radii of curvature along the meridian and across it, in metres."""
    ratio = 1 - SQUARED_ECCENTRICITY * sin(radians(latitude)) ** 2
    return EQUATOR * (1 - SQUARED_ECCENTRICITY) / ratio**1.5, EQUATOR / sqrt(ratio)


def _centred(place: Place) -> tuple[float, float, float]:
    """Earth-centred coordinates of the place on the ellipsoid, in metres."""
    latitude, longitude = radians(place.latitude), radians(place.longitude)
    across = EQUATOR / sqrt(1 - SQUARED_ECCENTRICITY * sin(latitude) ** 2)
    return (
        across * cos(latitude) * cos(longitude),
        across * cos(latitude) * sin(longitude),
        across * (1 - SQUARED_ECCENTRICITY) * sin(latitude),
    )


def _wrapped(longitude: float) -> float:
    """A longitude from -180 to 180."""
    return round(longitude if -180 <= longitude <= 180 else (longitude + 180) % 360 - 180, 9)


@dataclass
class Member:
    """Somebody who may see a project."""

    user_id: str
    nickname: str
    role: str


@dataclass
class Project:
    """A project of the organization. Times are simulated."""

    uuid: str
    name: str
    introduction: str
    center: Place
    created: datetime
    updated: datetime
    members: dict[str, Member] = field(default_factory=dict[str, Member])


@dataclass
class Camera:
    """A camera of a device: its index, such as `81-0-0`, and what it is set to.

    Attributes:
        lenses: Those that can be shown; a dock's camera has none.
        views: The views of a dock's camera.
        shown: The lens or view that is shown.
        quality: How clear its live video is.
    """

    index: str
    lenses: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    shown: str = ""
    quality: str = QualityType.ADAPTIVE.value


@dataclass
class Device:
    """A dock, a remote controller or an aircraft."""

    sn: str
    key: str
    callsign: str
    online: bool = True
    cameras: list[Camera] = field(default_factory=list[Camera])


class Moment(NamedTuple):
    """Where an aircraft is and what it does at one moment.

    Attributes:
        mode: `DroneModeCode`; 0 in the dock, switched on; 14 not connected, which is switched off.
        place: Where it is; the height is above the ellipsoid.
        elevation: Metres above the take-off point.
        heading: Degrees from true north, -180 to 180.
        horizontal_speed: m/s.
        vertical_speed: m/s, up positive.
        battery: Percent.
        in_dock: Whether it stands in the dock.
        cover_open: Whether the cover of the dock is open.
        waypoint: How many waypoints of its wayline it has reached.
        gimbal_pitch: Degrees of the camera from the horizon, down negative.
        gimbal_yaw: Degrees of the camera from true north, -180 to 180.
    """

    mode: int
    place: Place
    elevation: float = 0.0
    heading: float = 0.0
    horizontal_speed: float = 0.0
    vertical_speed: float = 0.0
    battery: float = 100.0
    in_dock: bool = True
    cover_open: bool = False
    waypoint: int = 0
    gimbal_pitch: float = 0.0
    gimbal_yaw: float = 0.0


@dataclass
class Pair:
    """A dock or remote controller, and the aircraft that goes with it.

    Attributes:
        home: Where the dock stands, or the controller is.
        moment: What the aircraft does at a moment while it flies; None while it rests. Flights set and clear it.
        battery: Percent of the resting aircraft at `battery_since`; it charges from there.
        holders: Who controls what: payload indexes to people.
        switched_on: Whether the aircraft was ever switched on; before that, nothing is known of its cameras.
        linked: Whether gateway and aircraft can reach each other.
        settings: Whatever else was set, by name; such as the RTK account's host.
    """

    project: Project
    gateway: Device
    drone: Device | None
    home: Place
    moment: Callable[[datetime], Moment] | None = None
    battery: float = 93.0
    battery_since: datetime | None = None
    holders: dict[str, Member] = field(default_factory=dict[str, Member])
    switched_on: bool = True
    linked: bool = True
    settings: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def is_dock(self) -> bool:
        """Whether the gateway is a dock."""
        return self.gateway.key.startswith("3-")
