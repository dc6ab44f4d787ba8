"""From the geometries that people have to those that can be drawn on the map of a project. No I/O.

GeoJSON mappings and whatever has `__geo_interface__` (shapely, geopandas, and others) are taken; what the API cannot
draw, or cannot be right, is refused with the place where it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from numbers import Real
from typing import Any, Final, NamedTuple, cast

from flighthub_api.enums import AnnotationType, GeometryType

from ..errors import InvalidArgument

KINDS: Final = {
    GeometryType.POINT: AnnotationType.POINT,
    GeometryType.LINESTRING: AnnotationType.LINE,
    GeometryType.POLYGON: AnnotationType.POLYGON,
}
"""The kind of annotation that a shape is drawn as."""

_PARTS: Final = {
    "MultiPoint": "points",
    "MultiLineString": "lines",
    "MultiPolygon": "polygons",
    "GeometryCollection": "geometries",
}

_HEX: Final = frozenset("0123456789abcdefABCDEF")


class Drawing(NamedTuple):
    """A geometry that can be drawn."""

    kind: AnnotationType
    shape: GeometryType
    coordinates: list[Any]
    has_altitude: bool

    def resource(self, color: str, clamp_to_ground: bool | None) -> dict[str, Any]:
        """The resource of an annotation. What has no altitude lies on the ground by default."""
        clamped = not self.has_altitude if clamp_to_ground is None else clamp_to_ground
        return {
            "type": self.kind.value,
            "content": {
                "type": "Feature",
                "properties": {"color": color, "clampToGround": clamped},
                "geometry": {"type": self.shape.value, "coordinates": self.coordinates},
            },
        }


def drawing(geometry: object, argument: str) -> Drawing:
    """The drawing of a geometry or feature.

    Args:
        geometry: A GeoJSON geometry or feature, or anything with `__geo_interface__`.
        argument: Name of the argument that it was given as.

    Raises:
        InvalidArgument: It cannot be drawn, and why.
    """
    geojson = _as_geojson(geometry, argument)
    if geojson.get("type") == "FeatureCollection":
        raise InvalidArgument(argument, "is a FeatureCollection; annotations.add_all draws each of its features")
    if geojson.get("type") == "Feature":
        argument = f"{argument}.geometry"
        geojson = _as_geojson(geojson.get("geometry"), argument)
    kind = geojson.get("type")
    if isinstance(kind, str) and kind in _PARTS:
        raise InvalidArgument(
            argument,
            f"is a {kind}, and an annotation is a single shape: draw its {_PARTS[kind]} one by one "
            "(shapely has them as .geoms)",
        )
    shapes = {str(each.value): each for each in KINDS}
    if not isinstance(kind, str) or kind not in shapes:
        raise InvalidArgument(argument, f"must be of type {', '.join(shapes)}, not {kind!r}")
    coordinates = _coordinates(kind, geojson.get("coordinates"), f"{argument}.coordinates")
    return Drawing(KINDS[shapes[kind]], shapes[kind], coordinates, _has_altitude(kind, coordinates))


def features(collection: object, argument: str) -> list[Mapping[str, Any]]:
    """The features of a FeatureCollection, of anything with `__geo_interface__` that is one, or of a sequence.

    Raises:
        InvalidArgument: It is none of these.
    """
    given = collection
    if not isinstance(given, Mapping) and hasattr(given, "__geo_interface__"):
        given = getattr(given, "__geo_interface__")  # noqa: B009 - that it is there is not known to the type
    if isinstance(given, Mapping):
        geojson = cast("Mapping[str, Any]", given)
        if geojson.get("type") != "FeatureCollection":
            raise InvalidArgument(argument, f"must be a FeatureCollection, not {geojson.get('type')!r}")
        given = geojson.get("features")
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise InvalidArgument(argument, "must be a FeatureCollection, or the features themselves")
    rows = list(cast("Iterable[object]", given))
    return [_as_geojson(each, f"{argument}[{place}]") for place, each in enumerate(rows)]


def validate_color(color: object, argument: str) -> str:
    """A colour as `#rrggbb`, the form that is documented."""
    if isinstance(color, str) and len(color) == 7 and color[0] == "#" and _HEX.issuperset(color[1:]):
        return color
    raise InvalidArgument(argument, f"must be a colour such as '#2D8CF0', not {color!r}")


def _as_geojson(geometry: object, argument: str) -> Mapping[str, Any]:
    for given in (geometry, getattr(geometry, "geometry", None)):
        found: object = (
            cast("object", given) if isinstance(given, Mapping) else getattr(given, "__geo_interface__", None)
        )
        if isinstance(found, Mapping):
            return cast("Mapping[str, Any]", found)
    if isinstance(geometry, (str, bytes)):
        raise InvalidArgument(argument, "is text; parse it first: json.loads(...)")
    kind = "nothing" if geometry is None else type(geometry).__name__
    raise InvalidArgument(argument, f"must be GeoJSON as a mapping, or have __geo_interface__, not {kind}")


def _coordinates(shape: str, given: object, where: str) -> list[Any]:
    if shape == GeometryType.POINT.value:
        return _position(given, where)
    if shape == GeometryType.LINESTRING.value:
        return _positions(given, where, 2, "a line")
    rings = _sequence(given, where)
    if not rings:
        raise InvalidArgument(where, "is empty; a polygon has at least its border")
    return [_ring(each, f"{where}[{place}]") for place, each in enumerate(rings)]


def _ring(given: object, where: str) -> list[list[float]]:
    found = _positions(given, where, 4, "a ring")
    if found[0] != found[-1]:
        raise InvalidArgument(where, "is not closed; the last position of a ring repeats the first")
    return found


def _positions(given: object, where: str, least: int, what: str) -> list[list[float]]:
    found = _sequence(given, where)
    if len(found) < least:
        raise InvalidArgument(where, f"has {len(found)} positions, and {what} at least {least}")
    return [_position(each, f"{where}[{place}]") for place, each in enumerate(found)]


def _position(given: object, where: str) -> list[float]:
    """Longitude, latitude and perhaps an altitude; what comes after that, such as a measure, is left out."""
    numbers = [_number(each, f"{where}[{place}]") for place, each in enumerate(_sequence(given, where)[:3])]
    if len(numbers) < 2:
        raise InvalidArgument(where, "must be longitude, latitude and perhaps an altitude")
    longitude, latitude = numbers[:2]
    if not -90 <= latitude <= 90:
        swapped = abs(longitude) <= 90 and abs(latitude) <= 180
        hint = "; longitude comes first in GeoJSON" if swapped else _PROJECTED
        raise InvalidArgument(f"{where}[1]", f"must be a latitude from -90 to 90, not {latitude:g}{hint}")
    if not -180 <= longitude <= 180:
        raise InvalidArgument(f"{where}[0]", f"must be a longitude from -180 to 180, not {longitude:g}{_PROJECTED}")
    return numbers


_PROJECTED: Final = "; degrees of WGS-84 are due, no other coordinate system (geopandas: to_crs(4326))"


def _number(given: object, where: str) -> float:
    if isinstance(given, bool) or not isinstance(given, Real):
        raise InvalidArgument(where, f"must be a number, not {type(given).__name__}")
    found = float(given)
    if not math.isfinite(found):
        raise InvalidArgument(where, f"must be a finite number, not {found}")
    return found


def _sequence(given: object, where: str) -> Sequence[object]:
    if isinstance(given, (str, bytes)) or not isinstance(given, Sequence):
        kind = "nothing" if given is None else type(given).__name__
        raise InvalidArgument(where, f"must be a list, not {kind}")
    return cast("Sequence[object]", given)


def _has_altitude(shape: str, coordinates: list[Any]) -> bool:
    """Whether the first position has an altitude."""
    depth = {GeometryType.POINT.value: 0, GeometryType.LINESTRING.value: 1}.get(shape, 2)
    for _ in range(depth):
        coordinates = coordinates[0]
    return len(coordinates) > 2
