"""The trajectory of a flight: its positions, and the way to the forms that other programs take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, cast

from .codecs import LAST_SECOND, ListOf, ObjectOf
from .devices import is_place
from .models import Model
from .records import Tabular

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EPOCH: Final = datetime(1970, 1, 1)
_EARLIEST: Final = -62_135_596_800_000
_LATEST: Final = 253_402_300_799_999
"""The years 1 and 9999 in Unix milliseconds: what a calendar can show."""


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


class Trajectory(Model, Tabular[Any]):
    """Where an aircraft flew, point by point."""

    __slots__ = ()

    __exports__: ClassVar[str]
    """The package with a module for each form, imported when that form is first asked for."""

    def fixes(self) -> Iterator[Fix]:
        """The points at which the aircraft knew where it was, in their order.

        A point without a position, at 0, 0 or beyond the globe is left out. Times count milliseconds, also
        those that arrive as seconds.

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

    def _table_rows(self) -> list[Any]:
        return cast("list[Any]", getattr(self, "points", []))

    def _row_class(self) -> type[Any]:
        codec = cast(ListOf, self.__wire__.codec_of("points"))
        return cast(ObjectOf, codec.item).model

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
        feature: dict[str, Any] = self._form("geojson").export_trajectory(self)
        return feature

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
        document: str = self._form("gpx").export_trajectory(self, name)
        return document

    def to_kml(self, name: str | None = None) -> str:
        """The trajectory as a KML 2.2 document, for Google Earth: a track in time where its points have times.

        KML means heights above the sea. What the API gives is presumably above the ellipsoid, and goes in unchanged.

        Args:
            name: Name of the track; its id when not given.

        Returns:
            The document as text; write it to a file as UTF-8.

        Example:
            >>> text = fh.flight_tasks.get_track(task_uuid).track.to_kml("Perimeter & gate")
            >>> text.count("<gx:coord>"), "<name>Perimeter &amp; gate</name>" in text
            (2, True)
        """
        document: str = self._form("kml").export_trajectory(self, name)
        return document

    def to_czml(self, name: str | None = None) -> list[dict[str, Any]]:
        """The trajectory as CZML, for Cesium: an aircraft that moves along its path.

        Args:
            name: Name of the aircraft; its serial number when not given.

        Returns:
            The packets; write them to a file as JSON. Heights are above the ellipsoid, as Cesium means them; a point
            without one is at the height of the point before. Points that have no time, or come no later than the one
            before, are left out; where none has one, the path alone is drawn.

        Example:
            >>> document, aircraft = fh.flight_tasks.get_track(task_uuid).track.to_czml()
            >>> document["version"], aircraft["position"]["epoch"]
            ('1.0', '2026-03-02T09:10:21.000Z')
        """
        packets: list[dict[str, Any]] = self._form("czml").export_trajectory(self, name)
        return packets

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
        array: NDArray[Any] = self._form("arrays").export_trajectory(self)
        return array

    def _repr_html_(self) -> str:
        """What notebooks show."""
        text: str = self._form("html").export_trajectory(self)
        return text

    def _form(self, name: str) -> Any:
        return import_module(f"{self.__exports__}.{name}")


def _milliseconds(timestamp: object) -> int | None:
    """A time as the API gives it, in milliseconds; its magnitude tells which it is."""
    if not isinstance(timestamp, int):
        return None
    found = timestamp if abs(timestamp) > LAST_SECOND else timestamp * 1000
    return found if _EARLIEST <= found <= _LATEST else None
