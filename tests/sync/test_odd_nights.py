"""What may happen between two nights, and must not cost a file or a flight."""

from __future__ import annotations

import errno
import hashlib
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import polars
import pytest

from flighthub import TransferError
from flighthub._nightly.checkpoint import Checkpoint
from flighthub._nightly.target import FolderTarget
from flighthub._transfer.object_store import _in_memory
from flighthub_simulator import Simulator

from .test_stores import objects
from .test_sync import ONE, sync
from .test_sync import rows as rows_of
from .week import HARBOUR, MONDAY, connect, files_of, fly

DAY = timedelta(days=1)


def check_manifest(to: Path) -> None:
    """The manifest says of each file what is so."""
    for path, size, sha256 in rows_of(to, "manifest", "path, size, sha256"):
        content = (to / path).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (size, sha256)


@pytest.mark.parametrize("fate", ["deleted", "renamed"])
def test_a_file_with_the_name_that_another_had_takes_nothing_from_it(
    world: Simulator, tmp_path: Path, fate: str
) -> None:
    fly(world, 1, ONE)
    with world.lock:
        files = next(iter(world.world.flight_tasks.media.folders.values())).files
        late = files.pop(1)
    sync("sync", world, tmp_path, include={"media"})
    with world.lock:
        late.name, late.suffix, late.size, late.key = files[0].name, files[0].suffix, files[0].size, "other.jpeg"
        world.world.store.put("other.jpeg", b"x" * late.size, "image/jpeg")
        files.append(late)
        if fate == "deleted":
            del files[0]
        else:
            files[0].name = "renamed"
    (tmp_path / "_flighthub").rename(tmp_path / "forgotten")
    assert sync("sync", world, tmp_path, include={"media"}).files == 1
    check_manifest(tmp_path)
    paths = [path for (path,) in rows_of(tmp_path, "manifest", "path")]
    assert len({path.casefold() for path in paths}) == len(paths)
    [path] = [path for path, source in rows_of(tmp_path, "manifest", "path, source_id") if source == late.uuid]
    assert (tmp_path / path).read_bytes() == b"x" * late.size


def test_a_flight_of_which_no_planned_start_is_said_is_listed_as_missing(flown: Simulator, tmp_path: Path) -> None:
    told: dict[str, Any] = {"include": {"flight_tasks"}, "projects": [HARBOUR]}
    body = {"code": 0, "message": "", "data": {"list": [{"uuid": "odd"}]}}
    flown.faults.add("listFlightTasks", body=json.dumps(body), headers={"Content-Type": "application/json"})
    first = sync("sync", flown, tmp_path, since=MONDAY, **told)
    [problem] = first.problems
    assert (problem.dataset, problem.source, first.ok) == ("flight_tasks", "odd", False)
    found = sync("sync", flown, tmp_path, **told)
    assert (found.ok, found.tables) == (True, 2)


def test_a_gateway_that_is_listed_with_two_aircraft_keeps_both(flown: Simulator, tmp_path: Path) -> None:
    told: dict[str, Any] = {"include": {"devices", "states"}, "projects": [HARBOUR]}
    with connect(flown, project=HARBOUR) as fh:
        answer = fh.raw.devices.list().body
        listed = json.loads(answer)
    pair = next(each for each in listed["data"]["list"] if each.get("gateway") and each.get("drone"))
    other = {**pair, "drone": {**pair["drone"], "sn": "1581FOTHER00000001"}}
    listed["data"]["list"].append(other)
    flown.faults.add(
        "listProjectDevices", body=json.dumps(listed), headers={"Content-Type": "application/json"}, count=None
    )
    sync("sync", flown, tmp_path, **told)
    check_manifest(tmp_path)
    assert len(rows_of(tmp_path, "devices")) == len(listed["data"]["list"])


def test_states_of_a_class_are_read_together(flown: Simulator, tmp_path: Path) -> None:
    assert sync("sync", flown, tmp_path, include={"states"}).ok
    folders = {path.parent.name for path in (tmp_path / "states").rglob("*.parquet")}
    assert len(folders) > 3
    for each in folders:
        assert polars.scan_parquet(f"{tmp_path}/states/**/{each}/*.parquet", hive_partitioning=True).collect().height


@pytest.mark.parametrize("to", ["folder", "memory://states-of-a-class"])
def test_a_state_that_is_of_another_class_later_on_a_day_is_there_once(
    flown: Simulator, tmp_path: Path, to: str
) -> None:
    target = to if "://" in to else str(tmp_path / to)
    told: dict[str, Any] = {"include": {"states"}, "projects": [HARBOUR]}
    body = {"code": 0, "message": "", "data": {"device_model": {"key": "0-999-0"}, "device_state": {}}}
    flown.faults.add("getDeviceState", body=json.dumps(body), headers={"Content-Type": "application/json"}, count=None)
    assert sync("sync", flown, target, **told).tables
    flown.faults.clear()
    assert sync("sync", flown, target, **told).ok
    found = list(objects(_in_memory[to]) if "://" in to else files_of(tmp_path / to))
    serials = [path.rpartition("/")[2] for path in found if path.startswith("states/")]
    assert sorted(serials) == sorted(set(serials))
    assert any("class=Dock3State" in path for path in found)


def test_a_backfill_that_ends_halfway_is_taken_up_again() -> None:
    checkpoint, now = Checkpoint("p"), MONDAY + 30 * DAY
    checkpoint.advance(["media"], midnight(MONDAY), now)
    begin = begin_of(checkpoint, MONDAY - 50 * DAY, now)
    assert begin == midnight(MONDAY - 50 * DAY)
    checkpoint.advance(["media"], begin, begin + 7 * DAY)
    # Here it is killed.
    assert begin_of(reread(checkpoint), MONDAY - 50 * DAY, now) == begin + 7 * DAY
    assert begin_of(reread(checkpoint), None, now) == begin + 7 * DAY


def test_each_dataset_has_a_beginning_of_its_own() -> None:
    checkpoint, now = Checkpoint("p"), MONDAY + 30 * DAY
    checkpoint.advance(["tracks"], midnight(MONDAY - 90 * DAY), now)
    checkpoint.advance(["media"], midnight(MONDAY), now)
    assert begin_of(reread(checkpoint), MONDAY - 30 * DAY, now) == midnight(MONDAY - 30 * DAY)


def test_a_night_with_a_wrong_clock_loses_no_flight() -> None:
    checkpoint, now = Checkpoint("p"), MONDAY + 30 * DAY
    checkpoint.advance(["media"], midnight(MONDAY), now + 400 * DAY)
    assert begin_of(reread(checkpoint), None, now) == midnight(MONDAY)
    checkpoint = Checkpoint("p")
    checkpoint.advance(["media"], midnight(MONDAY), now + timedelta(minutes=1))
    assert begin_of(checkpoint, None, now) == midnight(now)


def test_a_gap_is_not_taken_for_looked_at() -> None:
    checkpoint, now = Checkpoint("p"), MONDAY + 30 * DAY
    checkpoint.advance(["media"], midnight(MONDAY), MONDAY + DAY)
    checkpoint.advance(["media"], MONDAY + 8 * DAY, now)
    assert begin_of(checkpoint, None, now) == midnight(MONDAY + DAY)


def test_a_target_that_is_full_keeps_nothing_that_was_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = FolderTarget(tmp_path)
    target.write("a/b.parquet", b"before")
    monkeypatch.setattr("flighthub._nightly.target.os.fsync", full)
    with pytest.raises(TransferError, match="make room"):
        target.write("a/b.parquet", b"after")
    assert files_of(tmp_path) == {"a/b.parquet": b"before"}


def midnight(moment: datetime) -> datetime:
    """The beginning of a day."""
    return moment.replace(hour=0)


def begin_of(checkpoint: Checkpoint, since: datetime | None, now: datetime) -> datetime:
    """From when on a run of media looks at flights."""
    return checkpoint.begin(["media"], since, MONDAY - 100 * DAY, now)


def reread(checkpoint: Checkpoint) -> Checkpoint:
    """What the next run knows."""
    return Checkpoint.parse(checkpoint.project, checkpoint.to_bytes())
