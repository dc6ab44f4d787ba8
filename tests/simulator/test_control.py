"""The control endpoint moves the clock, plans faults, begins worlds anew and lets things happen, for its users only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from documented import ask
from flying import DOCK, MORNING

from flighthub import DeviceOffline, FlightHub
from flighthub_simulator import Simulator
from flighthub_simulator._control import LAST

JSON = {"Content-Type": "application/json"}

CHANGES = [
    pytest.param("PUT", "clock", {"advance": 60}, id="PUT clock"),
    pytest.param("POST", "faults", {"operation": "listProjects", "status": 502}, id="POST faults"),
    pytest.param("DELETE", "faults", None, id="DELETE faults"),
    pytest.param("POST", "reset", {"seed": 5}, id="POST reset"),
    pytest.param("POST", "events", {"event": "device_offline", "sn": DOCK}, id="POST events"),
]
"""Every request that changes something, and a body that it takes."""

Control = Callable[..., httpx.Response]


@pytest.fixture
def control(world: Simulator) -> Iterator[Control]:
    """Sends a request to the control endpoint, without a token."""
    with httpx.Client(base_url=f"{world.base_url}/_simulator/") as client:

        def send(method: str, name: str, body: Any = None, **headers: str) -> httpx.Response:
            given = {} if body is None else {"json": body}
            return client.request(method, name, headers={**JSON, **headers}, **given)

        yield send


def now(simulator: Simulator) -> datetime:
    return simulator.clock.now()


def state(simulator: Simulator) -> tuple[Any, ...]:
    """All that a request may change."""
    with simulator.lock:
        online = tuple(each.gateway.online for each in simulator.world.fleet.pairs)
        return id(simulator.world), simulator.clock.speed, now(simulator), online, simulator.faults.planned()


class TestClock:
    def test_it_tells_the_time_and_the_speed(self, world: Simulator, control: Control) -> None:
        answer = control("GET", "clock")
        assert answer.json() == {"now": MORNING.isoformat(), "speed": 0.0}
        assert answer.headers["content-type"] == "application/json"

    def test_it_is_moved_forward(self, world: Simulator, control: Control) -> None:
        answer = control("PUT", "clock", {"advance": 90.5})
        assert now(world) == MORNING + timedelta(seconds=90.5)
        assert answer.json() == {"now": now(world).isoformat(), "speed": 0.0}

    def test_its_speed_is_set(self, world: Simulator, control: Control) -> None:
        assert control("PUT", "clock", {"speed": 250}).json()["speed"] == 250
        assert world.clock.speed == 250

    def test_both_at_once(self, world: Simulator, control: Control) -> None:
        assert control("PUT", "clock", {"speed": 2, "advance": 3600}).status_code == 200
        assert world.clock.speed == 2
        assert timedelta(hours=1) <= now(world) - MORNING < timedelta(hours=1, minutes=10)

    def test_what_was_due_has_happened(self, world: Simulator, control: Control) -> None:
        happened: list[datetime] = []
        with world.lock:
            world.world.after(30, lambda: happened.append(world.world.now))
        control("PUT", "clock", {"advance": 29})
        assert happened == []
        control("PUT", "clock", {"advance": 2})
        assert happened == [MORNING + timedelta(seconds=30)]

    def test_it_can_be_moved_to_the_end_of_its_time_and_no_further(self, world: Simulator, control: Control) -> None:
        left = (LAST - MORNING).total_seconds()
        assert control("PUT", "clock", {"advance": left + 1}).status_code == 400
        assert control("PUT", "clock", {"advance": left}).status_code == 200
        assert control("PUT", "clock", {"advance": 1}).status_code == 400
        assert now(world) == LAST

    @pytest.mark.parametrize(
        "body",
        [
            pytest.param({"speed": -1}, id="backwards"),
            pytest.param({"speed": 1e300}, id="beyond all time"),
            pytest.param({"speed": "2"}, id="a text for a speed"),
            pytest.param({"speed": True}, id="a yes for a speed"),
            pytest.param({"speed": None}, id="nothing for a speed"),
            pytest.param({"advance": -0.5}, id="a step back"),
            pytest.param({"advance": [60]}, id="a list for a step"),
            pytest.param({"speed": 5, "advance": -1}, id="a speed with a step back"),
            pytest.param({"advance": 60, "speed": -1}, id="a step with a speed backwards"),
            pytest.param({"advance": 60, "sped": 2}, id="a misspelt member"),
            pytest.param([], id="a list"),
            pytest.param(60, id="a number"),
            pytest.param(None, id="nothing"),
        ],
    )
    def test_what_is_wrong_is_told_and_changes_nothing(self, world: Simulator, control: Control, body: Any) -> None:
        before = state(world)
        answer = control("PUT", "clock", body)
        assert answer.status_code == 400
        assert answer.json().keys() == {"problem"}
        assert state(world) == before


class TestFaults:
    def test_one_is_planned(self, world: Simulator, control: Control) -> None:
        answer = control("POST", "faults", {"operation": "getSystemStatus", "status": 502, "count": 2})
        assert answer.json() == {"faults": [{"operation": "getSystemStatus", "status": 502, "count": 2}]}
        assert [ask(world, "getSystemStatus").status for _ in range(3)] == [502, 502, 200]

    def test_many_are_planned_after_those_that_are_there(self, world: Simulator, control: Control) -> None:
        world.faults.add("getSystemStatus", status=500)
        told = [{"operation": "getSystemStatus", "status": status} for status in (502, 503)]
        assert len(control("POST", "faults", told).json()["faults"]) == 3
        assert [ask(world, "getSystemStatus").status for _ in range(4)] == [500, 502, 503, 200]

    def test_a_probability_is_always_in_force(self, control: Control) -> None:
        (told,) = control("POST", "faults", {"code": 210429, "probability": 0.3}).json()["faults"]
        assert told == {"operation": "*", "code": 210429, "probability": 0.3, "count": None}

    def test_those_to_come_are_told(self, world: Simulator, control: Control) -> None:
        assert control("GET", "faults").json() == {"faults": []}
        control("POST", "faults", {"operation": "getSystemStatus", "status": 502, "count": 2})
        ask(world, "getSystemStatus")
        assert control("GET", "faults").json()["faults"][0]["count"] == 1

    def test_they_are_forgotten(self, world: Simulator, control: Control) -> None:
        control("POST", "faults", {"operation": "getSystemStatus", "status": 502, "count": None})
        assert control("DELETE", "faults").json() == {"faults": []}
        assert ask(world, "getSystemStatus").status == 200

    @pytest.mark.parametrize(
        ("body", "problem"),
        [
            pytest.param({"operation": "nonsense"}, "no operation 'nonsense'", id="an unknown operation"),
            pytest.param({"statsu": 502}, "no member 'statsu'", id="a misspelt member"),
            pytest.param({"status": 9000}, "from 200 to 599", id="an impossible status"),
            pytest.param({"code": 10**30}, "code is a number", id="a code beyond all codes"),
            pytest.param([{"status": 502}, {"status": "502"}], "'502'", id="a good one and a bad one"),
            pytest.param([{"status": 502}, 502], "a mapping", id="a good one and a number"),
            pytest.param("listProjects", "a mapping", id="a word"),
            pytest.param(None, "a mapping", id="nothing"),
        ],
    )
    def test_what_is_wrong_is_told_and_changes_nothing(
        self, world: Simulator, control: Control, body: Any, problem: str
    ) -> None:
        world.faults.add("listProjects", status=500)
        before = state(world)
        answer = control("POST", "faults", body)
        assert answer.status_code == 400
        assert problem in answer.json()["problem"]
        assert state(world) == before


class TestReset:
    def test_a_fresh_world_begins(self, world: Simulator, control: Control) -> None:
        world.clock.advance(3600)
        world.faults.add("listProjects", status=500)
        ask(world, "createMapElement")
        assert control("POST", "reset").json() == {"seed": 0, "now": MORNING.isoformat(), "speed": 0.0}
        assert (now(world), world.faults.planned()) == (MORNING, [])
        assert world.world.annotations.all == []

    def test_a_seed_can_be_told(self, world: Simulator, control: Control) -> None:
        assert control("POST", "reset", {"seed": 41}).json()["seed"] == 41
        assert world.world.seed == 41
        assert control("POST", "reset", {}).json()["seed"] == 0

    @pytest.mark.parametrize("body", [{"seed": "5"}, {"seed": 1.5}, {"seed": True}, {"sed": 5}, [5], 5])
    def test_what_is_wrong_is_told_and_changes_nothing(self, world: Simulator, control: Control, body: Any) -> None:
        before = state(world)
        assert control("POST", "reset", body).status_code == 400
        assert state(world) == before


class TestEvents:
    def test_something_happens(self, world: Simulator, control: Control, hub: FlightHub) -> None:
        hub.devices.get_state(DOCK)
        assert control("POST", "events", {"event": "device_offline", "sn": DOCK}).json() == {"event": "device_offline"}
        with pytest.raises(DeviceOffline):
            hub.devices.get_state(DOCK)
        control("POST", "events", {"event": "device_online", "sn": DOCK})
        hub.devices.get_state(DOCK)

    @pytest.mark.parametrize(
        ("body", "problem"),
        [
            pytest.param({"event": "earthquake"}, "earthquake", id="an unknown event"),
            pytest.param({"event": "device_offline"}, "sn", id="an event without what it takes"),
            pytest.param({"event": "device_offline", "sn": "nobody"}, "nobody", id="an unknown device"),
            pytest.param({"event": "device_offline", "sn": DOCK, "for": 5}, "for", id="an event with more"),
            pytest.param({"event": "device_offline", "sn": DOCK, "world": 5}, "world", id="an event of another world"),
            pytest.param({"event": 5}, "event", id="a number for an event"),
            pytest.param({"sn": DOCK}, "event", id="no event"),
            pytest.param(["device_offline"], "object", id="a list"),
            pytest.param(None, "object", id="nothing"),
        ],
    )
    def test_what_is_wrong_is_told_and_changes_nothing(
        self, world: Simulator, control: Control, body: Any, problem: str
    ) -> None:
        before = state(world)
        answer = control("POST", "events", body)
        assert answer.status_code == 400
        assert problem in answer.json()["problem"]
        assert state(world) == before


class TestWhoIsHeard:
    @pytest.mark.parametrize(("method", "name", "body"), CHANGES)
    @pytest.mark.parametrize(
        "origin",
        [
            "http://evil.example",
            "https://evil.example:443",
            "null",
            "",
            "http://127.0.0.1:1",
            "http://user@127.0.0.1",
            "http://[",
        ],
    )
    def test_pages_of_another_origin_change_nothing(
        self, world: Simulator, control: Control, method: str, name: str, body: Any, origin: str
    ) -> None:
        world.faults.add("listProjects", status=500)
        before = state(world)
        answer = control(method, name, body, Origin=origin)
        assert answer.status_code in (400, 403)
        assert answer.json().keys() == {"problem"}
        assert state(world) == before

    @pytest.mark.parametrize(("method", "name", "body"), CHANGES)
    def test_a_name_that_was_made_to_point_here_is_another_origin(
        self, world: Simulator, control: Control, method: str, name: str, body: Any
    ) -> None:
        port = urlsplit(world.base_url).port
        before = state(world)
        answer = control(method, name, body, Origin=f"http://evil.example:{port}", Host=f"evil.example:{port}")
        assert answer.status_code == 403
        assert state(world) == before

    @pytest.mark.parametrize(("method", "name", "body"), CHANGES)
    def test_pages_of_the_simulator_are_heard(
        self, world: Simulator, control: Control, method: str, name: str, body: Any
    ) -> None:
        port = urlsplit(world.base_url).port
        assert control(method, name, body, Origin=world.base_url).status_code == 200
        local = {"Origin": f"http://localhost:{port}", "Host": f"localhost:{port}"}
        assert control(method, name, body, **local).status_code == 200

    @pytest.mark.parametrize(("method", "name", "body"), CHANGES)
    @pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "", "application/json2"])
    def test_what_a_form_can_send_changes_nothing(
        self, world: Simulator, control: Control, method: str, name: str, body: Any, kind: str
    ) -> None:
        world.faults.add("listProjects", status=500)
        before = state(world)
        answer = control(method, name, body, **{"Content-Type": kind})
        assert answer.status_code == 415
        assert state(world) == before

    def test_a_charset_does_no_harm(self, control: Control) -> None:
        kind = "application/json; charset=utf-8"
        assert control("PUT", "clock", {"advance": 1}, **{"Content-Type": kind}).status_code == 200

    @pytest.mark.parametrize("name", ["clock", "faults"])
    def test_looking_needs_no_content_type(self, world: Simulator, name: str) -> None:
        assert httpx.get(f"{world.base_url}/_simulator/{name}").status_code == 200

    @pytest.mark.parametrize(
        "text",
        [
            "{",
            "NaN",
            '{"speed": NaN}',
            '{"advance": 1e999}',
            '"\\ud800"',
            "[" * 100_000,
            '{"speed": ' + "9" * 400 + "}",
        ],
        ids=["cut off", "no number", "a speed that is none", "too great a number", "half a character", "deep", "long"],
    )
    def test_what_is_no_json_is_told_as_such(self, world: Simulator, text: str) -> None:
        before = state(world)
        answer = httpx.put(f"{world.base_url}/_simulator/clock", content=text, headers=JSON)
        assert answer.status_code == 400
        assert answer.json().keys() == {"problem"}
        assert state(world) == before

    @pytest.mark.parametrize(
        ("method", "name"),
        [("GET", "nothing"), ("PATCH", "clock"), ("GET", "events"), ("POST", "clock"), ("PUT", "faults")],
    )
    def test_there_is_nothing_else(self, control: Control, method: str, name: str) -> None:
        assert control(method, name).status_code == 404
