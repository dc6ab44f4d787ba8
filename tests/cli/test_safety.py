"""What is dangerous asks, or refuses; a dry run sends nothing; a key launches once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from client.answering_server import AnsweringServer
from client.transcription import example_arguments

from flighthub import FlightHub
from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator

from .calling import call, words_of

Write = Callable[[str], Path]
DANGEROUS = [each.operation_id for each in OPERATIONS.values() if each.effect == "dangerous"]
OTHERS = [each.operation_id for each in OPERATIONS.values() if each.effect != "dangerous"]


@pytest.mark.parametrize("operation_id", DANGEROUS)
def test_what_is_dangerous_refuses_where_nobody_can_be_asked(
    operation_id: str, server: AnsweringServer, write: Write
) -> None:
    called = call(*words_of(operation_id, example_arguments(operation_id), write))
    assert (called.code, called.out, server.arrivals) == (2, "", [])
    assert "--yes" in called.err


@pytest.mark.parametrize("operation_id", OTHERS)
def test_what_is_not_dangerous_does_not_ask(operation_id: str, documented: Simulator, write: Write) -> None:
    called = call(*words_of(operation_id, example_arguments(operation_id), write))
    assert called.code == 0, called.err
    assert "--yes" not in called.err


def test_the_question_names_device_project_and_what_will_happen_and_no_is_no(world: Simulator) -> None:
    words = ["devices", "send-command", "1581FEXAMPLE00001", "--device-command", "return_home"]
    called = call(*words, stdin=b"n\n", terminal=True)
    assert called.code == 1
    for part in ("Send a command to an aircraft", "North aircraft", "Quarry survey", "return_home", "Go on?"):
        assert part in called.err, called.err
    assert called.out == ""
    assert "nothing was sent" in called.err


def test_no_sends_nothing_that_changes_anything(server: AnsweringServer) -> None:
    words = ["devices", "send-command", "1581FEXAMPLE00001", "--device-command", "return_home"]
    assert call(*words, stdin=b"\n", terminal=True).code == 1
    assert {each.method for each in server.arrivals} <= {"GET"}


def test_yes_to_the_question_does_it(world: Simulator) -> None:
    called = call(
        "launch", "--dock", "North dock", "--wayline", "Perimeter", "--name", "asked", stdin=b"y\n", terminal=True
    )
    assert called.code == 0, called.err
    assert "Fly Perimeter from North dock, now" in called.err
    with FlightHub() as fh:
        assert [each.name for each in fh.flight_tasks.history(**_around())] == ["asked"]


def test_a_secret_is_asked_for_without_being_shown_and_not_repeated_in_the_question(
    server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda prompt: "planted")
    words = ["devices", "calibrate-rtk", "7CT", "--host", "h", "--port", "2101", "--account", "a", "--mount-point", "m"]
    called = call(*words, stdin=b"y\n", terminal=True)
    posted = [each for each in server.arrivals if each.method == "POST"]
    assert json.loads(posted[0].body)["password"] == "planted"
    assert "planted" not in called.out + called.err


JOBS = {
    "launch": ["launch", "--dock", "North dock", "--wayline", "Perimeter"],
    "control": ["control", "1581FEXAMPLE00001"],
    "call": ["call", "POST", "/openapi/v0.1/workflow", "--json", "{}"],
}


@pytest.mark.parametrize("job", JOBS)
def test_dangerous_jobs_refuse_where_nobody_can_be_asked(job: str, server: AnsweringServer) -> None:
    called = call(*JOBS[job])
    assert (called.code, called.out) == (2, "")
    assert [each for each in server.arrivals if each.method != "GET"] == []


def test_a_key_launches_once(world: Simulator) -> None:
    words = ["launch", "--dock", "North dock", "--wayline", "Perimeter", "--key", "alarm-4712", "--yes"]
    first, second = call(*words), call(*words)
    assert first.code == second.code == 0, first.err + second.err
    assert first.data["uuid"] == second.data["uuid"]
    assert (first.data["was_launched"], second.data["was_launched"]) == (True, False)


def test_a_launch_whose_answer_is_lost_says_so_and_sends_nothing_more(world: Simulator) -> None:
    world.faults.add("createFlightTask", reset="after")
    called = call("launch", "--dock", "North dock", "--wayline", "Perimeter", "--yes", "--output", "json")
    assert called.code == 7
    error = json.loads(called.err.splitlines()[-1])["error"]
    assert (error["type"], error["exit_code"]) == ("OutcomeUnknown", 7)
    with FlightHub() as fh:
        assert len(fh.flight_tasks.history(**_around())) == 1


def test_the_dry_run_of_a_launch_changes_nothing(world: Simulator) -> None:
    called = call("launch", "--dock", "North dock", "--wayline", "Perimeter", "--dry-run")
    assert called.code == 0, called.err
    assert called.data["arguments"]["sn"] == "7CTDEXAMPLE0001"
    assert {each["check"] for each in called.data["findings"]} >= {"dock"}
    with FlightHub() as fh:
        assert fh.flight_tasks.history(**_around()) == []


def test_a_job_without_a_dry_run_says_so_and_sends_nothing(server: AnsweringServer) -> None:
    for words in (
        ["control", "x"],
        ["forward", "x", "--schema", "rtmp", "--schema-option", "@-"],
        ["fleet"],
        ["doctor"],
    ):
        called = call(*words, "--dry-run")
        assert (called.code, server.arrivals) == (2, []), words


def _around() -> dict[str, object]:
    from datetime import UTC, datetime, timedelta

    return {"since": datetime.now(UTC) - timedelta(days=7), "until": datetime.now(UTC) + timedelta(days=7)}
