"""Each operation of the catalogue is a command, which gives what the client gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from client.transcription import call_of, example_arguments

from flighthub import FlightHub
from flighthub_api import OPERATIONS
from flighthub_api import operations as catalogue
from flighthub_cli._operations import methods_of
from flighthub_runtime.secrets import reveal_for_json
from flighthub_simulator import Simulator

from .calling import call, words_of

Write = Callable[[str], Path]


def comparable(value: object) -> str:
    def plain(each: Any) -> Any:
        return each.to_dict() if hasattr(each, "to_dict") else reveal_for_json(each)

    return json.dumps(value, sort_keys=True, default=plain)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_a_command_gives_what_the_client_gives(operation_id: str, documented: Simulator, write: Write) -> None:
    arguments = example_arguments(operation_id)
    called = call(*words_of(operation_id, arguments, write), "--yes", "--reveal", "--output", "json")
    assert called.code == 0, called.err
    documented.reset()
    with FlightHub() as fh:
        answer = fh.call(call_of(operation_id), arguments, None)
    if answer is None:
        assert called.out == ""
    else:
        assert json.dumps(called.data, sort_keys=True) == comparable(answer)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_a_dry_run_shows_what_the_command_sends_and_sends_nothing(
    operation_id: str, server: object, write: Write
) -> None:
    from client.answering_server import AnsweringServer

    assert isinstance(server, AnsweringServer)
    words = words_of(operation_id, example_arguments(operation_id), write)
    shown = call(*words, "--dry-run", "--reveal", "--output", "json")
    assert shown.code == 0, shown.err
    assert server.arrivals == []
    call(*words, "--yes")
    (arrival,) = server.arrivals[:1]
    assert arrival.method == shown.data["http_method"]
    assert arrival.path == shown.data["path"]
    assert (json.loads(arrival.body) if arrival.body else None) == shown.data.get("body")


def test_every_operation_is_found_by_its_group_and_method() -> None:
    found = [
        each.operation_id
        for group in {each.group for each in OPERATIONS.values()}
        for each in methods_of(group.replace("_", "-")).values()
    ]
    assert sorted(found) == sorted(OPERATIONS)


def test_an_operation_that_the_catalogue_gets_is_a_command_without_further_ado(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    status = OPERATIONS["getSystemStatus"]
    another = status._replace(operation_id="getSystemStatus", method="look_again", effect="dangerous")
    monkeypatch.setattr(catalogue, "OPERATIONS", {**OPERATIONS, "lookAgain": another})
    monkeypatch.setattr("flighthub_cli._operations.OPERATIONS", catalogue.OPERATIONS)
    shown = call("system", "--help")
    assert "look-again" in shown.out
    assert "effect: dangerous" in call("system", "look-again", "--help").out


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_the_help_of_a_command_has_the_texts_and_limits_of_the_catalogue(operation_id: str) -> None:
    operation = OPERATIONS[operation_id]
    called = call(operation.group.replace("_", "-"), operation.method.replace("_", "-"), "--help")
    shown = " ".join(called.out.split())
    assert called.code == 0
    assert operation.summary in shown
    assert f"confidence: {operation.confidence}" in shown
    for argument in operation.arguments:
        assert f"--{argument.name.replace('_', '-')}" in shown
        for word in argument.text.split()[:3]:
            assert word in shown
        for value in argument.values:
            assert str(value) in shown


def test_names_may_be_written_as_in_the_catalogue(documented: Simulator) -> None:
    assert call("flight_tasks", "get", "--task_uuid", "8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10").code == 0


def test_what_identifies_a_thing_needs_no_option(documented: Simulator) -> None:
    named = call("devices", "get-state", "--device-sn", "7CTDEXAMPLE0001")
    bare = call("devices", "get-state", "7CTDEXAMPLE0001")
    assert named.code == bare.code == 0
    assert named.out == bare.out


def test_what_is_given_twice_or_not_at_all_is_refused_before_anything_is_sent(documented: Simulator) -> None:
    assert call("devices", "get-state", "A", "--device-sn", "B").code == 2
    called = call("devices", "get-state")
    assert (called.code, "--device-sn" in called.err) == (2, True)


def test_a_job_and_a_group_of_one_name_are_both_reached(monkeypatch: pytest.MonkeyPatch, documented: Simulator) -> None:
    monkeypatch.setattr("flighthub_cli._commands.JOBS", {"system": ("local:doctor", "", "")})
    assert call("system", "status").code == 0
    assert "Examine host" in call("system", "--help").out
