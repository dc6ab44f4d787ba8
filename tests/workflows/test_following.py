"""A task that is followed: in a loop, by functions and coroutines, and over an interruption of its flight."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from client.both_clients import opened

from flighthub import AsyncFlightHub, FlightHub, FlightTaskFailed, InvalidArgument, OutcomeUnknown, WaitTimeout
from flighthub_simulator import Simulator, run

DOCK, AIRCRAFT, PERIMETER = "7CTDEXAMPLE0001", "1581FEXAMPLE00001", "f2d4c6b8-90ab-4cde-8f01-23456789abcd"


@pytest.fixture(scope="module")
def _fast() -> Iterator[Simulator]:
    with run(speed=4000) as simulator:
        yield simulator


@pytest.fixture
def world(_fast: Simulator) -> Simulator:
    """A simulator with a fresh world in which an hour takes a second."""
    _fast.reset()
    return _fast


def told(world: Simulator) -> dict[str, Any]:
    return {"token": world.token, "project": world.project, "base_url": world.base_url}


def launch(fh: Any, **others: Any) -> Any:
    return fh.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, **others)


# The server's time


@pytest.mark.parametrize("off", [timedelta(days=-900), timedelta(days=-2), timedelta(days=2), timedelta(days=900)])
def test_a_lost_task_is_found_however_far_the_clock_of_the_server_is_off(client: str, off: timedelta) -> None:
    with run(speed=0, start=datetime.now(UTC) + off) as world, opened(client, **told(world)) as step:
        world.faults.add("createFlightTask", reset="after")
        with pytest.raises(OutcomeUnknown) as caught:
            step(launch)
        (task,) = world.world.flight_tasks.all
        with opened(client, **told(world)) as other:
            # A client that has heard nothing of this server yet hears its time with the first look.
            known, caught.value.server_time = caught.value.server_time, None
            assert other(lambda fh: fh.flight_tasks.reconcile(caught.value, timeout=0)).uuid == task.uuid
        # While the program thinks about it, more than a day passes there.
        caught.value.server_time = known
        world.clock.advance(2 * 86_400)
        assert step(lambda fh: fh.flight_tasks.reconcile(caught.value, timeout=0)).uuid == task.uuid


# In a loop


def test_a_task_is_followed_in_a_loop_until_it_has_ended(world: Simulator) -> None:
    with FlightHub(**told(world)) as fh:
        states = [state.status for state in launch(fh).watch(interval=0.01, timeout=60)]
    assert states[0] in ("waiting", "executing")
    assert states[-1] == "success"

    async def followed() -> list[Any]:
        async with AsyncFlightHub(**told(world)) as fh:
            task = await launch(fh)
            return [state.status async for state in task.watch(interval=0.01, timeout=60)]

    assert asyncio.run(followed())[-1] == "success"


def test_a_loop_over_a_task_ends_by_its_timeout(client: str) -> None:
    with run(speed=0) as world, FlightHub(**told(world)) as fh:
        states = launch(fh).watch(interval=0.01, timeout=0.1)
        assert next(states).status == "waiting"
        with pytest.raises(WaitTimeout):
            next(states)
        with pytest.raises(InvalidArgument, match="resume_timeout"):
            next(launch(fh).watch(resume_timeout=-1))


# Functions and coroutines


def test_a_coroutine_that_is_told_of_changes_is_awaited_by_the_async_client(world: Simulator) -> None:
    seen: list[Any] = []

    async def note(task: Any) -> None:
        await asyncio.sleep(0)
        seen.append(task.status)

    async def wait() -> None:
        async with AsyncFlightHub(**told(world)) as fh:
            await (await launch(fh)).wait(interval=0.01, timeout=60, on_change=note)

    asyncio.run(wait())
    assert seen[-1] == "success"


class Noting:
    async def __call__(self, task: Any) -> None: ...


async def note(task: Any) -> None: ...


@pytest.mark.parametrize("wrong", [note, Noting(), partial(note), "print"], ids=["def", "object", "partial", "text"])
def test_what_the_sync_client_cannot_call_is_refused_before_anything_happens(wrong: Any, world: Simulator) -> None:
    with FlightHub(**told(world)) as fh:
        task = launch(fh)
        before = len(world.world.requests)
        with pytest.raises(InvalidArgument, match="on_change: must be a function"):
            task.wait(on_change=wrong)
        with pytest.raises(InvalidArgument, match="on_change: must be a function"):
            fh.open_models.reconstruct(Path("nowhere"), on_change=wrong)
        assert len(world.world.requests) == before
        # What gives a coroutine and does not look like it is refused when it does.
        with pytest.raises(InvalidArgument, match="on_change"):
            task.wait(on_change=lambda each: note(each), interval=0.01)  # type: ignore[arg-type,return-value]


# Interruptions


@pytest.fixture
def standing(_still: Simulator) -> Simulator:
    """A simulator with a fresh world whose clock stands at the present."""
    _still.reset()
    return _still


@pytest.fixture(scope="module")
def _still() -> Iterator[Simulator]:
    with run(speed=0) as simulator:
        yield simulator


def interrupt(world: Simulator) -> None:
    """Lets the battery end the flight that was launched, halfway along its route."""
    for seconds in (10, 70):
        world.clock.advance(seconds)
        world.world.look()
    world.world.happen("battery_low", {"sn": AIRCRAFT})


def test_a_flight_that_goes_on_by_itself_has_ended_when_it_is_flown_to_its_end(
    client: str, standing: Simulator
) -> None:
    with opened(client, **told(standing)) as step:
        task = step(partial(launch, resumable="auto"))
        interrupt(standing)
        standing.clock.speed = 1500  # a busy machine must not lose an hour in a request
        seen: list[Any] = []

        def note(each: Any) -> None:
            seen.append(each.status)

        flown = step(
            lambda fh: task.wait("media_uploaded", interval=0.01, timeout=120, media_timeout=0, on_change=note)
        )
        assert flown.status == "success"
        assert "terminated" in seen
        (row,) = step(lambda fh: task.flights())
        assert row.is_break_point_resume
        assert row.exceptions
        assert flown.folder_info.uploaded_file_count == flown.folder_info.expected_file_count > 0
        assert step(lambda fh: task.track(wait=True, interval=0.01)).points


@pytest.mark.parametrize(("resumable", "resume_timeout"), [("manual", 3600), ("auto", 0)])
def test_an_interrupted_flight_has_failed_where_it_does_not_go_on_or_somebody_says_so(
    resumable: str, resume_timeout: float, client: str, standing: Simulator
) -> None:
    with opened(client, **told(standing)) as step:
        task = step(partial(launch, resumable=resumable))
        interrupt(standing)
        standing.clock.advance(200)
        with pytest.raises(FlightTaskFailed) as caught:
            step(lambda fh: task.wait(interval=0.01, timeout=60, resume_timeout=resume_timeout))
        assert caught.value.status == "terminated"


def test_an_interrupted_flight_has_failed_when_the_time_to_go_on_has_passed(client: str, standing: Simulator) -> None:
    with opened(client, **told(standing)) as step:
        task = step(partial(launch, resumable="auto"))
        interrupt(standing)
        standing.world.happen("device_offline", {"sn": DOCK})
        standing.clock.advance(1200)
        with pytest.raises(WaitTimeout):
            step(lambda fh: task.wait(interval=0.01, timeout=0.2))
        # It ended long ago by the clock of the server, whoever begins to wait now.
        standing.clock.advance(3600)
        with pytest.raises(FlightTaskFailed):
            step(lambda fh: task.wait(interval=0.01, timeout=5))


def test_a_flight_that_was_called_home_has_ended_although_it_could_go_on(client: str, standing: Simulator) -> None:
    with opened(client, **told(standing)) as step:
        task = step(partial(launch, resumable="auto"))
        standing.clock.advance(60)
        step(lambda fh: task.return_home())
        standing.clock.advance(200)
        with pytest.raises(FlightTaskFailed):
            step(lambda fh: task.wait(interval=0.01, timeout=5))


# Media of an interrupted flight


def test_the_media_of_an_interrupted_flight_are_fetched_when_it_has_been_flown_to_its_end(
    client: str, standing: Simulator, tmp_path: Path
) -> None:
    with opened(client, **told(standing)) as step:
        task = step(partial(launch, resumable="auto"))
        interrupt(standing)
        standing.clock.advance(400)
        assert step(lambda fh: task.refresh()).status == "terminated"
        part = step(lambda fh: fh.flight_tasks.download_media(task, to=tmp_path / "part", resume_timeout=0))
        standing.clock.speed = 1500
        whole = step(lambda fh: task.download_media(tmp_path / "whole", interval=0.01, timeout=120))
        state = step(lambda fh: task.refresh()).task
    assert state.status == "success"
    assert len(whole) == state.folder_info.expected_file_count > len(part)
    assert whole.is_complete
    assert all(file.uuid and file.time is not None and file.kind is not None for file in whole)


def test_media_are_not_waited_for_beyond_the_timeout_and_a_part_is_told_as_such(
    client: str, standing: Simulator, tmp_path: Path
) -> None:
    with opened(client, **told(standing)) as step:
        task = step(partial(launch, resumable="auto"))
        standing.clock.advance(10)
        standing.world.look()
        under_way = step(lambda fh: task.download_media(tmp_path))
        assert (under_way.ok, under_way.is_complete) == (True, False)
        standing.clock.advance(70)
        standing.world.look()
        standing.world.happen("battery_low", {"sn": AIRCRAFT})
        standing.world.happen("device_offline", {"sn": DOCK})
        standing.clock.advance(1200)
        with pytest.raises(WaitTimeout, match="interrupted and may go on"):
            step(lambda fh: task.download_media(tmp_path, interval=0.01, timeout=0.2))
        standing.clock.advance(3600)
        assert step(lambda fh: task.download_media(tmp_path, interval=0.01, timeout=20)).ok


@pytest.mark.parametrize("resume_timeout", [-1, float("nan"), float("inf")])
def test_a_time_to_go_on_that_is_none_is_refused_before_anything_is_fetched(
    client: str, resume_timeout: float, standing: Simulator, tmp_path: Path
) -> None:
    with opened(client, **told(standing)) as step, pytest.raises(InvalidArgument, match="resume_timeout"):
        step(lambda fh: fh.flight_tasks.download_media("x", to=tmp_path, resume_timeout=resume_timeout))
