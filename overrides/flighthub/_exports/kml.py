"""KML 2.2, for Google Earth."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

from flighthub_runtime.tracks import Fix, Trajectory

from .gpx import remove_unprintable

_NAMESPACES: Final = 'xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"'


def export_trajectory(trajectory: Trajectory, name: str | None) -> str:
    """A trajectory as a document with one placemark; its name is the trajectory's id when not given."""
    title = getattr(trajectory, "track_id", None) if name is None else name
    fixes = list(trajectory.fixes())
    mode = "clampToGround" if any(each.height is None for each in fixes) else "absolute"
    is_timed = bool(fixes) and all(each.time is not None for each in fixes)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<kml {_NAMESPACES}>",
            "<Document>",
            "<Placemark>",
            *([f"<name>{escape(remove_unprintable(title))}</name>"] if title else []),
            *(_track(fixes, mode) if is_timed else _line(fixes, mode) if len(fixes) > 1 else []),
            "</Placemark>",
            "</Document>",
            "</kml>",
            "",
        ]
    )


def _track(fixes: list[Fix], mode: str) -> list[str]:
    return [
        "<gx:Track>",
        f"<altitudeMode>{mode}</altitudeMode>",
        *(f"<when>{each.time}</when>" for each in fixes),
        *(f"<gx:coord>{each.longitude:.9f} {each.latitude:.9f} {each.height or 0:.3f}</gx:coord>" for each in fixes),
        "</gx:Track>",
    ]


def _line(fixes: list[Fix], mode: str) -> list[str]:
    places = (f"{each.longitude:.9f},{each.latitude:.9f},{each.height or 0:.3f}" for each in fixes)
    return [
        "<LineString>",
        f"<altitudeMode>{mode}</altitudeMode>",
        f"<coordinates>{' '.join(places)}</coordinates>",
        "</LineString>",
    ]
