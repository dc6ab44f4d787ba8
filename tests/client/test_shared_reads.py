"""A burst of equal reads is one call, where the caller allows it: `request_options={"cache": seconds}`."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest

from flighthub import APIError, AsyncFlightHub, FlightHub, InvalidArgument, RequestTimeout
from flighthub._async.core import shared_reads as async_shared_reads
from flighthub._sync.core import shared_reads as _shared_reads

from .answering_server import AnsweringServer, Arrival, Breaks, http
from .both_clients import CLIENTS, PROJECT, TOKEN, opened

both = pytest.mark.parametrize("client", CLIENTS)

CACHED: Any = {"cache": 30}
OTHER = "11111111-2222-4333-8444-555555555555"
STATE = {"code": 0, "message": "", "data": {"device_sn": "A", "device_state": {"added": {"list": [1]}}}}


def slowly(arrival: Arrival) -> bytes:
    time.sleep(0.1)
    return http(STATE)


def burst(client: str, server: AnsweringServer, count: int, **told: Any) -> list[Any]:
    """So many equal reads at the same time; an error stands for what failed."""
    settings = {"token": TOKEN, "project": PROJECT, "base_url": server.base_url, "retry": False, **told}
    if client == "sync":
        with FlightHub(**settings) as fh, ThreadPoolExecutor(count) as threads:

            def read(_: int) -> Any:
                try:
                    return fh.devices.get_state("A", request_options=CACHED)
                except Exception as error:
                    return error

            return list(threads.map(read, range(count)))

    async def all_at_once() -> list[Any]:
        async with AsyncFlightHub(**settings) as fh:
            reads = [fh.devices.get_state("A", request_options=CACHED) for _ in range(count)]
            return await asyncio.gather(*reads, return_exceptions=True)

    return asyncio.run(all_at_once())


@both
def test_a_burst_of_equal_reads_is_one_call_and_each_gets_objects_of_its_own(
    client: str, server: AnsweringServer
) -> None:
    server.answer = slowly
    states = burst(client, server, 12)
    assert len(server.arrivals) == 1
    assert len({id(state) for state in states}) == 12
    assert all(state.to_dict() == states[0].to_dict() for state in states)
    inner = [state.to_dict() for state in states]
    inner[0]["added"]["list"].append(2)
    assert states[1].to_dict()["added"]["list"] == [1]


@both
def test_when_the_first_of_a_burst_fails_the_next_tries_itself(client: str, server: AnsweringServer) -> None:
    def fails_once(arrival: Arrival) -> bytes:
        time.sleep(0.1)
        return http({"code": 210500, "message": "no"}) if len(server.arrivals) == 1 else http(STATE)

    server.answer = fails_once
    outcomes = burst(client, server, 6)
    assert len(server.arrivals) == 2
    assert sum(isinstance(each, APIError) for each in outcomes) == 1


@both
def test_what_differs_in_anything_that_is_sent_is_another_read(client: str, server: AnsweringServer) -> None:
    with opened(client, base_url=server.base_url) as step:
        step(lambda fh: fh.devices.get_state("A", request_options=CACHED))
        for work in (
            lambda fh: fh.devices.get_state("B", request_options=CACHED),
            lambda fh: fh.with_project(OTHER).devices.get_state("A", request_options=CACHED),
            lambda fh: fh.devices.get_state("A", request_options={**CACHED, "extra_query": {"a": "b"}}),
            lambda fh: fh.devices.get_state("A", request_options={**CACHED, "extra_headers": {"x-lang": "zh"}}),
            lambda fh: fh.devices.get_state("A"),
        ):
            before = len(server.arrivals)
            step(work)
            assert len(server.arrivals) == before + 1
        before = len(server.arrivals)
        step(lambda fh: fh.with_project(PROJECT).devices.get_state("A", request_options=CACHED))
        assert len(server.arrivals) == before, "a copy of the client for the same project shares them"


@both
def test_a_response_is_used_no_longer_than_the_call_says(client: str, server: AnsweringServer) -> None:
    with opened(client, base_url=server.base_url) as step:
        step(lambda fh: fh.devices.list(request_options=CACHED))
        time.sleep(0.06)
        step(lambda fh: fh.devices.list(request_options=CACHED))
        assert len(server.arrivals) == 1
        step(lambda fh: fh.devices.list(request_options={"cache": 0.05}))
    assert len(server.arrivals) == 2


@both
def test_a_request_that_no_method_covers_can_be_shared_when_it_reads(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"list": []}})
    with opened(client, base_url=server.base_url) as step:
        first = step(lambda fh: fh.request("GET", "/openapi/v0.1/x", request_options=CACHED))
        first["list"].append(1)
        assert step(lambda fh: fh.request("GET", "/openapi/v0.1/x", request_options=CACHED)) == {"list": []}
        with pytest.raises(InvalidArgument, match="calls that read"):
            step(lambda fh: fh.request("POST", "/openapi/v0.1/x", request_options=CACHED))
    assert len(server.arrivals) == 1


@both
@pytest.mark.parametrize("seconds", [0, -1, float("inf"), float("nan"), True, "30"])
def test_a_time_that_is_none_is_refused(client: str, seconds: Any, server: AnsweringServer) -> None:
    with opened(client, base_url=server.base_url) as step, pytest.raises(InvalidArgument) as caught:
        step(lambda fh: fh.devices.list(request_options={"cache": seconds}))
    assert caught.value.member == "request_options.cache"
    assert server.arrivals == []


@both
def test_a_call_that_does_more_than_read_is_refused_before_anything_is_sent(
    client: str, server: AnsweringServer
) -> None:
    with opened(client, base_url=server.base_url) as step, pytest.raises(InvalidArgument, match="calls that read"):
        step(lambda fh: fh.devices.send_command("A", device_command="return_home", request_options=CACHED))
    assert server.arrivals == []


def test_nobody_waits_for_another_beyond_the_own_deadline(server: AnsweringServer) -> None:
    server.answer = Breaks.SILENCE
    with FlightHub(token=TOKEN, project=PROJECT, base_url=server.base_url, retry=False) as fh:
        first = threading.Thread(target=lambda: _ignored(fh, {**CACHED, "deadline": 2}))
        first.start()
        while not server.arrivals:
            time.sleep(0.01)
        begun = time.monotonic()
        with pytest.raises(RequestTimeout, match="equal read was under way"):
            fh.devices.get_state("A", request_options={**CACHED, "deadline": 0.2})
        assert time.monotonic() - begun < 1.5
        first.join()
    assert len(server.arrivals) == 1


def _ignored(fh: FlightHub, options: Any) -> None:
    with suppress(RequestTimeout):
        fh.devices.get_state("A", request_options=options)


def test_that_the_first_is_cancelled_does_not_cancel_the_others(server: AnsweringServer) -> None:
    server.answer = slowly

    async def scene() -> list[Any]:
        async with AsyncFlightHub(token=TOKEN, project=PROJECT, base_url=server.base_url) as fh:
            tasks = [asyncio.create_task(fh.devices.get_state("A", request_options=CACHED)) for _ in range(4)]
            await asyncio.sleep(0.05)
            tasks[0].cancel()
            return await asyncio.gather(*tasks, return_exceptions=True)

    cancelled, *others = asyncio.run(scene())
    assert isinstance(cancelled, asyncio.CancelledError)
    assert not any(isinstance(each, BaseException) for each in others)
    assert len(server.arrivals) == 2


def test_another_event_loop_shares_nothing_and_works(server: AnsweringServer) -> None:
    fh = AsyncFlightHub(token=TOKEN, project=PROJECT, base_url=server.base_url)

    async def read() -> None:
        await fh.devices.get_state("A", request_options=CACHED)

    for _ in range(2):
        asyncio.run(read())
    asyncio.run(fh.aclose())
    assert len(server.arrivals) == 2


# Windows has no forks, so there is nothing that could be shared.
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")


@forks
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_child_shares_nothing_with_its_parent_and_waits_for_none_of_its_calls(server: AnsweringServer) -> None:
    server.answer = slowly
    with FlightHub(token=TOKEN, project=PROJECT, base_url=server.base_url) as fh:
        fh.devices.get_state("A", request_options=CACHED)
        under_way = threading.Thread(target=lambda: fh.devices.get_state("B", request_options=CACHED))
        under_way.start()
        while len(server.arrivals) < 2:
            time.sleep(0.01)
        child = os.fork()
        if not child:
            ended = 1
            try:
                fh.devices.get_state("A", request_options={**CACHED, "deadline": 5})
                fh.devices.get_state("B", request_options={**CACHED, "deadline": 5})
                ended = 0
            finally:
                os._exit(ended)
        assert os.waitpid(child, 0)[1] == 0
        under_way.join()
    assert len(server.arrivals) == 4


@both
def test_the_number_of_responses_that_are_kept_is_bounded(
    client: str, server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_shared_reads, "MAX_ENTRIES", 3)
    monkeypatch.setattr(async_shared_reads, "MAX_ENTRIES", 3)
    with opened(client, base_url=server.base_url) as step:
        for sn in ("A", "B", "A", "C", "D", "A"):
            step(lambda fh, sn=sn: fh.devices.get_state(sn, request_options=CACHED))
        assert [each.path.split("/")[-2] for each in server.arrivals] == ["A", "B", "C", "D"]
        step(lambda fh: fh.devices.get_state("B", request_options=CACHED))
    assert len(server.arrivals) == 5
