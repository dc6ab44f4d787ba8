"""`fh.sync` to a folder: all that is there, nothing twice, and what was not to be had another time."""

from __future__ import annotations

import errno
import hashlib
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import duckdb
import geopandas
import polars
import pytest
from client.both_clients import using

from flighthub import (
    ConfigurationError,
    FlightHub,
    InvalidArgument,
    ProgressUpdate,
    SyncPlan,
    SyncSummary,
    TransferError,
    WaitCancelled,
    WaitTimeout,
)
from flighthub.nightly import sync_project
from flighthub_simulator import Simulator

from .week import HARBOUR, MONDAY, QUARRY, ROUTES, Week, connect, files_of, fly, launch, pass_time

ONE = ROUTES[:1]
OF_FLIGHTS = {"media", "tracks", "flight_tasks"}


def sync(client: str, simulator: Simulator, to: Path | str, **arguments: Any) -> SyncSummary:
    """Fetches what is new."""
    settings = {"token": simulator.token, "base_url": simulator.base_url, "project": None, "retry": True}
    found: SyncSummary = using(client, lambda fh: fh.sync(to=to, **arguments), **settings)
    return found


def rows(to: Path | str, dataset: str, what: str = "*") -> list[Any]:
    """The rows of a dataset, as DuckDB reads them."""
    query = f"SELECT {what} FROM read_parquet('{to}/{dataset}/**/*.parquet', hive_partitioning=true)"
    return duckdb.connect().sql(query).fetchall()


@contextmanager
def counted(simulator: Simulator) -> Iterator[Callable[[], list[str]]]:
    """Counts what is asked for meanwhile: operations, and `file` for each that is read."""
    simulator.world.requests.clear()
    reads = simulator.store.answered

    def count() -> list[str]:
        asked = [each["what"] for each in list(simulator.world.requests)]
        return asked + ["file"] * (simulator.store.answered - reads)

    yield count


def test_duckdb_geopandas_and_polars_find_every_point_picture_and_task(
    client: str, tmp_path: Path, a_week: tuple[Simulator, Week]
) -> None:
    simulator, week = a_week
    summary = sync(client, simulator, tmp_path, include=OF_FLIGHTS)
    summary.raise_for_errors()
    assert (summary.files, summary.size) == (len(week.media), sum(week.media.values()))
    assert sum(each.points for each in summary.projects) == week.points
    assert {each for (each,) in rows(tmp_path, "flight_tasks", "uuid")} == week.tasks
    places = geopandas.read_parquet(tmp_path / "tracks")
    assert (len(places), places.crs.to_string(), set(places.task_uuid)) == (week.points, "OGC:CRS84", week.tasks)
    assert places.geometry.notna().all()
    manifest = polars.scan_parquet(tmp_path / "manifest/**/*.parquet", hive_partitioning=True)
    pictures = manifest.filter(polars.col("dataset") == "media").collect()
    assert dict(zip(pictures["source_id"], pictures["size"], strict=True)) == week.media
    for path, digest in pictures.select("path", "sha256").iter_rows():
        assert hashlib.sha256((tmp_path / path).read_bytes()).hexdigest() == digest
    shot = pictures.filter(polars.col("file_type") == "image")
    assert shot["latitude"].is_between(45, 47).all()
    assert shot["altitude"].is_not_null().all()
    assert shot["relative_altitude"].is_not_null().all()
    assert shot["taken_at"].dt.date().n_unique() == 7
    assert manifest.filter(polars.col("path").is_null()).collect().is_empty()
    assert not list(tmp_path.rglob("*.part")), "all are complete"


def test_the_manifest_is_geoparquet_of_where_pictures_were_taken(flown: Simulator, left: Week, tmp_path: Path) -> None:
    sync("sync", flown, tmp_path, include={"media"}, projects=[QUARRY])
    found = geopandas.read_parquet(tmp_path / "manifest")
    assert found.crs.to_string() == "OGC:CRS84"
    assert found.geometry.notna().all()
    assert set(found.source_id) < set(left.media)


def test_everything_that_stands_at_present_is_written_too(flown: Simulator, tmp_path: Path) -> None:
    assert sync("sync", flown, tmp_path, include={"devices", "states", "waylines"}).ok
    assert len(rows(tmp_path, "devices", "dock")) == 8
    assert len(rows(tmp_path, "waylines", "id")) == 3
    states = polars.scan_parquet(tmp_path / "states/**/dock=7CTDEXAMPLE0001/**/*.parquet", hive_partitioning=True)
    assert states.select("dock").collect().height == 1


def test_a_second_run_fetches_and_writes_nothing(client: str, flown: Simulator, tmp_path: Path) -> None:
    sync(client, flown, tmp_path, projects=[HARBOUR])
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*") if path.suffix in (".parquet", ".jpeg")}
    with counted(flown) as count:
        again = sync(client, flown, tmp_path, projects=[HARBOUR])
    assert (again.files, again.tracks, again.tables) == (0, 0, 0)
    assert not {"file", "flight_tasks.get_track", "flight_tasks.list_media"} & set(count())
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*") if path.suffix in (".parquet", ".jpeg")}
    assert after == before


def test_a_plan_counts_what_would_be_fetched_and_writes_nothing(
    client: str, flown: Simulator, left: Week, tmp_path: Path
) -> None:
    with counted(flown) as count:
        plan = sync(client, flown, tmp_path, dry_run=True, include=OF_FLIGHTS)
    assert isinstance(plan, SyncPlan)
    assert (plan.files, plan.size) == (len(left.media), sum(left.media.values()))
    assert plan.tracks == len(left.tasks)
    assert "file" not in count()
    assert not list(tmp_path.iterdir())
    assert f"{QUARRY}: " in str(plan)
    sync(client, flown, tmp_path, include=OF_FLIGHTS)
    assert sync(client, flown, tmp_path, dry_run=True, include=OF_FLIGHTS).files == 0


def test_the_next_night_fetches_only_what_is_new(world: Simulator, tmp_path: Path) -> None:
    first = fly(world, 1, ONE)
    assert sync("sync", world, tmp_path, include=OF_FLIGHTS).files == len(first.media)
    second = fly(world, 1, ONE)
    with counted(world) as count:
        found = sync("sync", world, tmp_path, include=OF_FLIGHTS)
    assert (found.files, found.tracks) == (len(second.media), 1)
    assert count().count("flight_tasks.get_track") == 1
    assert {each for (each,) in rows(tmp_path, "flight_tasks", "uuid")} == first.tasks | second.tasks


def test_media_that_arrive_days_later_are_fetched(world: Simulator, tmp_path: Path) -> None:
    with connect(world, project=QUARRY) as fh:
        task = launch(fh, *ROUTES[0][1:])
        while not fh.flight_tasks.get(task).status.is_terminal:
            world.clock.advance(30)
    early = sync("sync", world, tmp_path, include=OF_FLIGHTS)
    with world.lock:
        folder = next(iter(world.world.flight_tasks.media.folders.values()))
        assert early.files < folder.expected
    world.clock.advance(3 * 86_400)
    late = sync("sync", world, tmp_path, include=OF_FLIGHTS)
    assert early.files + late.files == folder.expected
    assert sync("sync", world, tmp_path, include=OF_FLIGHTS).files == 0


def test_a_file_that_changed_is_fetched_again_and_no_other(client: str, world: Simulator, tmp_path: Path) -> None:
    fly(world, 1, ONE)
    sync(client, world, tmp_path, include={"media"}, since=MONDAY)
    with world.lock:
        file = next(iter(world.world.flight_tasks.media.folders.values())).uploaded[0]
        file.key, file.size = "changed.jpeg", 7
        file.updated += timedelta(hours=1)
        world.world.store.put("changed.jpeg", b"changed", "image/jpeg")
        # The day is looked at again, as it was the day of the last run.
        (tmp_path / "_flighthub").rename(tmp_path / "forgotten")
    with counted(world) as count:
        found = sync(client, world, tmp_path, include={"media"}, since=MONDAY)
    assert (found.files, found.size, count().count("file")) == (1, 7, 1)
    [(path, size)] = duckdb.sql(
        f"SELECT path, size FROM '{tmp_path}/manifest/**/*.parquet' WHERE source_id = '{file.uuid}'"
    ).fetchall()
    assert (size, (tmp_path / path).read_bytes()) == (7, b"changed")


def test_verify_finds_a_file_of_the_same_size_and_time_with_other_content(
    client: str, world: Simulator, tmp_path: Path
) -> None:
    left = fly(world, 2, ONE)
    sync(client, world, tmp_path, include={"media"}, since=MONDAY)
    with world.lock:
        file = next(iter(world.world.flight_tasks.media.folders.values())).uploaded[0]
        file.key, content = "changed.jpeg", b"x" * file.size
        world.world.store.put("changed.jpeg", content, "image/jpeg")
    assert sync(client, world, tmp_path, include={"media"}).files == 0, "the flight is long over"
    found = sync(client, world, tmp_path, include={"media"}, verify=True)
    assert (found.files, found.projects[0].present) == (1, len(left.media) - 1)
    assert content in [path.read_bytes() for path in tmp_path.rglob("*.jpeg")]
    assert sync(client, world, tmp_path, include={"media"}, verify=True).files == 0


def test_a_file_that_somebody_deleted_is_fetched_again(world: Simulator, tmp_path: Path) -> None:
    fly(world, 1, ONE)
    sync("sync", world, tmp_path, include={"media"})
    picture = next(tmp_path.rglob("*.jpeg"))
    content = picture.read_bytes()
    picture.unlink()
    (tmp_path / "_flighthub").rename(tmp_path / "forgotten")
    assert sync("sync", world, tmp_path, include={"media"}).files == 1
    assert picture.read_bytes() == content


REFUSAL = {"code": 200_101, "message": "planted"}


@pytest.mark.parametrize(
    ("operation", "fault", "dataset"),
    [
        ("getFlightTaskTrack", REFUSAL, "tracks"),
        ("listFlightTaskMedia", REFUSAL, "media"),
        ("listFlightTasks", REFUSAL, "flight_tasks"),
        ("listWaylines", REFUSAL, "waylines"),
        ("getDeviceState", REFUSAL, "states"),
        ("listDeviceHms", REFUSAL, "alerts"),
        ("listProjectDevices", REFUSAL, "projects"),
    ],
)
def test_what_was_not_to_be_had_is_listed_and_tried_again(
    client: str, flown: Simulator, tmp_path: Path, operation: str, fault: dict[str, Any], dataset: str
) -> None:
    told = {"include": {dataset} if dataset != "projects" else {"waylines", "devices"}, "projects": [HARBOUR]}
    whole = tmp_path / "whole"
    sync(client, flown, whole, **told)
    flown.faults.add(operation, count=1, **fault)
    first = sync(client, flown, tmp_path / "other", **told)
    [problem] = first.problems
    assert (problem.dataset, first.ok) == (dataset, False)
    assert "planted" in str(problem)
    with pytest.raises(TransferError, match="planted"):
        first.raise_for_errors()
    assert sync(client, flown, tmp_path / "other", **told).ok
    assert files_of(tmp_path / "other") == files_of(whole)


@pytest.mark.parametrize(
    "faults",
    [
        [{"operation": "*", "status": 503, "probability": 0.1, "count": None}],
        [{"operation": "*", "reset": "before", "probability": 0.1, "count": None}],
        [{"operation": "*", "cut": 0.5, "probability": 0.05, "count": None}],
    ],
    ids=["503", "resets", "cut off"],
)
def test_failures_that_pass_leave_the_same_behind(
    client: str, flown: Simulator, tmp_path: Path, faults: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flighthub._core.retry.Retry.pause", lambda self, attempt: 0.001)
    whole = {"projects": [HARBOUR], "include": {*OF_FLIGHTS, "waylines"}}
    sync(client, flown, tmp_path / "whole", **whole)
    flown.faults.add_all(faults)
    flown.store.reset_every = 5
    for _ in range(3):
        last = sync(client, flown, tmp_path / "other", **whole)
    assert last.ok
    assert files_of(tmp_path / "other") == files_of(tmp_path / "whole")


def test_links_that_have_expired_are_asked_for_anew(client: str, world: Simulator, tmp_path: Path) -> None:
    left = fly(world, 1, ONE)
    expired: list[int] = []

    def expire(step: ProgressUpdate) -> None:
        if step.bytes_done and not expired:
            expired.append(step.bytes_done)
            world.clock.advance(7200)

    found = sync(client, world, tmp_path, include={"media"}, progress=expire, max_concurrency=1)
    assert expired
    assert (found.ok, found.files) == (True, len(left.media))


def test_a_file_whose_link_never_works_is_named_and_the_others_are_there(world: Simulator, tmp_path: Path) -> None:
    left = fly(world, 1, ONE)
    with world.lock:
        file = next(iter(world.world.flight_tasks.media.folders.values())).uploaded[3]
        key, file.key = file.key, "nowhere.jpeg"
    found = sync("sync", world, tmp_path, include={"media"})
    assert found.files == len(left.media) - 1
    [problem] = found.problems
    assert (problem.dataset, problem.source) == ("media", f"{file.name}.jpeg")
    assert "X-Amz-" not in str(problem)
    [(path, reason)] = duckdb.sql(
        f"SELECT path, problem FROM '{tmp_path}/manifest/**/*.parquet' WHERE problem IS NOT NULL"
    ).fetchall()
    assert path is None
    assert file.name in reason
    world.clock.advance(86_400)
    with world.lock:
        file.key = key
    assert sync("sync", world, tmp_path, include={"media"}).files == 1
    assert len(rows(tmp_path, "manifest", "path")) == len(left.media)


def test_a_deployment_without_detections_is_no_failure(flown: Simulator, tmp_path: Path) -> None:
    flown.faults.add("listFlightAlerts", status=404, body="<html>404</html>", count=None)
    found = sync("sync", flown, tmp_path, include={"detections"})
    assert found.ok
    assert {each.dataset for each in found.problems} <= {"detections"}


def test_a_second_run_to_the_same_folder_is_refused(client: str, flown: Simulator, tmp_path: Path) -> None:
    refused: list[TransferError] = []

    def run_again(step: ProgressUpdate) -> None:
        if step.items_done and not refused:
            with pytest.raises(TransferError, match="another run is writing") as caught:
                sync("sync", flown, tmp_path, projects=[HARBOUR])
            refused.append(caught.value)

    assert sync(client, flown, tmp_path, projects=[HARBOUR], progress=run_again).ok
    assert refused
    assert sync(client, flown, tmp_path, projects=[HARBOUR]).ok, "the lock is gone"


def test_runs_for_different_projects_share_a_folder(flown: Simulator, tmp_path: Path) -> None:
    inner: list[SyncSummary] = []

    def run_again(step: ProgressUpdate) -> None:
        if not inner:
            inner.append(sync("sync", flown, tmp_path, projects=[HARBOUR], include={"media"}))

    assert sync("sync", flown, tmp_path, projects=[QUARRY], include={"media"}, progress=run_again).ok
    assert (inner[0].ok, inner[0].files > 0) == (True, True)


def test_it_is_cancelled_and_goes_on(client: str, flown: Simulator, left: Week, tmp_path: Path) -> None:
    cancel = Event()

    def stop(step: ProgressUpdate) -> None:
        if step.items_done > 10:
            cancel.set()

    with pytest.raises(WaitCancelled, match="the sync was cancelled"):
        sync(client, flown, tmp_path, include={"media"}, cancel=cancel, progress=stop)
    there = len(list(tmp_path.rglob("*.jpeg")))
    assert 0 < there < len(left.media)
    assert sync(client, flown, tmp_path, include={"media"}).ok
    assert len(rows(tmp_path, "manifest", "path")) == len(left.media)


def test_its_time_ends(client: str, flown: Simulator, tmp_path: Path) -> None:
    with pytest.raises(WaitTimeout, match=r"the sync was not complete after 0\.05 s"):
        sync(client, flown, tmp_path, timeout=0.05)


def test_what_progress_raises_ends_it(client: str, flown: Simulator, tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def fail(step: ProgressUpdate) -> None:
        if step.bytes_done:
            raise Enough

    with pytest.raises(Enough):
        sync(client, flown, tmp_path, progress=fail)


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ({"include": ["pictures"]}, "include"),
        ({"include": "media"}, "include"),
        ({"include": []}, "include"),
        ({"projects": "Quarry survey"}, "projects"),
        ({"projects": ["Nowhere"]}, "projects"),
        ({"max_projects": 0}, "max_projects"),
        ({"max_concurrency": 0}, "max_concurrency"),
        ({"timeout": 0}, "timeout"),
        ({"since": MONDAY.replace(tzinfo=None)}, "since"),
        ({"storage_options": {"endpoint": "http://store"}}, "storage_options"),
        ({"request_options": {"project": "Quarry survey"}}, "request_options.project"),
        ({"to": "ftp://host/folder"}, "to"),
        ({"to": "s3://key:secret@host/folder"}, "to"),
        ({"to": "file://elsewhere/folder"}, "to"),
        ({"to": 7}, "to"),
    ],
)
def test_what_cannot_be_right_is_refused(
    client: str, flown: Simulator, tmp_path: Path, arguments: dict[str, Any], argument: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        sync(client, flown, **{"to": tmp_path / "to", **arguments})
    assert caught.value.member == argument
    assert not (tmp_path / "to").exists()


def test_a_folder_that_cannot_be_written_to_is_an_error(flown: Simulator, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TransferError, match="cannot be written"):
        sync("sync", flown, tmp_path / "file" / "below")


def test_a_checkpoint_that_cannot_be_read_is_an_error_that_says_what_to_do(flown: Simulator, tmp_path: Path) -> None:
    sync("sync", flown, tmp_path, projects=[HARBOUR])
    next((tmp_path / "_flighthub").glob("*.json")).write_text("{")
    with pytest.raises(TransferError, match="Move it away"):
        sync("sync", flown, tmp_path, projects=[HARBOUR])


def test_the_extra_is_named_where_it_is_missing(
    flown: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "arro3.io", None)
    with counted(flown) as count, pytest.raises(ConfigurationError, match=r"flighthub\[tables\]"):
        sync("sync", flown, tmp_path)
    assert not count()


def test_an_engine_maps_it_over_projects(flown: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLIGHTHUB_TOKEN", flown.token)
    with FlightHub(base_url=flown.base_url) as fh:
        fetch = partial(sync_project, configuration=fh.configuration, to=tmp_path / "mapped", include={"waylines"})
        projects = [each.uuid for each in fh.projects.list()]
        sent = pickle.loads(pickle.dumps(fetch))
        found = [pickle.loads(pickle.dumps(sent(each))) for each in projects]
        assert all(each.ok for each in found)
        fh.sync(to=tmp_path / "whole", include={"waylines"})
    assert files_of(tmp_path / "mapped") == files_of(tmp_path / "whole")


def test_a_summary_with_a_problem_travels_pickled(flown: Simulator, tmp_path: Path) -> None:
    flown.faults.add("listWaylines", count=1, **REFUSAL)
    found = sync("sync", flown, tmp_path, include={"waylines"}, projects=[HARBOUR])
    again: SyncSummary = pickle.loads(pickle.dumps(found))
    assert (str(again), again.ok) == (str(found), False)


def test_names_that_meet_are_kept_apart_and_stay(world: Simulator, tmp_path: Path) -> None:
    fly(world, 1, ONE)
    with world.lock:
        files = next(iter(world.world.flight_tasks.media.folders.values())).uploaded
        files[1].name = files[0].name
        files[2].name = "../../" + files[0].name.lower()
    assert sync("sync", world, tmp_path, include={"media"}).ok
    manifest = rows(tmp_path, "manifest", "path")
    assert len({path.casefold() for (path,) in manifest}) == len(manifest) == len(files)
    assert all((tmp_path / path).is_file() for (path,) in manifest)


def test_nothing_passes_of_a_year_without_flights(world: Simulator, tmp_path: Path) -> None:
    pass_time(world, 60)
    with counted(world) as count:
        assert sync("sync", world, tmp_path, include={"media"}, projects=[HARBOUR]).ok
    assert count().count("flight_tasks.list") < 60
    with counted(world) as count:
        assert sync("sync", world, tmp_path, include={"media"}, projects=[HARBOUR]).ok
    assert count().count("flight_tasks.list") == 1


def test_a_dock_that_cannot_be_listed_once_holds_up_nothing_else(client: str, flown: Simulator, tmp_path: Path) -> None:
    told: dict[str, Any] = {"projects": [HARBOUR], "include": {"tracks"}, "since": MONDAY - timedelta(days=20)}
    flown.faults.add("listFlightTasks", count=1, **REFUSAL)
    first = sync(client, flown, tmp_path, **told)
    assert (first.ok, first.tracks) == (False, 2)
    with counted(flown) as count:
        assert sync(client, flown, tmp_path, **told).ok
    assert count().count("flight_tasks.list") == 4, "the weeks that are not known to be complete are listed again"
    with counted(flown) as count:
        assert sync(client, flown, tmp_path, **told).ok
    assert count().count("flight_tasks.list") == 1


def test_options_that_are_none_are_refused(client: str, flown: Simulator, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="request_options: must be a mapping"):
        sync(client, flown, tmp_path, request_options=7)
    with pytest.raises(InvalidArgument, match="storage_options: must be a mapping"):
        sync(client, flown, "s3://bucket", storage_options="planted")


def test_a_disk_that_is_full_ends_it_with_what_to_do(
    client: str, flown: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, content: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("flighthub._transfer.part_file.os.write", full)
    with pytest.raises(TransferError, match="make room"):
        sync(client, flown, tmp_path, include={"media"})
