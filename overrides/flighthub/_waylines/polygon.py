"""Areas on a flat map: whether they are areas, and what of them lies in a strip. Coordinates are metres.

An area is rings of corners: its border, and its holes. A place is inside where a line from it crosses an odd number of
edges, so that the direction of rings does not matter.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ..errors import InvalidArgument

Corner = tuple[float, float]
Ring = list[Corner]
Interval = tuple[float, float]

_SAME: Final = 1e-3
_MIN_WIDTH: Final = 1e-2
"""Metres of the mean width of a ring, below which its corners lie on a line."""

MAX_CORNERS: Final = 5_000


def clean_ring(corners: Sequence[Corner], argument: str) -> Ring:
    """A ring without corners that are there twice in a row, or that repeat the first at the end.

    Raises:
        InvalidArgument: Fewer than three are left.
    """
    found: Ring = []
    for each in corners:
        if not found or math.dist(found[-1], each) > _SAME:
            found.append(each)
    while len(found) > 1 and math.dist(found[0], found[-1]) <= _SAME:
        found.pop()
    if len(found) < 3:
        raise InvalidArgument(argument, f"has {len(found)} different corners, and an area has three at least")
    return found


def signed_area(ring: Sequence[Corner]) -> float:
    """Square metres, negative where it runs clockwise."""
    return math.fsum(a[0] * b[1] - b[0] * a[1] for a, b in _edges(ring)) / 2


def check_area(rings: Sequence[Ring], argument: str) -> None:
    """Refuses rings that cross themselves or each other or enclose nothing, and holes outside of the border.

    Raises:
        InvalidArgument: They do, and where.
    """
    count = sum(map(len, rings))
    if count > MAX_CORNERS:
        raise InvalidArgument(argument, f"has {count} corners, more than {MAX_CORNERS}; simplify it")
    edges = sorted(
        (min(a[0], b[0]), max(a[0], b[0]), a, b, number, place)
        for number, ring in enumerate(rings)
        for place, (a, b) in enumerate(_edges(ring))
    )
    for position, (_, right, a, b, number, place) in enumerate(edges):
        for left, _, c, d, other, there in edges[position + 1 :]:
            if left > right:
                break
            if _cross(a, b, c, d):
                where = f"edge {place} crosses edge {there}"
                rings_named = "" if not (number or other) else f" of ring {number} and {other}"
                raise InvalidArgument(argument, f"is no simple area: {where}{rings_named}")
    for ring in rings:
        around = math.fsum(math.dist(a, b) for a, b in _edges(ring))
        if 2 * abs(signed_area(ring)) < _MIN_WIDTH * around:
            raise InvalidArgument(argument, "encloses nothing: its corners lie on a line")
        if len(set(_edges(ring))) < len(ring):
            raise InvalidArgument(argument, "goes along one of its edges twice the same way; give each corner once")
    for number, hole in enumerate(rings[1:], 1):
        if not is_inside(hole[0], rings[:1]):
            raise InvalidArgument(argument, "has a hole that lies outside of its border")
        if any(is_inside(hole[0], [other]) for place, other in enumerate(rings[1:], 1) if place != number):
            raise InvalidArgument(argument, "has a hole that lies in another one")
    left = abs(signed_area(rings[0])) - math.fsum(abs(signed_area(each)) for each in rings[1:])
    if left <= _SAME:
        raise InvalidArgument(argument, "has holes that leave nothing of it")


def is_inside(place: Corner, rings: Sequence[Ring]) -> bool:
    """Whether a place lies in an area."""
    found = False
    for ring in rings:
        for a, b in _edges(ring):
            if (a[1] > place[1]) != (b[1] > place[1]):
                x = a[0] + (place[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
                found ^= x > place[0]
    return found


def rotate(ring: Sequence[Corner], direction: float) -> Ring:
    """A ring seen along a direction (degrees from north): x across it, to the right, and y along it."""
    angle = math.radians(direction)
    sine, cosine = math.sin(angle), math.cos(angle)
    return [(x * cosine - y * sine, x * sine + y * cosine) for x, y in ring]


def rotate_back(corner: Corner, direction: float) -> Corner:
    """The reverse of `rotate`."""
    angle = math.radians(direction)
    sine, cosine = math.sin(angle), math.cos(angle)
    return corner[0] * cosine + corner[1] * sine, corner[1] * cosine - corner[0] * sine


def extent_in_strip(rings: Sequence[Ring], left: float, right: float) -> list[Interval]:
    """Which parts of the y axis an area takes in the strip from x = `left` to x = `right`, in order."""
    edges = [(a, b) if a[0] <= b[0] else (b, a) for ring in rings for a, b in _edges(ring)]
    near = [each for each in edges if each[1][0] > left and each[0][0] < right and each[1][0] > each[0][0]]
    cuts = sorted({left, right, *(x for a, b in near for x in (a[0], b[0]) if left < x < right)})
    found: list[Interval] = []
    for begin, end in pairwise(cuts):
        middle = (begin + end) / 2
        # Between two cuts no edge begins, ends, or crosses another, so pairs of them enclose the area.
        crossing = sorted(
            ((_height(each, middle), each) for each in near if each[0][0] < middle < each[1][0]),
            key=lambda pair: pair[0],
        )
        for (_, low), (_, high) in zip(crossing[::2], crossing[1::2], strict=False):
            ends = [_height(each, x) for each in (low, high) for x in (begin, end)]
            found.append((min(ends), max(ends)))
    return merge(found, 0.0)


def merge(intervals: Sequence[Interval], gap: float) -> list[Interval]:
    """Intervals in order, those that are not further apart than a gap as one."""
    found: list[Interval] = []
    for low, high in sorted(intervals):
        if found and low <= found[-1][1] + gap:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def hull(corners: Sequence[Corner]) -> Ring:
    """The convex hull, anticlockwise."""
    ordered = sorted(set(corners))
    sides: list[Ring] = []
    for sequence in (ordered, ordered[::-1]):
        side: Ring = []
        for each in sequence:
            while len(side) > 1 and _turn(side[-2], side[-1], each) <= 0:
                side.pop()
            side.append(each)
        sides.append(side[:-1])
    return [*sides[0], *sides[1]]


def directions(rings: Sequence[Ring]) -> Iterator[float]:
    """Directions of the edges of the hull, in degrees from 0 to 180: across one of them, an area is narrowest."""
    seen: set[float] = set()
    for a, b in _edges(hull(rings[0])):
        found = round(math.degrees(math.atan2(b[0] - a[0], b[1] - a[1])) % 180.0, 6)
        if found not in seen:
            seen.add(found)
            yield found


def _edges(ring: Sequence[Corner]) -> Iterator[tuple[Corner, Corner]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _height(edge: tuple[Corner, Corner], x: float) -> float:
    (x0, y0), (x1, y1) = edge
    return y0 + (x - x0) / (x1 - x0) * (y1 - y0)


def _turn(a: Corner, b: Corner, c: Corner) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cross(a: Corner, b: Corner, c: Corner, d: Corner) -> bool:
    """Whether two edges cross in a point that is an end of neither."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0
