"""The console of an account: fed through the client over real sockets, on loopback, and unable to change anything."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import httpx
import jsonschema_rs
import msgspec
import pytest

from flighthub import ConfigurationError, FlightHub
from flighthub_api.operations import OPERATIONS
from flighthub_console import (
    AccountFeed,
    ConsoleServer,
    DeviceDetails,
    Pace,
    RequestLog,
    Settings,
    Snapshot,
    camera_link,
    is_loopback,
    tile_origin,
)
from flighthub_simulator import Simulator

from .scenes import AIRCRAFT, DOCK, HOSTILE, PERIMETER, launch

PATIENCE = 60.0


class Console(NamedTuple):
    """A console that runs."""

    url: str
    feed: AccountFeed
    client: FlightHub

    def get(self, path: str = "snapshot") -> Any:
        return httpx.get(self.url + path).json()

    def until(self, is_so: Callable[[Any], Any]) -> Any:
        """The first snapshot of which something is so."""
        end = time.monotonic() + PATIENCE
        while True:
            found = self.get()
            if is_so(found):
                return found
            assert time.monotonic() < end, found
            time.sleep(0.02)


QUICK = Pace(devices=0.2, alerts=0.3, tasks=0.2, models=0.5, streams=0.5, key=0.2, routes=30, areas=30)


@pytest.fixture
def console(world: Simulator) -> Iterator[Console]:
    """A console of the simulator's project, which reads as often as it can."""
    log = RequestLog()
    hooks = {"on_request": log.refuse_changes, "on_response": log.note}
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url, retry=False, **hooks) as client:
        page = "https://video.example.com/{sn}?camera={camera}"
        feed = AccountFeed(client, log, pace=QUICK, camera_page=page)
        server = ConsoleServer(feed)
        feed.start()
        server.start()
        try:
            yield Console(server.url, feed, client)
        finally:
            server.stop()
            feed.stop()


class Nobody:
    """A feed of nothing."""

    def snapshot(self) -> Snapshot:
        return msgspec.json.decode(EMPTY, type=Snapshot)

    def device(self, sn: str) -> None:
        return None


LISTS = [
    "projects",
    "devices",
    "routes",
    "tasks",
    "alerts",
    "annotations",
    "areas",
    "models",
    "streams",
    "weather",
    "requests",
    "readings",
]
EMPTY = msgspec.json.encode(
    {
        "source": "account",
        "title": "Nobody",
        "now": "2026-03-02T09:00:00Z",
        "speed": 1,
        "can_launch": False,
        "key": {"state": "unknown"},
        **{name: [] for name in LISTS},
    }
)


@pytest.fixture(scope="module")
def quiet() -> Iterator[str]:
    """The address of a console that shows nothing."""
    server = ConsoleServer(Nobody())
    server.start()
    yield server.url
    server.stop()


def of(seen: Any, sn: str) -> Any:
    return next((each for each in seen["devices"] if each["sn"] == sn), {})


def reading(seen: Any, name: str) -> Any:
    return next(each for each in seen["readings"] if each["name"] == name)


def test_a_flight_is_seen_with_its_place_trail_route_and_progress(world: Simulator, console: Console) -> None:
    launch(world)
    world.clock.advance(60)
    console.until(lambda seen: of(seen, AIRCRAFT).get("flying"))
    world.clock.advance(20)
    seen = console.until(lambda seen: len(of(seen, AIRCRAFT)["trail"]) > 1 and seen["routes"] and seen["tasks"])
    aircraft = of(seen, AIRCRAFT)
    assert aircraft["trail"][-1] == aircraft["place"]
    assert (aircraft["gateway"], aircraft["mode"], aircraft["model"]) == (DOCK, "wayline_flight", "Matrice 3TD")
    assert aircraft["height"] > 30
    assert of(seen, DOCK)["mode"] == "in_operation"
    (task,) = seen["tasks"]
    assert (task["route"], task["status"], task["dock"]) == (PERIMETER, "executing", "North dock")
    assert 0 < task["progress"] < 1
    (route,) = (each for each in seen["routes"] if each["id"] == PERIMETER)
    assert len(route["points"]) == 17
    assert {each["name"] for each in console.until(lambda seen: len(seen["areas"]) == 2)["areas"]} == {
        "School",
        "Chimney",
    }
    assert {each["place"] for each in seen["weather"]} == {"North dock", "East dock", "Ridge dock"}
    assert (seen["source"], seen["can_launch"], seen["annotations"]) == ("account", False, [])


def test_a_camera_links_to_the_page_that_plays_it(console: Console) -> None:
    seen = console.until(lambda seen: of(seen, DOCK))
    assert of(seen, DOCK)["cameras"][0]["link"] == f"https://video.example.com/{DOCK}?camera=165-0-7"


def test_the_state_of_a_device_is_typed_and_has_units(console: Console) -> None:
    console.until(lambda seen: of(seen, DOCK).get("read_at"))
    found = msgspec.convert(console.get(f"devices/{DOCK}"), DeviceDetails)
    values = {each.name: each.unit for each in found.values}
    assert (found.type, values["environment_temperature"], values["wind_speed"]) == ("Dock2State", "°C", "m/s")
    assert httpx.get(f"{console.url}devices/none").status_code == 404


def test_what_it_sends_fits_its_schema(world: Simulator, console: Console) -> None:
    launch(world)
    world.clock.advance(60)
    console.until(lambda seen: all(each["at"] for each in seen["readings"]) and seen["tasks"])
    schema = msgspec.json.schema(Snapshot)
    assert [each.message for each in jsonschema_rs.validator_for(schema).iter_errors(console.get())] == []
    assert [each.message for each in jsonschema_rs.validator_for(schema).iter_errors({"now": 1})] != []


def test_a_part_that_fails_keeps_what_it_had_and_says_why_and_since_when(world: Simulator, console: Console) -> None:
    launch(world)
    console.until(lambda seen: seen["tasks"])
    world.faults.add("listFlightTasks", code=210429, message="too many requests", count=None)
    seen = console.until(lambda seen: reading(seen, "tasks")["problem"])
    assert "210429" in reading(seen, "tasks")["problem"]
    assert reading(seen, "tasks")["at"] is not None
    assert len(seen["tasks"]) == 1
    assert reading(seen, "alerts")["problem"] == ""
    assert any(each["operation"] == "flight_tasks.list" and "210429" in each["said"] for each in seen["requests"])
    world.faults.clear()
    console.until(lambda seen: not reading(seen, "tasks")["problem"])


def test_a_part_that_is_slow_holds_up_no_other(world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, log = threading.Event(), RequestLog()
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url, on_response=log.note) as client:
        monkeypatch.setattr(type(client.stream_forwarders), "list", lambda self: [gate.wait(PATIENCE)][:0])
        feed = AccountFeed(client, log, pace=QUICK)
        feed.start()
        try:
            rounds: set[str] = set()
            end = time.monotonic() + PATIENCE / 4
            while len(rounds) < 3:
                assert time.monotonic() < end, f"alerts were read {len(rounds)} times"
                readings = {each.name: each for each in feed.snapshot().readings}
                assert readings["streams"].at is None
                rounds |= {at} if (at := readings["alerts"].at) else set()
                time.sleep(0.02)
        finally:
            gate.set()
            feed.stop()


def test_a_reading_that_breaks_is_tried_again(world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    log = RequestLog()
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url, on_response=log.note) as client:
        feed = AccountFeed(client, log, pace=QUICK)

        def fail() -> None:
            tried.append("key")
            raise RuntimeError("nobody expects it")

        monkeypatch.setattr(feed, "_read_key", fail)
        feed.start()
        try:
            end = time.monotonic() + PATIENCE
            while len(tried) < 2:
                assert time.monotonic() < end
                time.sleep(0.02)
        finally:
            feed.stop()


def test_what_is_gone_is_forgotten(world: Simulator, console: Console) -> None:
    console.until(lambda seen: seen["routes"] and of(seen, DOCK).get("read_at"))
    kept = console.feed._routes
    project = console.client.configuration.project or ""
    kept[project, "gone", 1] = kept["other", "another", 1] = next(iter(kept.values()))
    console.feed._read_routes(console.client)
    assert {(project, "gone", 1), ("other", "another", 1)} & kept.keys() == {("other", "another", 1)}
    assert (project, PERIMETER) in {each[:2] for each in kept}


def test_a_device_that_cannot_be_read_says_why_and_when_it_last_was(world: Simulator, console: Console) -> None:
    console.until(lambda seen: of(seen, DOCK).get("read_at"))
    world.world.happen("device_offline", {"sn": DOCK})
    seen = console.until(lambda seen: of(seen, DOCK)["problem"])
    assert of(seen, DOCK)["online"] is False
    assert of(seen, DOCK)["read_at"] is not None
    assert of(seen, "8UUXEXAMPLE0002")["problem"] == ""
    # An aircraft that rests in its dock is switched off, which is no problem.
    assert of(seen, "1581FEXAMPLE00002")["problem"] == ""


def test_a_key_that_is_refused_is_said_to_be(world: Simulator, console: Console) -> None:
    accepted = console.until(lambda seen: seen["key"]["state"] == "accepted")["key"]
    assert accepted["expires"].startswith("2100-01-01")
    token, world.token = world.token, "another"
    try:
        refused = console.until(lambda seen: seen["key"]["state"] == "refused")
        assert refused["key"]["text"]
        assert refused["devices"]
    finally:
        world.token = token
    console.until(lambda seen: seen["key"]["state"] == "accepted")


def test_nothing_changes_through_the_console_and_the_key_is_nowhere(world: Simulator, console: Console) -> None:
    console.until(lambda seen: all(each["at"] for each in seen["readings"]))
    with pytest.raises(ConfigurationError, match="only reads"):
        console.client.devices.send_command(AIRCRAFT, device_command="return_home")
    effects = {each.name: each.effect for each in OPERATIONS.values()}
    sent = {each["what"] for each in world.world.requests}
    assert {effects.get(each) for each in sent} == {"read"}
    for path in ("", "main.js", "snapshot", "settings", f"devices/{DOCK}"):
        answer = httpx.get(console.url + path)
        assert world.token not in answer.text
        assert world.token not in str(answer.headers)
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        for path in ("", "snapshot", "launch", "clock", f"devices/{DOCK}"):
            assert httpx.request(method, console.url + path).status_code in (404, 405)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "localhost:1"}, 200),
        ({"host": "[::1]"}, 200),
        ({"host": "console.evil.example.com"}, 403),
        ({"host": "127.0.0.1.evil.example.com"}, 403),
        ({"host": "127.0.0.1@evil.example.com"}, 403),
        ({"host": "0.0.0.0"}, 403),
        ({"host": ""}, 403),
        ({"origin": "https://evil.example.com"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
    ],
)
def test_other_hosts_and_origins_are_not_answered(headers: dict[str, str], status: int, quiet: str) -> None:
    assert httpx.get(f"{quiet}snapshot", headers=headers).status_code == status


def test_its_own_origin_is_answered(quiet: str) -> None:
    origin = quiet.removesuffix("/")
    assert httpx.get(f"{quiet}snapshot", headers={"origin": origin}).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com"])
def test_it_listens_on_loopback_alone(host: str) -> None:
    assert not is_loopback(f"[{host}]" if ":" in host else host)
    with pytest.raises(ValueError, match="loopback alone"):
        ConsoleServer(Nobody(), host=host)


@pytest.mark.parametrize(
    "address",
    [
        "https://tiles.example.com/{z}/{x}.png",
        "http://tiles.example.com/{z}/{x}/{y}.png",
        "ftp://tiles.example.com/{z}/{x}/{y}.png",
        "https:///{z}/{x}/{y}",
        "https://tiles.example.com;script-src/{z}/{x}/{y}",
        "https://a b/{z}/{x}/{y}",
        "https://user@tiles.example.com/{z}/{x}/{y}.png",
    ],
)
def test_an_address_of_tiles_that_cannot_be_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address of tiles"):
        Settings(tiles=address)


def test_tiles_are_let_in_from_their_host_alone(quiet: str) -> None:
    address = "https://tiles.example.com:8443/map/{z}/{x}/{y}.png"
    assert tile_origin(address) == "https://tiles.example.com:8443"
    assert tile_origin("http://127.0.0.1:9/{z}/{x}/{y}") == "http://127.0.0.1:9"
    server = ConsoleServer(Nobody(), Settings(tiles=address, attribution="Somebody"))
    server.start()
    try:
        policy = httpx.get(server.url).headers["content-security-policy"]
        assert "img-src 'self' data: https://tiles.example.com:8443;" in policy
        assert "example.com" not in httpx.get(quiet).headers["content-security-policy"]
        assert httpx.get(f"{server.url}settings").json() == {"tiles": address, "attribution": "Somebody"}
    finally:
        server.stop()


def test_what_stands_in_a_link_is_escaped() -> None:
    assert camera_link("https://v.example.com/{sn}/{camera}", "a/../b", HOSTILE[:4]) == (
        "https://v.example.com/a%2F..%2Fb/%3Cimg"
    )
    assert camera_link(None, "a", "b") is None


def test_a_page_of_cameras_that_is_no_web_page_is_refused(console: Console) -> None:
    with pytest.raises(ValueError, match="https://"):
        AccountFeed(console.client, RequestLog(), camera_page="javascript:alert(1)")


@pytest.mark.parametrize("everything", [False, True])
def test_the_projects_are_the_clients_own_or_all_that_the_key_sees(everything: bool, world: Simulator) -> None:
    log = RequestLog()
    with FlightHub(token=world.token, project="Quarry survey", base_url=world.base_url) as client:
        feed = AccountFeed(client, log, all_projects=everything)
        feed.start()
        try:
            seen = feed.snapshot()
        finally:
            feed.stop()
    names = ["Quarry survey", "Harbour patrol", "Archive"]
    assert [each.name for each in seen.projects] == (names if everything else names[:1])
