"""Waiting, progress and working side by side: what all whole jobs stand on."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from client.both_clients import opened
from client.lasting_server import SILENCE, LastingServer, kept

from flighthub import (
    ConfigurationError,
    ConnectionFailed,
    InvalidArgument,
    NotFound,
    RequestTimeout,
    WaitCancelled,
    WaitTimeout,
)
from flighthub._async.core import concurrency as awaiting
from flighthub._async.core.polling import wait_until as async_wait_until
from flighthub._core import polling as rhythm
from flighthub._core import request_options
from flighthub._core.outcome import Outcome
from flighthub._sync.core import concurrency as plain
from flighthub._sync.core.polling import wait_until
from flighthub.progress import ProgressBar, ProgressCounter, ProgressUpdate

TASK = "8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"


def waited(client: str, states: Iterator[Any], **told: Any) -> Any:
    """Waits for a state that is "there"; a state that is an exception is raised."""

    def read() -> Any:
        found = next(states)
        if isinstance(found, Exception):
            raise found
        return found

    settings = {"what": "it", "timeout": 5.0, "interval": 0.001, **told}
    if client == "sync":
        return wait_until(read, lambda state: state == "there", **settings)

    async def read_async() -> Any:
        return read()

    return asyncio.run(async_wait_until(read_async, lambda state: state == "there", **settings))


def forever(*states: Any) -> Iterator[Any]:
    yield from states
    while True:
        yield states[-1]


def test_each_change_is_told_once(client: str) -> None:
    told: list[str] = []
    assert waited(client, forever("a", "a", "b", "b", "there"), on_change=told.append) == "there"
    assert told == ["a", "b", "there"]


def test_only_the_part_that_counts_is_compared(client: str) -> None:
    told: list[str] = []
    waited(client, forever("a1", "a2", "b1", "there"), on_change=told.append, seen_as=lambda state: state[0])
    assert told == ["a1", "b1", "there"]


def test_a_state_is_read_once_even_when_there_is_no_time(client: str) -> None:
    assert waited(client, forever("there"), timeout=0) == "there"
    with pytest.raises(WaitTimeout) as raised:
        waited(client, forever("not yet"), timeout=0)
    assert raised.value.last == "not yet"
    assert raised.value.waited < 1


def test_failures_that_pass_are_looked_past_and_others_are_not(client: str) -> None:
    assert waited(client, forever(ConnectionFailed("down"), ConnectionFailed("down"), "there")) == "there"
    with pytest.raises(NotFound):
        waited(client, forever("a", NotFound("gone"), "there"))


def test_a_failure_that_lasts_is_raised_itself(client: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rhythm, "PATIENCE", 0.02)
    with pytest.raises(ConnectionFailed, match="down"):
        waited(client, forever(ConnectionFailed("down")))


def test_a_timeout_while_reading_fails_keeps_the_failure(client: str) -> None:
    with pytest.raises(WaitTimeout, match="nothing could be read") as raised:
        waited(client, forever(ConnectionFailed("down")), timeout=0.02)
    assert isinstance(raised.value.__cause__, ConnectionFailed)


def test_an_event_ends_the_wait_at_once(client: str) -> None:
    stop = threading.Event()

    def stopped_in_the_pause() -> Iterator[str]:
        threading.Timer(0.05, stop.set).start()
        yield "not yet"

    begun = time.monotonic()
    with pytest.raises(WaitCancelled) as raised:
        waited(client, stopped_in_the_pause(), timeout=60, interval=30.0, cancel=stop)
    assert time.monotonic() - begun < 5
    assert raised.value.last == "not yet"


def test_calls_that_a_wait_makes_end_with_it(client: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_options, "_SHORTEST", 0.1)
    begun = time.monotonic()
    with LastingServer() as server:
        server.answer = lambda _: SILENCE
        with (
            opened(client, base_url=server.base_url, deadline=60, timeout=60) as step,
            pytest.raises(WaitTimeout) as over,
        ):
            step(lambda fh: fh.flight_tasks.handle(TASK).wait(timeout=0.3, interval=0.05))
    assert time.monotonic() - begun < 20
    assert isinstance(over.value.__cause__, RequestTimeout)


def test_an_outage_that_a_gateway_tells_in_the_form_of_the_api_ends_no_wait(client: str) -> None:
    answers = iter([(503, 503), (500, 228500), (200, 0)])

    def answer(_: object) -> object:
        status, code = next(answers)
        return kept(json.dumps({"code": code, "message": "", "data": {"status": "success"}}).encode(), status)

    with LastingServer() as server, opened(client, base_url=server.base_url, retry=False) as step:
        server.answer = answer  # type: ignore[assignment]
        assert step(lambda fh: fh.flight_tasks.handle(TASK).wait(timeout=20, interval=0.01)).status == "success"


@pytest.mark.parametrize("told", [{"timeout": -1}, {"interval": 0}, {"timeout": float("nan")}, {"timeout": "5"}])
def test_times_that_cannot_be_are_refused(client: str, told: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgument):
        waited(client, forever("there"), **told)


def test_pauses_differ_a_little_and_do_not_pass_the_deadline() -> None:
    poller = rhythm.Poller("it", None, 10.0)
    pauses = {poller.pause() for _ in range(50)}
    assert len(pauses) > 10
    assert all(9 <= pause <= 11 for pause in pauses)
    assert rhythm.Poller("it", 1.0, 10.0).pause() <= 1.0


def test_progress_is_never_told_by_two_threads_at_once() -> None:
    inside = 0
    most = 0

    def tell(step: ProgressUpdate) -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.0005)
        inside -= 1

    counter = ProgressCounter(tell, "job", 40, 40)
    threads = [threading.Thread(target=lambda: [counter.done("x", 1) for _ in range(10)]) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert most == 1


def test_the_fraction_goes_by_bytes_where_they_are_counted() -> None:
    assert ProgressUpdate("job", 1, 4).fraction == 0.25
    assert ProgressUpdate("job", 1, 4, 90, 100).fraction == 0.9
    assert ProgressUpdate("job").fraction is None
    assert ProgressUpdate("job", 5, 4).fraction == 1.0


def test_the_bar_draws_every_job() -> None:
    import io

    from rich.console import Console

    screen = io.StringIO()
    with ProgressBar(Console(file=screen, force_terminal=True, width=100)) as bar:
        bar(ProgressUpdate("upload", 3, 10, 5_000_000, 10_000_000))
        bar(ProgressUpdate("3d", 40, 100, state="RECONSTRUCTION_EXECUTING"))
        bar(ProgressUpdate("watch"))
    shown = screen.getvalue()
    assert "3/10" in shown
    assert "5.0 of 10.0 MB" in shown
    assert "RECONSTRUCTION_EXECUTING" in shown
    assert "watch" in shown


def test_the_bar_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "rich.progress", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'flighthub\[progress\]'"):
        ProgressBar()


def test_leaving_a_stream_of_outcomes_early_leaves_nobody_working() -> None:
    begun: list[int] = []

    def work(item: int) -> int:
        begun.append(item)
        time.sleep(0.01)
        return item

    stream = plain.as_completed(work, range(1000), 4)
    next(stream)
    stream.close()
    count = len(begun)
    assert count < 20
    time.sleep(0.05)
    assert len(begun) == count

    async def main() -> int:
        running = 0

        async def work(item: int) -> int:
            nonlocal running
            running += 1
            await asyncio.sleep(0.01)
            return item

        stream = awaiting.as_completed(work, range(1000), 4)
        await anext(stream)
        await stream.aclose()
        assert len(asyncio.all_tasks()) == 1
        return running

    assert asyncio.run(main()) < 20


def test_no_more_outcomes_are_made_than_are_taken() -> None:
    made: list[int] = []
    stream = plain.as_completed(lambda item: made.append(item), range(1000), 3)
    next(stream)
    time.sleep(0.1)
    assert len(made) <= 1 + 3 + 3
    stream.close()


def test_what_the_source_of_items_raises_is_raised() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise KeyError("source")

    async def same(item: int) -> int:
        return item

    with pytest.raises(KeyError, match="source"):
        plain.map_concurrent(lambda item: item, items(), 2)
    with pytest.raises(KeyError, match="source"):
        asyncio.run(awaiting.map_concurrent(same, items(), 2))

    async def main() -> None:
        async for _ in awaiting.as_completed(same, items(), 2):
            pass

    with pytest.raises(KeyError, match="source"):
        asyncio.run(main())


def test_what_is_under_way_goes_on_when_the_source_of_items_fails() -> None:
    ended: list[int] = []

    def items() -> Iterator[int]:
        yield 1
        raise KeyError("source")

    async def slowly(item: int) -> None:
        await asyncio.sleep(0.05)
        ended.append(item)

    with pytest.raises(KeyError, match="source"):
        asyncio.run(awaiting.map_concurrent(slowly, items(), 2))
    assert ended == [1]


def test_a_cancellation_of_something_else_is_handed_on_and_not_waited_for() -> None:
    async def cancelled(item: int) -> None:
        raise asyncio.CancelledError

    async def main() -> None:
        async for _ in awaiting.as_completed(cancelled, range(3), 2):
            pass

    for work in (main, lambda: awaiting.map_concurrent(cancelled, range(3), 2)):
        with pytest.raises(asyncio.CancelledError):
            asyncio.run(asyncio.wait_for(work(), 20))


def test_the_first_outcome_that_nobody_keeps_ends_all_that_was_to_be_done() -> None:
    stop = threading.Event()
    kept: list[int] = []

    def keep(outcome: Outcome[int, int]) -> None:
        kept.append(outcome.result())

    def work(item: int) -> int:
        if item == 2:
            raise KeyError("work")
        if item > 2:
            stop.wait(5)
        return item

    async def awaited(item: int) -> int:
        return await asyncio.to_thread(work, item)

    begun = time.monotonic()
    with pytest.raises(KeyError, match="work"):
        plain.run_all(work, range(9), 3, keep, stop)
    assert time.monotonic() - begun < 4
    assert 2 not in kept
    stop.clear()
    with pytest.raises(KeyError, match="work"):
        asyncio.run(awaiting.run_all(awaited, range(9), 3, keep, stop))


def test_whoever_leaves_early_tells_those_that_are_under_way() -> None:
    stop = threading.Event()
    stream = plain.as_completed(lambda item: item and stop.wait(20), range(2), 2, stop)
    next(stream)
    begun = time.monotonic()
    stream.close()
    assert time.monotonic() - begun < 10


def test_a_forked_process_has_threads_of_its_own() -> None:
    # Where processes do not fork, the second use is in the same one.
    code = (
        "import asyncio, faulthandler, os\n"
        "from flighthub._async.core.concurrency import in_thread\n"
        "asyncio.run(in_thread(len, ''))\n"
        "child = os.fork() if hasattr(os, 'fork') else 0\n"
        "if not child:\n"
        "    faulthandler.dump_traceback_later(20, exit=True)\n"
        "    os._exit(asyncio.run(in_thread(len, 'abc')))\n"
        "raise SystemExit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 3


def test_what_is_to_be_carried_out_is_carried_out_however_often_it_is_cancelled() -> None:
    async def main() -> None:
        done = False

        async def work() -> None:
            nonlocal done
            await asyncio.sleep(0.05)
            done = True

        task = asyncio.create_task(awaiting.run_shielded(work()))
        for _ in range(3):
            await asyncio.sleep(0.01)
            task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert done

    asyncio.run(main())


def test_a_thread_does_not_hold_up_the_event_loop() -> None:
    async def main() -> int:
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0.005)
                ticks += 1

        ticking = asyncio.create_task(tick())
        await awaiting.in_thread(time.sleep, 0.2)
        ticking.cancel()
        return ticks

    assert asyncio.run(main()) > 10
