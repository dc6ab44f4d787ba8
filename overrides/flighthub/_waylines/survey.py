"""Surveys: parallel lines over an area, with pictures that overlap as asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from numbers import Real
from typing import Final, NamedTuple, Unpack

from ..errors import InvalidArgument
from .cameras import SurveyCamera, find_camera
from .estimates import ground_distance
from .geodesy import FlatMap, Place
from .geometry_arguments import LineArgument, read_area
from .limits import MAX_WAYPOINTS, SPEED
from .polygon import (
    Interval,
    Ring,
    check_area,
    clean_ring,
    directions,
    extent_in_strip,
    merge,
    rotate,
    rotate_back,
)
from .products import find_aircraft, find_payload
from .route_actions import RouteAction, take_photo
from .route_model import Route, RoutePoint, RouteSettings

USUAL_OVERLAP: Final = (0.8, 0.7)
"""Along and across: what DJI's programs propose for maps."""

USUAL_SPEED: Final = 10.0

_MIN_LENGTH: Final = 2.0
"""Metres of a line: an area that is smaller than a picture still gets two."""

_SLACK: Final = 0.01
"""Metres by which pictures end before their line does, so that no rounding loses the last one."""

_TRIED: Final = 12
"""Directions whose lines are counted in full."""


class _Line(NamedTuple):
    """A line of a survey, as seen along its direction."""

    x: float
    begin: float
    end: float


def survey(
    area: LineArgument,
    *,
    height: float | None = None,
    ground_sample_distance: float | None = None,
    overlap: float | tuple[float, float] = USUAL_OVERLAP,
    camera: str | SurveyCamera | None = None,
    angle: float | None = None,
    margin: float = 0.0,
    gimbal_pitch: float = -90.0,
    holes: Sequence[Sequence[tuple[float, float]]] = (),
    **settings: Unpack[RouteSettings],
) -> Route:
    """Make a survey of an area: parallel lines, with pictures that overlap at least as asked for.

    The area is cut into strips of equal width, and a line leads along the middle of each, from end to end of what it
    has of the area; pictures are taken from end to end at equal distances. So the border is seen by half a picture more
    than it would take. Holes get no pictures, and the aircraft flies over them. Needs the extra `routes`.

    Args:
        area: Corners as pairs of latitude and longitude, or a GeoJSON Polygon; up to 100 km around its middle.
        height: Metres above the ground, which is taken to be level with the take-off point unless `height_mode` says
            something else.
        ground_sample_distance: Centimetres that a pixel has to show; give it or `height`.
        overlap: Shares by which pictures overlap along the line and across, or one for both; 0 to 0.95.
        camera: Lens of the aircraft's camera (`wide`, `ir`, …), or figures of another one; the first that is known.
        angle: Direction of the lines in degrees from north; the one with the fewest turns when not given.
        margin: Metres around the area that are to be seen as well.
        gimbal_pitch: Degrees to which the camera is tilted; -90 is straight down, for which overlap and ground sample
            distance hold.
        holes: Corners of what is left out.
        **settings: What else `Route` takes; `aircraft` is needed. `speed` is as fast as the camera takes pictures, 10
            m/s at most, when not given.

    Returns:
        The route, with `length`, `duration`, `photos` and `ground_sample_distance`.

    Raises:
        InvalidArgument: The area is none, crosses itself or is too large; the camera is not known or too slow.

    Documentation: "WPML" of DJI's Cloud API: waylines.wpml; common elements, `multipleDistance`.

    Example:
        >>> from flighthub import waylines
        >>> field = [(46.05, 14.50), (46.05, 14.503), (46.053, 14.503), (46.053, 14.50)]
        >>> route = waylines.survey(field, ground_sample_distance=2, aircraft="Matrice 4D")
        >>> route.ground_sample_distance, 100 < route.photos < 200
        (2.0, True)
    """
    aircraft = find_aircraft(settings["aircraft"]) if "aircraft" in settings else None
    if aircraft is None:
        raise InvalidArgument("aircraft", "is needed: the product that flies, such as 'Matrice 3TD'")
    payload = find_payload(settings.get("payload"), aircraft)
    lens = camera if isinstance(camera, SurveyCamera) else find_camera(payload.key, camera, payload.name)
    height, seen = _height(height, ground_sample_distance, lens)
    forward, side = read_overlap(overlap)
    across, along = lens.footprint(height)
    spacing, width = along * (1 - forward), across * (1 - side)
    if not (0 <= margin <= 10_000):
        raise InvalidArgument("margin", f"must be from 0 to 10000 m, not {margin}")

    corners = read_area(area, holes, "area")
    flat = FlatMap([each for ring in corners for each in ring], "area")
    rings = [clean_ring([flat.flatten(each) for each in ring], "area") for ring in corners]
    check_area(rings, "area")
    direction, lines = _best_lines(rings, angle, width, spacing, margin)

    points: list[RoutePoint] = []
    for number, line in enumerate(lines):
        ends = [flat.locate(*rotate_back((line.x, y), direction)) for y in (line.begin, line.end)]
        points += _fly_line(ends, height, spacing, gimbal_pitch if not number else None)
    speed = settings.get("speed")
    speed = speed_for(points, spacing, lens, speed, USUAL_SPEED)
    merged: RouteSettings = {"name": "Survey", "lenses": (lens.lens,), **settings, "speed": speed}
    return Route(waypoints=points, ground_sample_distance=seen, **merged)


def speed_for(
    points: Sequence[RoutePoint], spacing: float, lens: SurveyCamera, speed: float | None, usual: float
) -> float:
    """A speed at which the camera takes all pictures.

    Raises:
        InvalidArgument: There is none, or the one that is asked for is faster.
    """
    fastest = min(_spacing_of(points), spacing) / lens.interval
    if speed is None:
        speed = math.floor(min(usual, fastest) * 10) / 10
    if speed < SPEED.low or speed > fastest + 1e-9:
        raise InvalidArgument(
            "overlap",
            f"takes a picture each {spacing:.1f} m, and the camera takes one each {lens.interval:g} s: that is "
            f"{fastest:.1f} m/s at most; fly higher, slower, or with less overlap",
        )
    return speed


def read_overlap(overlap: float | tuple[float, float]) -> tuple[float, float]:
    """Overlap along the line and across it.

    Raises:
        InvalidArgument: It is none.
    """
    pair = overlap if isinstance(overlap, (tuple, list)) else (overlap, overlap)
    if len(pair) != 2 or not all(isinstance(each, (int, float)) and 0 <= each <= 0.95 for each in pair):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidArgument("overlap", f"must be a share from 0 to 0.95, or two of them, not {overlap!r}")
    return float(pair[0]), float(pair[1])


def photos_along(here: Place, there: Place, spacing: float) -> RouteAction:
    """Pictures from one end of a leg to the other, at equal distances that are not more than a spacing."""
    length = ground_distance(here, there)
    steps = max(1, math.ceil(length / spacing - 1e-9))
    every = math.floor((length - _SLACK) / steps * 1000) / 1000
    action = take_photo()
    return RouteAction(action.kind, action.parameters, "multipleDistance", every, 1)


def _height(height: float | None, seen: float | None, lens: SurveyCamera) -> tuple[float, float]:
    if (height is None) == (seen is None):
        raise InvalidArgument("height", "give either height or ground_sample_distance")
    if height is None:
        if not (isinstance(seen, Real) and seen > 0 and math.isfinite(seen)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument("ground_sample_distance", f"must be more than 0 cm, not {seen}")
        return lens.distance_for(seen), float(seen)
    if not (isinstance(height, Real) and height > 0 and math.isfinite(height)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidArgument("height", f"must be more than 0 m, not {height}")
    return height, lens.ground_sample_distance(height)


def _best_lines(
    rings: Sequence[Ring], angle: float | None, width: float, spacing: float, margin: float
) -> tuple[float, list[_Line]]:
    """The direction with the fewest lines, then the shortest; and its lines."""
    if angle is not None:
        if not -360 <= angle <= 360:
            raise InvalidArgument("angle", f"must be from -360 to 360 degrees, not {angle}")
        return angle, _lines(rings, angle, width, spacing, margin)
    narrow = sorted(directions(rings), key=lambda each: _range(rotate(rings[0], each)))[:_TRIED]
    found = [(each, _lines(rings, each, width, spacing, margin)) for each in narrow]
    return min(found, key=lambda each: (len(each[1]), sum(line.end - line.begin for line in each[1])))


def _range(ring: Ring) -> float:
    return max(x for x, _ in ring) - min(x for x, _ in ring)


def _lines(rings: Sequence[Ring], direction: float, width: float, spacing: float, margin: float) -> list[_Line]:
    turned = [rotate(each, direction) for each in rings]
    left = min(x for x, _ in turned[0]) - margin
    right = max(x for x, _ in turned[0]) + margin
    count = max(1, math.ceil((right - left) / width - 1e-9))
    if count * 2 > MAX_WAYPOINTS:
        raise InvalidArgument("area", f"takes {count} lines, more than a route holds; fly higher, or split the area")
    step = (right - left) / count
    found: list[_Line] = []
    for number in range(count):
        begin = left + number * step
        # A margin lets a line see what lies beside its strip as well.
        parts = extent_in_strip(turned, begin - margin, begin + step + margin)
        pieces = merge([(low - margin, high + margin) for low, high in parts], spacing)
        ordered = [_lengthen(each) for each in pieces]
        if number % 2:
            ordered = [(high, low) for low, high in reversed(ordered)]
        found += [_Line(begin + step / 2, *each) for each in ordered]
    return found


def _lengthen(piece: Interval) -> Interval:
    low, high = piece
    more = max(0.0, _MIN_LENGTH - (high - low)) / 2
    return low - more, high + more


def _fly_line(ends: Sequence[Place], height: float, spacing: float, pitch: float | None) -> list[RoutePoint]:
    here, there = (Place(round(each.latitude, 10), round(each.longitude, 10)) for each in ends)
    action = photos_along(here, there, spacing)
    return [
        RoutePoint(here.latitude, here.longitude, height, gimbal_pitch=pitch, actions=(action,)),
        RoutePoint(there.latitude, there.longitude, height),
    ]


def _spacing_of(points: Sequence[RoutePoint]) -> float:
    """The usual distance between pictures; lines that are shorter than a spacing have it smaller, and are slow."""
    found = sorted(each.every or 0.0 for point in points for each in point.actions)
    return found[len(found) // 2]
