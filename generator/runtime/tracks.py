"""The trajectory of a flight in the forms that maps, receivers and numerical code take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .devices import is_place
from .kinds import LAST_SECOND
from .models import Model
from .problems import ConfigurationError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EPOCH: Final = datetime(1970, 1, 1)
_EARLIEST: Final = -62_135_596_800_000
_LATEST: Final = 253_402_300_799_999
"""The years 1 and 9999 in Unix milliseconds: what a calendar can show."""

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Fix(NamedTuple):
    """Where an aircraft was.

    Attributes:
        milliseconds: Unix time; None where the point has none.
        latitude: Degrees, north positive.
        longitude: Degrees, east positive.
        height: Metres, presumably above the ellipsoid; None where the point has none.
    """

    milliseconds: int | None
    latitude: float
    longitude: float
    height: float | None

    @property
    def time(self) -> str | None:
        """The time in UTC, such as `2026-03-02T09:10:21.000Z`."""
        if self.milliseconds is None:
            return None
        return (_EPOCH + timedelta(milliseconds=self.milliseconds)).isoformat(timespec="milliseconds") + "Z"


class Trajectory(Model):
    """Where an aircraft flew, point by point."""

    __slots__ = ()

    def fixes(self) -> Iterator[Fix]:
        """The points at which the aircraft knew where it was, in their order.

        A point without a position, at 0, 0 or beyond the globe is left out. Times count milliseconds, whether they came
        as such or as seconds.

        Example:
            >>> from flighthub.types import Track
            >>> track = Track.from_dict({"points": [{"timestamp": 1772442621, "latitude": 46.05, "longitude": 14.5}]})
            >>> [fix.time for fix in track.fixes()]
            ['2026-03-02T09:10:21.000Z']
        """
        points: list[Any] = getattr(self, "points", [])
        for point in points:
            latitude, longitude = point.latitude, point.longitude
            if latitude is not None and longitude is not None and is_place(latitude, longitude):
                yield Fix(_milliseconds(point.timestamp), latitude, longitude, point.height)

    def to_geojson(self) -> dict[str, Any]:
        """The trajectory as a GeoJSON Feature, for maps.

        Returns:
            A `LineString` of [longitude, latitude, height], with the `times` of its positions in UTC, the distance in
            metres, the duration in seconds and the ids among the properties. The geometry is null when there are fewer
            than two positions.

        Example:
            >>> feature = fh.flight_tasks.get_track(task_uuid).track.to_geojson()
            >>> feature["geometry"]["type"], len(feature["properties"]["times"])
            ('LineString', 2)
        """
        fixes = list(self.fixes())
        line = [
            [each.longitude, each.latitude] if each.height is None else [each.longitude, each.latitude, each.height]
            for each in fixes
        ]
        told = ("track_id", "drone_sn", "flight_distance", "flight_duration")
        return {
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": line} if len(line) > 1 else None,
            "properties": {
                **{name: getattr(self, name, None) for name in told},
                "times": [each.time for each in fixes],
            },
        }

    def to_gpx(self, name: str | None = None) -> str:
        """The trajectory as a GPX 1.1 document, for receivers and desktop programs.

        GPX means heights above the sea. What the API gives is presumably above the ellipsoid, and goes in unchanged.

        Args:
            name: Name of the track; its id when not given.

        Returns:
            The document as text; write it to a file as UTF-8.

        Example:
            >>> text = fh.flight_tasks.get_track(task_uuid).track.to_gpx("Perimeter & gate")
            >>> text.count("<trkpt"), "<name>Perimeter &amp; gate</name>" in text
            (2, True)
        """
        from xml.sax.saxutils import escape

        title = getattr(self, "track_id", None) if name is None else name
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<gpx version="1.1" creator="flighthub" xmlns="http://www.topografix.com/GPX/1/1">',
            "<trk>",
            *([f"<name>{escape(_printable(title))}</name>"] if title else []),
            "<trkseg>",
        ]
        for each in self.fixes():
            height = "" if each.height is None else f"<ele>{each.height:.3f}</ele>"
            time = "" if each.time is None else f"<time>{each.time}</time>"
            lines.append(f'<trkpt lat="{each.latitude:.9f}" lon="{each.longitude:.9f}">{height}{time}</trkpt>')
        return "\n".join([*lines, "</trkseg>", "</trk>", "</gpx>", ""])

    def to_numpy(self) -> NDArray[Any]:
        """The trajectory as a structured array, for calculations.

        Returns:
            One row for each position: `time` (datetime64 in milliseconds, UTC; NaT where there is none), `latitude` and
            `longitude` in degrees, `height` in metres (NaN where there is none).

        Raises:
            ConfigurationError: The package numpy is missing.

        Example:
            >>> rows = fh.flight_tasks.get_track(task_uuid).track.to_numpy()
            >>> rows.dtype.names, round(float(rows["height"].max()), 1)
            (('time', 'latitude', 'longitude', 'height'), 385.9)
        """
        try:
            import numpy
        except ImportError:
            raise ConfigurationError("arrays need the package numpy: pip install 'flighthub[numpy]'") from None
        columns = [("time", "datetime64[ms]"), ("latitude", "f8"), ("longitude", "f8"), ("height", "f8")]
        rows = [
            (
                numpy.datetime64("NaT" if each.milliseconds is None else each.milliseconds, "ms"),
                each.latitude,
                each.longitude,
                float("nan") if each.height is None else each.height,
            )
            for each in self.fixes()
        ]
        return numpy.array(rows, dtype=columns)


def _milliseconds(timestamp: object) -> int | None:
    """A time as the API gives it, in milliseconds; which it is is told by its magnitude."""
    if not isinstance(timestamp, int):
        return None
    found = timestamp if abs(timestamp) > LAST_SECOND else timestamp * 1000
    return found if _EARLIEST <= found <= _LATEST else None


def _printable(text: str) -> str:
    """A text without what no XML document may hold, such as most control characters."""
    return _NOT_IN_XML.sub("", text)
