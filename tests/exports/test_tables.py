"""Rows as Arrow tables: one schema for each class, nothing secret, and readable by others."""

from __future__ import annotations

import copy
import json
import math
import pickle
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import arro3.core
import duckdb
import geopandas
import polars
import pyarrow
import pytest

import flighthub_api.models
from flighthub import AsyncFlightHub, ConfigurationError, DownloadedFile, DownloadSummary, FlightHub, InvalidArgument
from flighthub.enums import FlightTaskStatus, MediaFileType, ModelStatus
from flighthub.tables import Records, schema_of, to_arrow
from flighthub.types import (
    AiAlert,
    AnnotationFeature,
    FlightTask,
    MediaFile,
    OpenModel,
    PermissionTree,
    StorageCredentials,
    StreamForwarder,
    TrackPoint,
    Wayline,
)
from flighthub_api.tables import TABLES
from flighthub_runtime.codecs import SecretString
from flighthub_simulator import Simulator

WITH_COLUMNS = [name for name in flighthub_api.models.__all__ if TABLES[name].columns]
SECRET = "planted-secret-4711"


def client(simulator: Simulator, **options: Any) -> FlightHub:
    return FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url, **options)


def rows_of(table: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pyarrow.table(table).to_pylist()
    return found


def test_the_schema_of_a_model_is_the_same_whatever_its_rows_hold() -> None:
    assert len(WITH_COLUMNS) > 250
    for name in WITH_COLUMNS:
        model = getattr(flighthub_api.models, name)
        schema = schema_of(model)
        for rows in ([], [model.from_dict({})], [model.from_dict(dict.fromkeys(model.__wire__.names, 1))]):
            table = Records(rows, of=model).to_arrow()
            assert (table.schema, table.num_rows) == (schema, len(rows)), name


def test_others_read_the_table_of_every_model() -> None:
    connection = duckdb.connect()
    for name in WITH_COLUMNS:
        model = getattr(flighthub_api.models, name)
        table_of_one = to_arrow([model.from_dict({})])
        assert pyarrow.table(table_of_one).num_rows == 1, name
        assert polars.DataFrame(table_of_one).height == 1, name
        assert connection.execute("select count(*) from table_of_one").fetchall() == [(1,)], name


def test_no_secret_is_in_a_table() -> None:
    planted = 0
    for name in WITH_COLUMNS:
        model = getattr(flighthub_api.models, name)
        secrets = {each.wire for each in model.__wire__.members if isinstance(each.codec, SecretString)}
        row = model.from_dict(dict.fromkeys(secrets, SECRET))
        planted += len(secrets)
        assert SECRET not in str(rows_of(to_arrow([row]))), name
    assert planted > 20
    unheard_of = {"unheard_of": SECRET}
    forwarder = StreamForwarder.from_dict(
        {"converter_id": "c", "schema": "rtmp", "schema_option": {"url": SECRET}, **unheard_of}
    )
    credentials = StorageCredentials.from_dict(
        {"bucket": "b", "credentials": {"access_key_id": SECRET, "access_key_secret": SECRET, "security_token": SECRET}}
    )
    for row in (forwarder, credentials):
        table = to_arrow([row])
        assert table.num_columns > 1
        assert SECRET not in str(rows_of(table))


def test_members_become_columns_of_their_types() -> None:
    begin = datetime(2026, 3, 2, 10, 10, 21, 5, tzinfo=timezone(timedelta(hours=1)))
    task = FlightTask.from_dict(
        {
            "uuid": "t",
            "status": "success",
            "begin_at": begin.isoformat(),
            "rth_altitude": 100,
            "folder_info": {"expected_file_count": 3, "uploaded_file_count": 2},
            "days_of_week": [0, 1],
            "recurring_task_start_time_list": [1772442621],
            "continuous_task_periods": [[1772442621, 1772442622]],
        }
    )
    (row,) = rows_of(to_arrow([task]))
    moment = datetime(2026, 3, 2, 9, 10, 21, tzinfo=UTC)
    assert row["begin_at"] == moment.replace(microsecond=5)
    assert (row["status"], row["end_at"], row["rth_altitude"]) == ("success", None, 100)
    assert row["folder_info"]["uploaded_file_count"] == 2
    assert row["days_of_week"] == ["SUNDAY", "MONDAY"]
    assert row["recurring_task_start_time_list"] == [moment]
    assert row["continuous_task_periods"] == [[moment, moment + timedelta(seconds=1)]]
    schema = pyarrow.schema(schema_of(FlightTask))
    assert schema.field("status").type == pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    assert schema.field("begin_at").type == pyarrow.timestamp("us", tz="UTC")
    assert schema.field("rth_altitude").metadata == {b"unit": b"m"}


def test_the_word_of_an_enum_is_what_travels_or_its_name_where_numbers_do() -> None:
    models = [
        OpenModel.from_dict({"resource_uuid": "r", "model_uuid": "m", "model_type": 1, "model_status": status})
        for status in (15, 4711)
    ]
    assert [row["model_status"] for row in rows_of(to_arrow(models))] == ["RECONSTRUCTION_SUCCESS", "UNKNOWN_4711"]
    assert ModelStatus(15).name == "RECONSTRUCTION_SUCCESS"
    tasks = [FlightTask.from_dict({"uuid": "t", "status": status}) for status in ("success", "waiting_for_tide")]
    assert [row["status"] for row in rows_of(to_arrow(tasks))] == ["success", "waiting_for_tide"]


@pytest.mark.parametrize(
    ("timestamp", "milliseconds"),
    [
        (1772442621, 1772442621000),
        (1772442621007, 1772442621007),
        (0, 0),
        (10**18, None),
        (-(10**18), None),
        (None, None),
    ],
)
def test_times_that_are_numbers_are_read_by_their_magnitude(timestamp: int | None, milliseconds: int | None) -> None:
    table = to_arrow([TrackPoint(timestamp=timestamp), TrackPoint(timestamp=1772442621)])
    found = pyarrow.table(table)["timestamp"].cast(pyarrow.int64()).to_pylist()
    assert found == [milliseconds, 1772442621000]


@pytest.mark.parametrize(
    ("members", "column"),
    [
        ({"size": "large"}, "size"),
        ({"size": 2**70}, "size"),
        ({"size": 1.5}, "size"),
        ({"create_at": "yesterday"}, "create_at"),
        ({"create_at": datetime(2026, 3, 2)}, "create_at"),
    ],
)
def test_a_value_of_another_type_which_a_program_has_set_is_null(members: dict[str, Any], column: str) -> None:
    table = to_arrow([MediaFile(uuid="m", **members), MediaFile(uuid="n")])
    assert [row[column] for row in rows_of(table)] == [None, None]


def test_text_that_cannot_be_encoded_is_replaced() -> None:
    (row,) = rows_of(to_arrow([MediaFile(uuid="m", name="a\ud800b")]))
    assert row["name"] == "a?b"


def test_what_holds_itself_is_json_below() -> None:
    leaf = {"name": "leaf"}
    tree = PermissionTree.from_dict({"children": [{"children": [leaf]}]})
    assert tree.to_dict()
    assert rows_of(to_arrow([tree]))


@pytest.mark.parametrize(
    ("point", "coordinates"),
    [
        ({"latitude": 46.05, "longitude": 14.5, "height": 300.0}, [14.5, 46.05, 300.0]),
        ({"latitude": 46, "longitude": 14, "height": 300}, [14.0, 46.0, 300.0]),
        ({"latitude": 0.0, "longitude": 0.0, "height": 1.0}, None),
        ({"latitude": 0.0, "longitude": 14.5, "height": 1.0}, [14.5, 0.0, 1.0]),
        ({"latitude": 91.0, "longitude": 14.5, "height": 1.0}, None),
        ({"latitude": 46.0, "longitude": -181.0, "height": 1.0}, None),
        ({"latitude": float("nan"), "longitude": 14.5}, None),
        ({"latitude": 46.05, "height": 1.0}, None),
        ({}, None),
    ],
)
def test_a_place_is_a_point_of_geoarrow_and_none_where_it_is_not_known(
    point: dict[str, Any], coordinates: list[float] | None
) -> None:
    known = TrackPoint(latitude=46.0, longitude=14.0, height=1.0)
    for rows in ([TrackPoint(**point)], [known, TrackPoint(**point), known]):
        frame = geopandas.GeoDataFrame.from_arrow(to_arrow(rows))
        shape = frame.geometry[len(rows) // 2]
        assert (None if shape is None else [*shape.coords[0]]) == coordinates
        assert frame.crs == "OGC:CRS84"


def test_a_place_without_height_has_none() -> None:
    frame = geopandas.GeoDataFrame.from_arrow(to_arrow([TrackPoint(latitude=46.0, longitude=14.0)]))
    assert (frame.geometry[0].x, frame.geometry[0].y) == (14.0, 46.0)
    assert math.isnan(frame.geometry[0].z)


def test_the_place_of_a_row_may_be_in_an_object_of_it() -> None:
    alert = AiAlert.from_dict({"location": {"latitude": 46.0, "longitude": 14.0}})
    frame = geopandas.GeoDataFrame.from_arrow(to_arrow([alert, AiAlert.from_dict({})]))
    assert [None if each is None else (each.x, each.y) for each in frame.geometry] == [(14.0, 46.0), None]


@pytest.mark.parametrize(
    ("geometry", "wkt"),
    [
        ({"type": "Point", "coordinates": [1, 2]}, "POINT (1 2)"),
        ({"type": "Point", "coordinates": [1, 2, 3]}, "POINT Z (1 2 3)"),
        ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, "LINESTRING (1 2, 3 4)"),
        (
            {"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 2], [1, 2]]]},
            "POLYGON ((1 2, 3 4, 5 2, 1 2))",
        ),
        ({"type": "Circle", "coordinates": [1, 2]}, None),
        ({"type": "Point", "coordinates": [181, 2]}, None),
        ({"type": "Point", "coordinates": "here"}, None),
        ({"type": "Polygon", "coordinates": [[1, 2]]}, None),
        (None, None),
    ],
)
def test_a_geojson_geometry_is_wkb(geometry: dict[str, Any] | None, wkt: str | None) -> None:
    feature = AnnotationFeature.from_dict({"type": "Feature", "geometry": geometry})
    shape = geopandas.GeoDataFrame.from_arrow(to_arrow([feature])).geometry[0]
    assert (None if shape is None else shape.wkt) == wkt


def test_records_are_a_list() -> None:
    waylines = Wayline.from_dict({"id": "w", "payload_information": [{}, {}]}).payload_information
    assert isinstance(waylines, Records)
    assert waylines == [*waylines]
    assert isinstance(waylines[:1], Records)
    assert not isinstance([*waylines], Records)
    for same in (copy.copy(waylines), copy.deepcopy(waylines), pickle.loads(pickle.dumps(waylines))):
        assert isinstance(same, Records)
        assert same == waylines
        assert same.to_arrow() == waylines.to_arrow()
    assert json.dumps(Records([1, 2])) == "[1, 2]"
    assert waylines[:0].to_arrow().schema == waylines.to_arrow().schema


def test_records_are_taken_by_what_takes_arrow() -> None:
    points = Records([TrackPoint(latitude=46.0, longitude=14.0, height=1.0)])
    assert arro3.core.Table.from_arrow(points) == points.to_arrow()
    assert pyarrow.RecordBatchReader.from_stream(points).read_all().num_rows == 1
    assert arro3.core.Schema.from_arrow(points) == points.to_arrow().schema


@pytest.mark.parametrize("rows", [[], ["text"], [None], [object()]])
def test_rows_that_have_no_table_are_refused(rows: list[Any]) -> None:
    with pytest.raises(InvalidArgument, match="rows"):
        to_arrow(rows)


def test_without_the_extra_an_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arro3.core", None)
    with pytest.raises(ConfigurationError, match=r"flighthub\[tables\]"):
        Records([TrackPoint()]).to_arrow()


def test_what_a_client_lists_gives_itself_as_tables(flighthub_simulator: Simulator) -> None:
    with client(flighthub_simulator) as fh:
        pager = fh.projects.list()
        assert rows_of(pager)[0]["uuid"] == flighthub_simulator.project
        assert polars.DataFrame(pager).height == len(pager)
        devices = fh.devices.list()
        assert isinstance(devices, Records)
        assert rows_of(devices.to_arrow())[0]["gateway"]["sn"] == devices[0].gateway.sn  # type: ignore[union-attr]
        fleet = fh.devices.fleet()
        (row, *_) = rows_of(fleet.to_arrow())
        assert (row["model"], row["gateway"]["sn"]) == (fleet[0].model, fleet[0].gateway.sn)  # type: ignore[union-attr]
        assert schema_of(type(fh.devices.nearest((46.05, 14.5))[0])).names[-1] == "geometry"
        alerts = fh.devices.alerts()
        assert [each["message"] for each in rows_of(alerts.to_arrow())] == [each.message for each in alerts]
        history = fh.flight_tasks.history(
            since=datetime(2026, 2, 1, tzinfo=UTC), until=datetime(2026, 4, 1, tzinfo=UTC)
        )
        assert [each["name"] for each in rows_of(history.to_arrow())] == [each.name for each in history] != []


async def _async_rows(simulator: Simulator) -> tuple[Records[Any], list[dict[str, Any]]]:
    async with AsyncFlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh:
        projects = await fh.projects.list()
        return projects, rows_of((await fh.devices.fleet()).to_arrow())


def test_what_an_async_client_lists_does_so_too(flighthub_simulator: Simulator) -> None:
    import asyncio

    projects, fleet = asyncio.run(_async_rows(flighthub_simulator))
    assert rows_of(projects.to_arrow())[0]["uuid"] == flighthub_simulator.project
    assert fleet


def test_a_client_that_lists_nothing_gives_an_empty_table() -> None:
    from flighthub_api.groups.waylines import LIST

    empty = LIST.read({"code": 0, "message": "", "data": None}).result
    assert empty == []
    assert isinstance(empty, Records)
    assert empty.to_arrow().schema == schema_of(Wayline)


def test_downloads_tell_in_a_table_what_became_of_them() -> None:
    summary = DownloadSummary(
        [
            DownloadedFile("a.JPG", Path("media/a.JPG"), 12, True, None, "u", MediaFileType.IMAGE),
            DownloadedFile("b.JPG", None, 0, False, ConfigurationError("closed")),
        ]
    )
    first, second = rows_of(summary.to_arrow())
    assert (first["path"], first["kind"], first["error"]) == ("media/a.JPG", "image", None)
    assert (second["path"], second["error"]) == (None, "closed")


def test_an_unchanged_task_is_still_written_as_it_came() -> None:
    task = FlightTask.from_dict({"uuid": "t", "status": "success"})
    assert task.to_dict() == {"uuid": "t", "status": "success"}
    assert task.status is FlightTaskStatus.SUCCESS
    track = flighthub_api.models.Track.from_dict({"points": []})
    track.points = [TrackPoint(latitude=1.0)]
    assert track.to_dict() == {"points": [{"latitude": 1.0}]}
