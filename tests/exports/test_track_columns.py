"""Tracks straight into columns: the same table as by way of objects, whatever the server sends."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from flighthub import AsyncFlightHub, FlightHub
from flighthub._exports.track_columns import Points, parse_track, table_of_data
from flighthub.tables import schema_of
from flighthub.types import FlightTaskTrack, Track, TrackPoint
from flighthub_runtime.secrets import MaskedMapping
from flighthub_simulator import Simulator

COUNT = 1500


def body(change: Callable[[list[dict[str, Any]]], object] = lambda points: None, **members: Any) -> bytes:
    points = [
        {
            "timestamp": 1772442621000 + 2000 * number,
            "latitude": 46.05 + number / 1e5,
            "longitude": 14.5,
            "height": 380 + number / 7,
        }
        for number in range(COUNT)
    ]
    change(points)
    data = {"name": "n", "status": "success", "track": {"track_id": "t", "points": points}}
    return json.dumps({"code": 0, "message": "", "data": data, **members}).encode()


def by_objects(text: bytes) -> Any:
    track = FlightTaskTrack.from_dict(json.loads(text).get("data") or {}).track
    return (track or Track()).to_arrow()


def test_a_documented_track_is_read_without_an_object_for_each_point() -> None:
    text = body()
    found = parse_track(text)
    assert isinstance(found["data"], Points)
    table = table_of_data(found["data"])
    assert table == by_objects(text)
    assert table.num_rows == COUNT
    assert table.schema == schema_of(TrackPoint)


@pytest.mark.parametrize(
    "change",
    [
        lambda points: points[-1].update(height=None),
        lambda points: points[-1].pop("height"),
        lambda points: points[7].update(latitude=0),
        lambda points: points[7].update(latitude=0, longitude=0),
        lambda points: points[7].update(latitude=91),
        lambda points: points[7].update(longitude="14.5"),
        lambda points: points[7].update(timestamp=1772442621),
        lambda points: points[7].update(timestamp=10**18),
        lambda points: points[7].update(timestamp="1772442621000"),
        lambda points: points[7].update(speed=7.5),
        lambda points: points[7].update(latitude=46, longitude=14, height=380),
        lambda points: points.insert(3, None),
        lambda points: points.insert(3, {}),
    ],
)
def test_an_odd_point_makes_no_difference(change: Callable[[list[dict[str, Any]]], object]) -> None:
    text = body(change)
    assert len(text) > 64 * 1024
    assert table_of_data(parse_track(text)["data"]) == by_objects(text)


@pytest.mark.parametrize(
    "data", [None, [], {}, {"track": None}, {"track": {"points": None}}, {"track": {"points": []}}]
)
def test_a_track_without_points_is_an_empty_table(data: Any) -> None:
    table = table_of_data(parse_track(json.dumps({"code": 0, "data": data}).encode())["data"])
    assert (table.num_rows, table.schema) == (0, schema_of(TrackPoint))


def test_what_is_no_json_is_refused_as_by_any_parser() -> None:
    with pytest.raises(ValueError, match=r"Expecting|truncated|invalid|Unterminated"):
        parse_track(body()[:-100])
    assert parse_track(body(code=210231))["code"] == 210231


def test_a_client_gives_the_same_table_either_way(flighthub_simulator: Simulator, tmp_path: Path) -> None:
    simulator = flighthub_simulator
    settings = {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url}

    async def awaited(task: str) -> Any:
        async with AsyncFlightHub(**settings) as fh:
            return await fh.flight_tasks.get_track_table(task)

    with FlightHub(**settings) as fh, FlightHub(**settings, strict=True) as strict:
        task = "8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"
        track = fh.flight_tasks.get_track(task).track
        assert track is not None
        table = track.to_arrow()
        assert table.num_rows == len(track.points) > 1
        for found in (
            fh.flight_tasks.get_track_table(task),
            fh.flight_tasks.get_track_table(task, request_options={"cache": 60}),
            strict.flight_tasks.get_track_table(task),
            asyncio.run(awaited(task)),
        ):
            assert found == table
        assert fh.flight_tasks.get_track(task, request_options={"cache": 60}).track == track
        track.to_parquet(tmp_path / "track.parquet")
    assert pyarrow.parquet.read_table(tmp_path / "track.parquet").num_rows == table.num_rows


def test_columns_pass_through_an_envelope_that_hides_its_values() -> None:
    envelope = MaskedMapping(parse_track(body()))
    assert isinstance(envelope["data"], Points)
    assert "46.05" not in repr(envelope)
