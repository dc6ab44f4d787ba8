"""Failures on demand befall the operations they are meant for, as often as they are told to, and then no more."""

from __future__ import annotations

import json
import math
import random
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from documented import Answer, ask, credentials, operation, operations

import flighthub_simulator as package
from flighthub import FlightHub, FlightHubError, OutcomeUnknown
from flighthub_simulator import Faults, Simulator
from flighthub_simulator._deviations import MEMBER, WORD

OTHERS = ("getSystemStatus", "listProjects", "createFlightTask")


def statuses(simulator: Simulator, name: str, times: int) -> list[int]:
    return [ask(simulator, name).status for _ in range(times)]


def loaded(file: Path, text: str) -> Faults:
    """The faults of a file with this text, where only `getSystemStatus` exists."""
    file.write_text(text, encoding="utf-8")
    faults = Faults(["getSystemStatus"])
    faults.load(file)
    return faults


class TestWhatGoesWrong:
    def test_a_status_alone_comes_without_an_envelope(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=503)
        answer = ask(flighthub_simulator, "getSystemStatus")
        assert (answer.status, answer.body) == (503, b"")

    @pytest.mark.parametrize("status", [204, 299, 404, 418, 429, 502, 504, 520, 599])
    def test_any_status_can_be_told(self, flighthub_simulator: Simulator, status: int) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=status)
        assert statuses(flighthub_simulator, "getSystemStatus", 2) == [status, 200]

    def test_a_code_comes_in_an_envelope_at_http_200(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("createFlightTask", code=219019, message="the route failed its check")
        answer = ask(flighthub_simulator, "createFlightTask")
        assert answer.status == 200
        assert answer.json == {"code": 219019, "message": "the route failed its check"}

    def test_a_code_comes_at_the_status_that_was_told(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("finishWaylineUpload", status=500, code=200500, message="server error")
        answer = ask(flighthub_simulator, "finishWaylineUpload")
        assert (answer.status, answer.json["code"]) == (500, 200500)

    @pytest.mark.parametrize("status", [200, 502])
    def test_a_web_page_comes_as_a_web_page(self, flighthub_simulator: Simulator, status: int) -> None:
        flighthub_simulator.faults.add("listProjects", status=status, body="<html>Größe</html>")
        answer = ask(flighthub_simulator, "listProjects")
        assert answer.status == status
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.body.decode() == "<html>Größe</html>"

    def test_an_empty_body_is_a_body(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("listProjects", body="")
        answer = ask(flighthub_simulator, "listProjects")
        assert (answer.status, answer.body) == (200, b"")

    def test_a_body_can_be_of_another_type(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("listProjects", body="{", headers={"Content-Type": "application/json"})
        assert ask(flighthub_simulator, "listProjects").headers["content-type"] == "application/json"

    @pytest.mark.parametrize(
        "what", [{"status": 429}, {"status": 429, "code": 210429}, {"status": 429, "body": "slow down"}]
    )
    def test_headers_come_along(self, flighthub_simulator: Simulator, what: dict[str, Any]) -> None:
        flighthub_simulator.faults.add("listProjects", headers={"Retry-After": "7"}, **what)
        answer = ask(flighthub_simulator, "listProjects")
        assert (answer.status, answer.headers["retry-after"]) == (429, "7")


class TestDelay:
    @pytest.fixture
    def fast(self) -> Iterator[Simulator]:
        with package.run(speed=1000) as simulator:
            yield simulator

    @staticmethod
    def duration(simulator: Simulator, name: str) -> float:
        started = time.monotonic()
        ask(simulator, name)
        return time.monotonic() - started

    def test_a_fast_clock_makes_a_long_delay_short(self, fast: Simulator) -> None:
        fast.faults.add("getSystemStatus", delay=10)
        assert self.duration(fast, "getSystemStatus") < 2

    def test_a_delay_lasts_as_long_as_told(self, fast: Simulator) -> None:
        fast.faults.add("getSystemStatus", delay=500)
        assert 0.45 <= self.duration(fast, "getSystemStatus") < 5

    def test_a_delay_at_ordinary_speed_lasts_real_seconds(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", delay=0.3)
        assert 0.28 <= self.duration(flighthub_simulator, "getSystemStatus") < 5

    def test_a_delay_alone_spoils_no_answer(self, fast: Simulator) -> None:
        fast.faults.add("listProjects", delay=10)
        answer = ask(fast, "listProjects")
        assert (answer.status, answer.json["code"]) == (200, 0)

    def test_a_failure_can_be_late_as_well(self, fast: Simulator) -> None:
        fast.faults.add("listProjects", delay=500, status=504)
        started = time.monotonic()
        assert ask(fast, "listProjects").status == 504
        assert time.monotonic() - started >= 0.45

    def test_one_delayed_request_does_not_hold_up_the_others(self, fast: Simulator) -> None:
        fast.faults.add("listProjects", delay=1500)
        with ThreadPoolExecutor(1) as pool:
            delayed = pool.submit(self.duration, fast, "listProjects")
            quick = self.duration(fast, "getSystemStatus")
            assert quick < 1
            assert delayed.result() >= 1.4


class TestHowOften:
    def test_a_fault_happens_once_unless_told_otherwise(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=500)
        assert statuses(flighthub_simulator, "getSystemStatus", 3) == [500, 200, 200]

    def test_a_fault_happens_as_often_as_told(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=500, count=3)
        assert statuses(flighthub_simulator, "getSystemStatus", 5) == [500, 500, 500, 200, 200]

    def test_a_fault_without_a_count_happens_until_it_is_forgotten(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=500, count=None)
        assert statuses(flighthub_simulator, "getSystemStatus", 10) == [500] * 10
        flighthub_simulator.faults.clear()
        assert statuses(flighthub_simulator, "getSystemStatus", 2) == [200, 200]

    def test_200_requests_at_once_meet_exactly_50_failures(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=500, count=50)
        with ThreadPoolExecutor(20) as pool:
            met = list(pool.map(lambda _: ask(flighthub_simulator, "getSystemStatus").status, range(200)))
        assert (met.count(500), met.count(200)) == (50, 150)

    def test_faults_taken_by_many_threads_are_taken_once_each(self) -> None:
        faults = Faults(["getSystemStatus"])
        for _ in range(10):
            faults.add("getSystemStatus", status=500, count=50)
        with ThreadPoolExecutor(20) as pool:
            taken = list(pool.map(lambda _: faults.take("getSystemStatus"), range(2000)))
        assert len([fault for fault in taken if fault is not None]) == 500


class TestWhom:
    def test_only_the_operation_that_was_named_fails(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=500, count=None)
        assert statuses(flighthub_simulator, "listProjects", 2) == [200, 200]
        assert statuses(flighthub_simulator, "getSystemStatus", 1) == [500]

    def test_any_operation_can_fail(self, flighthub_simulator: Simulator) -> None:
        met = {}
        for each in operations():
            flighthub_simulator.faults.add(each.id, status=500)
            met[each.id] = statuses(flighthub_simulator, each.id, 2)
        assert {name: found for name, found in met.items() if found != [500, 200]} == {}

    @pytest.mark.parametrize("named", [{}, {"operation": "*"}])
    def test_a_star_befalls_all_operations(self, flighthub_simulator: Simulator, named: dict[str, str]) -> None:
        flighthub_simulator.faults.add(**named, status=500, count=3)
        assert [ask(flighthub_simulator, name).status for name in OTHERS] == [500, 500, 500]
        assert [ask(flighthub_simulator, name).status for name in OTHERS] == [200, 200, 200]

    def test_what_was_planned_first_goes_first(self, flighthub_simulator: Simulator) -> None:
        for status in (500, 502, 503):
            flighthub_simulator.faults.add("getSystemStatus", status=status)
        assert statuses(flighthub_simulator, "getSystemStatus", 4) == [500, 502, 503, 200]

    @pytest.mark.parametrize("order", [("*", "getSystemStatus"), ("getSystemStatus", "*")])
    def test_a_star_waits_its_turn_like_any_other(self, flighthub_simulator: Simulator, order: tuple[str, str]) -> None:
        for name, status in zip(order, (500, 502), strict=True):
            flighthub_simulator.faults.add(name, status=status)
        assert statuses(flighthub_simulator, "getSystemStatus", 3) == [500, 502, 200]

    def test_a_fault_of_another_operation_lets_the_next_one_pass(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("listProjects", status=500)
        flighthub_simulator.faults.add("getSystemStatus", status=502)
        assert statuses(flighthub_simulator, "getSystemStatus", 2) == [502, 200]
        assert statuses(flighthub_simulator, "listProjects", 2) == [500, 200]


class TestImpossibleFaults:
    @pytest.mark.parametrize("name", ["nonsense", "getsystemstatus", "system.status", ""])
    def test_an_unknown_operation_is_refused(self, flighthub_simulator: Simulator, name: str) -> None:
        with pytest.raises(ValueError, match=f"no operation '{name}'"):
            flighthub_simulator.faults.add(name, status=500)

    @pytest.mark.parametrize(
        "what",
        [
            pytest.param({"status": 0}, id="no status"),
            pytest.param({"status": 100}, id="a status that announces an answer"),
            pytest.param({"status": 199}, id="the last status that announces an answer"),
            pytest.param({"status": 600}, id="a status beyond HTTP's classes"),
            pytest.param({"status": 1000}, id="a status of four digits"),
            pytest.param({"delay": -1}, id="a delay into the past"),
            pytest.param({"delay": math.nan}, id="a delay that is no number"),
            pytest.param({"count": 0}, id="never"),
            pytest.param({"count": -1}, id="less than never"),
            pytest.param({"count": True}, id="a yes for a count"),
            pytest.param({"status": True}, id="a yes for a status"),
            pytest.param({"delay": 10**400}, id="a delay beyond all numbers"),
            pytest.param({"delay": "1"}, id="a text for a delay"),
            pytest.param({"probability": 0}, id="a probability of nothing"),
            pytest.param({"probability": 1.5}, id="more than certain"),
            pytest.param({"probability": "0.3"}, id="a text for a probability"),
            pytest.param({"reset": "during"}, id="an unknown time of a reset"),
            pytest.param({"reset": True}, id="a yes for a time"),
            pytest.param({"cut": -1}, id="less than no byte"),
            pytest.param({"cut": 1.0}, id="the whole body for a part"),
            pytest.param({"cut": math.nan}, id="a part that is no number"),
            pytest.param({"future_enum": "all"}, id="an unknown choice of enums"),
            pytest.param({"future_enum": 1}, id="a number for a choice of enums"),
            pytest.param({"unknown_members": 1}, id="a number for a yes"),
            pytest.param({"nulls": 2}, id="more nulls than members"),
            pytest.param({"missing": "all"}, id="a word for how many are missing"),
            pytest.param({"code": 2**64}, id="a code that no JSON reader takes"),
            pytest.param({"code": 1, "message": 5}, id="a number for a message"),
            pytest.param({"body": "\ud800"}, id="half a character in a body"),
            pytest.param({"code": 1, "message": "\ud800"}, id="half a character in a message"),
            pytest.param({"status": 429, "headers": {"Retry After": "3"}}, id="a space in a header's name"),
            pytest.param({"status": 429, "headers": {"Retry-After": "3\r\nX: y"}}, id="a header within a header"),
            pytest.param({"status": 429, "headers": {"X-Word": "Ω"}}, id="a header beyond Latin"),
            pytest.param({"status": 429, "headers": {"Retry-After": None}}, id="a header of nothing"),
            pytest.param({"body": "x", "headers": {"content-length": 5}}, id="a header that frames the body"),
        ],
    )
    def test_impossible_values_are_refused(self, flighthub_simulator: Simulator, what: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="not a possible fault"):
            flighthub_simulator.faults.add("getSystemStatus", **what)

    @pytest.mark.parametrize(
        ("what", "why"),
        [
            pytest.param({"message": "busy"}, "needs a code", id="a message without a code"),
            pytest.param({"code": 1, "body": "x"}, "takes the place", id="a code beside a body"),
            pytest.param({"status": 204, "body": "x"}, "without a body", id="a body at a status that has none"),
            pytest.param({"status": 502, "nulls": True}, "true answer", id="nulls in an answer that never comes"),
            pytest.param({"code": 1, "future_enum": True}, "true answer", id="enums in a failure"),
            pytest.param({"reset": "after", "status": 502}, "reset", id="an answer on a connection that is reset"),
            pytest.param({"reset": "before", "cut": 3}, "reset", id="part of an answer on such a connection"),
            pytest.param({"reset": "after", "missing": 0.5}, "reset", id="a changed answer on such a connection"),
            pytest.param({"reset": "after", "headers": {"X": "y"}}, "reset", id="a header on such a connection"),
            pytest.param({"status": 502, "cut": 1}, "no body to cut", id="a cut where there is no body"),
            pytest.param({"body": "", "cut": 0}, "no body to cut", id="a cut in an empty body"),
        ],
    )
    def test_what_cannot_go_together_is_refused(self, what: dict[str, Any], why: str) -> None:
        with pytest.raises(ValueError, match=f"not a possible fault: .*{why}"):
            Faults(["getSystemStatus"]).add("getSystemStatus", **what)

    @pytest.mark.parametrize("told", [True, 5, None, ["getSystemStatus"], {"getSystemStatus": 1}])
    def test_an_operation_that_is_no_word_is_refused(self, told: Any) -> None:
        with pytest.raises(ValueError, match="no operation"):
            Faults(["getSystemStatus"]).add(told)

    def test_the_refusal_says_what_would_do(self) -> None:
        with pytest.raises(ValueError, match="status is a number from 200 to 599, not '500'"):
            Faults(["getSystemStatus"]).add("getSystemStatus", status="500")

    def test_an_unknown_property_is_refused(self, flighthub_simulator: Simulator) -> None:
        with pytest.raises(TypeError, match="statsu"):
            flighthub_simulator.faults.add("getSystemStatus", statsu=500)

    def test_a_refused_fault_is_not_planned(self, flighthub_simulator: Simulator) -> None:
        with pytest.raises(ValueError, match="not a possible fault"):
            flighthub_simulator.faults.add("getSystemStatus", status=500, count=0)
        assert statuses(flighthub_simulator, "getSystemStatus", 1) == [200]


class TestFile:
    def test_a_file_plans_its_faults_in_order(self, flighthub_simulator: Simulator, tmp_path: Path) -> None:
        file = tmp_path / "faults.yaml"
        file.write_text(
            """
            - operation: getSystemStatus
              status: 429
              code: 210429
              message: too fast
              headers: {Retry-After: "3"}
            - {operation: getSystemStatus, status: 502, body: <html>, count: 2}
            - {operation: listProjects, status: 503, count: null}
            """,
            encoding="utf-8",
        )
        flighthub_simulator.faults.load(file)
        first = ask(flighthub_simulator, "getSystemStatus")
        assert (first.status, first.json) == (429, {"code": 210429, "message": "too fast"})
        assert first.headers["retry-after"] == "3"
        assert statuses(flighthub_simulator, "getSystemStatus", 3) == [502, 502, 200]
        assert statuses(flighthub_simulator, "listProjects", 4) == [503] * 4

    def test_a_number_in_a_header_is_sent_as_text(self, flighthub_simulator: Simulator, tmp_path: Path) -> None:
        # In YAML one writes `Retry-After: 3`, and means what HTTP means.
        file = tmp_path / "faults.yaml"
        file.write_text("- {operation: getSystemStatus, status: 429, headers: {Retry-After: 3}}", encoding="utf-8")
        flighthub_simulator.faults.load(file)
        answer = ask(flighthub_simulator, "getSystemStatus")
        assert (answer.status, answer.headers.get("retry-after")) == (429, "3")

    @pytest.mark.parametrize("text", ["", "[]", "# nothing yet\n"])
    def test_an_empty_file_plans_nothing(self, tmp_path: Path, text: str) -> None:
        assert loaded(tmp_path / "faults.yaml", text).take("getSystemStatus") is None

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("- {operation: nonsense, status: 500}", id="an unknown operation"),
            pytest.param("- {operation: getSystemStatus, statsu: 500}", id="a misspelt property"),
            pytest.param("- {operation: getSystemStatus, status: 9000}", id="an impossible value"),
            pytest.param("- {operation: getSystemStatus, status: '500'}", id="a text for a number"),
            pytest.param("- {operation: getSystemStatus, delay: soon}", id="a word for a delay"),
            pytest.param("- {operation: getSystemStatus, body: 5}", id="a number for a body"),
            pytest.param("- {operation: getSystemStatus, headers: Retry-After}", id="a word for headers"),
            pytest.param("- {operation: [getSystemStatus]}", id="a list for an operation"),
            pytest.param("- {5: getSystemStatus}", id="a number for a property"),
            pytest.param("- {cut: half}", id="a word for a cut"),
            pytest.param("- {nulls: yes please}", id="words for a yes"),
            pytest.param("- getSystemStatus", id="a word for a fault"),
            pytest.param("operation: getSystemStatus", id="a mapping for the list"),
            pytest.param("5", id="a number for the list"),
            pytest.param("- {operation: [", id="no YAML"),
            pytest.param("- !!python/object/apply:os.getcwd []", id="YAML that would run code"),
        ],
    )
    def test_what_is_wrong_with_a_file_is_told_with_its_name(self, tmp_path: Path, text: str) -> None:
        with pytest.raises(ValueError, match=r"faults\.yaml"):
            loaded(tmp_path / "faults.yaml", text)

    def test_of_a_file_with_a_mistake_nothing_is_planned(self, tmp_path: Path) -> None:
        file = tmp_path / "faults.yaml"
        file.write_text("- {operation: getSystemStatus, status: 500}\n- {status: 9000}", encoding="utf-8")
        faults = Faults(["getSystemStatus"])
        with pytest.raises(ValueError, match="9000"):
            faults.load(file)
        assert faults.planned() == []

    def test_what_is_planned_can_be_planned_again(self) -> None:
        told = [
            {"operation": "getSystemStatus", "status": 429, "code": 210429, "headers": {"Retry-After": 3}, "count": 2},
            {"operation": "*", "delay": 1.5, "cut": 0.5, "count": None, "probability": 0.3},
            {"operation": "*", "count": 1, "future_enum": "first", "unknown_members": True, "nulls": 0.1, "missing": 1},
            {"operation": "*", "count": 1, "reset": "after"},
        ]
        faults = Faults(["getSystemStatus"])
        faults.add_all(told)
        assert faults.planned() == told
        faults.take("getSystemStatus")
        assert faults.planned()[0]["count"] == 1

    def test_a_missing_file_is_told_as_such(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match=r"missing\.yaml"):
            Faults(["getSystemStatus"]).load(tmp_path / "missing.yaml")

    def test_a_simulator_can_start_with_a_file(self, tmp_path: Path) -> None:
        file = tmp_path / "faults.yaml"
        file.write_text("- {operation: getSystemStatus, status: 503}", encoding="utf-8")
        with package.run(faults=file) as simulator:
            assert statuses(simulator, "getSystemStatus", 2) == [503, 200]


class TestHowLikely:
    @staticmethod
    def met(simulator: Simulator, times: int = 200, name: str = "getSystemStatus") -> list[int]:
        """The numbers of the requests that failed."""
        with httpx.Client(headers=credentials(simulator)) as client:
            url = simulator.base_url + operation(name).target()
            return [number for number in range(times) if client.get(url).status_code == 500]

    def test_a_probability_befalls_about_that_share_of_requests(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=500, probability=0.3)
        assert 40 <= len(self.met(flighthub_simulator)) <= 80

    def test_a_certain_fault_befalls_every_request(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=500, probability=1)
        assert self.met(flighthub_simulator, 20) == [*range(20)]

    def test_the_same_seed_has_the_same_faults_and_another_seed_has_others(self) -> None:
        stories: list[list[int]] = []
        with package.run(seed=7) as simulator:
            for seed in (None, 7, 8):
                simulator.reset(seed=seed)
                simulator.faults.add("getSystemStatus", status=500, probability=0.3)
                stories.append(self.met(simulator, 60))
        assert stories[0] == stories[1] != stories[2]

    def test_faults_of_equal_probability_are_drawn_apart(self) -> None:
        faults = Faults(["a", "b"])
        for name in ("a", "b"):
            faults.add(name, status=500, probability=0.5)
        drawn = {name: [faults.take(name) is not None for _ in range(64)] for name in ("a", "b")}
        assert drawn["a"] != drawn["b"]

    def test_requests_of_other_operations_do_not_change_what_befalls_one(self, flighthub_simulator: Simulator) -> None:
        stories: list[list[int]] = []
        for others in (0, 3):
            flighthub_simulator.reset()
            flighthub_simulator.faults.add("getSystemStatus", status=500, probability=0.5)
            story: list[int] = []
            for _ in range(30):
                statuses(flighthub_simulator, "listProjects", others)
                story += statuses(flighthub_simulator, "getSystemStatus", 1)
            stories.append(story)
        assert stories[0] == stories[1]
        assert {*stories[0]} == {200, 500}

    def test_a_probable_fault_with_a_count_ends(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", status=500, probability=0.5, count=3)
        assert len(self.met(flighthub_simulator, 60)) == 3
        assert flighthub_simulator.faults.planned() == []

    def test_what_spares_a_request_leaves_it_to_the_next_fault(self) -> None:
        faults = Faults(["a"])
        faults.add("a", status=500, probability=0.5)
        faults.add("a", status=502, count=None)
        met = [fault.status for fault in (faults.take("a") for _ in range(64)) if fault is not None]
        assert len(met) == 64
        assert {*met} == {500, 502}

    def test_chance_can_be_given(self) -> None:
        faults = Faults(["a"])
        faults.add("a", status=500, probability=0.5)
        draws = iter([0.6, 0.4])

        class Told(random.Random):
            def random(self) -> float:
                return next(draws)

        assert [faults.take("a", lambda *of: Told()) is None for _ in range(2)] == [True, False]


ANNOTATION = operation("createMapElement")


def annotate(simulator: Simulator) -> httpx.Response:
    """Puts an annotation on the map: something that is done twice where it is asked for twice."""
    url = simulator.base_url + ANNOTATION.target()
    return httpx.post(url, headers=credentials(simulator), json=ANNOTATION.bodies["default"])


def annotated(simulator: Simulator) -> int:
    with simulator.lock:
        return len(simulator.world.annotations.all)


class TestResets:
    @pytest.mark.parametrize(("when", "done"), [("before", 0), ("after", 1)])
    def test_a_reset_comes_before_or_after_the_act(self, world: Simulator, when: str, done: int) -> None:
        world.faults.add("createMapElement", reset=when)
        with pytest.raises(httpx.ReadError, match="reset"):
            annotate(world)
        assert annotated(world) == done
        assert annotate(world).json()["code"] == 0
        assert annotated(world) == done + 1

    @pytest.mark.parametrize("when", ["before", "after"])
    def test_the_connection_itself_is_reset_without_a_byte(self, flighthub_simulator: Simulator, when: str) -> None:
        flighthub_simulator.faults.add("getSystemStatus", reset=when)
        where = urlsplit(flighthub_simulator.base_url)
        head = f"GET {operation('getSystemStatus').path} HTTP/1.1\r\nHost: {where.netloc}\r\n"
        with socket.create_connection((where.hostname, where.port), timeout=10) as connection:
            connection.sendall(f"{head}X-User-Token: {flighthub_simulator.token}\r\n\r\n".encode())
            with pytest.raises(ConnectionResetError):
                connection.recv(1)

    def test_a_client_that_may_not_repeat_says_that_the_outcome_is_unknown(
        self, world: Simulator, hub: FlightHub
    ) -> None:
        world.faults.add("createMapElement", reset="after")
        with pytest.raises(OutcomeUnknown):
            hub.annotations.create(**ANNOTATION.bodies["default"])
        assert annotated(world) == 1

    def test_a_read_is_repeated_until_the_resets_are_over(self, world: Simulator, hub: FlightHub) -> None:
        world.faults.add("listProjects", reset="before")
        assert len(list(hub.projects.list())) > 0
        assert world.faults.planned() == []

    def test_a_reset_can_be_late(self) -> None:
        with package.run(speed=1000) as simulator:
            simulator.faults.add("getSystemStatus", reset="before", delay=400)
            started = time.monotonic()
            with pytest.raises(ConnectionError):
                ask(simulator, "getSystemStatus")
            assert time.monotonic() - started >= 0.35

    def test_the_log_tells_a_reset_as_told(self) -> None:
        lines: list[str] = []
        with package.run(log=lines.append) as simulator:
            simulator.faults.add("getSystemStatus", reset="after")
            with pytest.raises(ConnectionError):
                ask(simulator, "getSystemStatus")
            ask(simulator, "getSystemStatus")
        assert "reset after acting, as told" in lines[0]

    def test_a_refused_token_meets_no_fault(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", reset="before")
        assert ask(flighthub_simulator, "getSystemStatus", headers={}).json["code"] == 200401
        assert len(flighthub_simulator.faults.planned()) == 1


class TestCuts:
    @staticmethod
    def arrived(simulator: Simulator, name: str = "listProjects") -> tuple[int, int, bytes]:
        """The status, how many bytes were promised, and what came until the connection ended."""
        where = urlsplit(simulator.base_url)
        called = operation(name)
        head = "\r\n".join(f"{name}: {value}" for name, value in credentials(simulator).items())
        with socket.create_connection((where.hostname, where.port), timeout=10) as connection:
            asked = f"{called.method} {called.target()} HTTP/1.1\r\nHost: {where.netloc}\r\n{head}\r\n\r\n"
            connection.sendall(asked.encode())
            received = b"".join(iter(lambda: connection.recv(65536), b""))
        top, _, body = received.partition(b"\r\n\r\n")
        lines = top.decode().lower().split("\r\n")
        (length,) = (int(line.removeprefix("content-length:")) for line in lines if line.startswith("content-length:"))
        return int(lines[0].split()[1]), length, body

    @pytest.mark.parametrize("cut", [0, 1, 10])
    def test_so_many_bytes_arrive_of_what_was_promised(self, flighthub_simulator: Simulator, cut: int) -> None:
        whole = ask(flighthub_simulator, "listProjects").body
        flighthub_simulator.faults.add("listProjects", cut=cut)
        assert self.arrived(flighthub_simulator) == (200, len(whole), whole[:cut])

    @pytest.mark.parametrize(("cut", "part"), [(0.0, 0.0), (0.25, 0.25), (0.999999, 1.0)])
    def test_a_fraction_of_the_body_arrives(self, flighthub_simulator: Simulator, cut: float, part: float) -> None:
        whole = ask(flighthub_simulator, "listProjects").body
        flighthub_simulator.faults.add("listProjects", cut=cut)
        _, length, body = self.arrived(flighthub_simulator)
        assert length == len(whole)
        assert len(whole) * part - 1 <= len(body) <= len(whole) * part
        assert whole.startswith(body)

    def test_a_cut_beyond_the_end_keeps_the_last_byte_back(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("getSystemStatus", cut=10_000)
        _, length, body = self.arrived(flighthub_simulator, "getSystemStatus")
        assert len(body) == length - 1

    def test_a_client_sees_that_the_answer_is_cut_off(self, world: Simulator) -> None:
        world.faults.add("createMapElement", cut=0.5)
        with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
            annotate(world)
        assert annotated(world) == 1

    def test_a_web_page_can_be_cut_off_too(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("listProjects", status=502, body="<html>", cut=3)
        assert self.arrived(flighthub_simulator) == (502, 6, b"<ht")

    def test_the_next_request_is_answered_in_full(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("listProjects", cut=1)
        with httpx.Client(headers=credentials(flighthub_simulator), base_url=flighthub_simulator.base_url) as client:
            with pytest.raises(httpx.RemoteProtocolError):
                client.get(operation("listProjects").path)
            assert client.get(operation("listProjects").path).json()["code"] == 0


def differences(left: Any, right: Any, where: str = "") -> dict[str, tuple[Any, Any]]:
    """Where two answers of the same shape differ."""
    if isinstance(left, dict) and isinstance(right, dict) and left.keys() == right.keys():
        return {k: v for name in left for k, v in differences(left[name], right[name], f"{where}/{name}").items()}
    if isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        pairs = enumerate(zip(left, right, strict=True))
        return {k: v for number, pair in pairs for k, v in differences(*pair, f"{where}/{number}").items()}
    return {} if left == right else {where: (left, right)}


def without(value: Any, name: str) -> Any:
    """A value without the members of a name, however deep."""
    if isinstance(value, dict):
        return {key: without(inner, name) for key, inner in value.items() if key != name}
    return [without(inner, name) for inner in value] if isinstance(value, list) else value


def levels(value: Any, name: str, depth: int = 0) -> set[int]:
    """How deep members of a name stand."""
    if isinstance(value, dict):
        below = {level for inner in value.values() for level in levels(inner, name, depth + 1)}
        return below | ({depth} if name in value else set())
    return {level for inner in value for level in levels(inner, name, depth + 1)} if isinstance(value, list) else set()


NAMES = [each.id for each in operations()]
DEVIATIONS: list[dict[str, Any]] = [
    {"future_enum": True},
    {"unknown_members": True},
    {"nulls": True},
    {"missing": True},
    {"future_enum": True, "unknown_members": True, "nulls": 0.5, "missing": 0.5},
]


class TestDeviations:
    @staticmethod
    def pair(simulator: Simulator, name: str, **what: Any) -> tuple[Any, Any]:
        """The true answer, and the one that deviates."""
        usual = ask(simulator, name)
        simulator.faults.add(name, **what)
        changed = ask(simulator, name)
        assert (usual.status, changed.status) == (200, 200), name
        return usual.json, changed.json

    def test_code_and_message_stay(self, flighthub_simulator: Simulator) -> None:
        wrong = []
        for name in NAMES:
            usual = ask(flighthub_simulator, name).json
            for what in DEVIATIONS:
                flighthub_simulator.faults.add(name, **what)
                answer = ask(flighthub_simulator, name)
                changed = answer.json
                same = all(changed[key] == usual[key] for key in ("code", "message"))
                if answer.status != 200 or not same or ("data" in changed) != ("data" in usual):
                    wrong.append((name, what, changed))
        assert wrong == []

    def test_a_future_value_is_one_that_the_schema_does_not_list(self, flighthub_simulator: Simulator) -> None:
        wrong = []
        for name in NAMES:
            usual, changed = self.pair(flighthub_simulator, name, future_enum="each")
            found = differences(usual, changed)
            wrong += [
                (name, was, became)
                for was, became in found.values()
                if type(was) is not type(became) or not (became == WORD or became > was)
            ]
            # The schema refuses what it lists in full; what it knows as words and as numbers it leaves open.
            refused = operation(name).deviations(changed)
            if len(refused) > len(found) or operation(name).deviations(usual):
                wrong.append((name, refused, found))
        assert wrong == []

    @pytest.mark.parametrize(
        ("name", "where", "became"),
        [
            ("getFlightTask", "/data/status", WORD),
            ("listProjectDevices", "/data/list/0/gateway/device_model/class", WORD),
            ("getOpenModel", "/data/model_status", 1016),
            ("getDeviceState", "/data/device_state/mode_code", WORD),
        ],
    )
    def test_future_values_stand_where_the_schema_has_enums(
        self, flighthub_simulator: Simulator, name: str, where: str, became: Any
    ) -> None:
        found = differences(*self.pair(flighthub_simulator, name, future_enum=True))
        assert where in found, sorted(found)
        assert found[where][1] == became

    @pytest.mark.parametrize("name", ["getFlightTask", "listProjectDevices", "getOpenModel", "getDeviceState"])
    def test_only_the_first_enum_can_be_of_the_future(self, flighthub_simulator: Simulator, name: str) -> None:
        first = differences(*self.pair(flighthub_simulator, name, future_enum="first"))
        each = differences(*self.pair(flighthub_simulator, name, future_enum="each"))
        assert len(first) == 1
        assert len(each) > 1
        assert first.items() <= each.items()

    def test_unknown_members_are_added_and_nothing_else_changes(self, flighthub_simulator: Simulator) -> None:
        wrong = []
        for name in NAMES:
            usual, changed = self.pair(flighthub_simulator, name, unknown_members=True)
            refused = operation(name).deviations(changed)
            if MEMBER not in changed or without(changed, MEMBER) != usual or refused:
                wrong.append((name, changed, refused))
        assert wrong == []

    def test_unknown_members_stand_at_several_levels(self, flighthub_simulator: Simulator) -> None:
        _, changed = self.pair(flighthub_simulator, "listProjectDevices", unknown_members=True)
        assert len(levels(changed, MEMBER)) >= 4

    def test_an_answer_with_missing_members_is_as_documented(self, flighthub_simulator: Simulator) -> None:
        wrong = []
        for name in NAMES:
            usual, changed = self.pair(flighthub_simulator, name, missing=True)
            refused = operation(name).deviations(changed)
            if refused or len(json.dumps(changed)) > len(json.dumps(usual)):
                wrong.append((name, changed, refused))
        assert wrong == []

    def test_members_that_must_be_there_are_neither_missing_nor_null(self, flighthub_simulator: Simulator) -> None:
        for what in ("missing", "nulls"):
            usual, changed = self.pair(flighthub_simulator, "getDeviceState", **{what: True})
            assert changed["data"]["device_sn"] == usual["data"]["device_sn"]

    def test_all_optional_members_are_null(self, flighthub_simulator: Simulator) -> None:
        _, changed = self.pair(flighthub_simulator, "getDeviceState", nulls=True)
        assert {value for key, value in changed["data"].items() if key != "device_sn"} == {None}

    def test_all_optional_members_are_missing(self, flighthub_simulator: Simulator) -> None:
        _, changed = self.pair(flighthub_simulator, "getDeviceState", missing=True)
        assert changed["data"].keys() == {"device_sn"}

    def test_some_members_can_be_null_and_some_missing(self, world: Simulator) -> None:
        usual, changed = self.pair(world, "listOrganizationDevices", nulls=0.1, missing=0.1)
        before, after = (json.dumps(each, separators=(",", ":")) for each in (usual, changed))
        assert after.count(":null") > before.count(":null")
        assert 10 < after.count('":') < before.count('":')

    def test_the_same_seed_deviates_in_the_same_way(self, world: Simulator) -> None:
        told: list[list[Any]] = []
        for seed in (1, 1, 2):
            world.reset(seed=seed)
            told.append(
                [self.pair(world, "listOrganizationDevices", missing=0.3, unknown_members=True)[1] for _ in range(2)]
            )
        assert told[0] == told[1] != told[2]
        assert told[0][0] != told[0][1]

    def test_what_deviates_was_acted_upon(self, world: Simulator) -> None:
        world.faults.add("createMapElement", unknown_members=True)
        assert MEMBER in annotate(world).json()
        assert annotated(world) == 1

    def test_a_refusal_does_not_deviate(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("listProjectDevices", unknown_members=True, nulls=True)
        headers = {**credentials(flighthub_simulator), "X-Project-Uuid": "of nobody"}
        answer = ask(flighthub_simulator, "listProjectDevices", headers=headers)
        assert answer.json == {"code": 200403, "message": "Forbidden"}

    def test_the_world_keeps_what_it_knows(self, world: Simulator) -> None:
        usual, _ = self.pair(world, "listOrganizationDevices", nulls=0.5, unknown_members=True, future_enum=True)
        assert ask(world, "listOrganizationDevices").json == usual

    def test_a_client_reads_a_word_of_the_future(self, world: Simulator, hub: FlightHub) -> None:
        world.faults.add("listOrganizationDevices", future_enum=True, unknown_members=True)
        kind = next(iter(hub.devices.list_all())).gateway.device_model.class_
        assert kind == WORD
        assert not kind.is_known

    def test_a_strict_client_takes_no_word_of_the_future(self, world: Simulator) -> None:
        world.faults.add("listOrganizationDevices", future_enum=True)
        with (
            FlightHub(token=world.token, base_url=world.base_url, strict=True) as client,
            pytest.raises(FlightHubError, match=WORD),
        ):
            client.devices.list_all()

    @pytest.mark.parametrize("what", [{"nulls": 0.5}, {"missing": 0.5}, {"nulls": True}, {"missing": True}])
    def test_a_client_reads_what_is_null_or_missing(
        self, world: Simulator, hub: FlightHub, what: dict[str, Any]
    ) -> None:
        world.faults.add("listOrganizationDevices", count=None, **what)
        for each in hub.devices.list_all():
            assert each.gateway is None or each.gateway.sn is None or isinstance(each.gateway.sn, str)


class TestTogether:
    def test_a_fault_can_do_several_things_at_once(self) -> None:
        with package.run(speed=1000) as simulator:
            simulator.faults.add(
                "listProjects", delay=300, unknown_members=True, missing=True, headers={"X-Served-By": "gateway 2"}
            )
            started = time.monotonic()
            answer: Answer = ask(simulator, "listProjects")
            assert time.monotonic() - started >= 0.25
        assert answer.headers["x-served-by"] == "gateway 2"
        assert answer.json["data"].keys() == {MEMBER}

    def test_headers_alone_are_added_to_the_true_answer(self, flighthub_simulator: Simulator) -> None:
        flighthub_simulator.faults.add("listProjects", headers={"Retry-After": 1.5})
        answer = ask(flighthub_simulator, "listProjects")
        assert (answer.json["code"], answer.headers["retry-after"]) == (0, "1.5")

    def test_a_standing_clock_delays_nothing(self) -> None:
        with package.run(speed=0) as simulator:
            simulator.faults.add("getSystemStatus", delay=1_000_000)
            assert statuses(simulator, "getSystemStatus", 1) == [200]
