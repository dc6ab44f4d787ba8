"""Routes to a place, around it, along a line and along a facade."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from numbers import Real
from typing import Final, Literal, Unpack

from flighthub_runtime.problems import warn_inferred

from ..errors import InvalidArgument
from .cameras import SurveyCamera, find_camera, known_interval
from .geodesy import FlatMap, Place, measure, travel, wrap
from .geometry_arguments import LineArgument, PlaceArgument, read_line, read_place
from .limits import MAX_WAYPOINTS, SPEED
from .polygon import Corner
from .products import find_aircraft, find_payload
from .route_actions import RouteAction, start_recording, stop_recording, take_photo, take_photos_every
from .route_model import Route, RoutePoint, RouteSettings
from .survey import USUAL_SPEED, photos_along, speed_for

_SHARPEST: Final = math.cos(math.radians(70))
"""Cosine of half the sharpest turn, 140 degrees, of a line that is flown beside: beyond it, corners get far away."""

_FACADE_SPEED: Final = 5.0
_CLOSEST: Final = 0.5
"""Metres that an aircraft keeps to what it circles, at least."""


def visit(
    point: PlaceArgument,
    *,
    height: float,
    distance: float = 30.0,
    direction: float = 180.0,
    target_height: float = 0.0,
    actions: Sequence[RouteAction] | None = None,
    **settings: Unpack[RouteSettings],
) -> Route:
    """Make a route to a place: look at it from aside, then from above, and come back. Needs the extra `routes`.

    Args:
        point: Latitude and longitude, anything that has them, or a GeoJSON Point.
        height: Metres of the flight above the take-off point, or as `height_mode` says.
        distance: Metres from the place at which it is looked at first, more than 0.
        direction: Degrees from the place to there, 0 is north.
        target_height: Metres of what is looked at, counted like `height`.
        actions: What is done at both places; a picture when not given.
        **settings: What else `Route` takes; `aircraft` is needed.

    Returns:
        The route.

    Raises:
        InvalidArgument: An argument is not what it has to be.

    Documentation: "WPML" of DJI's Cloud API: waylines.wpml; common elements.

    Example:
        >>> from flighthub import waylines
        >>> route = waylines.visit((46.05, 14.50), height=60, aircraft="Matrice 3TD")
        >>> len(route.waypoints), route.photos, [point.gimbal_pitch for point in route.waypoints]
        (2, 2, [-63.4349, -90.0])
    """
    place = read_place(point, "point")
    _positive("distance", distance)
    above = _above(height, target_height)
    aside = travel(place, direction, distance)
    done = (take_photo(),) if actions is None else tuple(actions)
    points = [
        RoutePoint(*aside, height, look_at=place, gimbal_pitch=_pitch(above, distance), actions=done),
        RoutePoint(*place, height, gimbal_pitch=-90.0, actions=done),
    ]
    return _make("Visit", points, settings)


def orbit(
    point: PlaceArgument,
    radius: float,
    *,
    height: float,
    count: int = 12,
    direction: float = 180.0,
    clockwise: bool = True,
    target_height: float = 0.0,
    video: bool = False,
    **settings: Unpack[RouteSettings],
) -> Route:
    """Make a route around a place, with the camera on it. Needs the extra `routes`.

    Args:
        point: Latitude and longitude, anything that has them, or a GeoJSON Point.
        radius: Metres from the place.
        height: Metres of the flight above the take-off point, or as `height_mode` says.
        count: Number of waypoints and of pictures, 3 to 360.
        direction: Degrees from the place to where the circle begins, 0 is north.
        clockwise: Which way round.
        target_height: Metres of what is looked at, counted like `height`.
        video: Whether to record a video all around, without a stop, instead of taking pictures.
        **settings: What else `Route` takes; `aircraft` is needed.

    Returns:
        The route, whose last waypoint is the first again.

    Raises:
        InvalidArgument: An argument is not what it has to be.

    Documentation: "WPML" of DJI's Cloud API: common elements, `waypointHeadingParam` (`towardPOI`).

    Example:
        >>> from flighthub import waylines
        >>> route = waylines.orbit((46.05, 14.50), 40, height=60, aircraft="Matrice 3TD")
        >>> len(route.waypoints), route.photos
        (13, 12)
    """
    place = read_place(point, "point")
    if not (_CLOSEST <= radius <= 50_000):
        raise InvalidArgument("radius", f"must be from {_CLOSEST:g} to 50000 m, not {radius}")
    if count not in range(3, 361):
        raise InvalidArgument("count", f"must be a whole number from 3 to 360, not {count}")
    count = int(count)
    pitch = _pitch(_above(height, target_height), radius)
    points: list[RoutePoint] = []
    for number in range(count + 1):
        way = direction + (360.0 if clockwise else -360.0) * (number % count) / count
        around = travel(place, wrap(way), radius)
        found = RoutePoint(*around, height, look_at=place, gimbal_pitch=None if number else pitch)
        if video:
            ends: tuple[RouteAction, ...] = (
                (start_recording(),) if not number else (stop_recording(),) if number == count else ()
            )
            found = replace(found, turn_mode="toPointAndPassWithContinuityCurvature", straight=False, actions=ends)
        elif number < count:
            found = replace(found, actions=(take_photo(),))
        points.append(found)
    return _make("Orbit", points, settings)


def along(
    line: LineArgument,
    *,
    height: float,
    offset: float = 0.0,
    every: float | None = None,
    gimbal_pitch: float | None = None,
    target_height: float = 0.0,
    **settings: Unpack[RouteSettings],
) -> Route:
    """Make a route along a line, such as pylons or a fence, above it or beside it. Needs the extra `routes`.

    Args:
        line: Places in order as pairs of latitude and longitude, or a GeoJSON LineString.
        height: Metres of the flight above the take-off point, or as `height_mode` says.
        offset: Metres beside the line, positive to the right of its direction; the camera looks at the line then.
        every: Metres between pictures, more than 0; a picture at each place of the line when not given.
        gimbal_pitch: Degrees to which the camera is tilted, -90 is straight down; at the line when not given.
        target_height: Metres of the line, counted like `height`.
        **settings: What else `Route` takes; `aircraft` is needed. With `every`, `speed` is as fast as the camera takes
            pictures, 10 m/s at most, when not given.

    Returns:
        The route.

    Raises:
        InvalidArgument: The line has no two places, or another argument is not what it has to be.

    Documentation: "WPML" of DJI's Cloud API: waylines.wpml; common elements, `multipleDistance`.

    Example:
        >>> from flighthub import waylines
        >>> pylons = [(46.05, 14.50), (46.052, 14.503), (46.054, 14.503)]
        >>> route = waylines.along(pylons, height=50, offset=20, aircraft="Matrice 3TD")
        >>> route.photos, route.waypoints[0].gimbal_pitch
        (3, -68.1986)
    """
    places = read_line(line, "line")
    _count("line", len(places))
    beside = _beside(places, offset, "line")
    pitch = _pitch(_above(height, target_height), abs(offset)) if gimbal_pitch is None else gimbal_pitch
    points: list[RoutePoint] = []
    for number, (place, corner) in enumerate(zip(beside, places, strict=True)):
        heading = measure(place, corner).begin if offset else None
        actions: tuple[RouteAction, ...] = (take_photo(),) if every is None else ()
        points.append(
            RoutePoint(*place, height, heading=heading, gimbal_pitch=None if number else pitch, actions=actions)
        )
    if every is not None:
        settings = _with_speed_for(every, settings)
        points[0] = replace(points[0], actions=(take_photos_every(metres=every, legs=len(points) - 1),))
    return _make("Line", points, settings)


def facade(
    line: LineArgument,
    heights: Sequence[float],
    *,
    distance: float,
    side: Literal["left", "right"] = "right",
    overlap: float = 0.7,
    camera: str | SurveyCamera | None = None,
    gimbal_pitch: float = 0.0,
    **settings: Unpack[RouteSettings],
) -> Route:
    """Make a route along a facade: back and forth, once at each height, with the camera on it. Needs extra `routes`.

    Args:
        line: The foot of the facade: places in order as pairs of latitude and longitude, or a GeoJSON LineString.
        heights: Metres above the take-off point (or as `height_mode` says) in the order in which they are flown.
        distance: Metres from the facade, more than 0.
        side: On which side of the line's direction the aircraft flies.
        overlap: Share by which pictures overlap along the facade, 0 to 0.95.
        camera: Lens of the aircraft's camera (`wide`, `ir`, …), or figures of another one; the first that is known.
        gimbal_pitch: Degrees to which the camera is tilted; 0 is the horizon.
        **settings: What else `Route` takes; `aircraft` is needed. `speed` is as fast as the camera takes pictures, 5
            m/s at most, when not given.

    Returns:
        The route, with the `ground_sample_distance` on the facade.

    Raises:
        InvalidArgument: An argument is not what it has to be, or the camera is not known.

    Documentation: "WPML" of DJI's Cloud API: waylines.wpml; common elements, `waypointHeadingParam`.

    Example:
        >>> from flighthub import waylines
        >>> wall = [(46.05, 14.50), (46.05, 14.501)]
        >>> route = waylines.facade(wall, [10, 20, 30], distance=15, aircraft="Matrice 4D")
        >>> len(route.waypoints), round(route.ground_sample_distance, 2)
        (6, 0.4)
    """
    from .survey import read_overlap

    if "aircraft" not in settings:
        raise InvalidArgument("aircraft", "is needed: the product that flies, such as 'Matrice 3TD'")
    places = read_line(line, "line")
    _positive("distance", distance)
    if not isinstance(heights, Sequence) or not heights:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidArgument("heights", f"must be a list of heights, not {heights!r}")
    if side not in ("left", "right"):
        raise InvalidArgument("side", f"must be left or right, not {side!r}")
    _count("heights", len(heights) * len(places))
    payload = find_payload(settings.get("payload"), find_aircraft(settings["aircraft"]))
    lens = camera if isinstance(camera, SurveyCamera) else find_camera(payload.key, camera, payload.name)
    # Sideways, the long side of the sensor lies along the flight.
    spacing = lens.footprint(distance)[0] * (1 - read_overlap(overlap)[0])
    beside = _beside(places, distance if side == "right" else -distance, "line")
    stands = [(place, measure(place, corner).begin) for place, corner in zip(beside, places, strict=True)]
    points: list[RoutePoint] = []
    for number, height in enumerate(heights):
        row = stands if number % 2 == 0 else stands[::-1]
        for step, (place, heading) in enumerate(row):
            rounded = _round(place)
            actions = (photos_along(rounded, _round(row[step + 1][0]), spacing),) if step + 1 < len(row) else ()
            pitch = None if points else gimbal_pitch
            points.append(RoutePoint(*rounded, height, heading=heading, gimbal_pitch=pitch, actions=actions))
    speed = speed_for(points, spacing, lens, settings.get("speed"), _FACADE_SPEED)
    merged: RouteSettings = {"name": "Facade", "lenses": (lens.lens,), **settings, "speed": speed}
    return Route(waypoints=points, ground_sample_distance=lens.ground_sample_distance(distance), **merged)


def _with_speed_for(every: float, settings: RouteSettings) -> RouteSettings:
    """Settings with a speed at which the camera takes all pictures; warns of one that is too fast for it."""
    if "aircraft" not in settings or not every > 0:
        return settings
    payload = find_payload(settings.get("payload"), find_aircraft(settings["aircraft"]))
    interval = known_interval(payload.key)
    speed = settings.get("speed")
    if interval is None:
        return settings
    if speed is None:
        speed = max(SPEED.low, math.floor(min(USUAL_SPEED, every / interval) * 10) / 10)
    if speed * interval > every * (1 + 1e-9):
        warn_inferred(
            f"at {speed:g} m/s, the camera takes a picture each {speed * interval:.1f} m, and every is {every:g} m: "
            "some will be missing; fly slower (inferred)"
        )
    return {**settings, "speed": speed}


def _make(name: str, points: Sequence[RoutePoint], settings: RouteSettings) -> Route:
    if "aircraft" not in settings:
        raise InvalidArgument("aircraft", "is needed: the product that flies, such as 'Matrice 3TD'")
    merged: RouteSettings = {"name": name, **settings}
    return Route(waypoints=points, **merged)


def _beside(places: Sequence[Place], offset: float, argument: str) -> list[Place]:
    """The corners of a line that leads beside another, to its right where the offset is positive."""
    if not math.isfinite(offset) or abs(offset) > 10_000:
        raise InvalidArgument("offset", f"must be from -10000 to 10000 m, not {offset}")
    if not offset:
        return list(places)
    flat = FlatMap(places, argument)
    corners = [flat.flatten(each) for each in places]
    sides = [_right_of(a, b) for a, b in pairwise(corners)]
    moved: list[Corner] = []
    for number, (x, y) in enumerate(corners):
        before, after = sides[max(0, number - 1)], sides[min(number, len(sides) - 1)]
        middle = (before[0] + after[0], before[1] + after[1])
        size = math.hypot(*middle)
        # The cosine of half the angle by which the line turns.
        half = size / 2
        if half < _SHARPEST:
            angle = math.degrees(2 * math.acos(half))
            raise InvalidArgument(argument, f"turns by {angle:.0f} degrees at place {number}; fly its parts one by one")
        reach = offset / half / size
        moved.append((x + middle[0] * reach, y + middle[1] * reach))
    for number, ((a, b), (c, d)) in enumerate(zip(pairwise(corners), pairwise(moved), strict=True)):
        if (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]) <= 0:
            raise InvalidArgument(
                argument,
                f"is too short from place {number} to {number + 1} for {abs(offset):g} m beside it, between two bends",
            )
    return [flat.locate(*each) for each in moved]


def _right_of(here: Corner, there: Corner) -> Corner:
    size = math.dist(here, there)
    return (there[1] - here[1]) / size, (here[0] - there[0]) / size


def _above(height: float, target_height: float) -> float:
    for name, value in (("height", height), ("target_height", target_height)):
        if not isinstance(value, Real):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument(name, f"must be a number of metres, not {value!r}")
    found = height - target_height
    if not found > 0:
        raise InvalidArgument("height", f"must be above target_height, {target_height:g} m, not {height:g} m")
    return found


def _pitch(above: float, away: float) -> float:
    return -math.degrees(math.atan2(above, away))


def _round(place: Place) -> Place:
    return Place(round(place.latitude, 10), round(place.longitude, 10))


def _positive(name: str, value: float) -> None:
    if not (0 < value <= 50_000):
        raise InvalidArgument(name, f"must be more than 0 and at most 50000 m, not {value}")


def _count(argument: str, count: int) -> None:
    if count > MAX_WAYPOINTS:
        raise InvalidArgument(argument, f"takes {count} waypoints, and a wayline holds {MAX_WAYPOINTS}")
