"""How high the ground is, as somebody tells: a function, or a GeoTIFF (extra `terrain`).

Heights of the ground may be above the sea or above the ellipsoid. Only differences between places are used, so that it
does not matter which.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from flighthub_runtime.annotations import lazy_type

from ..errors import ConfigurationError, InvalidArgument
from .estimates import ground_distance

if TYPE_CHECKING:
    from .route import Waypoint
else:
    Waypoint = lazy_type(".route", "Waypoint", __package__)

GroundHeight = Callable[[float, float], float | None]
"""Gives the height of the ground in metres for latitude and longitude; None where it is not known."""

Ground = GroundHeight | str | os.PathLike[str]
"""A function, or a GeoTIFF."""

STEP: Final = 20.0
"""Metres along a route between two places at which the ground is asked for."""

MAX_SAMPLES: Final = 20_000

_METRES: Final = ("m", "metre", "metres", "meter", "meters")
_LOWEST: Final = -1_000.0
_HIGHEST: Final = 9_500.0
"""Between these is all ground; what is beyond, such as -9999, stands for nothing where a file does not say so."""


class Clearance(NamedTuple):
    """How far a route is above the ground where it is nearest to it.

    Attributes:
        metres: How far.
        waypoint: After which waypoint.
        unknown: At how many of the places the ground is not known.
        samples: At how many places it was asked for.
    """

    metres: float
    waypoint: int
    unknown: int
    samples: int


def open_ground(ground: Ground) -> GroundHeight:
    """The function that tells the height of the ground.

    Raises:
        InvalidArgument: It is neither a function nor a GeoTIFF that can be read.
        ConfigurationError: The extra `terrain` is not installed.
    """
    if callable(ground):
        return ground
    return _Raster(ground)


def find_clearance(points: Sequence[Waypoint], ground: GroundHeight, zero: float) -> Clearance | None:
    """Where a route is nearest to the ground.

    Args:
        points: Its waypoints.
        ground: How high the ground is.
        zero: Height of the ground at which the heights of the waypoints are 0.

    Returns:
        None where the ground is known at none of its places, or a height is missing.
    """
    nearest: tuple[float, int] | None = None
    unknown = count = 0
    for index, latitude, longitude, height in _samples(points):
        count += 1
        below = ground(latitude, longitude)
        if below is None or not math.isfinite(below):
            unknown += 1
            continue
        found = (height + zero - below, index)
        nearest = found if nearest is None else min(nearest, found)
    return None if nearest is None else Clearance(nearest[0], nearest[1], unknown, count)


def _samples(points: Sequence[Waypoint]) -> Iterator[tuple[int, float, float, float]]:
    lengths = [
        ground_distance((here.latitude, here.longitude), (there.latitude, there.longitude))
        for here, there in pairwise(points)
    ]
    step = max(STEP, math.fsum(lengths) / MAX_SAMPLES)
    for index, (here, there) in enumerate(pairwise(points)):
        if here.height is None or there.height is None:
            continue
        count = max(1, math.ceil(lengths[index] / step))
        turn = math.remainder(there.longitude - here.longitude, 360)
        for number in range(count):
            share = number / count
            latitude = here.latitude + share * (there.latitude - here.latitude)
            longitude = math.remainder(here.longitude + share * turn, 360)
            yield index, latitude, longitude, here.height + share * (there.height - here.height)
    last = points[-1]
    if last.height is not None:
        yield len(points) - 1, last.latitude, last.longitude, last.height


class _Raster:
    """The first band of a GeoTIFF, asked for at places."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        try:
            # Neither has types.
            rasterio, warp = import_module("rasterio"), import_module("rasterio.warp")
        except ImportError:
            raise ConfigurationError("a GeoTIFF needs the package rasterio: pip install 'flighthub[terrain]'") from None
        try:
            with rasterio.open(path) as source:
                self._band: Any = source.read(1, masked=True)
                self._inverse: Any = ~source.transform
                self._system: Any = source.crs
                self._scale: float = source.scales[0]
                self._offset: float = source.offsets[0]
                unit = str(source.units[0] or "m").strip().lower()
        except (rasterio.RasterioIOError, OSError, TypeError, ValueError) as error:
            raise InvalidArgument("ground", f"{path} is no GeoTIFF that can be read: {error}") from None
        self._transform: Any = warp.transform
        if unit not in _METRES:
            raise InvalidArgument("ground", f"{path} has heights in {unit}, not in metres")
        if self._system is None:
            raise InvalidArgument("ground", f"{path} does not say in which coordinates it is")

    def __call__(self, latitude: float, longitude: float) -> float | None:
        xs, ys = self._transform("EPSG:4326", self._system, [longitude], [latitude])[:2]
        # By its coefficients: how the object is applied changed between versions of its library.
        a, b, c, d, e, f = tuple(self._inverse)[:6]
        column, row = a * xs[0] + b * ys[0] + c, d * xs[0] + e * ys[0] + f
        if not (math.isfinite(column) and math.isfinite(row)):
            return None
        row, column = math.floor(row), math.floor(column)
        if not (0 <= row < self._band.shape[0] and 0 <= column < self._band.shape[1]):
            return None
        found = self._band[row, column]
        if getattr(found, "mask", False) is True or str(found) == "--":
            return None
        height = float(found) * self._scale + self._offset
        return height if _LOWEST < height < _HIGHEST else None
