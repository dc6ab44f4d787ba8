"""One poller for all that a process waits for, against a simulator."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from flighthub import AsyncFlightHub, Attempt, AuthenticationError, FlightHub, NotFound
from flighthub._airflow.watcher import Subject, Watcher, shared_watcher
from flighthub_simulator import Simulator, run


@pytest.fixture(scope="module")
def _standing() -> Any:
    with run(speed=0) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    _standing.reset()
    return _standing


def launch(world: Simulator) -> str:
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url) as fh:
        return fh.flight_tasks.launch(dock="North dock", wayline="Perimeter").uuid


class Connecting:
    """Makes clients, and counts them."""

    def __init__(self, world: Simulator, token: str | None = None) -> None:
        self._settings = {"token": token or world.token, "project": world.project, "base_url": world.base_url}
        self.made: list[AsyncFlightHub] = []
        self.requests = 0

    async def __call__(self) -> AsyncFlightHub:
        self.made.append(AsyncFlightHub(**self._settings, retry=False, on_request=self._count))
        return self.made[-1]

    def _count(self, attempt: Attempt) -> None:
        self.requests += 1


def ended(fh: AsyncFlightHub) -> Callable[[Any], bool]:
    return lambda task: task.status.is_terminal


def wait(connect: Connecting, task: str, project: str | None = None) -> Awaitable[Any]:
    watcher = shared_watcher("flighthub_default", project, connect)
    return watcher.wait(Subject("flight_task", task), ended, what="a flight", interval=0.02)


def test_many_who_wait_share_one_client_and_one_look(world: Simulator) -> None:
    connect, task = Connecting(world), launch(world)

    async def main() -> None:
        waits = [asyncio.ensure_future(wait(connect, task)) for _ in range(50)]
        while connect.requests < 3:
            await asyncio.sleep(0.01)
        world.clock.advance(3600)
        states = await asyncio.gather(*waits)
        assert {each.uuid for each in states} == {task}

    asyncio.run(main())
    assert len(connect.made) == 1
    assert connect.requests < 50


def test_each_project_has_its_own_and_a_later_one_connects_anew(world: Simulator) -> None:
    connect, task = Connecting(world), launch(world)
    world.clock.advance(3600)

    async def main() -> None:
        await asyncio.gather(wait(connect, task), wait(connect, task, "Quarry survey"), wait(connect, task))
        assert len(connect.made) == 2
        await wait(connect, task)
        assert len(connect.made) == 3

    asyncio.run(main())


def test_who_is_cancelled_leaves_the_others_waiting(world: Simulator) -> None:
    connect, task = Connecting(world), launch(world)

    async def main() -> None:
        leaving, staying = asyncio.ensure_future(wait(connect, task)), asyncio.ensure_future(wait(connect, task))
        await asyncio.sleep(0.05)
        leaving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leaving
        world.clock.advance(3600)
        assert (await staying).uuid == task

    asyncio.run(main())
    assert len(connect.made) == 1


def test_what_does_not_pass_ends_the_wait_of_those_whom_it_concerns(world: Simulator) -> None:
    connect, task = Connecting(world), launch(world)

    async def main() -> None:
        other = asyncio.ensure_future(wait(connect, task))
        with pytest.raises(NotFound):
            await wait(connect, "00000000-0000-4000-8000-000000000000")
        world.clock.advance(3600)
        assert (await other).uuid == task

    asyncio.run(main())


def test_an_outage_is_looked_past(world: Simulator) -> None:
    connect, task = Connecting(world), launch(world)
    world.clock.advance(3600)
    world.faults.add("getFlightTask", status=503, count=3)
    assert asyncio.run(_awaited(wait, connect, task)).uuid == task


def test_a_refused_key_reaches_all_and_the_next_wait_asks_for_the_key_again(world: Simulator) -> None:
    wrong, right, task = Connecting(world, "another-key"), Connecting(world), launch(world)
    world.clock.advance(3600)

    async def main() -> None:
        results = await asyncio.gather(*(wait(wrong, task) for _ in range(3)), return_exceptions=True)
        assert [type(each) for each in results] == [AuthenticationError] * 3
        assert (await wait(right, task)).uuid == task

    asyncio.run(main())


def test_a_client_that_cannot_be_made_reaches_all(world: Simulator) -> None:
    async def refuse() -> AsyncFlightHub:
        raise ValueError("no such connection")

    async def main() -> None:
        watcher = Watcher(refuse, lambda watcher: None)
        subject = Subject("flight_task", "x")
        waits = (watcher.wait(subject, ended, what="a flight", interval=1) for _ in range(2))
        results = await asyncio.gather(*waits, return_exceptions=True)
        assert [str(each) for each in results] == ["no such connection"] * 2

    asyncio.run(main())


async def _awaited(function: Callable[..., Awaitable[Any]], *arguments: Any) -> Any:
    return await function(*arguments)
