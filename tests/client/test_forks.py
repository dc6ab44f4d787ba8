"""A connection answers one call, of one process, of one event loop; what ends early leaves nothing behind."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import random
import signal
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from flighthub import AsyncFlightHub, ConfigurationError, ConnectionFailed, FlightHub, OutcomeUnknown
from flighthub._core.waiting_line import Line, Place
from flighthub_runtime.garbage import pause_collector

from .answering_server import Arrival
from .both_clients import CLIENTS, PROJECT, TOKEN, opened
from .certificates import Certificates, made_in
from .lasting_server import DONE, SILENCE, LastingServer, Pieces, kept

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

SEED = 20261129
COUNT = int(os.environ.get("INTERRUPTIONS", "400"))
"""Cancellations and, likewise, interruptions; more take longer than the suite has time."""
IN_TIME = 5.0

both = pytest.mark.parametrize("client", CLIENTS)
# Windows has neither forks nor timers that interrupt a thread, so there is nothing to go wrong.
timers = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such timer")
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")


@pytest.fixture(autouse=True)
def _silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of calls fail here, and each failure would be a record."""
    monkeypatch.setattr(logging.getLogger("flighthub"), "level", logging.ERROR)


@pytest.fixture
def lasting() -> Iterator[LastingServer]:
    with LastingServer() as running:
        running.answer = echo
        yield running


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return made_in(tmp_path_factory.mktemp("certificates"))


def echo(arrival: Arrival) -> Pieces:
    """The state of the device that was asked for."""
    sn = arrival.path.split("/")[-2]
    return kept({"code": 0, "message": "", "data": {"device_sn": sn, "device_state": {"echo": sn}}})


def settings(server: LastingServer, **more: Any) -> dict[str, Any]:
    return {"token": TOKEN, "project": PROJECT, "base_url": server.base_url, "retry": False, **more}


def state(fh: Any, sn: str) -> Any:
    return fh.devices.get_state(sn)


def return_home(fh: Any) -> Any:
    return fh.devices.send_command("7CTDEXAMPLE0001", device_command="return_home")


def until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + IN_TIME
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()


def in_child(work: Callable[[], str]) -> Callable[[], str]:
    """Forks, and gives a function that waits for what the work gives in the child."""
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        with suppress(BaseException):
            try:
                said = work()
            except BaseException:
                said = traceback.format_exc()
            os.write(write_end, said.encode())
        os._exit(0)
    os.close(write_end)

    def wait() -> str:
        with os.fdopen(read_end, "rb") as stream:
            said = stream.read().decode()
        os.waitpid(pid, 0)
        return said

    return wait


def crossed(fh: FlightHub, names: list[str]) -> list[str]:
    """The devices whose state came for another one."""
    return [sn for sn in names if state(fh, sn).raw_value("echo") != sn]


# Forks


@forks
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_parent_and_child_each_get_the_answers_of_their_own_calls(scheme: str, certificates: Certificates) -> None:
    tls = certificates.server_context() if scheme == "https" else None
    with LastingServer(tls) as server:
        server.answer = echo
        more = {"ca_bundle": certificates.authority} if tls else {}
        with FlightHub(**settings(server, **more)) as fh:
            state(fh, "BEFORE")
            waits = [
                in_child(lambda number=number: repr(crossed(fh, [f"CHILD{number}{i}" for i in range(20)])))  # type: ignore[misc]
                for number in range(2)
            ]
            assert crossed(fh, [f"PARENT{i}" for i in range(20)]) == []
            assert [wait() for wait in waits] == ["[]", "[]"]
            # The parent's connection is the one it had: neither process has said goodbye over it.
            assert crossed(fh, ["AFTER"]) == []
        assert server.connections == 3


@forks
def test_a_child_has_no_copy_of_the_connections_of_its_parent(lasting: LastingServer) -> None:
    with FlightHub(**settings(lasting)) as fh:
        state(fh, "BEFORE")
        held = threading.Event()
        waits = in_child(lambda: str(held.wait(0.1)) + str(_sockets_to(lasting.port)))
        fh.close()
        assert until(lambda: lasting.open == 0), "the server sees the parent close while the child lives"
        assert waits() == "False0"


def _sockets_to(port: int) -> int:
    """How many connections this process has to a port."""
    found = 0
    for descriptor in range(3, 256):
        with suppress(OSError), socket.socket(fileno=os.dup(descriptor)) as copy:
            found += copy.family in (socket.AF_INET, socket.AF_INET6) and copy.getpeername()[1] == port
    return found


@forks
@pytest.mark.parametrize("more", [{"max_concurrency": 1}, {"rate_limit": 4}], ids=["slot", "rate limit"])
def test_a_child_can_send_though_a_thread_of_its_parent_has_the_only_turn(
    more: dict[str, Any], lasting: LastingServer
) -> None:
    lasting.answer = lambda arrival: SILENCE if "SILENT" in arrival.path else echo(arrival)
    with FlightHub(**settings(lasting, **more)) as fh:
        if "rate_limit" in more:
            state(fh, "FIRST")

        def occupy() -> None:
            with suppress(ConnectionFailed):
                fh.devices.get_state("SILENT", request_options={"deadline": 1.0})

        threads = [threading.Thread(target=occupy) for _ in range(3)]
        for each in threads:
            each.start()
        time.sleep(0.1)
        assert in_child(lambda: repr(crossed(fh, ["CHILD"])))() == "[]"
        for each in threads:
            each.join()


@forks
def test_an_async_client_of_the_parent_works_in_an_event_loop_of_the_child(lasting: LastingServer) -> None:
    fh = AsyncFlightHub(**settings(lasting))

    async def crossed_too(name: str) -> list[str]:
        found = await asyncio.gather(*(fh.devices.get_state(f"{name}{index}") for index in range(10)))
        return [
            each.raw_value("echo") for index, each in enumerate(found) if each.raw_value("echo") != f"{name}{index}"
        ]

    with asyncio.Runner() as runner:
        runner.run(crossed_too("BEFORE"))
        wait = in_child(lambda: repr(asyncio.new_event_loop().run_until_complete(crossed_too("CHILD"))))
        assert runner.run(crossed_too("PARENT")) == []
        assert wait() == "[]"
        runner.run(fh.aclose())


# Event loops


@pytest.mark.parametrize("call", [return_home, lambda fh: state(fh, "SECOND")], ids=["dangerous", "read"])
def test_one_async_client_works_in_two_event_loops_one_after_another(
    call: Callable[[Any], Any], lasting: LastingServer
) -> None:
    lasting.answer = DONE
    fh = AsyncFlightHub(**settings(lasting))

    async def once() -> Any:
        return await call(fh)

    for _ in range(3):
        asyncio.run(once())
    asyncio.run(fh.aclose())
    assert len(lasting.arrivals) == 3
    assert until(lambda: lasting.open == 0)


def test_one_async_client_works_in_two_event_loops_at_once(lasting: LastingServer) -> None:
    fh = AsyncFlightHub(**settings(lasting, max_concurrency=3))
    wrong: list[object] = []

    async def many(name: str) -> None:
        async def one(sn: str) -> None:
            came = (await fh.devices.get_state(sn)).raw_value("echo")
            if came != sn:
                wrong.append((sn, came))

        for start in range(0, 60, 20):
            await asyncio.gather(*(one(f"{name}{start + index}") for index in range(20)))

    def run(name: str) -> None:
        try:
            asyncio.run(many(name))
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(name,)) for name in ("A", "B", "C")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    asyncio.run(fh.aclose())
    assert wrong == []
    assert len(lasting.arrivals) == 180


@pytest.mark.parametrize("work", [lambda fh: fh.system.status(), lambda fh: fh.map(fh.devices.get_state, ["SN1"])])
def test_without_an_event_loop_of_asyncio_the_error_says_what_to_use(work: Any, lasting: LastingServer) -> None:
    """So it is under trio, which drives coroutines by itself."""
    with pytest.raises(ConfigurationError, match=r"asyncio.*trio\.to_thread"):
        work(AsyncFlightHub(**settings(lasting))).send(None)
    assert lasting.arrivals == []


# Cancellations and interruptions


def test_cancellations_at_any_moment_cross_no_answers_and_lose_no_slot(lasting: LastingServer) -> None:
    chance = random.Random(SEED)
    counts = {"cancelled": 0, "answered": 0, "crossed": 0}

    async def attempt(fh: AsyncFlightHub, sn: str) -> None:
        task = asyncio.ensure_future(fh.devices.get_state(sn))
        if chance.random() < 0.5:
            for _ in range(chance.randrange(40)):
                await asyncio.sleep(0)
        else:
            await asyncio.sleep(chance.random() * 0.004)
        # Some are left alone, so that there are answers to cross also where everything is slow.
        if chance.random() < 0.95:
            task.cancel()
        try:
            came = (await task).raw_value("echo")
        except asyncio.CancelledError:
            counts["cancelled"] += 1
        else:
            counts["answered"] += 1
            counts["crossed"] += came != sn

    async def main() -> None:
        async with AsyncFlightHub(**settings(lasting, max_concurrency=3, deadline=20)) as fh:
            rounds = 0
            while counts["cancelled"] < COUNT:
                rounds += 1
                await asyncio.gather(*(attempt(fh, f"SN{rounds}-{index}") for index in range(8)))
            started = time.monotonic()
            names = [f"LAST{index}" for index in range(9)]
            found = await asyncio.gather(*(fh.devices.get_state(sn) for sn in names))
            assert [each.raw_value("echo") for each in found] == names
            assert time.monotonic() - started < IN_TIME

    asyncio.run(main())
    assert counts["crossed"] == 0, counts
    assert counts["answered"] > 0, counts


class Interrupted(BaseException):
    """What a signal handler raises, as Ctrl-C does."""


@contextmanager
def raising(handler: Callable[[], None]) -> Iterator[Callable[[float], None]]:
    """A timer whose signal raises in the main thread, once it is set."""

    def handle(number: int, frame: object) -> None:
        handler()

    before = signal.signal(signal.SIGALRM, handle)
    try:
        yield lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds) and None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@timers
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("more", [{"max_concurrency": 1}, {"max_concurrency": 2, "rate_limit": 20000}])
def test_interruptions_at_any_moment_cross_no_answers_and_lose_no_slot(
    more: dict[str, Any], lasting: LastingServer
) -> None:
    chance = random.Random(SEED)
    counts = {"interrupted": 0, "answered": 0, "crossed": 0}

    def interrupt() -> None:
        raise Interrupted

    with FlightHub(**settings(lasting, deadline=20, **more)) as fh, raising(interrupt) as after:
        begun = time.monotonic()
        for _ in range(5):
            state(fh, "FIRST")
        # Twice as long as a call takes here and now, so that about half of them are answered.
        longest = max(0.002, 2 * (time.monotonic() - begun) / 5)
        number = 0
        while counts["interrupted"] < COUNT // 2:
            number += 1
            sn = f"SN{number}"
            try:
                try:
                    after(0.00002 + chance.random() * longest)
                    came = state(fh, sn).raw_value("echo")
                finally:
                    after(0)
            except Interrupted:
                counts["interrupted"] += 1
            else:
                counts["answered"] += 1
                counts["crossed"] += came != sn
        started = time.monotonic()
        assert crossed(fh, ["LAST1", "LAST2"]) == []
        assert time.monotonic() - started < IN_TIME
        gc.collect()
        transport = fh._transport._client._transport
        assert dict(transport._pool._slots.get().semaphore.line.places) == {}  # type: ignore[attr-defined]
    assert counts["crossed"] == 0, counts
    assert counts["answered"] > 0, counts


class SoftTimeLimit(Exception):
    """What Celery raises out of its signal handler."""


@timers
def test_an_exception_out_of_a_signal_handler_leaves_open_what_became_of_a_dangerous_call_and_ends_a_read(
    lasting: LastingServer,
) -> None:
    def exceed() -> None:
        raise SoftTimeLimit("too long")

    lasting.answer = SILENCE
    with FlightHub(**settings(lasting, retry=True)) as fh, raising(exceed) as after:
        after(0.2)
        with pytest.raises(OutcomeUnknown) as caught:
            return_home(fh)
        assert isinstance(caught.value.__cause__, ConnectionFailed)
        assert isinstance(caught.value.__cause__.__cause__, SoftTimeLimit)
        after(0.2)
        with pytest.raises(SoftTimeLimit):
            state(fh, "SN1")
    assert len(lasting.arrivals) == 2


def test_a_place_in_a_line_ends_with_its_object_and_leaving_twice_takes_nobody_elses() -> None:
    line = Line(1)
    first, second, third = places = [Place(line) for _ in range(3)]
    for each in places:
        each.join()
    assert [each.has_turn() for each in places] == [True, False, False]
    for _ in range(2):
        first.leave()
        assert line.last_with_turn() is second
    assert [second.has_turn(), third.has_turn()] == [True, False]
    places.remove(second)
    del each, second
    assert third.has_turn()
    places.clear()
    del first, third
    assert line.places == {}


# Whatever is raised once sending has begun


@both
@pytest.mark.parametrize("kind", [RuntimeError, MemoryError, KeyError, ValueError, OSError, TimeoutError])
def test_whatever_is_raised_after_sending_began_leaves_the_outcome_of_a_dangerous_call_open(
    client: str, kind: type[Exception], lasting: LastingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise kind("planted")

    lasting.answer = DONE
    with opened(client, **settings(lasting)) as step:
        step(lambda fh: fh.system.status())
        monkeypatch.setattr(f"flighthub._{client}.core.transport.BodyDecoder.add", fail)
        with pytest.raises(OutcomeUnknown) as caught:
            step(return_home)
        cause = caught.value.__cause__
        assert isinstance(cause, ConnectionFailed)
        assert type(cause.__cause__) is kind
        monkeypatch.undo()
        step(lambda fh: fh.system.status())
    assert lasting.connections == 2


@both
def test_whatever_is_raised_before_sending_began_is_raised_as_it_is(
    client: str, lasting: LastingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(f"flighthub._{client}.core.network.connect", fail)
    with opened(client, **settings(lasting)) as step, pytest.raises(RuntimeError, match="planted"):
        step(return_home)
    assert lasting.arrivals == []


@both
@pytest.mark.parametrize("signal_class", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_process_passes_as_it_is(
    client: str, signal_class: type[BaseException], lasting: LastingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise signal_class

    lasting.answer = DONE
    with opened(client, **settings(lasting)) as step:
        monkeypatch.setattr(f"flighthub._{client}.core.transport.BodyDecoder.add", fail)
        with pytest.raises(signal_class):
            step(return_home)
        monkeypatch.undo()
        step(return_home)
    assert lasting.connections == 2


# Desync


@both
@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("pause", [0.0, 0.03])
def test_bytes_that_nobody_asked_for_are_nobodys_answer(
    client: str, scheme: str, pause: float, certificates: Certificates
) -> None:
    def twice(arrival: Arrival) -> Pieces:
        answer = echo(arrival)
        assert isinstance(answer, bytes)
        foreign = kept({"code": 0, "message": "", "data": {"device_sn": "X", "device_state": {"echo": "FOREIGN"}}})
        return answer + foreign if not pause else (answer, pause, foreign)

    tls = certificates.server_context() if scheme == "https" else None
    more = {"ca_bundle": certificates.authority} if tls else {}
    with LastingServer(tls) as server:
        server.answer = twice
        with opened(client, **settings(server, **more)) as step:
            for index in range(4):
                assert step(lambda fh, index=index: state(fh, f"SN{index}")).raw_value("echo") == f"SN{index}"  # type: ignore[misc]
                time.sleep(2 * pause)
        assert server.connections == 4


@forks
def test_the_collector_runs_in_a_process_that_is_forked_off_meanwhile() -> None:
    with pause_collector():
        child = os.fork()
        if not child:
            os._exit(0 if gc.isenabled() else 1)
        assert not gc.isenabled()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
