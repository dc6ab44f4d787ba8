"""Trajectories in the forms that others read: GeoJSON, GPX, arrays."""

from __future__ import annotations

import builtins
import doctest
import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import numpy
import pytest
from client.test_docstrings import example_in, run

from flighthub import ConfigurationError, FlightHub
from flighthub.types import Track, TrackPoint
from flighthub_runtime import tracks
from flighthub_runtime.models import Model
from flighthub_runtime.tracks import Fix, Trajectory

MOMENT = datetime(2026, 3, 2, 9, 10, 21, tzinfo=UTC)
SECONDS = int(MOMENT.timestamp())
GPX = "{http://www.topografix.com/GPX/1/1}"


def point(**members: Any) -> dict[str, Any]:
    return {"timestamp": SECONDS * 1000, "latitude": 46.05, "longitude": 14.5, "height": 380.25, **members}


def track(*points: Mapping[str, Any], **members: Any) -> Track:
    return Track.from_dict({"track_id": "trk-1", "drone_sn": "1581FEXAMPLE00001", "points": [*points], **members})


TWO = track(point(), point(timestamp=SECONDS * 1000 + 2500, longitude=14.6), flight_distance=12.5, flight_duration=2)


@pytest.mark.parametrize(
    ("timestamp", "time"),
    [
        (SECONDS, "2026-03-02T09:10:21.000Z"),
        (SECONDS * 1000, "2026-03-02T09:10:21.000Z"),
        (SECONDS * 1000 + 7, "2026-03-02T09:10:21.007Z"),
        (10**11, "5138-11-16T09:46:40.000Z"),
        (10**11 + 1, "1973-03-03T09:46:40.001Z"),
        (0, "1970-01-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.000Z"),
        (10**18, None),
        (-(10**18), None),
        (None, None),
    ],
)
def test_the_unit_of_a_time_is_told_by_its_magnitude(timestamp: int | None, time: str | None) -> None:
    (fix,) = track(point(timestamp=timestamp)).fixes()
    assert fix.time == time


@pytest.mark.parametrize(
    "nowhere",
    [
        {"latitude": 0, "longitude": 0},
        {"latitude": 0.0, "longitude": -0.0},
        {"latitude": 999, "longitude": -999},
        {"latitude": 90.1},
        {"longitude": -180.5},
        {"latitude": None},
        {"longitude": None},
        {"latitude": math.nan},
    ],
)
def test_a_point_without_a_place_is_left_out(nowhere: dict[str, Any]) -> None:
    found = track(point(), point(**nowhere), point(latitude=0, longitude=14.5))
    assert [(each.latitude, each.longitude) for each in found.fixes()] == [(46.05, 14.5), (0, 14.5)]
    assert len(found.points) == 3


def test_geojson_is_a_line_of_longitude_latitude_and_height_with_its_times() -> None:
    feature = TWO.to_geojson()
    assert feature == {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": [[14.5, 46.05, 380.25], [14.6, 46.05, 380.25]]},
        "properties": {
            "track_id": "trk-1",
            "drone_sn": "1581FEXAMPLE00001",
            "flight_distance": 12.5,
            "flight_duration": 2,
            "times": ["2026-03-02T09:10:21.000Z", "2026-03-02T09:10:23.500Z"],
        },
    }
    assert json.loads(json.dumps(feature, allow_nan=False)) == feature


@pytest.mark.parametrize("points", [(), (point(),), (point(), point(latitude=0, longitude=0))])
def test_geojson_of_fewer_than_two_places_has_no_geometry(points: tuple[dict[str, Any], ...]) -> None:
    feature = track(*points).to_geojson()
    assert feature["geometry"] is None
    assert len(feature["properties"]["times"]) == min(1, len(points))


def test_geojson_leaves_out_a_height_that_is_not_known() -> None:
    feature = track(point(height=None), point()).to_geojson()
    assert feature["geometry"]["coordinates"] == [[14.5, 46.05], [14.5, 46.05, 380.25]]


def test_gpx_has_every_place_with_height_and_time_in_the_order_that_its_schema_asks_for() -> None:
    root = ElementTree.fromstring(TWO.to_gpx().encode())
    assert (root.tag, root.get("version")) == (f"{GPX}gpx", "1.1")
    assert root.findtext(f"{GPX}trk/{GPX}name") == "trk-1"
    first, second = root.findall(f"{GPX}trk/{GPX}trkseg/{GPX}trkpt")
    assert (float(first.get("lat", "")), float(second.get("lon", ""))) == (46.05, 14.6)
    assert [each.tag for each in first] == [f"{GPX}ele", f"{GPX}time"]
    assert [each.text for each in second] == ["380.250", "2026-03-02T09:10:23.500Z"]


def test_gpx_leaves_out_what_is_not_known_and_writes_small_numbers_as_decimals() -> None:
    text = track(point(latitude=0.00000123, height=None, timestamp=None), track_id=None).to_gpx()
    (only,) = ElementTree.fromstring(text.encode()).iter(f"{GPX}trkpt")
    assert (only.get("lat"), len(only)) == ("0.000001230", 0)
    assert "<name>" not in text
    assert "e-" not in text.split("<trkseg>")[1]


@pytest.mark.parametrize("name", ['Gate "A" & <B>', "a\x00b\x1b", "half \ud800 pair", "Žička 🛰", "]]>"])
def test_gpx_stays_a_document_whatever_the_name(name: str) -> None:
    root = ElementTree.fromstring(TWO.to_gpx(name).encode())
    expected = name.replace("\x00", "").replace("\x1b", "").replace("\ud800", "")
    assert root.findtext(f"{GPX}trk/{GPX}name") == expected


def test_an_array_has_a_row_for_each_place_and_says_what_is_not_known() -> None:
    rows = track(point(), point(latitude=0, longitude=0), point(timestamp=None, height=None)).to_numpy()
    assert rows.dtype == [("time", "<M8[ms]"), ("latitude", "<f8"), ("longitude", "<f8"), ("height", "<f8")]
    assert rows["time"][0] == numpy.datetime64(SECONDS, "s")
    assert numpy.isnat(rows["time"]).tolist() == [False, True]
    assert numpy.isnan(rows["height"]).tolist() == [False, True]
    assert rows["longitude"].tolist() == [14.5, 14.5]
    assert len(track().to_numpy()) == 0


def test_without_numpy_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    genuine = builtins.__import__

    def missing(name: str, *arguments: Any, **named: Any) -> Any:
        if name == "numpy":
            raise ImportError(name)
        return genuine(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ConfigurationError, match=r"pip install 'flighthub\[numpy\]'"):
        TWO.to_numpy()


def test_long_tracks_are_still_read_at_once_and_export_every_place() -> None:
    points = [point(timestamp=SECONDS * 1000 + number, longitude=14 + number / 10_000) for number in range(3_000)]
    assert TrackPoint.from_flat_dicts(points) is not None
    long = track(*points)
    assert len(long.to_geojson()["geometry"]["coordinates"]) == 3_000
    assert long.to_gpx().count("<trkpt ") == 3_000
    assert long.to_dict()["points"] == points


def test_only_the_trajectory_derives_from_what_exports_it() -> None:
    assert Track.__mro__[1:3] == (Trajectory, Model)
    assert not issubclass(TrackPoint, Trajectory)


@pytest.mark.parametrize("method", [Trajectory.to_geojson, Trajectory.to_gpx, Trajectory.to_numpy])
def test_the_example_of_an_export_gives_what_it_says(method: Any, fh: FlightHub) -> None:
    names: dict[str, Any] = {"fh": fh, "task_uuid": "8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"}
    source = example_in(method)
    run(source, names)
    (test,) = doctest.DocTestFinder(recurse=False).find(method, "export", globs=names, module=tracks)
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_example_of_the_fixes_gives_what_it_says() -> None:
    (test,) = doctest.DocTestFinder(recurse=False).find(Trajectory.fixes, "fixes", globs={}, module=tracks)
    assert doctest.DocTestRunner().run(test).failed == 0
    assert Fix(None, 1.0, 2.0, None).time is None
