"""Places as people give them: pairs, objects with coordinates, GeoJSON. No I/O."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from numbers import Real
from typing import Any, Final, NamedTuple, Protocol, cast

from ..errors import InvalidArgument


class HasCoordinates(Protocol):
    """Anything with a latitude and a longitude in degrees of WGS-84, such as a `Position` or the state of a device."""

    @property
    def latitude(self) -> float | None:
        """Degrees, north positive."""
        ...

    @property
    def longitude(self) -> float | None:
        """Degrees, east positive."""
        ...


class HasGeoInterface(Protocol):
    """Anything that gives itself as GeoJSON, such as a point of shapely."""

    @property
    def __geo_interface__(self) -> Mapping[str, Any]:
        """A GeoJSON geometry or feature."""
        ...


PointLike = tuple[float, float] | Sequence[float] | Mapping[str, Any] | HasCoordinates | HasGeoInterface
"""A pair (latitude, longitude); an object or mapping with `latitude` and `longitude`; a GeoJSON Point, as a mapping or
by `__geo_interface__`, whose coordinates are longitude, latitude."""


class Point(NamedTuple):
    """A place in WGS-84, in degrees."""

    latitude: float
    longitude: float


_FORMS: Final = (
    "must be (latitude, longitude), an object or mapping with latitude and longitude, or a GeoJSON Point "
    "([longitude, latitude])"
)


def parse_point(given: object, argument: str) -> Point:
    """The place that somebody means.

    Args:
        given: What `PointLike` names.
        argument: Name of the argument that it was given as.

    Raises:
        InvalidArgument: It is none of these, out of range, or the 0, 0 of a device without a fix.
    """
    latitude: object
    longitude: object
    named = _as_mapping(given)
    if named is not None and "latitude" in named:
        latitude, longitude = named["latitude"], named.get("longitude")
    elif hasattr(given, "latitude") and hasattr(given, "longitude"):
        coordinates = cast("HasCoordinates", given)
        latitude, longitude = coordinates.latitude, coordinates.longitude
    elif named is not None or hasattr(given, "__geo_interface__"):
        return _parse_geojson(given, argument)
    elif len(pair := _as_sequence(given)) == 2:
        latitude, longitude = pair
    else:
        raise InvalidArgument(argument, f"{_FORMS}, not {_describe(given)}")
    return _check_range(_number(latitude, "latitude", argument), _number(longitude, "longitude", argument), argument)


def _as_mapping(given: object) -> Mapping[str, object] | None:
    return cast("Mapping[str, object]", given) if isinstance(given, Mapping) else None


def _as_sequence(given: object) -> Sequence[object]:
    is_sequence = isinstance(given, Sequence) and not isinstance(given, (str, bytes))
    return cast("Sequence[object]", given) if is_sequence else ()


def _parse_geojson(given: object, argument: str) -> Point:
    from flighthub_api.enums import GeometryType

    from .._annotations.geometry import drawing

    drawn = drawing(given, argument)
    if drawn.shape is not GeometryType.POINT:
        raise InvalidArgument(argument, f"must be a single place, not a {drawn.shape.value}")
    return _check_range(drawn.coordinates[1], drawn.coordinates[0], argument)


def _number(value: object, name: str, argument: str) -> float:
    if isinstance(value, bool) or not isinstance(value, Real) or not math.isfinite(value):
        shown = "None: the place is not known" if value is None else repr(value) if isinstance(value, Real) else ""
        raise InvalidArgument(
            argument, f"needs a {name} in degrees, which is a number, not {shown or type(value).__name__}"
        )
    return float(value)


def _check_range(latitude: float, longitude: float, argument: str) -> Point:
    if not -90 <= latitude <= 90:
        swapped = abs(longitude) <= 90 and abs(latitude) <= 180
        todo = "; latitude comes first" if swapped else "; degrees of WGS-84 are due"
        raise InvalidArgument(argument, f"has the latitude {latitude:g}, which must be from -90 to 90{todo}")
    if not -180 <= longitude <= 180:
        # A wrapped mistake flies somewhere, so nothing is brought into range.
        meant = f"; counted from -180 on it would be {longitude - 360:g}" if 180 < longitude <= 360 else ""
        raise InvalidArgument(
            argument,
            f"has the longitude {longitude:g}, which must be from -180 to 180; degrees of WGS-84 are due{meant}",
        )
    if latitude == longitude == 0:
        raise InvalidArgument(argument, "is 0, 0, which is what a device reports that does not know where it is")
    return Point(latitude, longitude)


def _describe(given: object) -> str:
    if isinstance(given, Sequence) and not isinstance(given, (str, bytes)):
        return f"{len(cast('Sequence[object]', given))} values"
    return "None" if given is None else type(given).__name__
