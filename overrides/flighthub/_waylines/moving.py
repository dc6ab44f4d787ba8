"""The waypoints of a route elsewhere, or the other way round."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type

from .route_actions import RouteAction

if TYPE_CHECKING:
    from .route_model import Route, RoutePoint
else:
    Route = lazy_type(".route_model", "Route", __package__)
    RoutePoint = lazy_type(".route_model", "RoutePoint", __package__)


def shift_place(place: tuple[float, float], north: float, east: float) -> tuple[float, float]:
    """A place so many metres to the north and east of another."""
    if not (north or east):
        return place
    from .geodesy import travel

    return travel(place, math.degrees(math.atan2(east, north)), math.hypot(north, east))


def shift_points(points: Sequence[RoutePoint], north: float, east: float, up: float) -> list[RoutePoint]:
    """Waypoints elsewhere, with what they look at."""
    found: list[RoutePoint] = []
    for each in points:
        latitude, longitude = shift_place(each.place, north, east)
        target = None if each.look_at is None else shift_place(each.look_at, north, east)
        found.append(replace(each, latitude=latitude, longitude=longitude, height=each.height + up, look_at=target))
    return found


def reverse_points(route: Route) -> list[RoutePoint]:
    """The waypoints the other way round. What belongs to a leg stays with it."""
    points: Sequence[RoutePoint] = route.waypoints
    last = len(points) - 1
    lasting: dict[int, list[RouteAction]] = {}
    for place, point in enumerate(points):
        for each in point.actions:
            if each.trigger != "reachPoint":
                lasting.setdefault(last - place - each.legs, []).append(each)
    pitches: list[float | None] = []
    for point in points:
        pitches.append(point.gimbal_pitch if point.gimbal_pitch is not None or not pitches else pitches[-1])
    found: list[RoutePoint] = []
    for place in range(last + 1):
        old = last - place
        point = points[old]
        leg_speed = points[old - 1].speed if old else None
        here = tuple(each for each in point.actions if each.trigger == "reachPoint")
        found.append(
            replace(
                point,
                speed=leg_speed,
                gimbal_pitch=pitches[old],
                actions=(*here, *lasting.get(place, ())),
            )
        )
    return found
