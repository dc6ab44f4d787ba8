"""The one way out: proxies, certificates, timeouts and the deadline, connections, and many calls at once."""

from __future__ import annotations

import asyncio
import gzip
import importlib
import json
import queue
import socket
import ssl
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from flighthub import (
    AsyncFlightHub,
    ConfigurationError,
    ConnectionFailed,
    FlightHub,
    FlightHubError,
    InvalidArgument,
    NotFound,
    OutcomeUnknown,
    RateLimited,
    RequestTimeout,
    Retry,
    ServerError,
    Timeout,
    UnexpectedResponse,
)
from flighthub._core import tls
from flighthub._core.content_coding import BodyDecoder
from flighthub._sync.core.concurrency import FairSemaphore, Permit

from .answering_server import SUCCESS, Answer, AnsweringServer, Arrival, Breaks, http
from .both_clients import CLIENTS, PROJECT, TOKEN, opened, using
from .certificates import Certificates, made_in
from .counting_proxy import CountingProxy
from .lasting_server import DONE, SILENCE, LastingServer, Pieces, dripping, kept

OTHER = "c0a8e1d4-1111-4222-8333-9d7c5b3a1f00"
QUICK = Retry(attempts=3, backoff=0)
IN_TIME = 5.0
"""Seconds within which what is bounded by a fraction of one has ended, on a busy machine too."""

both = pytest.mark.parametrize("client", CLIENTS)


@pytest.fixture
def lasting() -> Iterator[LastingServer]:
    with LastingServer() as running:
        yield running


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return made_in(tmp_path_factory.mktemp("certificates"))


def until(condition: Callable[[], bool]) -> bool:
    """Waits for something that is about to happen elsewhere, and says whether it did."""
    end = time.monotonic() + IN_TIME
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()


def status(fh: Any) -> Any:
    return fh.system.status()


def return_home(fh: Any) -> Any:
    """A call that is never repeated."""
    return fh.devices.send_command("7CTDEXAMPLE0001", device_command="return_home")


def in_time(client: str, expected: type[FlightHubError], **settings: Any) -> Any:
    """The error of a call that is bounded, however the server behaves."""
    with opened(client, **settings) as step:
        started = time.monotonic()
        with pytest.raises(expected) as caught:
            step(status)
        assert time.monotonic() - started < IN_TIME
    return caught.value


@both
def test_every_attempt_has_an_id_of_its_own_and_the_error_names_all_of_them(
    client: str, server: AnsweringServer
) -> None:
    server.answer = http(b"", 503)
    with pytest.raises(ServerError) as caught:
        using(client, status, base_url=server.base_url, retry=QUICK)
    ids = tuple(arrival.header("X-Request-Id") for arrival in server.arrivals)
    assert len(set(ids)) == 3
    assert caught.value.request_ids == ids
    assert caught.value.request_id == ids[-1]
    assert all(str(each) in str(caught.value) for each in ids)


@both
def test_the_ids_of_all_attempts_of_a_call_that_succeeds_in_the_end_are_told(
    client: str, server: AnsweringServer
) -> None:
    answers: Iterator[Answer] = iter([http(b"", 503), Breaks.RESET, SUCCESS])
    server.answer = lambda _: next(answers)
    came = using(client, lambda fh: fh.raw.system.status(), base_url=server.base_url, retry=QUICK)
    assert came.request_ids == tuple(arrival.header("X-Request-Id") for arrival in server.arrivals)
    assert len(came.request_ids) == 3


@both
def test_the_host_is_named_with_its_port(client: str, server: AnsweringServer) -> None:
    using(client, status, base_url=f"{server.base_url}/behind/a/gateway")
    (arrival,) = server.arrivals
    assert arrival.header("Host") == server.base_url.removeprefix("http://")
    assert arrival.target == "/behind/a/gateway/openapi/v0.1/system_status"


@both
@pytest.mark.parametrize("status_code", [301, 302, 303, 307, 308])
def test_a_redirect_is_never_followed_to_another_path_either(
    client: str, status_code: int, server: AnsweringServer
) -> None:
    server.answer = http(b"", status_code, headers={"Location": f"{server.base_url}/elsewhere"})
    with pytest.raises(UnexpectedResponse, match="redirects"):
        using(client, status, base_url=server.base_url)
    assert len(server.arrivals) == 1


@both
def test_cookies_of_one_answer_are_not_sent_with_the_next_request(client: str, lasting: LastingServer) -> None:
    lasting.answer = kept({"code": 0, "message": ""}, Set_Cookie="session=1; Path=/")
    with opened(client, base_url=lasting.base_url) as step:
        for _ in range(2):
            step(status)
    assert [arrival.header("Cookie") for arrival in lasting.arrivals] == [None, None]


@pytest.fixture
def proxy() -> Iterator[CountingProxy]:
    with CountingProxy() as running:
        yield running


@both
@pytest.mark.parametrize("way", ["argument", "HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_a_plain_request_goes_through_the_proxy(
    client: str, way: str, server: AnsweringServer, proxy: CountingProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings: dict[str, Any] = {"base_url": server.base_url}
    if way == "argument":
        settings["proxy"] = proxy.address
    else:
        monkeypatch.setenv(way, proxy.address)
    using(client, status, **settings)
    assert proxy.asked == [("GET", f"{server.base_url}/openapi/v0.1/system_status")]
    assert [arrival.header("X-User-Token") for arrival in server.arrivals] == [TOKEN]


@both
@pytest.mark.parametrize("way", ["argument", "HTTPS_PROXY"])
def test_an_https_request_goes_through_a_tunnel_of_the_proxy_that_sees_no_key(
    client: str, way: str, proxy: CountingProxy, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LastingServer(certificates.server_context()) as server:
        settings: dict[str, Any] = {"base_url": server.base_url, "ca_bundle": certificates.authority}
        if way == "argument":
            settings["proxy"] = proxy.address
        else:
            monkeypatch.setenv(way, proxy.address)
        using(client, status, **settings)
    assert proxy.asked == [("CONNECT", f"127.0.0.1:{server.port}")]
    assert [arrival.header("X-User-Token") for arrival in server.arrivals] == [TOKEN]


@both
@pytest.mark.parametrize("no_proxy", ["127.0.0.1", "*", "example.com,127.0.0.1"])
def test_a_host_that_is_to_be_reached_without_a_proxy_is(
    client: str, no_proxy: str, server: AnsweringServer, proxy: CountingProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy.address)
    monkeypatch.setenv("NO_PROXY", no_proxy)
    using(client, status, base_url=server.base_url)
    assert (len(proxy.asked), len(server.arrivals)) == (0, 1)


@both
def test_a_proxy_given_as_an_argument_beats_the_environment(
    client: str, server: AnsweringServer, proxy: CountingProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CountingProxy() as other:
        monkeypatch.setenv("HTTP_PROXY", other.address)
        using(client, status, base_url=server.base_url, proxy=proxy.address)
        assert (len(proxy.asked), len(other.asked)) == (1, 0)


@both
def test_name_and_password_of_a_proxy_are_sent_to_it_and_not_beyond(
    client: str, server: AnsweringServer, proxy: CountingProxy
) -> None:
    using(client, status, base_url=server.base_url, proxy=f"http://user:word@127.0.0.1:{proxy.port}")
    assert proxy.credentials == ["Basic dXNlcjp3b3Jk"]


@both
def test_a_proxy_that_is_not_there_is_a_failed_connection_also_for_what_is_never_repeated(client: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with pytest.raises(ConnectionFailed):
        using(client, return_home, base_url="https://flighthub.example.com", proxy=address)


@both
def test_an_authority_of_ones_own_is_trusted_when_it_is_given(client: str, certificates: Certificates) -> None:
    with LastingServer(certificates.server_context()) as server:
        using(client, status, base_url=server.base_url, ca_bundle=certificates.authority)
        assert len(server.arrivals) == 1
        assert server.peers == [None]


@both
def test_an_authority_of_ones_own_can_be_given_by_a_variable(
    client: str, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLIGHTHUB_CA_BUNDLE", str(certificates.authority))
    with LastingServer(certificates.server_context()) as server:
        using(client, status, base_url=server.base_url)
        assert len(server.arrivals) == 1


@both
def test_an_authority_that_the_whole_machine_is_told_to_trust_is_trusted(
    client: str, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    tls._usual.cache_clear()
    try:
        with LastingServer(certificates.server_context()) as server:
            using(client, status, base_url=server.base_url)
            assert len(server.arrivals) == 1
    finally:
        tls._usual.cache_clear()


@both
@pytest.mark.parametrize("call", [status, return_home])
def test_a_certificate_that_is_not_trusted_is_a_failed_connection_that_names_the_remedy(
    client: str, call: Callable[[Any], Any], certificates: Certificates
) -> None:
    with LastingServer(certificates.server_context()) as server:
        with pytest.raises(ConnectionFailed, match="ca_bundle") as caught:
            using(client, call, base_url=server.base_url)
        assert server.arrivals == []
    assert type(caught.value) is ConnectionFailed


@both
def test_a_certificate_of_another_host_is_not_trusted(client: str, certificates: Certificates) -> None:
    with LastingServer(certificates.server_context()) as server, CountingProxy() as proxy:
        # The proxy knows where that host is.
        proxy.elsewhere = ("127.0.0.1", server.port)
        with pytest.raises(ConnectionFailed):
            using(
                client,
                status,
                base_url="https://flighthub.example.com",
                ca_bundle=certificates.authority,
                proxy=proxy.address,
            )
        assert len(proxy.asked) == 1
        assert server.arrivals == []


@both
@pytest.mark.parametrize("files", ["one", "two"])
def test_a_certificate_of_the_client_is_shown_to_a_server_that_asks_for_it(
    client: str, files: str, certificates: Certificates
) -> None:
    shown: Any = certificates.client_with_key if files == "one" else (certificates.client, str(certificates.client_key))
    with LastingServer(certificates.server_context(asks_for_a_client=True)) as server:
        using(client, status, base_url=server.base_url, ca_bundle=certificates.authority, client_certificate=shown)
        (peer,) = server.peers
        assert peer is not None
        assert (("commonName", "Test client"),) in peer["subject"]


@both
def test_without_a_certificate_a_server_that_asks_for_one_is_a_failed_connection(
    client: str, certificates: Certificates
) -> None:
    # Whether the refusal comes while the request is still being written is a matter of luck, and must not matter.
    with (
        LastingServer(certificates.server_context(asks_for_a_client=True)) as server,
        opened(client, base_url=server.base_url, ca_bundle=certificates.authority) as step,
    ):
        for _ in range(30):
            with pytest.raises(ConnectionFailed):
                step(status)
        assert server.arrivals == []


@both
def test_a_certificate_without_its_key_is_refused_and_named(client: str, certificates: Certificates) -> None:
    with pytest.raises(ConfigurationError, match=str(certificates.client)):
        using(client, repr, base_url="https://flighthub.example.com", client_certificate=certificates.client)


def test_a_context_of_tls_checks_the_name_of_the_host() -> None:
    context = tls.tls_context(None, None)
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)
    assert tls.tls_context(None, None) is context


@both
def test_a_server_that_takes_connections_and_says_nothing_is_bounded_by_the_read_timeout(
    client: str, lasting: LastingServer
) -> None:
    lasting.answer = SILENCE
    error = in_time(client, RequestTimeout, base_url=lasting.base_url, timeout=Timeout(30, 0.2, 30, 30), deadline=60)
    assert "ReadTimeout" in str(error)


@both
def test_a_handshake_that_does_not_end_is_bounded_by_the_connect_timeout(client: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        base_url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        error = in_time(client, RequestTimeout, base_url=base_url, timeout=Timeout(0.2, 30, 30, 30), deadline=60)
    assert "ConnectTimeout" in str(error)


@both
def test_a_call_that_did_not_get_through_in_time_is_repeated_though_it_is_not_safe(client: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        base_url = f"https://127.0.0.1:{listener.getsockname()[1]}"

        def finish(fh: Any) -> Any:
            return fh.waylines.finish_upload(name="Perimeter", object_key="wayline/1.kmz")

        with pytest.raises(RequestTimeout) as caught:
            using(client, finish, base_url=base_url, timeout=Timeout(0.1, 30, 30, 30), retry=QUICK)
    assert len(caught.value.request_ids) == 3


def test_a_call_that_gets_no_connection_of_the_pool_is_bounded_by_the_pool_timeout(lasting: LastingServer) -> None:
    lasting.answer = SILENCE
    with FlightHub(
        token=TOKEN, base_url=lasting.base_url, max_concurrency=1, timeout=Timeout(5, 1, 5, 0.2), retry=False
    ) as fh:
        occupying = threading.Thread(target=lambda: pytest.raises(RequestTimeout, fh.system.status))
        occupying.start()
        assert until(lambda: lasting.busy == 1)
        started = time.monotonic()
        with pytest.raises(RequestTimeout, match="PoolTimeout"):
            fh.system.status()
        assert time.monotonic() - started < IN_TIME
        occupying.join()
    assert len(lasting.arrivals) == 1


def test_an_async_call_that_gets_no_connection_of_the_pool_is_bounded_by_the_pool_timeout(
    lasting: LastingServer,
) -> None:
    lasting.answer = SILENCE

    async def used() -> None:
        settings: dict[str, Any] = {"max_concurrency": 1, "timeout": Timeout(5, 1, 5, 0.2), "retry": False}
        async with AsyncFlightHub(token=TOKEN, base_url=lasting.base_url, **settings) as fh:
            occupying = asyncio.ensure_future(fh.system.status())
            while lasting.busy == 0:
                await asyncio.sleep(0.01)
            started = time.monotonic()
            with pytest.raises(RequestTimeout, match="PoolTimeout"):
                await fh.system.status()
            assert time.monotonic() - started < IN_TIME
            with pytest.raises(RequestTimeout, match="ReadTimeout"):
                await occupying

    asyncio.run(used())


@both
def test_a_silent_server_is_bounded_by_the_deadline(client: str, lasting: LastingServer) -> None:
    lasting.answer = SILENCE
    in_time(client, RequestTimeout, base_url=lasting.base_url, deadline=0.3)
    assert len(lasting.arrivals) == 1


@both
def test_the_deadline_of_a_call_beats_that_of_the_client(client: str, lasting: LastingServer) -> None:
    lasting.answer = SILENCE
    with opened(client, base_url=lasting.base_url) as step:
        started = time.monotonic()
        with pytest.raises(RequestTimeout):
            step(lambda fh: fh.system.status(request_options={"deadline": 0.3}))
        assert time.monotonic() - started < IN_TIME


@both
def test_a_body_that_trickles_past_the_deadline_is_given_up(client: str, lasting: LastingServer) -> None:
    lasting.answer = lambda _: dripping(kept({"code": 0, "message": "x" * 200}), start=80, pause=0.1)
    error = in_time(client, RequestTimeout, base_url=lasting.base_url, deadline=0.5, timeout=20)
    assert "deadline of 0.5 s" in str(error)
    assert len(lasting.arrivals) == 1


@both
def test_a_header_that_trickles_past_the_deadline_is_given_up(client: str, lasting: LastingServer) -> None:
    lasting.answer = lambda _: dripping(DONE, start=5, pause=0.2)
    error = in_time(client, RequestTimeout, base_url=lasting.base_url, deadline=0.5, timeout=20)
    assert "deadline of 0.5 s" in str(error)


@both
@pytest.mark.parametrize("pause", [0.05, 0.0])
def test_announcements_that_something_will_follow_are_given_up_at_the_deadline(
    client: str, pause: float, lasting: LastingServer
) -> None:
    def endless(arrival: Arrival) -> Iterator[bytes | float]:
        while True:
            yield b"HTTP/1.1 103 Early Hints\r\n\r\n"
            yield pause

    lasting.answer = endless
    error = in_time(client, RequestTimeout, base_url=lasting.base_url, deadline=0.5, timeout=20)
    assert "deadline of 0.5 s" in str(error)


@both
def test_attempts_and_pauses_together_do_not_exceed_the_deadline(client: str, server: AnsweringServer) -> None:
    server.answer = http(b"", 503)
    # On a busy machine the last attempt is under way when the deadline passes.
    error = in_time(
        client, FlightHubError, base_url=server.base_url, deadline=0.5, retry=Retry(attempts=100, backoff=0.2, cap=0.2)
    )
    assert 1 < len(server.arrivals) < 100
    assert "deadline of 0.5 s" in str(error)


@both
def test_a_pause_that_the_server_asks_for_beyond_the_deadline_is_not_made(client: str, server: AnsweringServer) -> None:
    server.answer = http(b"", 429, headers={"Retry-After": "60"})
    error = in_time(client, FlightHubError, base_url=server.base_url, deadline=3, retry=QUICK)
    assert "60 s" in str(error)
    assert len(server.arrivals) == 1


@both
@pytest.mark.parametrize("zone", ["GMT", "-0000", "+0000"])
def test_a_pause_may_be_asked_for_as_a_date_which_is_in_utc(client: str, zone: str, server: AnsweringServer) -> None:
    moment = datetime.now(UTC) + timedelta(hours=1)
    server.answer = http(b"", 429, headers={"Retry-After": f"{moment:%a, %d %b %Y %H:%M:%S} {zone}"})
    with pytest.raises(RateLimited) as caught:
        using(client, status, base_url=server.base_url)
    assert 3500 < (caught.value.retry_after or 0) <= 3600


@both
def test_looking_up_the_name_of_a_project_counts_towards_the_deadline(client: str, lasting: LastingServer) -> None:
    found = kept({"code": 0, "message": "", "data": {"list": [{"uuid": PROJECT, "name": "Quarry"}]}})

    def answer(arrival: Arrival) -> Pieces:
        return (0.7, found) if arrival.path.endswith("/project") else SILENCE

    lasting.answer = answer
    with opened(client, base_url=lasting.base_url, project="Quarry", deadline=1.0) as step:
        started = time.monotonic()
        with pytest.raises(RequestTimeout):
            step(lambda fh: fh.waylines.list())
        assert time.monotonic() - started < 1.4


@pytest.fixture
def small_answers(monkeypatch: pytest.MonkeyPatch) -> int:
    """Allows answers of so many bytes only."""
    for each in CLIENTS:
        monkeypatch.setattr(importlib.import_module(f"flighthub._{each}.core.transport"), "MAX_ANSWER", 10_000)
    return 10_000


def answer_of_size(size: int, **headers: str) -> bytes:
    """An envelope of exactly so many bytes, decompressed."""
    start, end = b'{"code": 0, "message": "', b'"}'
    return start + b"x" * (size - len(start) - len(end)) + end


@both
@pytest.mark.parametrize("compressed", [False, True], ids=["plain", "compressed"])
def test_an_answer_that_is_too_large_is_refused(
    client: str, compressed: bool, server: AnsweringServer, small_answers: int
) -> None:
    body = answer_of_size(small_answers + 1)
    headers = {"Content-Encoding": "gzip"} if compressed else None
    server.answer = http(gzip.compress(body) if compressed else body, headers=headers)
    with pytest.raises(UnexpectedResponse, match=str(small_answers)) as caught:
        using(client, status, base_url=server.base_url)
    assert caught.value.http_status == 200


@both
def test_an_answer_of_the_largest_size_is_taken(client: str, server: AnsweringServer, small_answers: int) -> None:
    server.answer = http(answer_of_size(small_answers))
    came = using(client, lambda fh: fh.raw.system.status(), base_url=server.base_url)
    assert len(came.body) == small_answers


@both
def test_of_an_answer_without_end_no_more_is_read_than_an_answer_may_be_long(
    client: str, lasting: LastingServer, small_answers: int
) -> None:
    sent = 0

    def endless(arrival: Arrival) -> Iterator[bytes | float]:
        nonlocal sent
        yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        for _ in range(100):
            sent += 1
            yield b"1000\r\n" + b"x" * 4096 + b"\r\n"
            yield 0.05

    lasting.answer = endless
    in_time(client, UnexpectedResponse, base_url=lasting.base_url)
    assert sent < 20


@both
def test_a_compressed_answer_is_read(client: str, server: AnsweringServer) -> None:
    server.answer = http(gzip.compress(answer_of_size(500)), headers={"Content-Encoding": "gzip"})
    came = using(client, lambda fh: fh.raw.system.status(), base_url=server.base_url)
    assert len(came.body) == 500
    assert server.arrivals[0].header("Accept-Encoding") == "gzip, deflate"


@both
def test_calls_one_after_another_take_one_connection(client: str, lasting: LastingServer) -> None:
    with opened(client, base_url=lasting.base_url) as step:
        for _ in range(5):
            step(status)
        assert lasting.connections == 1
    assert until(lambda: lasting.open == 0)


@both
def test_a_client_of_another_project_takes_the_same_connection_and_closing_it_closes_nothing(
    client: str, lasting: LastingServer
) -> None:
    with opened(client, base_url=lasting.base_url) as step:
        step(lambda fh: fh.waylines.list())
        other = step(lambda fh: fh.with_project(OTHER))
        step(lambda _: other.waylines.list())
        step(lambda _: other.close() if client == "sync" else other.aclose())
        step(lambda _: other.waylines.list())
        step(lambda fh: fh.waylines.list())
        assert lasting.connections == 1
        step(lambda fh: fh.close() if client == "sync" else fh.aclose())
        with pytest.raises(ConfigurationError, match="closed"):
            step(lambda _: other.waylines.list())
    projects = [arrival.header("X-Project-Uuid") for arrival in lasting.arrivals]
    assert projects == [PROJECT, OTHER, OTHER, PROJECT]


@both
def test_a_block_of_a_client_of_another_project_closes_nothing(client: str, lasting: LastingServer) -> None:
    with opened(client, base_url=lasting.base_url) as step:

        def in_a_block(fh: Any) -> Any:
            if client == "sync":
                with fh.with_project(OTHER) as other:
                    return other.waylines.list()

            async def listed() -> Any:
                async with fh.with_project(OTHER) as other:
                    return await other.waylines.list()

            return listed()

        step(in_a_block)
        step(status)
    assert lasting.connections == 1


@both
def test_a_connection_that_the_server_has_closed_meanwhile_is_replaced(client: str, server: AnsweringServer) -> None:
    with opened(client, base_url=server.base_url) as step:
        for _ in range(3):
            step(status)
    assert len(server.arrivals) == 3


def test_a_cancelled_call_leaves_no_connection_open_and_the_client_usable(lasting: LastingServer) -> None:
    async def used() -> None:
        async with AsyncFlightHub(token=TOKEN, base_url=lasting.base_url, max_concurrency=1) as fh:
            silences: tuple[Pieces, ...] = (SILENCE, (DONE[:40], 30.0))
            for silent in silences:
                lasting.answer = silent
                task = asyncio.ensure_future(fh.system.status())
                while lasting.busy == 0:
                    await asyncio.sleep(0.01)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                assert await asyncio.to_thread(until, lambda: lasting.open == 0)
            lasting.answer = DONE
            await fh.system.status()

    asyncio.run(used())
    assert len(lasting.arrivals) == 3


def test_a_call_whose_time_limit_of_the_caller_passes_is_cancelled_and_leaves_no_connection_open(
    lasting: LastingServer,
) -> None:
    lasting.answer = SILENCE

    async def used() -> None:
        async with AsyncFlightHub(token=TOKEN, base_url=lasting.base_url) as fh:
            with pytest.raises(TimeoutError) as caught:
                async with asyncio.timeout(0.2):
                    await fh.system.status()
            assert type(caught.value) is TimeoutError
            assert await asyncio.to_thread(until, lambda: lasting.open == 0)

    asyncio.run(used())


def test_a_call_that_is_given_up_at_the_deadline_leaves_no_connection_open(lasting: LastingServer) -> None:
    lasting.answer = lambda _: dripping(kept({"code": 0, "message": "x" * 200}), start=80, pause=0.1)
    for client in CLIENTS:
        with opened(client, base_url=lasting.base_url, deadline=0.3) as step:
            with pytest.raises(RequestTimeout):
                step(status)
            assert until(lambda: lasting.open == 0), client


def echoing(arrival: Arrival) -> Pieces:
    """The state of the device that was asked for."""
    sn = arrival.path.split("/")[-2]
    return kept({"code": 0, "message": "", "data": {"device_sn": sn, "device_state": {"echo": sn}}})


def state_of(sn: str) -> Callable[[Any], Any]:
    return lambda fh: fh.devices.get_state(sn)


def test_one_client_can_be_used_from_many_threads_at_once(lasting: LastingServer) -> None:
    lasting.answer = lambda arrival: (0.005, *(_pieces(echoing(arrival))))
    serials = [f"SN{index:03}" for index in range(80)]
    with (
        FlightHub(token=TOKEN, project=PROJECT, base_url=lasting.base_url, max_concurrency=8) as fh,
        ThreadPoolExecutor(16) as pool,
    ):
        states = list(pool.map(fh.devices.get_state, serials))
    assert [state.raw_value("echo") for state in states] == serials
    assert len({arrival.header("X-Request-Id") for arrival in lasting.arrivals}) == 80
    assert 1 < lasting.most_busy <= 8
    assert lasting.connections <= 8


def _pieces(answer: Pieces) -> tuple[bytes | float, ...]:
    return (answer,) if isinstance(answer, bytes) else tuple(answer)


def test_the_sync_client_works_inside_a_running_event_loop(lasting: LastingServer) -> None:
    async def used() -> None:
        with FlightHub(token=TOKEN, base_url=lasting.base_url) as fh:
            fh.system.status()
            assert [each.ok for each in fh.map(lambda _: fh.system.status(), [1, 2])] == [True, True]
            await asyncio.sleep(0)

    asyncio.run(used())
    assert len(lasting.arrivals) == 3


@both
def test_no_more_connections_are_made_than_allowed(client: str, lasting: LastingServer) -> None:
    lasting.answer = lambda arrival: (0.03, *(_pieces(echoing(arrival))))
    with opened(client, base_url=lasting.base_url, max_concurrency=2) as step:
        outcomes = step(
            lambda fh: fh.map(fh.devices.get_state, [f"SN{index}" for index in range(8)], max_concurrency=6)
        )
    assert all(outcome.ok for outcome in outcomes)
    assert (lasting.most_busy, lasting.connections) == (2, 2)


def test_async_calls_beyond_the_limit_have_their_turn_in_the_order_in_which_they_came(lasting: LastingServer) -> None:
    """The HTTP library's own pool lets hundreds of calls overtake one that waits."""
    overtaken: list[int] = []

    async def used() -> None:
        async with AsyncFlightHub(token=TOKEN, base_url=lasting.base_url, max_concurrency=3) as fh:

            async def one_after_another() -> None:
                for _ in range(100):
                    before = len(overtaken)
                    await fh.system.status()
                    overtaken.append(len(overtaken) - before)

            await asyncio.gather(*(one_after_another() for _ in range(6)))

    asyncio.run(used())
    assert len(overtaken) == 600
    # One that has its turn, and whose answer a busy machine brings late, is overtaken as well.
    assert max(overtaken) < 100
    assert lasting.connections == 3


def test_threads_beyond_the_limit_have_their_turn_in_the_order_in_which_they_came() -> None:
    semaphore = FairSemaphore(2)
    permits: queue.Queue[Permit] = queue.Queue()
    for _ in range(2):
        permit = semaphore.permit()
        assert permit.acquire(0)
        permits.put(permit)
    came: queue.Queue[int] = queue.Queue()
    threads: list[threading.Thread] = []
    for number in range(8):
        # Two of them give up before it is their turn, and nobody waits for those.
        patience = 0.05 if number in (2, 5) else 30

        def waits(number: int = number, patience: float = patience) -> None:
            permit = semaphore.permit()
            if permit.acquire(patience):
                came.put(number)
                permits.put(permit)

        threads.append(threading.Thread(target=waits))
        threads[-1].start()
        if patience < 1:
            threads[-1].join()
        assert until(lambda: len(semaphore.line.places) == 2 + len([each for each in threads if each.is_alive()]))
    served: list[int] = []
    for _ in range(6):
        ended = permits.get(timeout=IN_TIME)
        ended.leave()
        ended.wake_next()
        served.append(came.get(timeout=IN_TIME))
    for thread in threads:
        thread.join()
    assert served == [0, 1, 3, 4, 6, 7]
    assert not semaphore.permit().acquire(0)
    permits.get_nowait().leave()
    assert semaphore.permit().acquire(0)


def test_a_call_that_is_cancelled_while_it_waits_for_its_turn_takes_none(lasting: LastingServer) -> None:
    lasting.answer = lambda _: (0.3, DONE)

    async def used() -> None:
        async with AsyncFlightHub(token=TOKEN, base_url=lasting.base_url, max_concurrency=1) as fh:
            first, second, third = (asyncio.ensure_future(fh.system.status()) for _ in range(3))
            while lasting.busy == 0:
                await asyncio.sleep(0.01)
            second.cancel()
            with pytest.raises(asyncio.CancelledError):
                await second
            await first
            await third
            await fh.system.status()

    asyncio.run(used())
    assert len(lasting.arrivals) == 3


@both
def test_connections_that_nobody_needs_any_longer_are_closed(
    client: str, lasting: LastingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.import_module(f"flighthub._{client}.core.connections"), "_KEPT", 0.3)
    lasting.answer = lambda _: (0.05, DONE)
    with opened(client, base_url=lasting.base_url) as step:
        step(lambda fh: fh.map(lambda _: fh.system.status(), range(5), max_concurrency=5))
        assert lasting.open > 1
        time.sleep(0.4)
        step(status)
        assert until(lambda: lasting.open == 1)


@both
@pytest.mark.parametrize(("of_client", "of_call", "width"), [(3, None, 3), (8, 2, 2), (4, 1, 1)])
def test_a_map_works_on_so_many_items_at_a_time_and_gives_their_results_in_order(
    client: str, of_client: int, of_call: int | None, width: int, lasting: LastingServer
) -> None:
    serials = [f"SN{index}" for index in range(12)]

    def answer(arrival: Arrival) -> Pieces:
        # The earlier ones take longer, so that they end out of order.
        return (0.06 - 0.005 * int(arrival.path.split("/")[-2][2:]), *(_pieces(echoing(arrival))))

    lasting.answer = answer
    with opened(client, base_url=lasting.base_url, max_concurrency=of_client) as step:
        outcomes = step(lambda fh: fh.map(fh.devices.get_state, serials, max_concurrency=of_call))
    assert [outcome.item for outcome in outcomes] == serials
    assert [outcome.result().raw_value("echo") for outcome in outcomes] == serials
    assert lasting.most_busy == width


@both
def test_a_map_keeps_the_exceptions_of_its_items_and_goes_on(client: str, lasting: LastingServer) -> None:
    def answer(arrival: Arrival) -> Pieces:
        return kept({"code": 210104, "message": "gone"}) if "/SN1/" in arrival.path else echoing(arrival)

    lasting.answer = answer
    with opened(client, base_url=lasting.base_url, max_concurrency=2) as step:
        outcomes = step(lambda fh: fh.map(fh.devices.get_state, ["SN0", "SN1", "", "SN3"]))
    assert [outcome.ok for outcome in outcomes] == [True, False, False, True]
    assert [type(outcome.error) for outcome in outcomes] == [type(None), NotFound, InvalidArgument, type(None)]
    with pytest.raises(NotFound, match="gone"):
        outcomes[1].result()
    assert [repr(outcome) for outcome in outcomes[:2]] == ["<Outcome for 'SN0': ok>", "<Outcome for 'SN1': NotFound>"]


@both
def test_a_map_of_nothing_gives_nothing(client: str, lasting: LastingServer) -> None:
    assert using(client, lambda fh: fh.map(fh.devices.get_state, []), base_url=lasting.base_url) == []


@both
def test_a_map_takes_its_items_from_any_iterable_one_by_one(client: str, lasting: LastingServer) -> None:
    lasting.answer = echoing
    taken: list[str] = []

    def serials() -> Iterator[str]:
        for index in range(5):
            assert len(taken) - len(lasting.arrivals) <= 2
            taken.append(f"SN{index}")
            yield taken[-1]

    outcomes = using(
        client, lambda fh: fh.map(fh.devices.get_state, serials(), max_concurrency=2), base_url=lasting.base_url
    )
    assert [outcome.result().raw_value("echo") for outcome in outcomes] == taken


@both
@pytest.mark.parametrize("width", [0, -1])
def test_a_map_of_no_items_at_a_time_is_refused(client: str, width: int, lasting: LastingServer) -> None:
    with pytest.raises(InvalidArgument, match="max_concurrency"):
        using(
            client,
            lambda fh: fh.map(fh.devices.get_state, ["SN1"], max_concurrency=width),
            base_url=lasting.base_url,
        )
    assert lasting.arrivals == []


@both
def test_requests_leave_no_more_often_than_the_limit_says(client: str, lasting: LastingServer) -> None:
    with opened(client, base_url=lasting.base_url, rate_limit=25, max_concurrency=6) as step:
        outcomes = step(lambda fh: fh.map(lambda _: fh.system.status(), range(6)))
    assert all(outcome.ok for outcome in outcomes)
    assert max(lasting.moments) - min(lasting.moments) >= 5 / 25 - 0.03


@both
def test_repeated_attempts_count_towards_the_limit(client: str, lasting: LastingServer) -> None:
    answers = iter([kept(b"", 503), kept(b"", 503), DONE])
    lasting.answer = lambda _: next(answers)
    using(client, status, base_url=lasting.base_url, rate_limit=10, retry=QUICK)
    assert lasting.moments[-1] - lasting.moments[0] >= 2 / 10 - 0.03


@both
def test_a_call_whose_turn_comes_after_its_deadline_is_not_sent(client: str, lasting: LastingServer) -> None:
    with opened(client, base_url=lasting.base_url, rate_limit=0.1, deadline=1) as step:
        step(status)
        started = time.monotonic()
        with pytest.raises(RequestTimeout, match="its turn did not come"):
            step(status)
        assert time.monotonic() - started < IN_TIME
    assert len(lasting.arrivals) == 1


@both
def test_calls_that_were_refused_or_cancelled_hold_up_no_later_one(client: str, lasting: LastingServer) -> None:
    with opened(client, base_url=lasting.base_url, rate_limit=10, max_concurrency=60) as step:
        hurried: Any = {"deadline": 0.35}
        outcomes = step(lambda fh: fh.map(lambda _: fh.system.status(request_options=hurried), range(60)))
        refused = [outcome.error for outcome in outcomes if not outcome.ok]
        assert len(refused) >= 55
        assert all(isinstance(error, RequestTimeout) and len(error.request_ids) == 1 for error in refused)
        started = time.monotonic()
        step(status)
        assert time.monotonic() - started < IN_TIME
    assert len(lasting.arrivals) <= 6


def test_a_cancelled_call_leaves_its_turn_to_the_next(lasting: LastingServer) -> None:
    async def main() -> None:
        async with AsyncFlightHub(token=TOKEN, base_url=lasting.base_url, rate_limit=5) as fh:
            await fh.system.status()
            waiting = [asyncio.ensure_future(fh.system.status()) for _ in range(100)]
            await asyncio.sleep(0.05)
            for each in waiting:
                each.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
            started = time.monotonic()
            await fh.system.status()
            assert time.monotonic() - started < IN_TIME

    asyncio.run(main())
    assert len(lasting.arrivals) == 2


@both
def test_what_is_ready_only_after_its_deadline_is_not_sent(client: str, lasting: LastingServer) -> None:
    def late_key() -> str:
        time.sleep(0.3)
        return TOKEN

    with pytest.raises(RequestTimeout, match="not ready to be sent in time for a response before the deadline"):
        using(client, status, base_url=lasting.base_url, project=PROJECT, token=late_key, deadline=0.2)
    assert lasting.arrivals == []


@both
def test_what_is_refused_until_its_deadline_is_not_sent_so_late_that_nobody_knows_what_became_of_it(
    client: str, lasting: LastingServer
) -> None:
    started = time.monotonic()
    # Less time is left than half of the deadline when the server begins to act without a word.
    lasting.answer = lambda _: kept(b"", 429) if time.monotonic() < started + 1.2 else SILENCE
    with pytest.raises(RateLimited, match="its response might come beyond the deadline of 2 s"):
        using(
            client,
            lambda fh: fh.waylines.finish_upload(name="n", object_key="k"),
            base_url=lasting.base_url,
            project=PROJECT,
            deadline=2,
            retry=Retry(attempts=100, backoff=0.1, cap=0.1),
        )
    assert len(lasting.arrivals) > 1


@both
def test_what_the_server_said_is_told_where_the_repetition_was_not_ready_in_time(
    client: str, lasting: LastingServer
) -> None:
    def slow_from_the_second_on() -> str:
        if lasting.arrivals:
            time.sleep(1.2)
        return TOKEN

    lasting.answer = kept(b"", 429)
    with pytest.raises(RateLimited, match="its response might come beyond the deadline of 2 s") as caught:
        using(
            client,
            lambda fh: fh.waylines.finish_upload(name="n", object_key="k"),
            base_url=lasting.base_url,
            project=PROJECT,
            token=slow_from_the_second_on,
            deadline=2,
            retry=QUICK,
        )
    assert len(caught.value.request_ids) == len(lasting.arrivals) == 1


LATE = 1.2
"""Seconds until a call can be sent. With a deadline of two, a second must be left for its response."""


def late_key() -> str:
    time.sleep(LATE)
    return TOKEN


REASONS: dict[str, dict[str, Any]] = {
    "its key comes late": {"token": late_key},
    "its turn comes late": {"rate_limit": 1 / LATE},
    "TLS begins late": {"hesitation": LATE},
}


@both
@pytest.mark.parametrize("reason", REASONS)
def test_a_call_that_changes_something_is_not_sent_when_its_response_might_come_too_late(
    client: str, reason: str, certificates: Certificates
) -> None:
    settings = {"ca_bundle": certificates.authority, "project": PROJECT, "deadline": 2, **REASONS[reason]}
    with (
        LastingServer(certificates.server_context(), settings.pop("hesitation", 0.0)) as late,
        opened(client, base_url=late.base_url, **settings) as step,
    ):
        if "rate_limit" in settings:
            step(status)
        before = len(late.arrivals)
        with pytest.raises(RequestTimeout):
            step(return_home)
        assert len(late.arrivals) == before
        # What only reads is sent to the last.
        step(status)
        assert len(late.arrivals) == before + 1


def bomb(length: int) -> bytes:
    """So many zeros, compressed."""
    compressor = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    block = bytes(2**20)
    return b"".join(compressor.compress(block) for _ in range(length // 2**20)) + compressor.flush()


@both
@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip"])
def test_an_answer_that_inflates_without_end_takes_no_memory(
    client: str, coding: str, server: AnsweringServer, small_answers: int
) -> None:
    body = bomb(100 * 2**20)
    server.answer = http(body if coding == "gzip" else gzip.compress(body), headers={"Content-Encoding": coding})
    with opened(client, base_url=server.base_url, project=PROJECT) as step:
        server.answer, bombing = SUCCESS, server.answer
        step(status)
        server.answer = bombing
        tracemalloc.start()
        try:
            with pytest.raises(OutcomeUnknown) as caught:
                step(return_home)
            assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
        finally:
            tracemalloc.stop()
    assert ("gzip, gzip" in str(caught.value.__cause__)) is (coding == "gzip, gzip")


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-16-le", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("length", [10, 200_000])
@both
def test_an_answer_is_read_in_each_encoding_of_unicode_however_long_it_is(
    client: str, length: int, charset: str, server: AnsweringServer
) -> None:
    text = json.dumps({"code": 0, "message": "", "data": {"list": [{"uuid": "p1", "name": "\u4e2d" * length}]}})
    server.answer = http(text.encode(charset))
    (project,) = using(client, lambda fh: fh.projects.list(usage="simple"), base_url=server.base_url)
    assert len(project.name) == length


@pytest.mark.parametrize("pieces", [1, 2, 7, 10_000])
@pytest.mark.parametrize("coding", ["", "identity", "gzip", "GZip", "x-gzip", "deflate", "deflate without wrapper"])
def test_a_body_is_decoded_in_pieces_of_any_size(coding: str, pieces: int) -> None:
    body = bytes(range(256)) * 20
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    coded = {
        "": body,
        "identity": body,
        "deflate": zlib.compress(body),
        "deflate without wrapper": raw.compress(body) + raw.flush(),
    }.get(coding, gzip.compress(body))
    decoder = BodyDecoder(coding.removesuffix(" without wrapper"), len(body) + 100)
    for start in range(0, len(coded), pieces):
        decoder.add(coded[start : start + pieces])
    assert decoder.finish() == body


@pytest.mark.parametrize("name", ["a" * 64 + ".example.com", "no-such-host.invalid"])
@both
def test_a_host_that_cannot_be_looked_up_is_a_failed_connection(client: str, name: str) -> None:
    with pytest.raises((ConnectionFailed, ConfigurationError)):
        using(client, return_home, base_url=f"https://{name}", deadline=10)
