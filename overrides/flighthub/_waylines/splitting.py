"""Cutting a route into parts, each for one battery."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type

from ..errors import InvalidArgument
from .route_actions import RouteAction, stop_recording
from .timing import STOP_SECONDS, point_and_leg_durations

if TYPE_CHECKING:
    from .route_model import Route, RoutePoint
else:
    Route = lazy_type(".route_model", "Route", __package__)
    RoutePoint = lazy_type(".route_model", "RoutePoint", __package__)

_EXTRA: Final = 8.0
"""Seconds that the beginning and the end of a part may take beyond what they take inside the route: tilting, zooming
and focusing the camera, and stopping and starting a video."""

_LASTING: Final = ("gimbalRotate", "zoom", "focus", "customDirName")


def split_route(route: Route, max_duration: float) -> list[Route]:
    """The parts of a route.

    Raises:
        InvalidArgument: They cannot be that short.
    """
    if not (max_duration > 0 and math.isfinite(max_duration)):
        raise InvalidArgument("max_duration", f"must be more than 0 s, not {max_duration}")
    if route.duration <= max_duration:
        return [route]
    whole = route.replace(waypoints=_shorten_legs(route, max_duration))
    points: Sequence[RoutePoint] = whole.waypoints
    parts: list[Route] = []
    first = 0
    while first < len(points) - 1:
        last = _last_within(whole, first, max_duration)
        parts.append(_part(whole, first, last, len(parts) + 1))
        first = last
    return parts


def _last_within(route: Route, first: int, max_duration: float) -> int:
    """The last waypoint of a part that begins at a waypoint."""
    seconds = point_and_leg_durations(route.to_waypoints())
    spent = seconds[2 * first] + _EXTRA
    last = first
    for place in range(first + 1, len(route.waypoints)):
        # Where the aircraft passes in the route, it stops at the end of a part.
        spent += seconds[2 * place - 1] + seconds[2 * place]
        if spent + STOP_SECONDS + _ramp(route, place) > max_duration:
            break
        last = place
    if last == first:
        need = spent + STOP_SECONDS + _ramp(route, first + 1)
        raise InvalidArgument(
            "max_duration", f"is {max_duration:g} s, and what is done at waypoint {first} takes {need:.0f} s"
        )
    return last


def _ramp(route: Route, place: int) -> float:
    from .timing import ACCELERATION

    return (route.waypoints[place].speed or route.speed) / ACCELERATION


def _shorten_legs(route: Route, max_duration: float) -> list[RoutePoint]:
    """The waypoints, with more of them on legs that are too long for a part."""
    from .geodesy import between

    points: Sequence[RoutePoint] = route.waypoints
    seconds = point_and_leg_durations(route.to_waypoints())
    counts = [max(1, math.ceil(seconds[2 * place + 1] / (max_duration / 3))) for place in range(len(points) - 1)]
    if max(counts) == 1:
        return list(points)
    starts = [0]
    for each in counts:
        starts.append(starts[-1] + each)
    found: list[RoutePoint] = []
    for place, (here, there) in enumerate(pairwise(points)):
        actions = tuple(
            replace(each, legs=starts[place + each.legs] - starts[place]) if each.legs else each
            for each in here.actions
        )
        found.append(replace(here, actions=actions))
        for step in range(1, counts[place]):
            share = step / counts[place]
            latitude, longitude = between(here.place, there.place, share)
            height = here.height + share * (there.height - here.height)
            found.append(
                replace(here, latitude=latitude, longitude=longitude, height=height, gimbal_pitch=None, actions=())
            )
    return [*found, points[-1]]


def _part(route: Route, first: int, last: int, number: int) -> Route:
    points: Sequence[RoutePoint] = route.waypoints
    part = list(points[first : last + 1])
    pitch = _pitch_at(points, first)
    carried: list[RouteAction] = []
    recording: RouteAction | None = None
    for place, point in enumerate(points[: first + 1]):
        for each in point.actions:
            if each.legs and place < first and place + each.legs > first:
                carried.append(replace(each, legs=min(last, place + each.legs) - first))
            elif first and each.kind == "startRecord":
                recording = each
            elif first and each.kind == "stopRecord":
                recording = None
    begins = part[0]
    here = tuple(each for each in begins.actions if each.legs or not first)
    if first:
        here = (*_camera_at(points, first), *here)
    if recording is not None:
        here = (recording, *here)
    if first and begins.gimbal_pitch is None:
        begins = replace(begins, gimbal_pitch=pitch)
    part[0] = replace(begins, actions=(*here, *carried))
    part = [_within(each, last - first - place) for place, each in enumerate(part)]
    if last < len(points) - 1 and _is_recording(part):
        part[-1] = replace(part[-1], actions=(*part[-1].actions, stop_recording()))
    return route.replace(waypoints=part, name=f"{route.name} {number}")


def _within(point: RoutePoint, left: int) -> RoutePoint:
    """A waypoint whose actions end with its part."""
    kept = [each for each in point.actions if not each.legs or left]
    actions = tuple(replace(each, legs=min(each.legs, left)) if each.legs else each for each in kept)
    return replace(point, actions=actions)


def _is_recording(part: Sequence[RoutePoint]) -> bool:
    kinds = [each.kind for point in part for each in point.actions if each.kind in ("startRecord", "stopRecord")]
    return bool(kinds) and kinds[-1] == "startRecord"


def _camera_at(points: Sequence[RoutePoint], place: int) -> list[RouteAction]:
    """What brings the camera to where actions left it before a part: tilt, zoom, focus, and the folder of its files."""
    found: dict[str, RouteAction] = {}
    for point in points[: place + 1]:
        if point.gimbal_pitch is not None:
            found.pop("gimbalRotate", None)
        for each in point.actions:
            if each.kind in _LASTING:
                # Of several that last, the order in which they were done.
                found.pop(each.kind, None)
                found[each.kind] = each
    return list(found.values())


def _pitch_at(points: Sequence[RoutePoint], place: int) -> float | None:
    return next((each.gimbal_pitch for each in reversed(points[: place + 1]) if each.gimbal_pitch is not None), None)
