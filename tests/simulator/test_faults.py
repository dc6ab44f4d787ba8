"""Failures on demand befall the operations they are meant for, as often as they are told to, and then no more."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from documented import ask, operations

import flighthub_simulator as package
from flighthub_simulator import Faults, Simulator

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

    @pytest.mark.parametrize("name", [each.id for each in operations()])
    def test_any_operation_can_fail(self, flighthub_simulator: Simulator, name: str) -> None:
        flighthub_simulator.faults.add(name, status=500)
        assert statuses(flighthub_simulator, name, 2) == [500, 200]

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
        ],
    )
    def test_impossible_values_are_refused(self, flighthub_simulator: Simulator, what: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="not a possible fault"):
            flighthub_simulator.faults.add("getSystemStatus", **what)

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

    def test_a_missing_file_is_told_as_such(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match=r"missing\.yaml"):
            Faults(["getSystemStatus"]).load(tmp_path / "missing.yaml")

    def test_a_simulator_can_start_with_a_file(self, tmp_path: Path) -> None:
        file = tmp_path / "faults.yaml"
        file.write_text("- {operation: getSystemStatus, status: 503}", encoding="utf-8")
        with package.run(faults=file) as simulator:
            assert statuses(simulator, "getSystemStatus", 2) == [503, 200]
