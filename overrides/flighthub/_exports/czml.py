"""CZML, for Cesium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from flighthub_runtime.tracks import Fix, Trajectory

_LINE: Final = {"solidColor": {"color": {"rgba": [255, 165, 0, 255]}}}


def export_trajectory(trajectory: Trajectory, name: str | None) -> list[dict[str, Any]]:
    """A trajectory as a document with one object; its name is the aircraft's serial number when not given."""
    serial = getattr(trajectory, "drone_sn", None)
    label = name or serial or "Aircraft"
    fixes = list(trajectory.fixes())
    timed = list(_in_time(fixes))
    document: dict[str, Any] = {"id": "document", "name": label, "version": "1.0"}
    moving: dict[str, Any] = {"id": getattr(trajectory, "track_id", None) or serial or "track", "name": label}
    if timed:
        epoch, last = timed[0], timed[-1]
        availability = f"{epoch.time}/{last.time}"
        document["clock"] = {"interval": availability, "currentTime": epoch.time, "multiplier": 10}
        begin = epoch.milliseconds or 0
        places = [
            [((each.milliseconds or 0) - begin) / 1000, *place]
            for each, place in zip(timed, _places(timed), strict=True)
        ]
        moving |= {
            "availability": availability,
            "position": {"epoch": epoch.time, "cartographicDegrees": [number for place in places for number in place]},
            "path": {"material": _LINE, "width": 2, "leadTime": 0},
            "point": {"pixelSize": 8},
        }
    elif len(fixes) > 1:
        flat = [number for place in _places(fixes) for number in place]
        moving["polyline"] = {"positions": {"cartographicDegrees": flat}, "material": _LINE, "width": 2}
    return [document, moving]


def _in_time(fixes: list[Fix]) -> Iterator[Fix]:
    """The positions whose time is known and after that of the one before."""
    last: int | None = None
    for each in fixes:
        if each.milliseconds is not None and (last is None or each.milliseconds > last):
            last = each.milliseconds
            yield each


def _places(fixes: list[Fix]) -> Iterator[list[float]]:
    height = next((each.height for each in fixes if each.height is not None), 0.0)
    for each in fixes:
        height = height if each.height is None else each.height
        yield [each.longitude, each.latitude, height]
