"""Whether a route keeps to what WPML demands, by element and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type

from .._diagnostics.findings import Finding, Level, Report
from . import limits
from .estimates import leg_lengths
from .kmz import WAYLINES, shorten

if TYPE_CHECKING:
    from .elements import Node
    from .route import PlannedWayline, Waypoint
else:
    Node = lazy_type(".elements", "Node", __package__)
    PlannedWayline = lazy_type(".route", "PlannedWayline", __package__)
    Waypoint = lazy_type(".route", "Waypoint", __package__)

_LOST_ACTION: Final = "executeRCLostAction"
_LEAVES: Final = "executeLostAction"
_DAMPING: Final = "waypointTurnDampingDist"
_ROUNDING: Final = 0.05
"""Metres by which turns may take more than a leg, as numbers of files are rounded."""

_REPEATING: Final = ("multipleTiming", "multipleDistance")


class Findings:
    """What was found, each kind of fault once, at its first place."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], Finding] = {}
        self._more: dict[tuple[str, str], int] = {}

    def add(self, element: str, where: str, problem: str, *, level: Level = "problem", kind: str = "") -> None:
        """A fault of an element at a place. Those of the same kind, or the same text, are counted."""
        key = (element, kind or problem)
        if key in self._first:
            self._more[key] = self._more.get(key, 0) + 1
        else:
            self._first[key] = Finding(element, level, f"{where}: {problem}")

    def report(self) -> Report:
        """All of them, faults before doubts."""
        found = [
            each._replace(text=f"{each.text} (and {more} more like it)" if (more := self._more.get(key)) else each.text)
            for key, each in self._first.items()
        ]
        return Report(sorted(found, key=lambda each: each.level != "problem"))


def check_settings(settings: Node, findings: Findings) -> None:
    """The mission settings."""
    if settings.is_empty:
        findings.add("missionConfig", WAYLINES, "has no missionConfig, the settings of the mission")
        return
    where = WAYLINES
    for name in limits.REQUIRED_SETTINGS:
        if not settings.child(name).exists:
            findings.add(name, where, f"missionConfig has no {name}")
    if settings.text("exitOnRCLost") == _LEAVES and not settings.text(_LOST_ACTION):
        findings.add(_LOST_ACTION, where, f"missionConfig has no {_LOST_ACTION}")
    for name in limits.EXPECTED_SETTINGS:
        if not settings.child(name).exists:
            findings.add(name, where, f"missionConfig has no {name}, which a dock needs", level="warning")
    for name in ("flyToWaylineMode", "finishAction", "exitOnRCLost", _LOST_ACTION):
        _check_word(name, settings.text(name), where, findings)
    for name, allowed in (
        ("takeOffSecurityHeight", limits.TAKE_OFF_HEIGHT),
        ("globalRTHHeight", limits.RTH_HEIGHT),
        ("globalTransitionalSpeed", limits.SPEED),
    ):
        _check_range(name, settings.number_or_none(name), allowed, where, findings)


def check_wayline(node: Node, points: Sequence[Waypoint], speed: float | None, findings: Findings) -> None:
    """A wayline and its waypoints, which have only what is their own."""
    where = node.where
    if not node.text("waylineId"):
        findings.add("waylineId", where, "has no waylineId")
    mode = node.text("executeHeightMode")
    if not mode:
        findings.add("executeHeightMode", where, "has no executeHeightMode, so that its heights mean nothing")
    _check_word("executeHeightMode", mode, where, findings)
    _check_range("autoFlightSpeed", speed, limits.SPEED, where, findings)
    if len(points) < 2:
        count = "only one waypoint" if points else "no waypoint"
        findings.add("Placemark", where, f"has {count} (Placemark), and a wayline leads from one to another")
    last = len(points) - 1
    for place, point in enumerate(points):
        here = f"{where}, waypoint {point.index}"
        if point.index != place:
            findings.add("index", here, "index must count from 0 without a gap", kind="order")
        if point.height is None:
            findings.add("executeHeight", here, "has no executeHeight")
        if point.speed is None and speed is None:
            findings.add("autoFlightSpeed", here, "neither it nor its wayline has a speed (autoFlightSpeed)")
        _check_range("waypointSpeed", point.speed, limits.SPEED, here, findings)
        for element, problem in _check_actions(point, last):
            findings.add(element, here, problem, kind=element)


def check_turns(where: str, points: Sequence[Waypoint], turns: Mapping[int, float], findings: Findings) -> None:
    """Where an aircraft turns before a waypoint (common elements, `waypointTurnDampingDist`).

    Args:
        where: Which wayline.
        points: Its waypoints.
        turns: Metres before waypoints, by their place, at which turns begin. I: not at the first and the last.
        findings: Where faults go.
    """
    inner = {place: metres for place, metres in turns.items() if 0 < place < len(points) - 1}
    for place, metres in inner.items():
        here = f"{where}, waypoint {points[place].index}"
        if not metres > 0:
            findings.add(
                _DAMPING, here, f"{_DAMPING} must be more than 0 where the aircraft does not stop", kind="sign"
            )
        (before, after) = leg_lengths(points[place - 1 : place + 2])
        # The leg to the next waypoint is looked at from there, if that has a turn.
        for length, other in ((before, inner.get(place - 1, 0.0)), (after, 0.0 if place + 1 not in inner else None)):
            if other is not None and metres + other > length + _ROUNDING:
                problem = f"turns take {metres + other:g} m ({_DAMPING}) of a leg of {length:.2f} m"
                findings.add(_DAMPING, here, problem, kind="room")


def check_waylines(waylines: Sequence[PlannedWayline], findings: Findings) -> None:
    """What no two waylines may have in common."""
    ids = [each.id for each in waylines]
    for number, id in enumerate(ids):
        if id in ids[:number]:
            findings.add("waylineId", f"{WAYLINES}, wayline {number}", f"has waylineId {id}, as another one has")


def _check_actions(point: Waypoint, last: int) -> Iterator[tuple[str, str]]:
    """Faults of the actions at a waypoint of a wayline that ends with waypoint `last`."""
    for each in point.actions:
        first_index, last_index = each.first_index, each.last_index
        for element, index in (("actionGroupStartIndex", first_index), ("actionGroupEndIndex", last_index)):
            if index is not None and index > last:
                yield element, f"{element} is {index}, and the last waypoint is {last}"
        if first_index is not None and last_index is not None and last_index < first_index:
            yield (
                "actionGroupEndIndex",
                f"actionGroupEndIndex {last_index} is below actionGroupStartIndex {first_index}",
            )
        allowed = limits.WORDS["actionTriggerType"]
        if each.trigger and each.trigger not in allowed:
            yield "actionTriggerType", _unknown_word("actionTriggerType", each.trigger)
        if each.trigger in _REPEATING and not each.every:
            yield "actionTriggerParam", f"actionTriggerParam must be more than 0 with {each.trigger}"


def _check_word(name: str, word: str, where: str, findings: Findings) -> None:
    if word and word not in limits.WORDS[name]:
        findings.add(name, where, _unknown_word(name, word))


def _unknown_word(name: str, word: str) -> str:
    return f"{name} must be one of {', '.join(limits.WORDS[name])}, not {shorten(word)}"


def _check_range(name: str, value: float | None, allowed: limits.Range, where: str, findings: Findings) -> None:
    if value is not None and value not in allowed:
        findings.add(name, where, f"{name} must be from {allowed}, not {value:g}", kind="range")
