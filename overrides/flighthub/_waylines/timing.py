"""How long a route takes: with acceleration, stops and what is done at waypoints. All figures are inferred."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type

from .elements import number_or_none
from .estimates import HOVER, HOVER_TIME, leg_lengths

if TYPE_CHECKING:
    from .route import Action, Waypoint
else:
    Action = lazy_type(".route", "Action", __package__)
    Waypoint = lazy_type(".route", "Waypoint", __package__)

ACCELERATION: Final = 2.0
"""m/s². I: durations in DJI's files are some 1.4 times what speeds alone give; with the stop, this comes near it."""

STOP_SECONDS: Final = 1.0
"""To settle and turn at a waypoint where the aircraft stops. I."""

_SECONDS: Final = {"focus": 2.0, "rotateYaw": 3.0, "panoShot": 60.0, "customDirName": 0.0}
"""What an action at a waypoint takes; a second where it is not listed. I."""

_PASSING: Final = frozenset({"coordinateTurn", "toPointAndPassWithContinuityCurvature"})


def route_duration(points: Sequence[Waypoint]) -> float | None:
    """Seconds from the first waypoint to the last, with what is done at both; None where a speed is missing."""
    if any(not each.speed for each in points[:-1]):
        return None
    return math.fsum(point_and_leg_durations(points))


def point_and_leg_durations(points: Sequence[Waypoint]) -> list[float]:
    """Seconds at the first waypoint, on the first leg, at the second waypoint, and so on. All have speeds."""
    found: list[float] = []
    lengths = leg_lengths(points)
    for place, point in enumerate(points):
        found.append(_at_point(point))
        if place < len(lengths):
            starts = place == 0 or _stops(point)
            ends = place + 1 == len(points) - 1 or _stops(points[place + 1])
            found.append(_leg(lengths[place], point.speed or 1.0, int(starts) + int(ends)))
    return found


def _leg(length: float, speed: float, ramps: int) -> float:
    """Seconds along a leg, with so many of its ends at which the aircraft stands (0 to 2)."""
    ramp = speed * speed / (2 * ACCELERATION)
    if ramps * ramp <= length:
        return length / speed + ramps * speed / (2 * ACCELERATION)
    if ramps == 1:
        return math.sqrt(2 * length / ACCELERATION)
    return 2 * math.sqrt(length / ACCELERATION)


def _at_point(point: Waypoint) -> float:
    here = [each for each in point.actions if each.trigger == "reachPoint"]
    return (STOP_SECONDS if _stops(point) else 0.0) + math.fsum(map(_action, here))


def _action(action: Action) -> float:
    if action.kind == HOVER:
        return number_or_none(action.parameters.get(HOVER_TIME, "")) or 0.0
    return _SECONDS.get(action.kind, 1.0)


def _stops(point: Waypoint) -> bool:
    return point.turn_mode not in _PASSING
