"""GeoJSON, for maps."""

from __future__ import annotations

from typing import Any, Final

from flighthub_runtime.tracks import Trajectory

_PROPERTIES: Final = ("track_id", "drone_sn", "flight_distance", "flight_duration")


def export_trajectory(trajectory: Trajectory) -> dict[str, Any]:
    """A trajectory as a Feature with a `LineString`."""
    fixes = list(trajectory.fixes())
    line = [
        [each.longitude, each.latitude] if each.height is None else [each.longitude, each.latitude, each.height]
        for each in fixes
    ]
    return {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": line} if len(line) > 1 else None,
        "properties": {
            **{name: getattr(trajectory, name, None) for name in _PROPERTIES},
            "times": [each.time for each in fixes],
        },
    }
