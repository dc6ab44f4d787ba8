"""Well-known binary, in which tables hold geometries: of places, and of GeoJSON."""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct, pack
from typing import Any, Final

from flighthub_runtime.devices import is_place

_POINT: Final = Struct("<BIdd").pack
_POINT_Z: Final = Struct("<BIddd").pack
_Z: Final = 1000
"""What is added to the number of a geometry's type where it has heights."""

_TYPES: Final = {
    "Point": 1,
    "LineString": 2,
    "Polygon": 3,
    "MultiPoint": 4,
    "MultiLineString": 5,
    "MultiPolygon": 6,
}
_PARTS: Final = {"MultiPoint": "Point", "MultiLineString": "LineString", "MultiPolygon": "Polygon"}

GEOMETRY_TYPES: Final = tuple(_TYPES)

Bounds = tuple[float, float, float, float]
"""West, south, east and north."""


def encode_points(
    latitudes: Sequence[float | None], longitudes: Sequence[float | None], heights: Sequence[float | None] | None
) -> list[bytes | None]:
    """Points as WKB; None where the place is not known."""
    if are_places(latitudes, longitudes):
        if heights is None:
            return [_POINT(1, 1, x, y) for x, y in zip(longitudes, latitudes, strict=True)]
        if None not in heights:
            return [_POINT_Z(1, 1001, x, y, z) for x, y, z in zip(longitudes, latitudes, heights, strict=True)]
    made: list[bytes | None] = []
    for y, x, z in zip(latitudes, longitudes, heights or [None] * len(latitudes), strict=True):
        if x is None or y is None or not is_place(y, x):
            made.append(None)
        else:
            made.append(_POINT(1, 1, x, y) if z is None else _POINT_Z(1, 1 + _Z, x, y, z))
    return made


def are_places(latitudes: Sequence[float | None], longitudes: Sequence[float | None]) -> bool:
    """Whether all coordinates certainly are places, so that none needs to be looked at by itself."""
    if not latitudes or None in latitudes or None in longitudes or 0 in latitudes:
        return False
    total = sum(latitudes) + sum(longitudes)  # type: ignore[arg-type]
    return (
        total == total
        and min(latitudes) >= -90  # type: ignore[type-var, operator]
        and max(latitudes) <= 90  # type: ignore[type-var, operator]
        and min(longitudes) >= -180  # type: ignore[type-var, operator]
        and max(longitudes) <= 180  # type: ignore[type-var, operator]
    )


def encode_geojson(kind: object, coordinates: object) -> bytes | None:
    """A GeoJSON geometry as WKB; None where it is none."""
    try:
        return _encode(str(kind), coordinates)
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _encode(kind: str, coordinates: Any) -> bytes:
    number = _TYPES[kind]
    has_heights = all(len(each) > 2 for each in positions_of(coordinates))
    head = pack("<BI", 1, number + (_Z if has_heights else 0))
    size = 3 if has_heights else 2
    if kind == "Point":
        return head + _position(coordinates, size)
    if kind == "LineString":
        return head + _line(coordinates, size)
    if kind == "Polygon":
        return head + pack("<I", len(coordinates)) + b"".join(_line(ring, size) for ring in coordinates)
    return head + pack("<I", len(coordinates)) + b"".join(_encode(_PARTS[kind], part) for part in coordinates)


def positions_of(coordinates: Any) -> list[list[float]]:
    """The positions in the coordinates of a GeoJSON geometry, however deeply nested."""
    if not isinstance(coordinates, (list, tuple)) or not coordinates:
        return []
    parts: list[Any] = [*coordinates]
    if not isinstance(parts[0], (int, float)):
        return [position for part in parts for position in positions_of(part)]
    if not (-180 <= parts[0] <= 180 and -90 <= parts[1] <= 90):
        raise ValueError("beyond the globe")
    return [parts]


def _line(positions: Any, size: int) -> bytes:
    return pack("<I", len(positions)) + b"".join(_position(each, size) for each in positions)


def _position(position: Any, size: int) -> bytes:
    x, y, *rest = position
    return pack(f"<{size}d", x, y, *rest[: size - 2])
