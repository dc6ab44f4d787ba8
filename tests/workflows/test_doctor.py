"""The doctor: what is wrong around a client, told and not raised, and nothing changed by it."""

from __future__ import annotations

import asyncio
import doctest
import inspect
import runpy
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from client import certificates
from client.answering_server import WEB_PAGE, AnsweringServer, http
from client.both_clients import CLIENTS, PROJECT, using
from client.certificates import Certificates
from client.test_docstrings import example_in, run_awaited
from client.test_docstrings import run as run_example
from client.test_hints import web_token

from flighthub import API, AsyncFlightHub, FlightHub
from flighthub._async import doctor as _async_doctor
from flighthub._async import regions as _async_regions
from flighthub._diagnostics import connectivity as _reach
from flighthub._diagnostics import findings as _findings
from flighthub._diagnostics.findings import Finding, Report
from flighthub._sync import doctor as _sync_doctor
from flighthub._sync import regions as _sync_regions
from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator, run

both = pytest.mark.parametrize("client", CLIENTS)

BY_NAME = {each.name: each.operation_id for each in OPERATIONS.values()}


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    """A simulator with a fresh world."""
    _standing.reset()
    return _standing


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return certificates.made_in(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def examined(client: str, simulator: Simulator, **settings: Any) -> Report:
    """The report of a client of a simulator."""
    told = {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url, **settings}
    found = using(client, lambda fh: fh.doctor(), **told)
    assert isinstance(found, Report)
    return found


def finding(report: Report, check: str) -> Finding:
    """The only finding of a check."""
    (found,) = [each for each in report if each.check == check]
    return found


def called(simulator: Simulator) -> list[str]:
    return [each["what"] for each in simulator.world.requests]


@both
def test_all_is_well(client: str, world: Simulator) -> None:
    report = examined(client, world)
    assert report.ok
    checks = [each.check for each in report if each.check != "storage package"]
    assert checks == ["versions", "key", "host", "API", "clock", "editions", "project", "permissions", "storage"]
    assert {each.level for each in report if each.check != "storage package"} == {"ok"}
    assert "simulated@example.com" in finding(report, "key").text
    assert "until 2100-01-01" in finding(report, "key").text
    assert "Quarry survey" in finding(report, "project").text


# The editions

PROBES = [each.probe for each in API.editions.values() if each.probe is not None][1:]


@both
def test_it_tells_which_editions_are_answered(client: str, world: Simulator) -> None:
    found = finding(examined(client, world), "editions")
    assert (found.level, found.what_to_do) == ("ok", "")
    assert found.text.startswith("It answers V1.0 and V2.0. Not known: manual (nothing of it can be called")


@both
def test_an_installation_that_lacks_an_edition_is_well(client: str) -> None:
    with run(speed=0, editions=["V1.0"]) as premises:
        report = examined(client, premises)
    found = finding(report, "editions")
    assert report.ok
    assert found.level == "ok"
    assert found.text.startswith("It answers V1.0, and not V2.0.")
    assert "V2.0, public cloud only: what is part of it cannot be called here." in found.text
    assert [each.check for each in report].index("editions") < [each.check for each in report].index("storage")


@both
@pytest.mark.parametrize("probe", PROBES)
def test_the_public_cloud_without_an_edition_is_worth_a_word(
    client: str, probe: str, world: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_async_doctor, "SERVERS", {"eu": world.base_url})
    monkeypatch.setattr(_sync_doctor, "SERVERS", {"eu": world.base_url})
    world.faults.add(probe, status=404, body="404 page not found")
    found = finding(examined(client, world), "editions")
    assert found.level == "warning"
    assert found.what_to_do == "The public cloud should have FlightHub 2 OpenAPI V2.0, public cloud only."


@both
@pytest.mark.parametrize("probe", PROBES)
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"status": 200, "code": 200403}, "It answers V1.0 and V2.0."),
        ({"status": 404, "code": 200404}, "It answers V1.0 and V2.0."),
        ({"status": 502}, "It answers V1.0. Not known: V2.0"),
        ({"reset": "before"}, "It answers V1.0. Not known: V2.0 (ConnectionFailed)"),
    ],
)
def test_an_edition_is_answered_where_something_with_a_code_comes_back(
    client: str, probe: str, fault: dict[str, Any], said: str, world: Simulator
) -> None:
    world.faults.add(probe, **fault)
    report = examined(client, world)
    assert finding(report, "editions").text.startswith(said)
    assert finding(report, "storage").level == "ok"


@both
def test_it_only_reads_and_asks_nothing_twice(client: str, world: Simulator) -> None:
    examined(client, world)
    asked = called(world)
    assert sorted(asked) == sorted(set(asked))
    effects = {each.name: each.effect for each in OPERATIONS.values()}
    assert {effects[each] for each in asked} == {"read"}
    world.world.requests.clear()
    world.faults.add(BY_NAME["system.status"], status=503, count=None)
    examined(client, world, retry=True)
    assert len(called(world)) == 1


@both
def test_nothing_secret_is_shown(client: str, world: Simulator) -> None:
    given: list[str] = []
    real = world.store.credentials

    def lend(*arguments: Any) -> Any:
        lent = real(*arguments)
        given.extend((lent.access_key_id, lent.access_key_secret, lent.security_token))
        return lent

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(world.store, "credentials", lend)
        report = examined(client, world)
    assert len(given) == 3
    shown = f"{report}{report!r}{list(report)}"
    for secret in (world.token, world.token.split(".")[2], *given):
        assert secret not in shown


@both
def test_a_key_of_another_region_is_told_from_one_that_is_right(client: str, world: Simulator) -> None:
    report = examined(client, world, token=web_token({"exp": 4_102_444_800, "account": "ana@example.com"}))
    assert not report.ok
    assert finding(report, "key").level == "ok"
    api = finding(report, "API")
    assert api.level == "problem"
    assert "belongs to one region" in api.what_to_do
    assert finding(report, "the rest").level == "warning"
    assert len(called(world)) <= 1


KEYS: dict[str, tuple[dict[str, Any], str, str]] = {
    "expired": ({"exp": 1_600_000_000}, "problem", "It expired on 2020-09-13"),
    "about to expire": ({"exp": time.time() + 86_400}, "warning", "It expires soon"),
    "not valid yet": ({"nbf": time.time() + 86_400, "exp": 4_102_444_800}, "problem", "not valid yet"),
    "without an end": ({"user_id": "7"}, "ok", "acts as 7, organization unnamed, without an end"),
    "an odd end": ({"exp": "never", "nbf": None, "account": ["x"]}, "ok", "without an end"),
    "no claims": ({}, "warning", "It is no JSON Web Token"),
    "text for the terminal": ({"account": "\x1b[31mred"}, "ok", "acts as  [31mred"),
}


@pytest.mark.parametrize("case", KEYS)
def test_what_the_key_says_about_itself(case: str, world: Simulator) -> None:
    said, level, text = KEYS[case]
    found = finding(examined("sync", world, token=web_token(said)), "key")
    assert found.level == level
    assert text in found.text
    assert (found.what_to_do == "") is (level == "ok")


@both
def test_a_key_that_cannot_be_had_is_a_finding(client: str, world: Simulator) -> None:
    def broken() -> str:
        raise OSError("s3cret path")

    report = examined(client, world, token=broken)
    assert finding(report, "key").text == "This check ended in OSError."
    assert not report.ok
    assert "s3cret" not in str(report)


REFUSALS: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "the key": ("system.status", {"status": 401, "code": 200401, "message": "Unauthorized"}, "API", "region"),
    "everything": ("system.status", {"status": 403, "code": 200403, "message": "Forbidden"}, "API", "member"),
    "by a web page": ("system.status", {"body": WEB_PAGE}, "API", "public hosts"),
    "by another server": ("system.status", {"status": 404, "body": "404 page not found"}, "API", "public hosts"),
    "for too many calls": ("system.status", {"status": 429, "code": 210429}, "API", "rate_limit"),
    "without an answer": ("system.status", {"reset": "before"}, "API", "network"),
    "projects": ("projects.list", {"status": 403, "code": 200403}, "project", "member"),
    "devices": ("devices.list", {"status": 403, "code": 200403}, "permissions", "member"),
    "by a code": ("system.status", {"code": 210500, "message": "server error"}, "API", "ask DJI"),
    "without a code": ("system.status", {"status": 404, "body": "{}"}, "API", "public hosts"),
    "their state": ("devices.get_state", {"status": 403}, "permissions", "Device Management"),
    "storage": ("projects.storage_credentials", {"status": 403}, "storage", "member"),
}


@both
@pytest.mark.parametrize("case", REFUSALS)
def test_what_is_refused_becomes_a_finding_with_advice(client: str, case: str, world: Simulator) -> None:
    operation, fault, check, advice = REFUSALS[case]
    world.faults.add(BY_NAME[operation], count=None, **fault)
    report = examined(client, world)
    found = finding(report, check)
    assert found.level == "problem"
    assert advice in found.what_to_do
    assert not report.ok


@both
@pytest.mark.parametrize(
    ("answer", "advice"),
    [
        ({"code": 0, "data": {"list": None}}, "The region us accepts it: set region='us'."),
        ({"code": 200401, "message": "no"}, "The other regions were asked: no public server accepts"),
    ],
)
def test_the_region_of_a_key_that_is_refused_is_looked_for(
    client: str, answer: dict[str, Any], advice: str, world: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.faults.add(BY_NAME["system.status"], status=401, code=200401)
    with AnsweringServer() as other:
        other.answer = http(answer)
        for module in (_async_doctor, _sync_doctor, _async_regions, _sync_regions):
            monkeypatch.setattr(module, "SERVERS", {"eu": world.base_url, "us": other.base_url})
        report = examined(client, world)
        assert advice in finding(report, "API").what_to_do
        assert [arrival.header("X-User-Token") for arrival in other.arrivals] == [world.token]
    assert world.token not in str(report)


@both
@pytest.mark.parametrize(
    ("operation", "fault"),
    [
        ("system.status", {"status": 401, "code": 200401}),
        ("projects.list", {"status": 403, "code": 200403}),
        ("devices.get_state", {"code": 210500}),
        ("devices.get_state", {"status": 403}),
        ("projects.storage_credentials", {"status": 500}),
    ],
    ids=str,
)
def test_a_problem_tells_the_id_of_its_request_and_what_to_do_only_once(
    client: str, operation: str, fault: dict[str, Any], world: Simulator
) -> None:
    world.faults.add(BY_NAME[operation], **fault)
    ids: dict[str, str] = {}
    report = examined(client, world, on_request=lambda attempt: ids.setdefault(attempt.operation, attempt.request_id))
    (found,) = report.of("problem")
    assert f"request id {ids[operation]}" in found.text
    assert found.what_to_do not in found.text or not found.what_to_do


def test_a_device_that_is_off_may_be_asked_all_the_same(world: Simulator) -> None:
    world.faults.add(BY_NAME["devices.get_state"], code=212015)
    assert finding(examined("sync", world), "permissions").level == "ok"


def test_a_refused_list_does_not_hide_the_store(world: Simulator) -> None:
    world.faults.add(BY_NAME["devices.list"], status=403)
    assert finding(examined("sync", world), "storage").level == "ok"


def test_a_project_without_devices_is_said_to_be_one(world: Simulator) -> None:
    world.faults.add(BY_NAME["devices.list"], nulls=1.0)
    found = finding(examined("sync", world), "permissions")
    assert (found.level, "there are none" in found.text) == ("warning", True)


PROJECTS: dict[str, tuple[Any, str, str]] = {
    "by name": ("Quarry survey", "ok", "'Quarry survey' ("),
    "by id": (PROJECT, "ok", PROJECT),
    "by id in capitals": (PROJECT.upper(), "ok", PROJECT),
    "by a wrong name": ("Quary survey", "problem", "sees: 'Quarry survey'"),
    "by a wrong id": ("00000000-0000-4000-8000-000000000000", "problem", "is none of the projects"),
    "not at all": (None, "warning", "None is set; the key sees 'Quarry survey'"),
}


@both
@pytest.mark.parametrize("case", PROJECTS)
def test_the_project_is_looked_for_among_those_of_the_key(client: str, case: str, world: Simulator) -> None:
    named, level, text = PROJECTS[case]
    report = examined(client, world, project=named)
    found = finding(report, "project")
    assert found.level == level
    assert text in found.text
    assert ("permissions" in {each.check for each in report}) is (level == "ok")


def test_a_name_that_two_projects_have_is_a_problem(world: Simulator) -> None:
    rows = [{"uuid": f"00000000-0000-4000-8000-00000000000{each}", "name": "Twin"} for each in range(2)]
    with answering({"code": 0, "message": "", "data": {"list": rows}}) as base_url:
        found = finding(examined("sync", world, base_url=base_url, project="Twin"), "project")
    assert (found.level, found.text) == ("problem", "2 projects have the name 'Twin'.")


@contextmanager
def answering(body: Any, headers: dict[str, str] | None = None) -> Iterator[str]:
    """A server that answers everything alike."""
    with AnsweringServer() as server:
        server.answer = http(body, headers=headers)
        yield server.base_url


CLOCKS: list[tuple[timedelta, str, str]] = [
    (timedelta(seconds=0), "ok", "s "),
    (timedelta(seconds=150), "warning", "behind"),
    (timedelta(seconds=-150), "warning", "ahead of"),
    (timedelta(hours=1), "problem", "behind"),
]


@both
@pytest.mark.parametrize(("later", "level", "text"), CLOCKS)
def test_the_clock_is_compared_with_the_servers(
    client: str, later: timedelta, level: str, text: str, world: Simulator
) -> None:
    date = format_datetime(datetime.now(UTC) + later, usegmt=True)
    with answering({"code": 0, "data": {"list": None}}, headers={"Date": date}) as base_url:
        found = finding(examined(client, world, base_url=base_url), "clock")
    assert found.level == level
    assert text in found.text


@pytest.mark.parametrize("date", [None, "yesterday", "Tue, 99 Foo 2026"])
def test_a_server_that_does_not_tell_the_time_is_no_problem(date: str | None, world: Simulator) -> None:
    with answering({"code": 0}, headers={} if date is None else {"Date": date}) as base_url:
        assert finding(examined("sync", world, base_url=base_url), "clock").level == "warning"


def test_a_key_of_no_project_is_a_problem(world: Simulator) -> None:
    with answering({"code": 0, "data": {"list": None}}) as base_url:
        found = finding(examined("sync", world, base_url=base_url), "project")
    assert (found.level, found.text) == ("problem", "The key's owner is a member of no project.")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


HOSTS: dict[str, tuple[Callable[[], str], str]] = {
    "a port where nobody listens": (lambda: f"http://127.0.0.1:{free_port()}", "No connection to 127.0.0.1"),
    "a name that does not exist": (lambda: "https://flighthub.invalid:30812", "cannot be looked up"),
}


@both
@pytest.mark.parametrize("case", HOSTS)
def test_a_host_that_cannot_be_reached_is_asked_nothing(client: str, case: str, world: Simulator) -> None:
    address, text = HOSTS[case]
    report = examined(client, world, base_url=address())
    assert text in finding(report, "host").text
    assert [each.check for each in report] == ["versions", "key", "host", "the rest"]


@contextmanager
def secured(context: ssl.SSLContext | None) -> Iterator[str]:
    """A server that shakes hands, or says something else, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                connection, _ = listener.accept()
                with connection:
                    if connection.recv(1, socket.MSG_PEEK) == b"":
                        return
                    try:
                        if context is None:
                            connection.recv(1024)
                            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                        else:
                            context.wrap_socket(connection, server_side=True).close()
                    except OSError:
                        continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"https://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            socket.create_connection(listener.getsockname()).close()
            thread.join(5)


@both
def test_a_certificate_that_nobody_vouches_for_is_told(client: str, world: Simulator, files: Certificates) -> None:
    with secured(files.server_context()) as base_url:
        found = finding(examined(client, world, base_url=base_url), "host")
    assert "The certificate of 127.0.0.1 is refused" in found.text
    assert "ca_bundle=" in found.what_to_do


@both
def test_a_certificate_of_an_authority_of_ones_own_is_taken(client: str, world: Simulator, files: Certificates) -> None:
    with secured(files.server_context()) as base_url:
        found = finding(examined(client, world, base_url=base_url, ca_bundle=files.authority), "host")
    # The certificates of the tests hold for two days.
    assert found.level == "warning"
    assert "its certificate holds until" in found.text


def test_a_server_without_tls_is_told(world: Simulator) -> None:
    with secured(None) as base_url:
        found = finding(examined("sync", world, base_url=base_url), "host")
    assert "does not speak TLS as it should" in found.text
    assert "http://" in found.what_to_do


def test_a_certificate_for_another_name_is_told(files: Certificates, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context(cafile=str(files.authority))
    with secured(files.server_context()) as base_url:
        port = int(base_url.rsplit(":", 1)[1])
        here = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port))]
        monkeypatch.setattr(_reach.socket, "getaddrinfo", lambda *_, **__: here)
        assert not _reach.reach(f"https://localhost:{port}", "base_url", lambda: context, 5).problem
        found = _reach.reach(f"https://elsewhere.example:{port}", "base_url", lambda: context, 5)
    assert "is refused" in found.problem
    assert "host name that the certificate is made for in base_url" in found.what_to_do


@contextmanager
def overwhelmed() -> Iterator[tuple[str, int]]:
    """A place where nobody takes connections, and nobody refuses them."""
    with ExitStack() as held:
        listener = held.enter_context(socket.socket())
        listener.bind(("127.0.0.2", 0))
        listener.listen(0)
        place: tuple[str, int] = listener.getsockname()
        for _ in range(3):
            waiting = held.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(place)
        yield place


def test_a_host_is_tried_at_all_its_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    with overwhelmed() as silent, socket.create_server(("127.0.0.1", 0)) as listener:
        unheard_of = 9999
        places = [(unheard_of, silent), (socket.AF_INET, silent), (socket.AF_INET, listener.getsockname())]
        found = [(family, socket.SOCK_STREAM, 0, "", place) for family, place in places]
        monkeypatch.setattr(_reach.socket, "getaddrinfo", lambda *_, **__: found)
        reached = _reach.reach("http://two.example", "base_url", ssl.create_default_context, 1)
    assert not reached.problem


MENDING = [(9, "clock"), (10, "Renew"), (18, "ca_bundle"), (20, "ca_bundle"), (62, "host name"), (64, "host name")]


@pytest.mark.parametrize(("code", "advice"), MENDING)
def test_each_fault_of_a_certificate_has_its_own_advice(code: int, advice: str) -> None:
    assert advice in _reach._mending(code, "base_url")


def test_a_host_that_says_nothing_is_left_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        started = time.monotonic()
        address = f"https://127.0.0.1:{listener.getsockname()[1]}"
        found = _reach.reach(address, "base_url", ssl.create_default_context, 0.3)
    assert "does not speak TLS as it should" in found.problem
    assert time.monotonic() - started < 2


def test_a_name_that_takes_too_long_to_look_up_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(_reach.socket, "getaddrinfo", lambda *_, **__: over.wait(5) and [])
    started = time.monotonic()
    found = _reach.reach("https://slow.example", "base_url", ssl.create_default_context, 0.1)
    over.set()
    assert "cannot be looked up" in found.problem
    assert time.monotonic() - started < 2


@both
def test_through_a_proxy_only_the_calls_tell(client: str, world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.invalid:8080")
    report = examined(client, world)
    assert "through a proxy" in finding(report, "host").text
    assert finding(report, "API").level == "problem"
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert examined(client, world).ok


STORES: dict[str, tuple[Callable[[], str], str, str]] = {
    "without a scheme": (lambda: f"127.0.0.1:{free_port()}", "problem", "No connection to 127.0.0.1"),
    "a name of the inside": (lambda: "http://minio.invalid:9000", "problem", "cannot be looked up"),
    "nothing": (lambda: "", "warning", "no address that can be read"),
    "no address": (lambda: "http://[::1", "warning", "no address that can be read"),
}


@both
@pytest.mark.parametrize("case", STORES)
def test_a_store_that_cannot_be_reached_is_a_finding(
    client: str, case: str, world: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint, level, text = STORES[case]
    monkeypatch.setattr(type(world.store), "endpoint", endpoint())
    found = finding(examined(client, world), "storage")
    assert found.level == level
    assert text in found.text
    # Nobody who calls the client says where the store is.
    assert "base_url" not in found.what_to_do
    assert ("of the store's address" in found.what_to_do) is (level == "problem")


def test_it_says_when_uploads_lack_their_package(world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    found = finding(examined("sync", world), "storage package")
    assert (found.level, found.what_to_do) == ("warning", "pip install 'flighthub[storage]'")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object())
    assert "storage package" not in {each.check for each in examined("sync", world)}


def test_a_client_that_is_closed_is_told(world: Simulator) -> None:
    fh = FlightHub(token=world.token, project=world.project, base_url=world.base_url)
    fh.close()
    assert "this client is closed" in finding(fh.doctor(), "API").text


def test_a_report_is_a_sequence_that_prints_as_a_table() -> None:
    rows = [
        Finding("versions", "ok", "1.0"),
        Finding("clock", "problem", "It is wrong. " * 20, "Set it."),
        Finding("host", "warning", "Hm."),
    ]
    report = Report(rows)
    assert (list(report), report[0], len(report), report[1:]) == (rows, rows[0], 3, tuple(rows[1:]))
    assert (report.ok, report.of("warning")) == (False, (rows[2],))
    lines = str(report).splitlines()
    assert lines[0] == "ok       versions  1.0"
    assert lines[1].startswith("problem  clock     It is wrong.")
    assert max(map(len, lines)) <= 110
    assert "                   -> Set it." in lines
    assert repr(report) == "<Report: 1 ok, 1 warning, 1 problem>"
    assert str(Report([])) == ""


def test_the_example_of_a_report_gives_what_it_says() -> None:
    (test,) = doctest.DocTestFinder(recurse=False).find(Report, "Report", globs={}, module=_findings)
    result = doctest.DocTestRunner().run(test)
    assert (result.attempted, result.failed) == (4, 0)


def test_the_examples_run(world: Simulator) -> None:
    told: dict[str, Any] = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with FlightHub(**told) as fh:
        run_example(example_in(FlightHub.doctor), {"fh": fh})

    async def awaited() -> None:
        async with AsyncFlightHub(**told) as fh:
            await run_awaited(example_in(AsyncFlightHub.doctor), {"fh": fh})

    asyncio.run(awaited())
    assert "await" not in str(inspect.getdoc(FlightHub.doctor))


EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def in_the_environment(patch: pytest.MonkeyPatch, simulator: Simulator, *arguments: str) -> None:
    """Sets what an example reads."""
    for name in ("TOKEN", "PROJECT", "BASE_URL"):
        patch.setenv(f"FLIGHTHUB_{name}", getattr(simulator, name.lower()))
    patch.setattr(sys, "argv", ["example", *arguments])


@pytest.mark.parametrize(("project", "status"), [(PROJECT, 0), ("Quarri", 1), ("", 2)])
def test_the_example_prints_the_report_and_tells_a_script(
    project: str, status: int, world: Simulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_environment(monkeypatch, world)
    monkeypatch.setenv("FLIGHTHUB_PROJECT", project)
    if status == 2:
        monkeypatch.delenv("FLIGHTHUB_TOKEN")
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(EXAMPLES / "doctor.py"), run_name="__main__")
    assert ended.value.code == status
    assert ("versions" in capsys.readouterr().out) is (status < 2)
