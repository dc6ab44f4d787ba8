"""At most one flight per key, ever: kills, crowds, lost responses, damaged journals, and folders that were lost."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from client.both_clients import CLIENTS, opened

from flighthub import APIError, AsyncFlightHub, ConnectionFailed, FlightHub, InvalidArgument, OutcomeUnknown
from flighthub._core.once_journal import JournalEntry, OnceKey
from flighthub._core.user_paths import state_folder
from flighthub.errors import PreflightFailed
from flighthub.schedules import Daily, Immediate, Recurring, Timed
from flighthub_simulator import Simulator, run

from . import launching_process

both = pytest.mark.parametrize("client", CLIENTS)

DOCK, OTHER_DOCK = launching_process.DOCK, "8UUXEXAMPLE0002"
PERIMETER, SURVEY = launching_process.WAYLINE, "0d9c6f52-53ab-4f1c-a6d7-3b9f3a6d0c02"
KEY = "alarm-4711"

Step = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    """A simulator with a fresh world whose clock stands at the present."""
    _standing.reset()
    return _standing


@pytest.fixture
def step(client: str, world: Simulator) -> Iterator[Step]:
    """Steps through a client of the world."""
    with opened(client, token=world.token, project=world.project, base_url=world.base_url) as step:
        yield step


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where the keys of a test are kept."""
    return tmp_path / "keys"


def launch(state: Path, **told: Any) -> Callable[[Any], Any]:
    return lambda fh: fh.flight_tasks.launch(**{"dock": DOCK, "wayline": PERIMETER, "key": KEY, "state": state, **told})


def tasks(world: Simulator, key: str | None = None) -> list[Any]:
    """The tasks of the world, or those of a key."""
    mark = "" if key is None else OnceKey("flight_tasks.create", "", world.project, key).mark
    with world.lock:
        return [each for each in world.world.flight_tasks.all if mark in each.name]


def record(state: Path) -> Path:
    """The file of the only key."""
    (found,) = state.glob("*.json")
    return found


# One flight


def test_the_second_launch_of_a_key_gives_the_task_of_the_first(step: Step, world: Simulator, state: Path) -> None:
    first = step(launch(state))
    second = step(launch(state, name="Another name"))
    (task,) = tasks(world)
    assert (first.uuid, first.was_launched) == (task.uuid, True)
    assert (second.uuid, second.was_launched) == (task.uuid, False)
    assert task.name.startswith("Perimeter alarm-4711 ")
    other = step(launch(state, key="alarm-4712"))
    assert other.was_launched
    assert other.uuid != task.uuid


def test_the_journal_is_for_its_owner_alone_and_in_the_users_folder_when_not_told(step: Step, world: Simulator) -> None:
    step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, key=KEY))
    folder = state_folder() / "launches"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    assert {each.suffix for each in folder.iterdir()} == {".json", ".lock"}
    assert not step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, key=KEY)).was_launched


def test_the_intent_is_written_before_anything_is_sent(world: Simulator, state: Path) -> None:
    seen: list[Any] = []

    def look(attempt: Any) -> None:
        if attempt.operation == "flight_tasks.create":
            seen.append(json.loads(record(state).read_text())["result"])

    told = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with FlightHub(**told, on_request=look) as fh:
        task = launch(state)(fh)
    assert seen == [None]
    assert json.loads(record(state).read_text())["result"] == task.uuid


def test_a_key_belongs_to_its_server_and_its_project(step: Step, world: Simulator, state: Path) -> None:
    with run(speed=0, seed=5) as other:
        first = step(launch(state))
        with FlightHub(token=other.token, project=other.project, base_url=other.base_url) as fh:
            assert launch(state)(fh).was_launched
    quay = launch(state, dock="Quay dock", wayline="Quay", request_options={"project": "Harbour patrol"})
    assert step(quay).was_launched
    assert not step(quay).was_launched
    assert not step(launch(state)).was_launched
    assert step(launch(state)).uuid == first.uuid


def test_a_dry_run_leaves_the_key_alone_and_shows_the_name(step: Step, world: Simulator, state: Path) -> None:
    plan = step(launch(state, dry_run=True))
    assert not state.exists()
    assert step(launch(state)).name == plan.arguments["name"]


def test_a_plan_has_one_key_for_all_its_flights(step: Step, world: Simulator, state: Path) -> None:
    day = (world.clock.now() + timedelta(days=1)).date()
    schedule = Recurring(Daily(), starts=[time(9)], begin=day, end=day + timedelta(days=6), zone="UTC")
    first = step(launch(state, schedule=schedule))
    assert step(launch(state, schedule=schedule)).uuid == first.uuid
    assert len(tasks(world)) == len(schedule.occurrences())
    # Without the journal the list is asked, which shows the flights and not the plan.
    record(state).unlink()
    assert step(launch(state, schedule=schedule)).uuid == tasks(world)[0].uuid


WRONG_USES: list[tuple[dict[str, Any], str]] = [
    ({"dock": OTHER_DOCK}, DOCK),
    ({"wayline": SURVEY}, "wayline_uuid was"),
    ({"rth_altitude": 50}, "rth_altitude was 100 and is 50"),
    ({"schedule": Timed(datetime.now(UTC) + timedelta(days=1))}, "begin_at was None"),
]


@pytest.mark.parametrize(("wrong", "says"), WRONG_USES, ids=lambda each: str(each)[:30])
def test_a_key_that_was_used_for_another_flight_is_refused(
    wrong: dict[str, Any], says: str, step: Step, world: Simulator, state: Path
) -> None:
    first = step(launch(state))
    with pytest.raises(InvalidArgument) as caught:
        step(launch(state, **wrong))
    assert caught.value.member == "key"
    assert says in str(caught.value)
    assert first.uuid in str(caught.value)
    assert len(tasks(world)) == 1


def test_the_zone_of_this_machine_does_not_make_another_flight(step: Step, world: Simulator, state: Path) -> None:
    first = step(launch(state))
    assert step(launch(state, schedule=Immediate(zone="Asia/Tokyo"))).uuid == first.uuid


@pytest.mark.parametrize("key", ["", "  ", "x" * 201, 4711, b"alarm"])
def test_what_is_no_key_is_refused_before_anything_is_asked_for(
    key: Any, step: Step, world: Simulator, state: Path
) -> None:
    with pytest.raises(InvalidArgument, match="key: must"):
        step(launch(state, key=key))
    with pytest.raises(InvalidArgument, match="give a key as well"):
        step(launch(state, key=None))
    assert not world.world.requests


@pytest.mark.parametrize("key", ["ünïcode ☃", "../../etc/passwd", "a\x00b", "\ud800", "x" * 200])
def test_any_text_is_a_key(key: str, step: Step, world: Simulator, state: Path) -> None:
    assert step(launch(state, key=key)).was_launched
    assert not step(launch(state, key=key)).was_launched
    assert len(tasks(world)) == 1
    assert {each.parent for each in state.rglob("*")} == {state}


# Lost responses


@pytest.mark.parametrize("fault", [{"reset": "after"}, {"cut": 0.5}])
def test_a_flight_whose_response_was_lost_is_found_by_its_key(
    fault: dict[str, Any], step: Step, world: Simulator, state: Path
) -> None:
    world.faults.add("createFlightTask", **fault)
    with pytest.raises(OutcomeUnknown):
        step(launch(state))
    found = step(launch(state))
    (task,) = tasks(world)
    assert (found.uuid, found.was_launched) == (task.uuid, False)
    assert json.loads(record(state).read_text())["result"] == task.uuid


@pytest.mark.parametrize(
    "fault",
    [
        {"reset": "before"},
        {"status": 504, "body": "<html>gateway</html>"},
        {"status": 504, "code": 504, "message": "gateway timeout"},
        {"body": '{"code": 0, "message": "", "data": null}'},
    ],
    ids=lambda each: str(each)[:30],
)
def test_a_flight_that_may_have_been_launched_is_not_launched_again_until_somebody_says_that_it_was_not(
    fault: dict[str, Any], step: Step, world: Simulator, state: Path
) -> None:
    world.faults.add("createFlightTask", **fault)
    with pytest.raises((OutcomeUnknown, APIError)):
        step(launch(state))
    for _ in range(3):
        with pytest.raises(OutcomeUnknown, match="forget_launch") as caught:
            step(launch(state))
    assert tasks(world) == []
    assert step(lambda fh: fh.flight_tasks.reconcile(caught.value, timeout=0)) is None
    step(lambda fh: fh.flight_tasks.forget_launch(KEY, state=state))
    assert step(launch(state)).was_launched
    assert len(tasks(world)) == 1


def test_a_launch_that_arrives_late_is_found_although_it_was_not_there_at_first(
    step: Step, world: Simulator, state: Path
) -> None:
    world.faults.add("createFlightTask", reset="after")
    with pytest.raises(OutcomeUnknown):
        step(launch(state))
    world.faults.add("listFlightTasks", nulls=1.0)
    with pytest.raises(OutcomeUnknown) as caught:
        step(launch(state))
    (task,) = tasks(world)
    assert step(lambda fh: fh.flight_tasks.reconcile(caught.value, timeout=0)).uuid == task.uuid
    assert step(launch(state)).uuid == task.uuid


def test_a_launched_flight_is_not_forgotten(step: Step, world: Simulator, state: Path) -> None:
    task = step(launch(state))
    with pytest.raises(InvalidArgument, match=task.uuid):
        step(lambda fh: fh.flight_tasks.forget_launch(KEY, state=state))
    step(lambda fh: fh.flight_tasks.forget_launch("never used", state=state))
    assert not step(launch(state)).was_launched


@pytest.mark.parametrize(
    ("fault", "raised"),
    [
        ({"code": 219019, "message": "no"}, APIError),
        ({"status": 401, "code": 200401, "message": "no"}, APIError),
        ({"status": 403}, APIError),
        ({"status": 429, "code": 210429, "message": "slowly"}, APIError),
    ],
    ids=lambda each: str(each)[:30],
)
def test_a_launch_that_was_refused_leaves_the_key_free(
    fault: dict[str, Any], raised: type[Exception], step: Step, world: Simulator, state: Path
) -> None:
    world.faults.add("createFlightTask", **fault)
    with pytest.raises(raised):
        step(launch(state))
    assert tasks(world) == []
    # It may be used for another flight, too, as it was used for none.
    assert step(launch(state, dock=OTHER_DOCK, wayline=SURVEY)).was_launched


@both
def test_a_launch_without_a_connection_leaves_the_key_free(client: str, world: Simulator, state: Path) -> None:
    def vanish(attempt: Any) -> None:
        if attempt.operation == "flight_tasks.create":
            raise ConnectionFailed("no connection")

    told = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with opened(client, **told, on_request=vanish) as step, pytest.raises(ConnectionFailed):
        step(launch(state))
    with opened(client, **told) as step:
        assert step(launch(state)).was_launched


def test_a_preflight_that_finds_something_leaves_the_key_free_and_is_not_asked_of_a_flight_that_exists(
    step: Step, world: Simulator, state: Path
) -> None:
    world.world.happen("device_offline", {"sn": DOCK})
    with pytest.raises(PreflightFailed):
        step(launch(state, preflight=True))
    world.world.happen("device_online", {"sn": DOCK})
    first = step(launch(state))
    world.world.happen("device_offline", {"sn": DOCK})
    assert step(launch(state, preflight=True)).uuid == first.uuid


# Journals that were damaged or lost

DAMAGE: list[tuple[str, Callable[[Path], None]]] = [
    ("empty", lambda file: file.write_bytes(b"")),
    ("half", lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])),
    ("not JSON", lambda file: file.write_bytes(b"\x00" * 500)),
    ("deep JSON", lambda file: file.write_bytes(b"[" * 60_000)),
    ("huge", lambda file: file.write_bytes(b" " * 2**22 + file.read_bytes())),
    ("another version", lambda file: edit(file, version=2)),
    ("another key", lambda file: edit(file, key="other")),
    ("no moment", lambda file: edit(file, claimed_at="yesterday")),
    ("no arguments", lambda file: edit(file, arguments=7)),
    ("no uuid", lambda file: edit(file, result=["x"])),
    ("a folder", lambda file: (file.unlink(), file.mkdir())[0]),
    ("a link", lambda file: (file.rename(file.with_suffix(".old")), file.symlink_to(file.with_suffix(".old")))[0]),
    ("a pipe", lambda file: (file.unlink(), os.mkfifo(file))[0]),
]


def edit(file: Path, **changed: Any) -> None:
    file.write_text(json.dumps(json.loads(file.read_text()) | changed))


@pytest.mark.parametrize("damage", [each for _, each in DAMAGE], ids=[name for name, _ in DAMAGE])
def test_a_damaged_journal_never_leads_to_a_second_flight(
    damage: Callable[[Path], None], step: Step, world: Simulator, state: Path
) -> None:
    first = step(launch(state))
    damage(record(state))
    # The list has it.
    found = step(launch(state))
    assert (found.uuid, found.was_launched) == (first.uuid, False)
    # It was damaged, and the list does not show what there may be.
    if not record(state).is_dir():
        damage(record(state))
    with world.lock:
        world.world.flight_tasks.all.clear()
    with pytest.raises(OutcomeUnknown, match="journal has an entry"):
        step(launch(state))
    assert tasks(world) == []


def test_a_journal_that_was_lost_is_made_up_for_by_the_name_of_the_task(
    step: Step, world: Simulator, state: Path
) -> None:
    first = step(launch(state))
    world.clock.advance(6 * 24 * 3600)
    found = step(launch(state.with_name("elsewhere")))
    assert (found.uuid, found.was_launched) == (first.uuid, False)
    with pytest.raises(InvalidArgument, match="was used for task"):
        step(launch(state.with_name("third"), wayline=SURVEY))
    assert len(tasks(world)) == 1


def test_a_folder_that_cannot_be_used_is_an_error_before_anything_is_sent(
    step: Step, world: Simulator, state: Path
) -> None:
    state.write_text("a file")
    nowhere: Any
    for nowhere in (state, state / "below", "/dev/null", "nul\0", 7):
        with pytest.raises(InvalidArgument) as caught:
            step(launch(nowhere))
        assert caught.value.member == "state"
    assert tasks(world) == []


def test_a_result_that_cannot_be_written_is_no_error_as_the_flight_is_there(
    step: Step, world: Simulator, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(JournalEntry, "complete", full)
        first = step(launch(state))
    assert first.was_launched
    assert json.loads(record(state).read_text())["result"] is None
    assert step(launch(state)).uuid == first.uuid
    assert len(tasks(world)) == 1


def test_a_disk_that_is_full_is_an_error_before_anything_is_sent(
    step: Step, world: Simulator, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(InvalidArgument, match="No space left"):
            step(launch(state))
    assert tasks(world) == []
    assert {each.suffix for each in state.iterdir()} == {".lock"}
    assert step(launch(state)).was_launched


def test_where_files_cannot_be_linked_the_first_who_makes_the_file_has_the_key(
    step: Step, world: Simulator, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    first = step(launch(state))
    assert step(launch(state)).uuid == first.uuid
    record(state).unlink()
    one, other = (JournalEntry(state, OnceKey("o", "s", "p", "k")) for _ in range(2))
    assert [one.claim({}, None), other.claim({}, None)] == [True, False]


# Crowds


def test_many_threads_and_many_tasks_launch_one_flight(world: Simulator, state: Path) -> None:
    told: dict[str, Any] = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with FlightHub(**told) as fh, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: launch(state)(fh), range(8)))
    assert {each.uuid for each in found} == {each.uuid for each in tasks(world)}
    assert sum(each.was_launched for each in found) == len(tasks(world)) == 1

    async def crowd() -> list[Any]:
        async with AsyncFlightHub(**told) as fh:
            return await asyncio.gather(*(launch(state, key="other")(fh) for _ in range(8)))

    others = asyncio.run(crowd())
    assert sum(each.was_launched for each in others) == 1
    assert len({each.uuid for each in others}) == 1
    assert len(tasks(world)) == 2


def test_a_cancelled_launch_is_found_or_in_doubt_and_never_sent_twice(world: Simulator, state: Path) -> None:
    told: dict[str, Any] = {"token": world.token, "project": world.project, "base_url": world.base_url}

    async def again(key: str) -> bool:
        """Whether the flight of a key is known. Another client asks, as another process would."""
        async with AsyncFlightHub(**told) as fh:
            try:
                task = await launch(state, key=key)(fh)
            except OutcomeUnknown:
                return False
            assert [each.uuid for each in tasks(world, key)] == [task.uuid]
            return True

    async def cancelled() -> int:
        known = 0
        for number in range(30):
            key = f"cancelled {number}"
            async with AsyncFlightHub(**told) as fh:
                job = asyncio.create_task(launch(state, key=key)(fh))
                await asyncio.sleep(0.001 * number)
                job.cancel()
                await asyncio.wait([job])
            known += await again(key)
            assert len(tasks(world, key)) <= 1
        return known

    assert asyncio.run(cancelled()) > 10


def played(world: Simulator, *told: object) -> list[list[str]]:
    """What a process that launches by keys says of each of them."""
    environment = {
        **os.environ,
        "FLIGHTHUB_BASE_URL": world.base_url,
        "FLIGHTHUB_TOKEN": world.token,
        "FLIGHTHUB_PROJECT": world.project,
    }
    command = [sys.executable, launching_process.__file__, *map(str, told)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=600)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def judge(world: Simulator, said: list[list[str]]) -> tuple[int, int]:
    """How many keys led to a flight, and how many stayed in doubt without one. Fails where a flight is doubled."""
    flown = doubtful = 0
    for key, *results in said:
        there = [each.uuid for each in tasks(world, key)]
        assert len(there) <= 1, f"{key} flew {len(there)} times"
        assert {*results} <= {"unknown", *there}, (key, results, there)
        # Who was in doubt once is not in doubt for ever where there is a flight.
        assert results[-1:] == there or not there, (key, results, there)
        flown += len(there)
        doubtful += not there
    return flown, doubtful


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no processes that are killed")


@needs_fork
def test_a_launch_that_is_killed_at_any_moment_is_found_or_sent_or_in_doubt(world: Simulator, state: Path) -> None:
    count = int(os.environ.get("LAUNCH_KILLS", "20"))
    flown, _ = judge(world, played(world, "kills", 7, count, state))
    assert flown > count / 2


@needs_fork
def test_a_launch_that_dies_at_any_line_of_the_journal_is_found_or_sent_or_in_doubt(
    world: Simulator, state: Path
) -> None:
    flown, doubtful = judge(world, played(world, "lines", int(os.environ.get("LAUNCH_LINES", "11")), state))
    # In doubt are only those that died between the name that a claim gets and the call that it is for.
    assert flown > doubtful


@needs_fork
@pytest.mark.parametrize("locks", [[], ["unlocked"]], ids=["locks", "no locks"])
def test_processes_that_launch_at_once_launch_one_flight(locks: list[str], world: Simulator, state: Path) -> None:
    said = played(world, "at_once", *locks, 5, 3, state)
    for key, *results in said:
        (task,) = tasks(world, key)
        assert task.uuid in results
        assert {*results} <= ({task.uuid, "unknown"} if locks else {task.uuid}), key
