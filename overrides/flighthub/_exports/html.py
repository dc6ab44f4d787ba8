"""HTML for notebooks: a table and a small map as inline SVG. Everything is escaped, and there are no scripts.

Names, messages and files are anybody's, so control characters and those that turn the direction of text are left out,
and tables and maps are bounded.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from html import escape
from math import cos, floor, log10, radians
from typing import Final, NamedTuple

from flighthub_runtime.tracks import Trajectory

from .._devices.alerts import Alert
from .._devices.fleet import FleetUnit
from .._devices.nearby_docks import NearbyDock
from .._waylines.route import WaylineFile

MOST_ROWS: Final = 200
"""Rows of a table that are shown."""

MOST_POINTS: Final = 500
"""Points of a line that are drawn."""

LONGEST: Final = 200
"""Characters of a text that are shown."""

WIDTH, HEIGHT, MARGIN = 420, 260, 24
"""Pixels of a map, and of what stays free around its content."""

METRES: Final = 111_320.0
"""Of a degree of latitude."""

LINE, POINT = "#0b7a5c", "#a85a00"
"""Colours that show on light and on dark ground."""

Place = tuple[float, float]
"""Latitude and longitude."""


class Mark(NamedTuple):
    """A named place on a map."""

    place: Place
    name: str


def show_fleet(units: Sequence[FleetUnit]) -> str:
    """Units as a table. Lists of devices have no places."""
    rows = [
        (
            unit.name,
            unit.model,
            _online(unit.is_online),
            unit.aircraft and (unit.aircraft.callsign or unit.aircraft.sn),
            unit.aircraft_model,
            _online(unit.aircraft_is_online),
            ", ".join(each.name for each in unit.cameras),
        )
        for unit in units[:MOST_ROWS]
    ]
    headers = ("Dock or controller", "Model", "", "Aircraft", "Model", "", "Cameras")
    return _table(headers, rows, len(units), f"{len(units)} units")


def show_alerts(alerts: Sequence[Alert]) -> str:
    """Alerts as a table, the worst first as they are."""
    rows = [
        (
            each.level,
            each.callsign or each.sn,
            each.message,
            each.code,
            "in flight" if each.in_flight else "",
        )
        for each in alerts[:MOST_ROWS]
    ]
    return _table(("Level", "Device", "Alert", "Code", ""), rows, len(alerts), f"{len(alerts)} alerts")


def show_docks(docks: Sequence[NearbyDock]) -> str:
    """Docks by distance as a table, and where they are."""
    rows = [
        (
            each.unit.name,
            "" if each.distance is None else f"{each.distance:.0f} m",
            "ready" if each.is_ready else "; ".join(finding.text for finding in each.findings.of("problem")),
        )
        for each in docks[:MOST_ROWS]
    ]
    marks = [
        Mark((each.position.latitude, each.position.longitude), each.unit.name)
        for each in docks[:MOST_ROWS]
        if each.position
    ]
    return _table(("Dock", "Distance", ""), rows, len(docks), f"{len(docks)} docks") + _map([], marks)


def show_route(route: WaylineFile) -> str:
    """What a route file says as a table, and where it leads."""
    seconds = route.duration
    rows: list[tuple[object, ...]] = [
        ("Aircraft", route.aircraft or route.device_model_key or "not said"),
        ("Waypoints", len(route.waypoints)),
        ("Length", f"{route.length:.0f} m"),
        ("Duration", "not known" if seconds is None else f"{seconds / 60:.1f} min"),
        ("Pictures", "not known" if route.expected_photos is None else route.expected_photos),
        ("Returns at", "not said" if route.rth_height is None else f"{route.rth_height:g} m"),
        *((each.level, each.text) for each in [*route.findings][:MOST_ROWS]),
    ]
    lines = [[(each.latitude, each.longitude) for each in line.waypoints] for line in route.waylines]
    start = [Mark(lines[0][0], "first waypoint")] if lines and lines[0] else []
    return _table((), rows, len(rows), route.name or "Route") + _map(lines, start)


def export_trajectory(trajectory: Trajectory) -> str:
    """A trajectory as a table, and where it led."""
    fixes = list(trajectory.fixes())
    heights = [each.height for each in fixes if each.height is not None]
    distance, duration = getattr(trajectory, "flight_distance", None), getattr(trajectory, "flight_duration", None)
    rows: list[tuple[object, ...]] = [
        ("Aircraft", getattr(trajectory, "drone_sn", None) or "not said"),
        ("Positions", len(fixes)),
        ("From", (fixes[0].time if fixes else None) or "not known"),
        ("To", (fixes[-1].time if fixes else None) or "not known"),
        ("Distance", "not said" if distance is None else f"{distance:.0f} m"),
        ("Duration", "not said" if duration is None else f"{duration / 60:.1f} min"),
        ("Height", f"{min(heights):.0f} to {max(heights):.0f} m" if heights else "not known"),
    ]
    line = [(each.latitude, each.longitude) for each in fixes]
    marks = [Mark(line[0], "begin"), Mark(line[-1], "end")] if len(line) > 1 else []
    return _table((), rows, len(rows), "Trajectory") + _map([line], marks)


def text_of(value: object) -> str:
    """A value as HTML text: bounded, without characters that nobody sees, and escaped."""
    text = "" if value is None else str(value)
    text = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return escape("".join(each for each in text if unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Zl", "Zp")))


def _online(value: bool | None) -> str:
    return {True: "online", False: "offline", None: ""}[value]


def _table(headers: Sequence[str], rows: Iterable[Sequence[object]], count: int, caption: str) -> str:
    head = "".join(f"<th>{text_of(each)}</th>" for each in headers)
    body = "".join(f"<tr>{''.join(f'<td>{text_of(each)}</td>' for each in row)}</tr>" for row in rows)
    more = f"<p>and {count - MOST_ROWS} more</p>" if count > MOST_ROWS else ""
    top = f"<thead><tr>{head}</tr></thead>" if headers else ""
    return f"<table><caption>{text_of(caption)}</caption>{top}<tbody>{body}</tbody></table>{more}"


def _map(lines: Sequence[Sequence[Place]], marks: Sequence[Mark]) -> str:
    """Lines and places, north up, with a scale; nothing where there is no place."""
    drawn = [_thin_out(line) for line in lines]
    places = [*(place for line in drawn for place in line), *(each.place for each in marks)]
    if not places:
        return ""
    first = places[0][1]
    middle = (min(each[0] for each in places) + max(each[0] for each in places)) / 2
    shrink = max(0.01, cos(radians(middle)))

    def metres(place: Place) -> tuple[float, float]:
        # Over 180 degrees the way is the short one.
        east = (place[1] - first + 180) % 360 - 180
        return east * METRES * shrink, -place[0] * METRES

    flat = [metres(each) for each in places]
    west, east = min(x for x, _ in flat), max(x for x, _ in flat)
    north, south = min(y for _, y in flat), max(y for _, y in flat)
    per_metre = min(
        (WIDTH - 2 * MARGIN) / max(east - west, 20.0), (HEIGHT - 2 * MARGIN - 16) / max(south - north, 20.0)
    )

    def pixels(place: Place) -> tuple[float, float]:
        x, y = metres(place)
        return (
            round(WIDTH / 2 + (x - (west + east) / 2) * per_metre, 1),
            round((HEIGHT - 16) / 2 + (y - (north + south) / 2) * per_metre, 1),
        )

    parts = [
        f'<polyline fill="none" stroke="{LINE}" stroke-width="2" points="{_points(map(pixels, line))}"/>'
        for line in drawn
        if len(line) > 1
    ]
    for mark in marks:
        x, y = pixels(mark.place)
        anchor, away = ("end", -8) if x > WIDTH * 0.7 else ("start", 8)
        name = text_of(mark.name[:40])
        parts.append(
            f'<circle cx="{x}" cy="{y}" r="4" fill="{POINT}"/>'
            f'<text x="{x + away}" y="{y + 4}" text-anchor="{anchor}" font-size="11" fill="currentColor">{name}</text>'
        )
    length = _round_down(90 / per_metre)
    bar = length * per_metre
    shown = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    base = HEIGHT - 10
    parts.append(
        f'<path d="M{MARGIN} {base - 5}V{base}H{MARGIN + bar:.1f}V{base - 5}" fill="none" stroke="currentColor"/>'
        f'<text x="{MARGIN + bar + 6:.1f}" y="{base}" font-size="11" fill="currentColor">{shown}</text>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Map, north up" width="{WIDTH}" '
        f'height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="system-ui, sans-serif">{"".join(parts)}</svg>'
    )


def _points(pixels: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in pixels)


def _thin_out(line: Sequence[Place]) -> list[Place]:
    if len(line) <= MOST_POINTS:
        return [*line]
    step = (len(line) - 1) / (MOST_POINTS - 1)
    return [line[round(number * step)] for number in range(MOST_POINTS)]


def _round_down(value: float) -> float:
    """The largest 1, 2 or 5 with zeros that is not more than a value."""
    power: float = 10.0 ** floor(log10(value))
    return next(each * power for each in (5, 2, 1) if each * power <= value * (1 + 1e-9))
