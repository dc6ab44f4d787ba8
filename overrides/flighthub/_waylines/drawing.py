"""Drawing routes as SVG: the plan with north up, and the heights along the way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type

from .estimates import leg_lengths

if TYPE_CHECKING:
    from .route_model import Route
else:
    Route = lazy_type(".route_model", "Route", __package__)

_PLAN_HEIGHT: Final = 320
_PROFILE_HEIGHT: Final = 120
_EDGE: Final = 28
_DOTS: Final = 400
"""Waypoints that get a dot; a drawing of more has the line alone."""

_STYLE: Final = (
    "text{font:11px sans-serif;fill:currentColor}"
    ".way{fill:none;stroke:#1f6feb;stroke-width:1.5;stroke-linejoin:round}"
    ".dot{fill:#1f6feb}.photo{fill:#d1242f}.start{fill:#2da44e}"
    ".frame{fill:none;stroke:currentColor;stroke-opacity:.25}"
)

Spot = tuple[float, float]


def draw_svg(route: Route, width: int) -> str:
    """The route as an SVG document."""
    width = max(160, min(4_000, int(width)))
    spots = _plan(route)
    lengths = leg_lengths(route.to_waypoints())
    heights = [each.height for each in route.waypoints]
    along = [0.0, *accumulate(lengths)]
    low, high = min(heights), max(heights)
    base = min(0.0, low)
    plan, scale = _fit(spots, width, _PLAN_HEIGHT, keep_shape=True)
    top = _PLAN_HEIGHT
    profile_spots: list[Spot] = [(x, y) for x, y in zip(along, heights, strict=True)]
    corners: list[Spot] = [(0.0, base), (along[-1], max(high, base + 1))]
    profile, _ = _fit([*profile_spots, *corners], width, _PROFILE_HEIGHT, keep_shape=False)
    profile = [(x, y + top) for x, y in profile[: len(profile_spots)]]
    bar = _round_length(0.25 * width / scale)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top + _PROFILE_HEIGHT}" '
        f'width="{width}" height="{top + _PROFILE_HEIGHT}" role="img">',
        f"<title>{escape(route.name)}</title><style>{_STYLE}</style>",
        f'<rect class="frame" x=".5" y=".5" width="{width - 1}" height="{top - 1}"/>',
        f'<polyline class="way" points="{_points(plan)}"/>',
        *_dots(route, plan),
        _circle("start", plan[0], 5, "first waypoint"),
        f'<path class="frame" d="M{_EDGE / 2:g} {top - 10}h{bar * scale:.1f}"/>',
        f'<text x="{_EDGE / 2:g}" y="{top - 14}">{_metres(bar)}</text>',
        f'<text x="{width - _EDGE}" y="16">N ↑</text>',
        f'<rect class="frame" x=".5" y="{top + 0.5}" width="{width - 1}" height="{_PROFILE_HEIGHT - 1}"/>',
        f'<polyline class="way" points="{_points(profile)}"/>',
        f'<text x="4" y="{top + 13}">{high:g} m</text>',
        f'<text x="4" y="{top + _PROFILE_HEIGHT - 5}">{base:g} m</text>',
        f'<text x="{width - 4}" y="{top + _PROFILE_HEIGHT - 5}" text-anchor="end">{_metres(along[-1])}</text>',
        "</svg>",
    ]
    return "\n".join(parts)


def draw_html(route: Route) -> str:
    """The route for a notebook: its figures, and its drawing."""
    minutes, seconds = divmod(round(route.duration), 60)
    seen = route.ground_sample_distance
    figures = [
        escape(route.aircraft),
        f"{len(route.waypoints)} waypoints",
        _metres(route.length),
        f"{minutes}:{seconds:02} min",
        f"{route.photos} photos",
        *([] if seen is None else [f"{seen:.2g} cm per pixel"]),
    ]
    return f"<div><strong>{escape(route.name)}</strong><br>{' · '.join(figures)}<br>{draw_svg(route, 640)}</div>"


def _plan(route: Route) -> list[Spot]:
    """Metres to the east and north of the first waypoint, good enough to look at."""
    points = route.waypoints
    latitude, longitude = points[0].place
    if abs(latitude) > 89:
        # Around a pole, seen from above it.
        sign = math.copysign(1.0, latitude)
        return [
            (
                (90 - abs(each.latitude)) * math.sin(math.radians(each.longitude)) * 111_320,
                -sign * (90 - abs(each.latitude)) * math.cos(math.radians(each.longitude)) * 111_320,
            )
            for each in points
        ]
    narrow = math.cos(math.radians(latitude))
    return [
        (math.remainder(each.longitude - longitude, 360) * narrow * 111_320, (each.latitude - latitude) * 111_320)
        for each in points
    ]


def _fit(spots: Sequence[Spot], width: int, height: int, *, keep_shape: bool) -> tuple[list[Spot], float]:
    """Spots inside a frame, y upwards; and the pixels of a unit."""
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    bottom, top = min(y for _, y in spots), max(y for _, y in spots)
    wide, tall = max(right - left, 1e-9), max(top - bottom, 1e-9)
    across, up = (width - 2 * _EDGE) / wide, (height - 2 * _EDGE) / tall
    if keep_shape:
        across = up = min(across, up, 50.0)
    x0 = (width - across * (right - left)) / 2
    y0 = (height + up * (top - bottom)) / 2
    return [(x0 + across * (x - left), y0 - up * (y - bottom)) for x, y in spots], across


def _dots(route: Route, plan: Sequence[Spot]) -> list[str]:
    if len(plan) > _DOTS:
        return []
    found: list[str] = []
    for number, (spot, point) in enumerate(zip(plan, route.waypoints, strict=True)):
        kinds = ", ".join(each.kind for each in point.actions)
        text = f"{number}: {point.height:g} m{f', {kinds}' if kinds else ''}"
        found.append(_circle("photo" if kinds else "dot", spot, 3, text))
    return found


def _circle(kind: str, spot: Spot, radius: int, text: str) -> str:
    x, y = spot
    title = f"<title>{escape(text)}</title>"
    return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius}">{title}</circle>'


def _points(spots: Sequence[Spot]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)


def _round_length(metres: float) -> float:
    step = 10.0 ** math.floor(math.log10(max(metres, 1e-3)))
    return next((step * each for each in (5, 2, 1) if step * each <= metres), step)


def _metres(length: float) -> str:
    return f"{length:.0f} m" if length < 1000 else f"{length / 1000:.1f} km"
