"""The ground of the world: where it lies below any place, and smooth.

I: real docks do not tell their terrain, so this one is made up, and the same for everybody: low hills that go through
the ground below each dock and pilot exactly, and over the whole Earth without a seam. Heights are above the ellipsoid
of WGS-84, as those of docks are. Nothing knows the geoid: WPML has no height above it in what is flown
(`executeHeightMode`, waylines.wpml).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians, sin

from ._things import Place

HILLS = ((9.0, 29_000, 23_000), (3.5, 97_000, 71_000))
"""Metres of half their height, and waves around the Earth from north to south, and from west to east."""

NEAR = 1.0
"""Metres from a known place within which the ground is level."""


class Ground:
    """The ground.

    Args:
        known: Places at which its height is known: those where docks and pilots stand.
    """

    def __init__(self, known: Iterable[Place]) -> None:
        self._known = [(each, each.height - _hills(each)) for each in dict.fromkeys(known)]

    def height(self, place: Place) -> float:
        """Metres above the ellipsoid, of the ground below a place."""
        total = weights = 0.0
        for known, base in self._known:
            metres = known.distance(place)
            if metres <= NEAR:
                return known.height
            weight = metres**-2
            total, weights = total + weight * base, weights + weight
        return _hills(place) + (total / weights if weights else 0.0)


def _hills(place: Place) -> float:
    north, east = radians(place.latitude), radians(place.longitude)
    return sum(size * sin(along * north) * cos(across * east) for size, along, across in HILLS)
