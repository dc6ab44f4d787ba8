"""Rows in Parquet files: read back by others, valid by a validator that is not ours, in bounded memory."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import geopandas
import geoparquet_validator
import obstore
import obstore.store
import polars
import pyarrow.parquet
import pytest
import shapely

import flighthub_api.models
from flighthub import FlightHub, InvalidArgument, Records
from flighthub._exports.tables import BATCH_ROWS
from flighthub.tables import Column, ParquetWriter, to_arrow, write_parquet
from flighthub.types import AiAlert, AnnotationFeature, FlightTask, MediaFile, TrackPoint
from flighthub_api.tables import TABLES
from flighthub_simulator import Simulator

POINTS = [
    TrackPoint(timestamp=1772442621000 + 2000 * number, latitude=46 + number / 1000, longitude=14.5, height=300.5)
    for number in range(50)
]
ODD = [TrackPoint(), TrackPoint(latitude=0.0, longitude=0.0), TrackPoint(latitude=46.0, longitude=14.0)]


def polygons() -> list[AnnotationFeature]:
    ring = [[1, 2], [3, 4], [5, 2], [1, 2]]
    return [
        AnnotationFeature.from_dict({"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}}),
        AnnotationFeature.from_dict({"type": "Feature", "geometry": {"type": "Point", "coordinates": [7, 8, 9]}}),
        AnnotationFeature.from_dict({"type": "Feature", "geometry": None}),
    ]


PLACES: dict[str, list[Any]] = {
    "points": POINTS,
    "odd points": [*POINTS, *ODD],
    "nothing known": [TrackPoint()],
    "in an object": [AiAlert.from_dict({"location": {"latitude": 46.0, "longitude": 14.0}})],
    "shapes": polygons(),
}


@pytest.mark.parametrize("rows", PLACES.values(), ids=PLACES)
def test_what_has_a_place_is_geoparquet(tmp_path: Path, rows: list[Any]) -> None:
    file = tmp_path / "rows.parquet"
    Records(rows).to_parquet(file)
    report = geoparquet_validator.check(str(file))
    for kind in ("core", "covering"):
        assert geoparquet_validator.conformant(report, kind), report
    frame = geopandas.read_parquet(file)
    assert (frame.crs, len(frame)) == ("OGC:CRS84", len(rows))
    assert pyarrow.parquet.read_metadata(file).metadata[b"geo"].startswith(b'{"version": "1.1.0"')


def test_empty_rows_are_geoparquet_too(tmp_path: Path) -> None:
    Records(of=TrackPoint).to_parquet(tmp_path / "rows.parquet")
    report = geoparquet_validator.check(str(tmp_path / "rows.parquet"))
    assert geoparquet_validator.conformant(report, "core"), report
    assert geopandas.read_parquet(tmp_path / "rows.parquet").empty


def test_readers_find_every_point(tmp_path: Path) -> None:
    file = tmp_path / "points.parquet"
    Records(POINTS).to_parquet(file)
    latitudes = [each.latitude for each in POINTS]
    assert polars.read_parquet(file)["latitude"].to_list() == latitudes
    assert pyarrow.parquet.read_table(file)["latitude"].to_pylist() == latitudes
    query = "select latitude, epoch_ms(timestamp), bbox.ymin from read_parquet(?) order by timestamp"
    assert duckdb.connect().execute(query, [str(file)]).fetchall() == [
        (y.latitude, y.timestamp, y.latitude) for y in POINTS
    ]
    frame = geopandas.read_parquet(file)
    assert [*frame.geometry] == [shapely.Point(14.5, y, 300.5) for y in latitudes]
    assert len(geopandas.read_parquet(file, bbox=(14, 46.0095, 15, 46.0205))) == 11


def test_times_enums_and_units_survive(tmp_path: Path) -> None:
    file = tmp_path / "tasks.parquet"
    row = {"uuid": "t", "status": "success", "begin_at": "2026-03-02T10:10:21+01:00", "rth_altitude": 100}
    Records([FlightTask.from_dict(row)]).to_parquet(file)
    schema = pyarrow.parquet.read_schema(file)
    assert schema.field("begin_at").type == pyarrow.timestamp("us", tz="UTC")
    assert pyarrow.types.is_dictionary(schema.field("status").type)
    assert schema.field("rth_altitude").metadata[b"unit"] == b"m"
    assert b"geo" not in (pyarrow.parquet.read_metadata(file).metadata or {})
    assert duckdb.connect().execute("select status, epoch(begin_at) from read_parquet(?)", [str(file)]).fetchall() == [
        ("success", 1772442621.0)
    ]


def test_files_of_all_models_are_read_by_others(tmp_path: Path) -> None:
    file = tmp_path / "rows.parquet"
    for name in [name for name in flighthub_api.models.__all__ if TABLES[name].columns][::12]:
        model = getattr(flighthub_api.models, name)
        Records([model.from_dict({})]).to_parquet(file)
        assert duckdb.connect().execute("select count(*) from read_parquet(?)", [str(file)]).fetchone() == (1,), name
        assert polars.read_parquet(file).height == 1, name


def test_columns_of_ones_own_stand_before_those_of_the_rows(tmp_path: Path) -> None:
    file = tmp_path / "points.parquet"
    with ParquetWriter(file, TrackPoint, [Column("task", "text"), Column("pass", "integer")]) as writer:
        writer.write(POINTS[:2], task="a", **{"pass": 1})
        writer.write(POINTS[2:3], task="b")
        with pytest.raises(InvalidArgument, match="flight"):
            writer.write(POINTS, flight="c")
    table = pyarrow.parquet.read_table(file)
    assert table.column_names[:3] == ["task", "pass", "timestamp"]
    assert (table["task"].to_pylist(), table["pass"].to_pylist()) == (["a", "a", "b"], [1, 1, None])
    assert writer.rows == 3


def test_a_file_object_is_written_to_and_not_closed() -> None:
    file = BytesIO()
    with ParquetWriter(file, TrackPoint) as writer:
        writer.write(POINTS)
    assert pyarrow.parquet.read_table(BytesIO(file.getvalue())).num_rows == len(POINTS)


def test_an_object_store_is_written_to() -> None:
    store = obstore.store.MemoryStore()
    with obstore.open_writer(store, "points.parquet") as file, ParquetWriter(file, TrackPoint) as writer:
        writer.write(POINTS)
    data = bytes(obstore.get(store, "points.parquet").bytes())
    assert pyarrow.parquet.read_table(BytesIO(data)).num_rows == len(POINTS)


def test_rows_are_written_in_batches(tmp_path: Path) -> None:
    file = tmp_path / "points.parquet"
    write_parquet(file, (POINTS[number % 50] for number in range(BATCH_ROWS + 10)))
    metadata = pyarrow.parquet.read_metadata(file)
    assert [metadata.row_group(index).num_rows for index in range(metadata.num_row_groups)] == [BATCH_ROWS, 10]


def test_a_file_is_there_once_it_is_complete(tmp_path: Path) -> None:
    file = tmp_path / "points.parquet"
    with ParquetWriter(file, TrackPoint) as writer:
        writer.write(POINTS)
        assert not file.exists()
    assert [*tmp_path.iterdir()] == [file]
    before = file.read_bytes()

    def broken() -> Any:
        yield POINTS[0]
        raise KeyError("the source broke")

    with pytest.raises(KeyError):
        write_parquet(file, broken())
    assert [*tmp_path.iterdir()] == [file]
    assert file.read_bytes() == before
    Records(POINTS[:1]).to_parquet(file)
    assert pyarrow.parquet.read_table(file).num_rows == 1


@pytest.mark.parametrize("how", ["no folder", "full disk"])
def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path, how: str) -> None:
    class Full(BytesIO):
        def write(self, data: Any, /) -> int:
            raise OSError(28, "No space left on device")

    target: Any = tmp_path / "file" / "points.parquet" if how == "no folder" else Full()

    def write() -> None:
        (tmp_path / "file").touch()
        with ParquetWriter(target, TrackPoint) as writer:
            for _ in range(5):
                writer.write(POINTS * 2000)

    with pytest.raises(OSError, match=r"exists|Not a directory|No space left"):
        write()
    assert [*tmp_path.iterdir()] == [tmp_path / "file"]


def test_an_empty_iterable_needs_the_class_of_its_rows(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="of="):
        write_parquet(tmp_path / "rows.parquet", [])
    write_parquet(tmp_path / "rows.parquet", [], MediaFile)
    assert pyarrow.parquet.read_table(tmp_path / "rows.parquet").num_rows == 0
    assert to_arrow([], MediaFile).num_rows == 0


def test_what_a_client_lists_writes_itself(flighthub_simulator: Simulator, tmp_path: Path) -> None:
    simulator = flighthub_simulator
    with FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh:
        fh.projects.list().to_parquet(tmp_path / "new" / "projects.parquet")
        fh.devices.fleet().to_parquet(str(tmp_path / "fleet.parquet"))
    assert polars.read_parquet(tmp_path / "new" / "projects.parquet")["uuid"][0] == simulator.project
    assert polars.read_parquet(tmp_path / "fleet.parquet").height


PROGRAM = """
import resource, sys
from flighthub.tables import write_parquet
from flighthub.types import TrackPoint

points = [TrackPoint(timestamp=1772442621000 + n, latitude=46 + n / 1e6, longitude=14.5) for n in range(999)]
peaks = []
for count in (200_000, 600_000):
    write_parquet(sys.argv[1], (points[n % 999] for n in range(count)))
    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(peaks[1] - peaks[0])
"""


def test_three_times_the_rows_take_the_same_memory(tmp_path: Path) -> None:
    file = tmp_path / "points.parquet"
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(file)], check=True, capture_output=True, text=True, env={**os.environ}
    )
    assert float(ran.stdout) < 40
    assert pyarrow.parquet.read_metadata(file).num_rows == 600_000
