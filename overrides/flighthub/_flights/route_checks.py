"""Whether a route can be flown from a dock: by distance, height and duration. No I/O."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from flighthub_runtime.annotations import lazy_type

from .._diagnostics.findings import Finding
from .._waylines.estimates import ground_distance
from .._waylines.limits import DOCK_TAKE_OFF_HEIGHT

if TYPE_CHECKING:
    from flighthub_runtime.devices import Position

    from .._waylines.ground import GroundHeight
    from .._waylines.route import PlannedWayline, WaylineFile, Waypoint
else:
    GroundHeight = lazy_type(".._waylines.ground", "GroundHeight", __package__)
    Position = lazy_type("flighthub_runtime.devices", "Position")
    PlannedWayline = lazy_type(".._waylines.route", "PlannedWayline", __package__)
    WaylineFile = lazy_type(".._waylines.route", "WaylineFile", __package__)
    Waypoint = lazy_type(".._waylines.route", "Waypoint", __package__)

RESERVE: Final = 0.25
"""Share of the battery that a flight leaves unused. I: docks order their aircraft home at 15 to 30 %."""

SAME_PLACE: Final = 100.0
"""Metres around the dock within which a route counts as planned for take-off from there. I."""

SAME_HEIGHT: Final = 20.0
"""Metres up or down, likewise."""

USUAL_SPEED: Final = 10.0
"""m/s to and from a route that has none. I: what DJI's programs propose."""

NEAR_GROUND: Final = 15.0
"""Metres above the ground below which a route is near it: trees and houses are no part of most ground models. I."""

_CEILING: Final = DOCK_TAKE_OFF_HEIGHT.high
"""Metres above the take-off point: the most that WPML and the API let an aircraft climb or return at. I for waypoints,
for which the page has no limit."""

_RELATIVE, _ELLIPSOID, _GROUND = "relativeToStartPoint", "WGS84", "realTimeFollowSurface"


class Site(NamedTuple):
    """From where a route is flown, and with what.

    Attributes:
        dock: Where the dock stands; None where that is not known.
        dock_key: Model key of the dock; empty where it is not known.
        aircraft_key: Model key of the aircraft; empty where it is not known.
        charge: Percent to which the aircraft is charged for this flight; 100 where that is not known.
    """

    dock: Position | None
    dock_key: str
    aircraft_key: str
    charge: float = 100.0


def check_route(route: WaylineFile, site: Site, ground: GroundHeight | None = None) -> Iterator[Finding]:
    """What keeps a route from being flown from a place.

    Args:
        route: What its file says.
        site: From where it is to be flown.
        ground: How high the ground is; None where nobody told.
    """
    yield from _check_file(route)
    yield from _check_distance(route, site)
    yield from _check_heights(route, site)
    yield _check_terrain(route, site, ground)
    yield _check_duration(route, site)


def _check_file(route: WaylineFile) -> Iterator[Finding]:
    """What WPML forbids, which the server refuses when the task is created (219019)."""
    if not route.findings:
        yield Finding("route file", "ok", "The file of the route has what WPML demands.")
    for each in route.findings:
        todo = "Plan the route anew, and upload it." if each.level == "problem" else ""
        yield Finding("route file", each.level, f"{each.text}.", todo)
    height = route.take_off_security_height
    if height is not None and height not in DOCK_TAKE_OFF_HEIGHT:
        text = f"The route climbs to {height:g} m first, and from a dock that must be {DOCK_TAKE_OFF_HEIGHT} m."
        yield Finding("take-off height", "problem", text, "Plan the route with another take-off height.")


def _check_distance(route: WaylineFile, site: Site) -> Iterator[Finding]:
    from flighthub_api.products import PERFORMANCE, PRODUCTS

    if site.dock is None:
        yield Finding("distance", "warning", "Where the dock stands is not known, so neither is how far the route is.")
        return
    dock = (site.dock.latitude, site.dock.longitude)
    distances = [ground_distance(dock, _place(each)) for each in route.waypoints]
    text = f"The route begins {_metres(distances[0])} from the dock, and leads up to {_metres(max(distances))} away"
    known = PERFORMANCE.get(site.dock_key)
    radius = None if known is None else known.radius
    if radius is None:
        # Nothing is known of this dock: what no other can do is certainly wrong.
        radius = max(each.radius for each in PERFORMANCE.values() if each.radius)
        whose = "the docks that are known"
    else:
        whose = PRODUCTS[site.dock_key].name
    if max(distances) <= radius:
        yield Finding("distance", "ok", f"{text}.")
    else:
        limit = f"{text}; {whose} reaches {_metres(radius)} (inferred, from the maker's figures)."
        yield Finding("distance", "problem", limit, "Take a dock that is nearer, or another route.")


def _check_heights(route: WaylineFile, site: Site) -> Iterator[Finding]:
    for each in route.waylines:
        finding = _check_height(each, route, site)
        if finding is not None and (finding.level != "ok" or each is route.waylines[0]):
            yield finding


def _check_height(wayline: PlannedWayline, route: WaylineFile, site: Site) -> Finding | None:
    heights = [each.height for each in wayline.waypoints if each.height is not None]
    if not heights:
        return None
    ground = 0.0
    above = "above the dock"
    if wayline.height_mode == _GROUND:
        above = "above the ground"
    elif wayline.height_mode == _ELLIPSOID:
        if site.dock is None or site.dock.height is None:
            return Finding(
                "height", "warning", "How high the dock stands is not known, so neither is the route's height."
            )
        ground = site.dock.height
    elif wayline.height_mode != _RELATIVE:
        return Finding("height", "warning", "From where the heights of the route count is not known.")
    lowest, highest = min(heights) - ground, max(heights) - ground
    if highest > _CEILING:
        text = f"The route climbs to {highest:.0f} m {above}, and no aircraft goes beyond {_CEILING:.0f} m (inferred)."
        return Finding("height", "problem", text, "Correct its heights, and what they count from.")
    if lowest <= 0:
        text = f"The route leads down to {lowest:.0f} m {above}"
        if above == "above the dock" and _was_planned_here(route, site):
            return Finding("height", "warning", f"{text}, as it was planned for take-off from here.")
        todo = (
            "Correct its heights, and what they count from. If the ground falls away like that, give the route a "
            "take-off reference at the dock, or launch it without the preflight check."
        )
        return Finding("height", "problem", f"{text}, where the ground may be.", todo)
    return Finding("height", "ok", f"The route is {lowest:.0f} to {highest:.0f} m {above}.")


def _check_terrain(route: WaylineFile, site: Site, ground: GroundHeight | None) -> Finding:
    if ground is None:
        text = "How high the ground under the route is was not looked at; ground= tells it."
        return Finding("terrain", "ok", text)
    if all(each.height_mode == _GROUND for each in route.waylines):
        return Finding("terrain", "ok", "The route keeps its height above the ground by itself.")
    if site.dock is None:
        return Finding(
            "terrain", "warning", "Where the dock stands is not known, so neither is how high the ground is."
        )
    below = ground(site.dock.latitude, site.dock.longitude)
    if below is None or not math.isfinite(below):
        return Finding("terrain", "warning", "How high the ground is at the dock is not known.")
    return _judge_clearance(route, site.dock, below, ground)


def _judge_clearance(route: WaylineFile, dock: Position, below: float, ground: GroundHeight) -> Finding:
    from .._waylines.ground import find_clearance

    found: list[tuple[float, int, int]] = []
    unknown = 0
    for each in route.waylines:
        if each.height_mode == _GROUND:
            continue
        if each.height_mode == _ELLIPSOID and dock.height is None:
            return Finding(
                "terrain", "warning", "How high the dock stands is not known, so neither is the route's height."
            )
        # Both in the heights of the ground, whatever those are above.
        zero = below - (dock.height or 0.0) if each.height_mode == _ELLIPSOID else below
        clearance = find_clearance(each.waypoints, ground, zero)
        if clearance is None:
            return Finding("terrain", "warning", "How high the ground under the route is is not known.")
        found.append((clearance.metres, each.id, clearance.waypoint))
        unknown += clearance.unknown
    metres, wayline, index = min(found)
    where = f"after waypoint {index}" + (f" of wayline {wayline}" if len(route.waylines) > 1 else "")
    text = f"The route is {metres:.0f} m above the ground where it is nearest to it, {where}"
    if unknown:
        text += f"; at {unknown} places the ground is not known"
    if metres <= 0:
        return Finding("terrain", "problem", f"{text}: it leads into the ground.", "Raise it there.")
    if metres < NEAR_GROUND:
        return Finding("terrain", "warning", f"{text}; trees and houses are no part of most ground models.")
    return Finding("terrain", "warning" if unknown else "ok", f"{text}.")


def _was_planned_here(route: WaylineFile, site: Site) -> bool:
    """Whether who planned the route meant this place, so that heights below the dock are no mistake."""
    planned, dock = route.take_off_reference, site.dock
    if planned is None or dock is None or planned.height is None or dock.height is None:
        return False
    away = ground_distance((planned.latitude, planned.longitude), (dock.latitude, dock.longitude))
    return away <= SAME_PLACE and abs(planned.height - dock.height) <= SAME_HEIGHT


def _check_duration(route: WaylineFile, site: Site) -> Finding:
    from flighthub_api.products import PERFORMANCE

    known = PERFORMANCE.get(site.aircraft_key)
    if known is None or known.endurance is None:
        return Finding("duration", "warning", "How long the aircraft can fly is not known.")
    if route.duration is None:
        return Finding("duration", "warning", "How long the route takes is not known, as it has no speeds.")
    seconds = route.duration + _transit(route, site) / (route.transitional_speed or USUAL_SPEED)
    available = known.endurance * site.charge / 100
    text = f"The flight takes some {_minutes(seconds)}, and the aircraft flies {_minutes(available)} at most"
    if site.charge < 100:
        text += f" with {site.charge:g} %"
    text += " (inferred, from the maker's figures for still air)."
    if seconds > available:
        todo = "Split the route. One that is meant to be flown in several goes is launched without the preflight check."
        return Finding("duration", "problem", text, todo)
    if seconds > available * (1 - RESERVE):
        return Finding("duration", "warning", f"{text} That leaves less than {RESERVE:.0%} for wind and return.")
    return Finding("duration", "ok", text)


def _transit(route: WaylineFile, site: Site) -> float:
    """Metres to the first wayline, between them, and back from the last."""
    lines = [each.waypoints for each in route.waylines if each.waypoints]
    ends: list[tuple[tuple[float, float], tuple[float, float]]] = [
        (_place(before[-1]), _place(after[0])) for before, after in pairwise(lines)
    ]
    if site.dock is not None:
        dock = (site.dock.latitude, site.dock.longitude)
        ends += [(dock, _place(lines[0][0])), (_place(lines[-1][-1]), dock)]
    return sum(ground_distance(*each) for each in ends)


def _place(point: Waypoint) -> tuple[float, float]:
    return point.latitude, point.longitude


def _metres(distance: float) -> str:
    return f"{distance:.0f} m" if distance < 1000 else f"{distance / 1000:.1f} km"


def _minutes(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"
