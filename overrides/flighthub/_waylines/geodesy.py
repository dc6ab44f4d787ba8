"""Places on the WGS-84 ellipsoid: distances, directions, and a flat map of the surroundings. Needs the extra `routes`.

Exact at the poles and across the 180th meridian, as everything is asked of geographiclib by azimuth and distance.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final, NamedTuple

from ..errors import ConfigurationError, InvalidArgument

FARTHEST: Final = 100_000.0
"""Metres around its middle, beyond which a line or an area is no single flight, and its flat map would be distorted."""


class Place(NamedTuple):
    """A place on the globe: degrees, WGS-84."""

    latitude: float
    longitude: float


class Leg(NamedTuple):
    """The shortest way from a place to another.

    Attributes:
        length: Metres.
        begin: Degrees of its direction at the beginning, 0 is north and east positive.
        end: Degrees of its direction at the end.
    """

    length: float
    begin: float
    end: float


def _geodesic() -> Any:
    try:
        module = import_module("geographiclib.geodesic")
    except ImportError:
        raise ConfigurationError(
            "making routes needs the package geographiclib: pip install 'flighthub[routes]'"
        ) from None
    return module.Geodesic.WGS84


def measure(here: tuple[float, float], there: tuple[float, float]) -> Leg:
    """The shortest way between two places."""
    found = _geodesic().Inverse(here[0], here[1], there[0], there[1])
    return Leg(found["s12"], found["azi1"], found["azi2"])


def travel(here: tuple[float, float], direction: float, length: float) -> Place:
    """Where one arrives in a direction (degrees) after a length (metres)."""
    found = _geodesic().Direct(here[0], here[1], direction, length)
    return Place(found["lat2"], wrap(found["lon2"]))


def between(here: tuple[float, float], there: tuple[float, float], share: float) -> Place:
    """The place at a share of the way to another."""
    leg = measure(here, there)
    return travel(here, leg.begin, leg.length * share)


def wrap(longitude: float) -> float:
    """A longitude or a direction from -180 to 180."""
    found = math.remainder(longitude, 360.0)
    return 180.0 if found == -180.0 else found


class FlatMap:
    """A flat map around the middle of places: metres to the east and to the north.

    Lengths are right to a tenth of a millimetre in a metre over 100 km (azimuthal equidistant).

    Args:
        places: What the map has to show.
        argument: Name of the argument that they were given as.

    Raises:
        InvalidArgument: They lie too far apart.
    """

    def __init__(self, places: Sequence[tuple[float, float]], argument: str) -> None:
        self._middle = _middle(places)
        self._solver = _geodesic()
        for each in places:
            if math.hypot(*self.flatten(each)) > FARTHEST:
                raise InvalidArgument(argument, f"reaches more than {FARTHEST / 1000:g} km from its middle")

    def flatten(self, place: tuple[float, float]) -> tuple[float, float]:
        """Where a place is on the map."""
        found = self._solver.Inverse(*self._middle, place[0], place[1])
        direction = math.radians(found["azi1"])
        return found["s12"] * math.sin(direction), found["s12"] * math.cos(direction)

    def locate(self, x: float, y: float) -> Place:
        """Which place a point of the map is."""
        return travel(self._middle, math.degrees(math.atan2(x, y)), math.hypot(x, y))


def _middle(places: Sequence[tuple[float, float]]) -> Place:
    """The middle of places: the direction of the sum of their directions from the centre of the globe."""
    x = y = z = 0.0
    for latitude, longitude in places:
        up, around = math.radians(latitude), math.radians(longitude)
        x += math.cos(up) * math.cos(around)
        y += math.cos(up) * math.sin(around)
        z += math.sin(up)
    if not (x or y or z):
        return Place(*places[0])
    return Place(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))
