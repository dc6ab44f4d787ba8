"""What follows from waypoints: lengths, durations, numbers of pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type

if TYPE_CHECKING:
    from .route import Action, Waypoint
else:
    Action = lazy_type(".route", "Action", __package__)
    Waypoint = lazy_type(".route", "Waypoint", __package__)

LONGEST: Final = 1e7
"""Seconds, beyond which a duration is a mistake."""

HOVER: Final = "hover"
HOVER_TIME: Final = "hoverTime"

_EQUATOR: Final = 6_378_137.0
_SQUARED_ECCENTRICITY: Final = 6.69437999014e-3
_MEAN_RADIUS: Final = 6_371_008.8
"""Of WGS-84, in metres."""

_SAME_LENGTH: Final = 0.1
"""By which share a stated distance may differ from that along the waypoints: curves are longer or shorter."""

_SAME_METRES: Final = 50.0

_ROUNDING: Final = 1e-6


def ground_distance(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Metres between two places (latitude, longitude): the arc over the ellipsoid from its chord.

    Over a hundred kilometres it is right to within centimetres.
    """
    half = min(1.0, math.dist(_on_the_ground(*here), _on_the_ground(*there)) / 2 / _MEAN_RADIUS)
    return 2 * _MEAN_RADIUS * math.asin(half)


def leg_lengths(points: Sequence[Waypoint]) -> list[float]:
    """Metres from each waypoint to the next, with the difference in height."""
    return [_distance(*pair) for pair in pairwise(points)]


def leg_durations(points: Sequence[Waypoint], lengths: Sequence[float]) -> list[float] | None:
    """Seconds from each waypoint to the next by its speed, hovering at the former; None where a speed is missing."""
    durations: list[float] = []
    for point, length in zip(points, lengths, strict=False):
        if point.speed is None:
            return None
        durations.append(_hovering(point) + length / point.speed)
    return durations


def estimate_duration(points: Sequence[Waypoint], legs: Sequence[float] | None) -> float | None:
    """Seconds along waypoints, hovering at the last one as well; None where a speed is missing."""
    if legs is None:
        return None
    seconds = math.fsum(legs) + (_hovering(points[-1]) if points else 0.0)
    return seconds if seconds <= LONGEST else None


def agrees(stated: float | None, length: float) -> bool:
    """Whether a stated distance is that along the waypoints, so that the duration beside it can be believed."""
    return bool(stated) and abs((stated or 0.0) - length) <= max(_SAME_METRES, _SAME_LENGTH * length)


def count_photos(
    points: Sequence[Waypoint],
    start_actions: Sequence[Action],
    lengths: Sequence[float],
    durations: Sequence[float] | None,
) -> int | None:
    """How often the shutter is released; None where an action does not tell.

    Basis: common elements, `actionTrigger` and `action`. I: a repeated picture is taken at the beginning as well. What
    DJI Pilot 2 writes beyond the page (`startTimeLapse`, `startContinuousShooting`) was seen in its files.
    """
    stops = sorted(
        _first(each, point.index) for point in points for each in point.actions if each.kind == "stopTimeLapse"
    )
    metres = [0.0, *accumulate(lengths)]
    seconds = None if durations is None else [0.0, *accumulate(durations)]
    count = sum(each.kind in _SINGLE for each in start_actions)
    for point in points:
        for each in point.actions:
            found = _count(each, point.index, stops, metres, seconds)
            if found is None:
                return None
            count += found
    return count


_SINGLE: Final = frozenset({"takePhoto", "orientedShoot", "accurateShoot", "panoShot"})
"""Actions that take one picture; of a panorama, one result."""

_REPEATED: Final = _SINGLE | {"startContinuousShooting"}
_UNTOLD: Final = frozenset({"startSmartOblique", "startContinuousShooting"})


def _count(
    action: Action, index: int, stops: Sequence[int], metres: Sequence[float], seconds: Sequence[float] | None
) -> int | None:
    first, last = _first(action, index), len(metres) - 1
    if action.last_index is not None:
        last = min(last, action.last_index)
    if action.kind in _REPEATED and action.trigger == "multipleDistance":
        return _repetitions(metres, first, last, action.every)
    if action.kind in _REPEATED and action.trigger == "multipleTiming":
        return _repetitions(seconds, first, last, action.every)
    if action.kind == "startTimeLapse":
        until = next((each for each in stops if each >= first), len(metres) - 1)
        try:
            interval = float(action.parameters.get("minShootInterval", ""))
        except ValueError:
            return None
        return _repetitions(seconds, first, until, interval)
    if action.kind in _UNTOLD:
        return None
    if action.kind not in _SINGLE:
        return 0
    return 1 if action.last_index is None else max(0, last - first + 1)


def _repetitions(along: Sequence[float] | None, first: int, last: int, every: float | None) -> int | None:
    """How often something happens between two waypoints, the beginning included."""
    if along is None or not every or not every > 0 or not math.isfinite(every):
        return None
    if not 0 <= first <= last < len(along):
        return 0
    return int((along[last] - along[first]) / every + _ROUNDING) + 1


def _first(action: Action, index: int) -> int:
    return index if action.first_index is None else action.first_index


def _hovering(point: Waypoint) -> float:
    """Seconds that an aircraft stands at a waypoint on purpose."""
    return math.fsum(float(each.parameters.get(HOVER_TIME) or 0) for each in point.actions if each.kind == HOVER)


def _distance(here: Waypoint, there: Waypoint) -> float:
    rise = 0.0 if here.height is None or there.height is None else there.height - here.height
    across = ground_distance((here.latitude, here.longitude), (there.latitude, there.longitude))
    return math.hypot(across, rise)


def _on_the_ground(latitude: float, longitude: float) -> tuple[float, float, float]:
    """Earth-centred coordinates of a place on the ellipsoid."""
    latitude, longitude = math.radians(latitude), math.radians(longitude)
    curvature = _EQUATOR / math.sqrt(1 - _SQUARED_ECCENTRICITY * math.sin(latitude) ** 2)
    return (
        curvature * math.cos(latitude) * math.cos(longitude),
        curvature * math.cos(latitude) * math.sin(longitude),
        curvature * (1 - _SQUARED_ECCENTRICITY) * math.sin(latitude),
    )
