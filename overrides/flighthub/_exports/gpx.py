"""GPX 1.1, for receivers and desktop programs."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

from flighthub_runtime.tracks import Trajectory

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export_trajectory(trajectory: Trajectory, name: str | None) -> str:
    """A trajectory as a document with one track; its name is the trajectory's id when not given."""
    title = getattr(trajectory, "track_id", None) if name is None else name
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gpx version="1.1" creator="flighthub" xmlns="http://www.topografix.com/GPX/1/1">',
        "<trk>",
        *([f"<name>{escape(remove_unprintable(title))}</name>"] if title else []),
        "<trkseg>",
    ]
    for each in trajectory.fixes():
        height = "" if each.height is None else f"<ele>{each.height:.3f}</ele>"
        time = "" if each.time is None else f"<time>{each.time}</time>"
        lines.append(f'<trkpt lat="{each.latitude:.9f}" lon="{each.longitude:.9f}">{height}{time}</trkpt>')
    return "\n".join([*lines, "</trkseg>", "</trk>", "</gpx>", ""])


def remove_unprintable(text: str) -> str:
    """A text without what no XML document may hold, such as most control characters."""
    return _NOT_IN_XML.sub("", text)
