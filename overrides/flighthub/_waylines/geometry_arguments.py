"""Places, lines and areas as people give them: pairs of latitude and longitude, or GeoJSON."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, cast

from ..errors import InvalidArgument
from .geodesy import Place

PlaceArgument = tuple[float, float] | Mapping[str, Any]
LineArgument = Sequence[tuple[float, float]] | Mapping[str, Any]


def read_place(given: object, argument: str) -> Place:
    """A place: a pair, anything with `latitude` and `longitude`, or a GeoJSON Point.

    Raises:
        InvalidArgument: It is none.
    """
    if isinstance(given, Mapping):
        told = cast("Mapping[str, Any]", given)
        return _positions(_geometry(told, ("Point",), argument), argument, depth=0)[0]
    latitude, longitude = getattr(given, "latitude", None), getattr(given, "longitude", None)
    if latitude is None or longitude is None:
        latitude, longitude = _pair(given, argument)
    return _place(latitude, longitude, argument)


def read_line(given: LineArgument, argument: str, least: int = 2) -> list[Place]:
    """A line: places in order, or a GeoJSON LineString.

    Raises:
        InvalidArgument: It is none, or has fewer places than the least.
    """
    if isinstance(given, Mapping):
        found = _positions(_geometry(given, ("LineString",), argument), argument, depth=1)
    else:
        found = [read_place(each, argument) for each in _listed(given, argument)]
    line = [each for place, each in enumerate(found) if not place or each != found[place - 1]]
    if len(line) < least:
        raise InvalidArgument(argument, f"has {len(line)} different places, and {least} are needed")
    return line


def read_area(given: LineArgument, holes: Sequence[Sequence[tuple[float, float]]], argument: str) -> list[list[Place]]:
    """An area: its border and its holes, from places or from a GeoJSON Polygon.

    Raises:
        InvalidArgument: It is none.
    """
    if isinstance(given, Mapping):
        rings = [
            _positions(each, argument, depth=1) for each in _listed(_geometry(given, ("Polygon",), argument), argument)
        ]
        if not rings:
            raise InvalidArgument(argument, "is a Polygon without coordinates")
    else:
        rings = [[read_place(each, argument) for each in _listed(given, argument)]]
    rings += [[read_place(each, "holes") for each in _listed(hole, "holes")] for hole in holes]
    return [each[:-1] if len(each) > 1 and each[0] == each[-1] else each for each in rings]


def _geometry(given: Mapping[str, Any], kinds: Sequence[str], argument: str) -> Any:
    """The coordinates of a geometry, or of the one feature that has it."""
    if given.get("type") == "FeatureCollection":
        features = _listed(given.get("features"), argument)
        if len(features) != 1:
            raise InvalidArgument(argument, f"has {len(features)} features, and one is needed")
        given = features[0]
    if given.get("type") == "Feature":
        given = given.get("geometry") or {}
    if given.get("type") not in kinds:
        more = "; give its parts one by one" if str(given.get("type")).startswith("Multi") else ""
        raise InvalidArgument(argument, f"must be a GeoJSON {kinds[0]}, not {given.get('type')!r}{more}")
    return given.get("coordinates")


def _positions(coordinates: Any, argument: str, depth: int) -> list[Place]:
    rows = _listed(coordinates, argument) if depth else [coordinates]
    found: list[Place] = []
    for each in rows:
        longitude, latitude = _pair(each, argument)
        found.append(_place(latitude, longitude, argument))
    return found


def _listed(given: Any, argument: str) -> list[Any]:
    if _is_list(given):
        return list(given)
    # Arrays of numpy and columns of tables are no Sequence.
    listed: Any = given.tolist() if hasattr(given, "tolist") else None
    if _is_list(listed):
        return list(listed)
    raise InvalidArgument(argument, f"must be a list of places, not {type(given).__name__}")


def _is_list(given: object) -> bool:
    return isinstance(given, Sequence) and not isinstance(given, (str, bytes))


def _pair(given: Any, argument: str) -> tuple[Any, Any]:
    found = _listed(given, argument)
    if len(found) < 2:
        raise InvalidArgument(argument, f"must have pairs of latitude and longitude, not {given!r}")
    return found[0], found[1]


def _place(latitude: Any, longitude: Any, argument: str) -> Place:
    try:
        found = Place(float(latitude), float(longitude))
    except (TypeError, ValueError):
        raise InvalidArgument(argument, f"has a place that is not numbers: {latitude!r}, {longitude!r}") from None
    if not (math.isfinite(found.latitude) and -90 <= found.latitude <= 90):
        raise InvalidArgument(argument, f"has latitude {found.latitude:g}, and it is from -90 to 90")
    if not (math.isfinite(found.longitude) and -180 <= found.longitude <= 180):
        raise InvalidArgument(argument, f"has longitude {found.longitude:g}, and it is from -180 to 180")
    return found
