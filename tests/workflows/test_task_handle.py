"""A task that is under way: waited for, held, called home, and asked for what it left behind."""

from __future__ import annotations

import asyncio
import doctest
import runpy
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from client.both_clients import CLIENTS, opened
from client.test_docstrings import example_in, run_awaited

from flighthub import (
    APIError,
    AsyncFlightHub,
    FlightHub,
    FlightTaskFailed,
    InvalidArgument,
    NotFound,
    OutcomeUnknown,
    WaitCancelled,
    WaitTimeout,
)
from flighthub._async.flights.flight_tasks import FlightTasksGroup as AsyncFlightTasksGroup
from flighthub._async.flights.task_handle import AsyncFlightTaskHandle
from flighthub._flights.outcome import Upload
from flighthub._sync.flights import flight_tasks as _flight_tasks
from flighthub._sync.flights import task_handle as _task_handle
from flighthub._sync.flights.flight_tasks import FlightTasksGroup
from flighthub._sync.flights.task_handle import FlightTaskHandle
from flighthub.enums import FlightTaskStatus
from flighthub.schedules import Daily, Recurring, Timed
from flighthub.types import FlightTask
from flighthub_simulator import Simulator, run

both = pytest.mark.parametrize("client", CLIENTS)

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"
PERIMETER = "f2d4c6b8-90ab-4cde-8f01-23456789abcd"
ROUND: dict[str, Any] = {"dock": DOCK, "wayline": PERIMETER}
S = FlightTaskStatus

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)

QUICK: dict[str, Any] = {"interval": 0.02, "timeout": 20}
"""How tests wait."""


@pytest.fixture(scope="module")
def _hurried() -> Iterator[Simulator]:
    with run(speed=600) as simulator:
        yield simulator


@pytest.fixture
def hurried(_hurried: Simulator) -> Simulator:
    """A simulator with a fresh world, whose clock runs ten minutes in a second."""
    _hurried.reset()
    return _hurried


def settings(world: Simulator) -> dict[str, Any]:
    return {"token": world.token, "project": world.project, "base_url": world.base_url}


@contextmanager
def steps(client: str, world: Simulator, **others: Any) -> Iterator[Callable[[Callable[[Any], Any]], Any]]:
    """Steps through a client of the world."""
    with opened(client, **settings(world), **others) as step:
        yield step


@contextmanager
def flying(client: str, world: Simulator, **told: Any) -> Iterator[tuple[Callable[[Callable[[Any], Any]], Any], Any]]:
    """Steps through a client, and the handle of a task that it has launched."""
    with steps(client, world) as step:
        yield step, step(lambda fh: fh.flight_tasks.launch(**{**ROUND, **told}))


def airborne(world: Simulator) -> None:
    """Lets time pass until the aircraft is on its route."""
    world.clock.advance(60)


def status(step: Callable[[Callable[[Any], Any]], Any], handle: Any) -> FlightTaskStatus:
    step(lambda _: handle.refresh())
    found: FlightTaskStatus = handle.status
    return found


# What a handle knows


@both
def test_a_handle_knows_what_was_last_read_and_reads_nothing_by_itself(client: str, world: Simulator) -> None:
    with flying(client, world, name="Round") as (step, launched):
        before = len(world.world.requests)
        handle = step(lambda fh: fh.flight_tasks.handle(launched.uuid))
        assert type(handle) is (FlightTaskHandle if client == "sync" else AsyncFlightTaskHandle)
        assert (handle.name, handle.sn, handle.wayline_uuid, handle.status, handle.task) == (None,) * 5
        assert "not read yet" in repr(handle)
        assert len(world.world.requests) == before
        assert step(lambda _: handle.refresh()) is handle
        assert handle.task.uuid == handle.uuid
        assert (handle.name, handle.sn, handle.wayline_uuid, handle.status) == ("Round", DOCK, PERIMETER, S.WAITING)
        assert "Round" in repr(handle)
        assert handle.uuid in repr(handle)


@both
def test_a_handle_needs_an_id(client: str, world: Simulator) -> None:
    with steps(client, world) as step, pytest.raises(InvalidArgument, match="task_uuid"):
        step(lambda fh: fh.flight_tasks.handle(" "))


# Waiting


@both
def test_waiting_ends_with_the_landing_and_tells_every_state_on_the_way(client: str, world: Simulator) -> None:
    told: list[str] = []

    def tell(task: FlightTask) -> None:
        told.append(str(task.status))
        world.clock.speed = 600

    with flying(client, world) as (step, handle):
        task = step(lambda _: handle.wait(on_change=tell, **QUICK))
    assert task.status is S.SUCCESS
    assert handle.task is task
    assert told == ["waiting", "executing", "success"]


@both
def test_waiting_for_media_ends_when_the_counts_agree(client: str, hurried: Simulator) -> None:
    counts: list[tuple[int, int]] = []

    def tell(task: FlightTask) -> None:
        folder = task.folder_info
        counts.append((folder.uploaded_file_count or 0, folder.expected_file_count or 0) if folder else (-1, -1))

    with flying(client, hurried) as (step, handle):
        task = step(lambda _: handle.wait("media_uploaded", on_change=tell, **QUICK))
        files = step(lambda _: handle.media())
        landed = step(lambda _: handle.wait(timeout=0))
    assert counts[-1] == (17, 17)
    assert counts[0] < (17, 17), "it was seen before it was complete"
    assert counts == sorted(counts, key=lambda pair: (pair[1], pair[0]))
    assert task.folder_info is not None
    assert task.folder_info.uploaded_file_count == 17
    # The row of the folder is none of the files.
    assert {each.file_type for each in files} == {"image"}
    assert len(files) == 17
    assert landed.status is S.SUCCESS


def without_photos(world: Simulator) -> None:
    """Lets no route take pictures."""
    with world.lock:
        for each in world.world.waylines.all:
            points = tuple(point._replace(groups=()) for point in each.route.points)
            each.route = each.route._replace(points=points)


@both
def test_a_flight_without_files_is_not_waited_for_for_ever(client: str, hurried: Simulator) -> None:
    without_photos(hurried)
    with flying(client, hurried) as (step, handle):
        task = step(lambda _: handle.wait("media_uploaded", media_timeout=0.3, **QUICK))
        assert step(lambda _: handle.media()) == []
    assert task.status is S.SUCCESS
    assert task.folder_info is not None
    assert task.folder_info.expected_file_count == 0


def flown(status: str = "success", **folder: Any) -> FlightTask:
    return FlightTask.from_dict({"uuid": "u", "status": status, "folder_info": folder or None})


def test_no_expected_files_are_believed_only_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("flighthub._flights.outcome.time.monotonic", lambda: now)
    upload = Upload(60)
    none_yet = flown(expected_file_count=0, uploaded_file_count=0)
    assert not upload.is_complete(none_yet)
    now = 1059.0
    assert not upload.is_complete(none_yet)
    assert not upload.is_complete(flown())
    assert not upload.is_complete(flown(expected_file_count=3, uploaded_file_count=2))
    assert upload.is_complete(flown(expected_file_count=3, uploaded_file_count=3))
    now = 1060.0
    assert upload.is_complete(none_yet)
    assert upload.is_complete(flown())
    assert not upload.is_complete(flown(expected_file_count=3))
    assert upload.is_complete(flown("starting_failure"))
    assert Upload(0).is_complete(none_yet)
    assert Upload(60).is_complete(flown("timeout"))


@both
def test_a_wait_that_takes_too_long_says_what_was_seen_last(client: str, world: Simulator) -> None:
    with flying(client, world, name="Round") as (step, handle), pytest.raises(WaitTimeout) as caught:
        step(lambda _: handle.wait(timeout=0.05, interval=0.01))
    assert "the landing of flight task 'Round'" in str(caught.value)
    assert "'waiting'" in str(caught.value)
    assert isinstance(caught.value.last, FlightTask)


@both
def test_a_wait_is_ended_from_another_thread_and_the_flight_goes_on(client: str, world: Simulator) -> None:
    stop = threading.Event()
    with flying(client, world) as (step, handle):
        airborne(world)
        timer = threading.Timer(0.1, stop.set)
        timer.start()
        with pytest.raises(WaitCancelled):
            step(lambda _: handle.wait(interval=5, cancel=stop))
        timer.join()
        assert status(step, handle) is S.EXECUTING


@both
def test_a_state_that_nobody_has_documented_is_waited_through(client: str, hurried: Simulator) -> None:
    hurried.faults.add("getFlightTask", future_enum="first", count=2)
    hurried.faults.add("getFlightTask", code=210429, message="too often", count=1)
    with flying(client, hurried) as (step, handle):
        assert step(lambda _: handle.wait(**QUICK)).status is S.SUCCESS


@pytest.mark.parametrize(
    "wrong", [{"until": "airborne"}, {"media_timeout": -1, "until": "media_uploaded"}, {"interval": 0}]
)
@both
def test_a_wait_that_cannot_be_right_is_refused(client: str, wrong: dict[str, Any], world: Simulator) -> None:
    with flying(client, world) as (step, handle), pytest.raises(InvalidArgument) as caught:
        step(lambda _: handle.wait(**wrong))
    assert caught.value.member in wrong


# Flights that fail


@both
@pytest.mark.parametrize("until", ["landed", "media_uploaded"])
def test_a_flight_that_cannot_start_is_raised_with_its_reasons(client: str, until: str, hurried: Simulator) -> None:
    hurried.world.happen("refuse_start", {"sn": DOCK, "code": 316026})
    with flying(client, hurried, name="Round") as (step, handle), pytest.raises(FlightTaskFailed) as caught:
        step(lambda _: handle.wait(until, **QUICK))
    error = caught.value
    assert error.status is S.STARTING_FAILURE
    assert isinstance(error.task, FlightTask)
    assert error.task.uuid == handle.uuid
    assert [each.code for each in error.exceptions] == [316026]
    assert "'Round'" in str(error)
    assert "starting_failure: 316026" in str(error)
    assert "emergency stop" in str(error)
    assert error.__cause__ is None


@both
def test_a_failure_without_a_reason_says_so(client: str, world: Simulator) -> None:
    with flying(client, world, name="Late", schedule=Timed(world.clock.now() + timedelta(minutes=1))) as (step, late):
        step(lambda fh: fh.flight_tasks.launch(**ROUND))
        world.clock.advance(90)
        with pytest.raises(FlightTaskFailed) as caught:
            step(lambda _: late.wait(**QUICK))
    assert caught.value.status is S.TIMEOUT  # the dock was busy
    assert caught.value.exceptions == ()
    assert "no reason" in str(caught.value)


@both
def test_where_the_reasons_cannot_be_read_that_error_is_chained(client: str, hurried: Simulator) -> None:
    hurried.world.happen("refuse_start", {"sn": DOCK, "code": 316026})
    with flying(client, hurried) as (step, handle):
        hurried.faults.add("listFlightTasks", code=200403, message="no")
        with pytest.raises(FlightTaskFailed) as caught:
            step(lambda _: handle.wait(**QUICK))
    assert isinstance(caught.value.__cause__, APIError)
    assert caught.value.__cause__.code == 200403
    assert caught.value.exceptions == ()


@both
def test_the_media_of_a_flight_that_ended_early_are_waited_for_before_it_is_raised(
    client: str, world: Simulator
) -> None:
    with flying(client, world) as (step, handle):
        world.clock.advance(90)
        step(lambda _: handle.return_home())
        world.clock.speed = 600
        with pytest.raises(FlightTaskFailed) as caught:
            step(lambda _: handle.wait("media_uploaded", **QUICK))
        files = step(lambda _: handle.media())
    error = caught.value
    assert error.status is S.TERMINATED
    assert [each.code for each in error.exceptions] == [322283]
    assert isinstance(error.task, FlightTask)
    assert error.task.folder_info is not None
    assert 0 < len(files) == error.task.folder_info.expected_file_count < 17


# Commands


@both
def test_in_the_air_the_aircraft_is_paused_and_goes_on(client: str, world: Simulator) -> None:
    sent: list[str] = []
    with flying(client, world) as (step, launched):
        handle = step(lambda fh: fh.flight_tasks.handle(launched.uuid))
        airborne(world)
        for move, expected in ((handle.pause, S.PAUSED), (handle.resume, S.EXECUTING)):
            for _ in range(2):  # the second time there is nothing to do
                step(lambda _, move=move: move())
                assert status(step, handle) is expected
        sent = [each["what"] for each in world.world.requests]
    assert sent.count("devices.send_command") == 2
    assert sent.count("flight_tasks.update_status") == 0
    # This handle looks up which aircraft is in the dock, each time.
    assert sent.count("devices.list") == 3


def test_commands_go_to_the_aircraft_that_the_dock_has_by_then(
    world: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: list[str] = []
    with FlightHub(**settings(world)) as fh:
        task = fh.flight_tasks.launch(**ROUND, schedule=Timed(world.clock.now() + timedelta(minutes=10)))
        mine, other = (
            pair for pair in world.world.fleet.pairs if pair.drone and pair.gateway.sn in (DOCK, "8UUXEXAMPLE0002")
        )
        mine.drone, other.drone = other.drone, mine.drone
        monkeypatch.setattr(fh.devices, "send_command", lambda device_sn, **_: named.append(device_sn))
        world.clock.advance(660)
        task.return_home()
        assert other.drone is not None
        assert mine.drone is not None
        assert named == [mine.drone.sn] != [AIRCRAFT]


def test_a_plan_tells_why_its_flights_failed(world: Simulator) -> None:
    first = (world.clock.now() + timedelta(minutes=10)).replace(second=0, microsecond=0)
    hour = timedelta(hours=1)
    twice = Recurring(
        Daily(), starts=[first.time(), (first + hour).time()], begin=first, end=first + 2 * hour, zone="UTC"
    )
    with FlightHub(**settings(world)) as fh:
        plan = fh.flight_tasks.launch(**ROUND, schedule=twice)
        world.clock.advance(3000)
        plan.refresh()
        world.world.flight_tasks.refuse_start(DOCK, 316009)
        world.clock.advance(4000)
        with pytest.raises(FlightTaskFailed) as caught:
            plan.wait(**QUICK)
    assert [each.code for each in caught.value.exceptions] == [316009]


def test_commands_go_to_the_aircraft_and_not_to_the_dock(world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[str] = []
    with FlightHub(**settings(world)) as fh:
        task = fh.flight_tasks.launch(**ROUND)
        airborne(world)
        genuine = fh.devices.send_command

        def sent(device_sn: str, **told: Any) -> None:
            named.append(device_sn)
            genuine(device_sn, **told)

        monkeypatch.setattr(fh.devices, "send_command", sent)
        task.pause()
        fh.flight_tasks.handle(task.uuid).resume()
    assert named == [AIRCRAFT, AIRCRAFT]


@both
def test_before_the_flight_the_task_is_held_and_released(client: str, world: Simulator) -> None:
    later = Timed(world.clock.now() + timedelta(minutes=10))
    with flying(client, world, schedule=later) as (step, handle):
        for move, expected in ((handle.pause, S.SUSPENDED), (handle.resume, S.WAITING)):
            for _ in range(2):
                step(lambda _, move=move: move())
                assert status(step, handle) is expected
        sent = [each["what"] for each in world.world.requests]
        assert sent.count("flight_tasks.update_status") == 2
        assert sent.count("devices.send_command") == 0
        step(lambda _: handle.pause())
        world.clock.advance(1200)
        assert status(step, handle) is S.SUSPENDED
        step(lambda _: handle.resume())
        assert status(step, handle) is S.EXECUTING


@both
def test_the_aircraft_is_called_home_and_the_task_ends_early(client: str, world: Simulator) -> None:
    with flying(client, world) as (step, handle):
        with pytest.raises(InvalidArgument, match="cannot return home while it is waiting"):
            step(lambda _: handle.return_home())
        airborne(world)
        step(lambda _: handle.return_home())
        world.clock.advance(600)
        assert status(step, handle) is S.TERMINATED


@both
def test_a_task_that_has_ended_takes_no_commands_that_would_reach_another_flight(client: str, world: Simulator) -> None:
    with flying(client, world) as (step, handle):
        world.clock.advance(1200)
        step(lambda fh: fh.flight_tasks.launch(**ROUND))
        airborne(world)
        for move, what in ((handle.pause, "pause"), (handle.resume, "resume"), (handle.return_home, "return home")):
            with pytest.raises(InvalidArgument, match=f"cannot {what} while it is success"):
                step(lambda _, move=move: move())
    assert "devices.send_command" not in [each["what"] for each in world.world.requests]


@both
def test_a_state_that_nobody_has_documented_is_neither_paused_nor_resumed_but_can_be_called_home(
    client: str, world: Simulator
) -> None:
    with flying(client, world) as (step, handle):
        airborne(world)
        world.faults.add("getFlightTask", future_enum="each", count=3)
        for move in (handle.pause, handle.resume):
            with pytest.raises(InvalidArgument, match="cannot"):
                step(lambda _, move=move: move())
        step(lambda _: handle.return_home())
        assert [each["what"] for each in world.world.requests].count("devices.send_command") == 1


@both
def test_a_command_whose_answer_is_lost_is_not_sent_again(client: str, world: Simulator) -> None:
    with steps(client, world, retry=True) as step:
        handle = step(lambda fh: fh.flight_tasks.launch(**ROUND))
        airborne(world)
        world.faults.add("sendDeviceCommand", reset="after")
        with pytest.raises(OutcomeUnknown):
            step(lambda _: handle.pause())
        assert [each["what"] for each in world.world.requests].count("devices.send_command") == 1
        assert status(step, handle) is S.PAUSED


def test_a_dock_whose_aircraft_is_gone_cannot_be_commanded(world: Simulator) -> None:
    with FlightHub(**settings(world)) as fh:
        uuid = fh.flight_tasks.launch(**ROUND).uuid
        airborne(world)
        world.faults.add("listProjectDevices", nulls=1.0)
        with pytest.raises(InvalidArgument, match="has no aircraft"):
            fh.flight_tasks.handle(uuid).pause()


# What a flight leaves behind


@both
def test_a_track_is_fetched_when_it_is_there_and_waited_for_when_told_so(client: str, world: Simulator) -> None:
    with flying(client, world) as (step, handle):
        with pytest.raises(APIError, match="219017"):
            step(lambda _: handle.track())
        with pytest.raises(WaitTimeout, match="the trajectory of flight task") as caught:
            step(lambda _: handle.track(wait=True, timeout=0.05, interval=0.01))
        assert caught.value.last is None
        world.clock.speed = 600
        track = step(lambda _: handle.track(wait=True, **QUICK))
        assert track.drone_sn == AIRCRAFT
        assert len(track.points) > 100
        assert step(lambda _: handle.track()).track_id == track.track_id
        assert track.to_geojson()["geometry"]["type"] == "LineString"


@both
def test_a_track_that_the_server_says_is_null_has_no_points(client: str, world: Simulator) -> None:
    with flying(client, world) as (step, handle):
        world.clock.advance(1200)
        world.faults.add("getFlightTaskTrack", nulls=1.0)
        assert step(lambda _: handle.track()).points == []


@both
@pytest.mark.parametrize("fault", [None, {"code": 217028}, {"code": 219021, "count": None}, {"nulls": 1.0}])
def test_media_that_are_not_there_yet_are_none(client: str, fault: dict[str, Any] | None, world: Simulator) -> None:
    with flying(client, world) as (step, handle):
        if fault is not None:
            world.faults.add("listFlightTaskMedia", **fault)
        assert step(lambda _: handle.media()) == []
        world.faults.add("listFlightTaskMedia", code=200403, message="no")
        if fault is None:
            with pytest.raises(APIError, match="200403"):
                step(lambda _: handle.media())


@both
@pytest.mark.parametrize("code", [217028, 219021])
def test_media_that_are_there_are_not_told_as_none_while_the_service_is_in_trouble(
    client: str, code: int, world: Simulator, tmp_path: Path
) -> None:
    with flying(client, world) as (step, handle):
        world.clock.advance(1200)
        world.faults.add("listFlightTaskMedia", code=code, count=None)
        for work in (lambda _: handle.media(), lambda _: handle.download_media(tmp_path)):
            with pytest.raises(APIError, match=str(code)):
                step(work)


@both
def test_media_of_a_task_that_is_not_there_are_an_error(client: str, world: Simulator, tmp_path: Path) -> None:
    nobody = "00000000-0000-4000-8000-000000000000"
    with steps(client, world) as step:
        for work in (
            lambda fh: fh.flight_tasks.handle(nobody).media(),
            lambda fh: fh.flight_tasks.download_media(nobody, to=tmp_path),
        ):
            with pytest.raises(NotFound):
                step(work)


# Plans


@both
def test_the_flights_of_a_plan_are_found_by_its_name(client: str, world: Simulator) -> None:
    first = world.clock.now().date() + timedelta(days=1)
    plan = Recurring(Daily(10), starts=[time(9)], begin=first, end=first + timedelta(days=95), zone="UTC")
    with flying(client, world, schedule=plan) as (step, handle):
        step(lambda fh: fh.flight_tasks.launch(**ROUND, schedule=plan))
        flights = step(lambda _: handle.flights())
        assert [each.begin_at for each in flights] == [each.astimezone(UTC) for each in plan.occurrences()]
        assert {each.name for each in flights} == {handle.name}
        assert handle.uuid not in {each.uuid for each in flights}
        step(lambda _: handle.pause())
        assert {each.status for each in step(lambda _: handle.flights())} == {S.SUSPENDED}


@both
def test_a_plan_is_waited_for_to_its_last_flight_and_has_no_media(client: str, world: Simulator) -> None:
    first = (world.clock.now() + timedelta(minutes=10)).replace(second=0)
    second = first + timedelta(minutes=15)
    plan = Recurring(Daily(), starts=[first.time(), second.time()], begin=first, end=second, zone="UTC")
    with flying(client, world, schedule=plan) as (step, handle):
        world.clock.speed = 600
        task = step(lambda _: handle.wait("media_uploaded", media_timeout=0.05, **QUICK))
        assert task.status is S.SUCCESS
        flights = step(lambda _: handle.flights())
    assert [each.status for each in flights] == [S.SUCCESS, S.SUCCESS]


# Examples

METHODS = [
    *(getattr(AsyncFlightTaskHandle, name) for name in ("wait", "pause", "resume", "return_home", "flights")),
    AsyncFlightTaskHandle,
    *(getattr(AsyncFlightTasksGroup, name) for name in ("launch", "preflight", "reconcile")),
]
OF_THE_DOCUMENTATION = [
    *(getattr(AsyncFlightTaskHandle, name) for name in ("refresh", "track", "media")),
    *(getattr(AsyncFlightTasksGroup, name) for name in ("handle", "history")),
]


def twin_of(documented: Any) -> Any:
    """The sync form of an async method or class."""
    owner, _, name = documented.__qualname__.rpartition(".")
    if not owner:
        return FlightTaskHandle
    return getattr(FlightTaskHandle if owner == "AsyncFlightTaskHandle" else FlightTasksGroup, name)


def gives_what_it_says(documented: Any, world: Simulator) -> None:
    """Runs the examples of both forms, and compares what those of the sync one show."""
    module = _task_handle if "Handle" in documented.__qualname__ else _flight_tasks
    with FlightHub(**settings(world)) as fh:
        (test,) = doctest.DocTestFinder(recurse=False).find(
            twin_of(documented), "example", globs={"fh": fh}, module=module
        )
        result = doctest.DocTestRunner().run(test)
        assert result.attempted > 0
        assert result.failed == 0

    async def awaited() -> None:
        async with AsyncFlightHub(**settings(world)) as fh:
            await run_awaited(example_in(documented), {"fh": fh})

    speed = world.clock.speed
    world.reset()
    world.clock.speed = speed
    asyncio.run(awaited())


@pytest.mark.parametrize("documented", METHODS, ids=lambda each: each.__qualname__)
def test_an_example_that_flies_gives_what_it_says(documented: Any, world: Simulator) -> None:
    world.clock.speed = 600 if documented.__name__ == "wait" else 0
    gives_what_it_says(documented, world)


@pytest.mark.parametrize("documented", OF_THE_DOCUMENTATION, ids=lambda each: each.__qualname__)
def test_an_example_of_a_documented_task_gives_what_it_says(documented: Any, flighthub_simulator: Simulator) -> None:
    gives_what_it_says(documented, flighthub_simulator)


EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Runs an example as a script, from its variables, against a hurried simulator in fair weather."""
    with run(speed=600, start=MORNING) as simulator:
        for name, value in settings(simulator).items():
            monkeypatch.setenv(f"FLIGHTHUB_{name.upper()}", value)
        monkeypatch.chdir(tmp_path)

        def ran(name: str, *arguments: str) -> None:
            monkeypatch.setattr(sys, "argv", [name, *arguments])
            runpy.run_path(str(EXAMPLES / name), run_name="__main__")

        yield ran


def test_the_example_launches_follows_and_keeps_the_trajectory(
    script: Callable[..., None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    script("launch_and_follow.py", "North dock", "Perimeter", "--dry-run")
    said = capsys.readouterr().out
    assert "'task_type': 'immediate'" in said
    assert "The dock is online." in said
    assert not [*tmp_path.iterdir()]
    script("launch_and_follow.py", "North dock", "Perimeter")
    said = capsys.readouterr().out
    assert "Launched Perimeter 20" in said
    assert "17 files in the cloud; flew 953 m" in said
    (file,) = tmp_path.iterdir()
    assert file.read_text(encoding="utf-8").count("<trkpt") > 100
    with pytest.raises(InvalidArgument, match="Lawn"):
        script("launch_and_follow.py", "North dock", "Lawn")


def test_the_async_example_flies_with_several_docks_at_once_and_tells_of_each(
    script: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    script("launch_and_follow_async.py", "North dock=Perimeter", "East dock=Stockpile survey", "Ridge dock=Perimeter")
    lines = capsys.readouterr().out.splitlines()
    assert "North dock=Perimeter: flew 953 m, 17 files in the cloud" in lines
    assert "East dock=Stockpile survey: flew 1235 m, 12 files in the cloud" in lines
    assert any(line.startswith("Ridge dock=Perimeter: Nothing was sent") for line in lines)
    with pytest.raises(SystemExit, match="Fly routes"):
        script("launch_and_follow_async.py", "North dock")


def test_every_public_name_has_a_docstring_that_tells_everything() -> None:
    for owner in (AsyncFlightTaskHandle, AsyncFlightTasksGroup):
        for name, found in vars(owner).items():
            if name.startswith("_") or isinstance(found, property):
                continue
            text = found.__doc__ or ""
            assert "Example:" in text, name
            assert "Documentation:" in text or name == "handle", name
            assert ("Raises:" in text) or name == "handle", name
