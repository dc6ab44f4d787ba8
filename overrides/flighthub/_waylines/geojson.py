"""Routes as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from flighthub_runtime.annotations import lazy_type

if TYPE_CHECKING:
    from .route import PlannedWayline, Waypoint
else:
    PlannedWayline = lazy_type(".route", "PlannedWayline", __package__)
    Waypoint = lazy_type(".route", "Waypoint", __package__)

Coordinates = list[float]


def draw_route(waylines: Sequence[PlannedWayline]) -> dict[str, Any]:
    """A FeatureCollection: the lines of the waylines, then the points of their waypoints."""
    lines = [_draw_line(each) for each in waylines if len(each.waypoints) > 1]
    points = [_draw_point(each.id, point) for each in waylines for point in each.waypoints]
    return {"type": "FeatureCollection", "features": lines + points}


def _draw_line(wayline: PlannedWayline) -> dict[str, Any]:
    about = {
        "wayline": wayline.id,
        "height_mode": wayline.height_mode,
        "length": wayline.length,
        "duration": wayline.duration,
    }
    pieces = _cut_at_antimeridian([_position(each) for each in wayline.waypoints])
    geometry: dict[str, Any] = {"type": "LineString", "coordinates": pieces[0]}
    if len(pieces) > 1:
        geometry = {"type": "MultiLineString", "coordinates": pieces}
    return {"type": "Feature", "properties": about, "geometry": geometry}


def _draw_point(wayline: int, point: Waypoint) -> dict[str, Any]:
    about = {
        "wayline": wayline,
        "index": point.index,
        "height_mode": point.height_mode,
        "speed": point.speed,
        "heading": point.heading,
        "gimbal_pitch": point.gimbal_pitch,
        "actions": [each.kind for each in point.actions],
    }
    geometry = {"type": "Point", "coordinates": _position(point)}
    return {"type": "Feature", "properties": about, "geometry": geometry}


def _position(point: Waypoint) -> Coordinates:
    place = [point.longitude, point.latitude]
    return place if point.height is None else [*place, point.height]


def _cut_at_antimeridian(line: Sequence[Coordinates]) -> list[list[Coordinates]]:
    """A line in pieces, none of which crosses the 180th meridian (RFC 7946, section 3.1.9)."""
    pieces = [[line[0]]]
    for here, there in pairwise(line):
        if abs(there[0] - here[0]) > 180:
            edge = 180.0 if here[0] > 0 else -180.0
            # As if the world went on beyond the meridian.
            width = there[0] + 2 * edge - here[0]
            share = (edge - here[0]) / width if width else 0.0
            crossing = [a + share * (b - a) for a, b in zip(here[1:], there[1:], strict=False)]
            if here[0] != edge:
                pieces[-1].append([edge, *crossing])
            pieces.append([[-edge, *crossing]] if there[0] != -edge else [])
        pieces[-1].append(there)
    return [each for each in pieces if len(each) > 1]
