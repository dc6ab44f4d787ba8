"""Which editions a simulator serves, and what it answers to operations that it knows from the transcription alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import documented
import pytest

from flighthub import API, FlightHub, NotFound
from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator, run
from flighthub_simulator._operations import handlers

BY_EXAMPLE = [name for name in OPERATIONS if name not in handlers()]


@pytest.fixture(scope="module")
def premises() -> Iterator[Simulator]:
    with run(editions=["V1.0"]) as simulator:
        yield simulator


def test_all_editions_are_served_unless_some_are_chosen() -> None:
    with run() as simulator:
        assert simulator.editions == tuple(API.editions)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_the_path_of_another_edition_is_unknown(operation_id: str, premises: Simulator) -> None:
    answer = documented.ask(premises, operation_id)
    is_served = OPERATIONS[operation_id].edition == "V1.0"
    assert answer.has_envelope is is_served
    if not is_served:
        assert (answer.status, answer.body) == (404, b"404 page not found")


def test_the_client_says_that_an_operation_is_of_another_edition(premises: Simulator) -> None:
    with (
        FlightHub(token=premises.token, project=premises.project, base_url=premises.base_url) as fh,
        pytest.raises(NotFound, match=r"V2\.0, public cloud only.*On premises it does not exist"),
    ):
        fh.system.health()


@pytest.mark.parametrize("given", ["V9", ["V1.0", "V9"]])
def test_an_edition_that_does_not_exist_is_refused(given: str | list[str]) -> None:
    with (
        pytest.raises(ValueError, match=r"there is no edition 'V9'; there are V1\.0, V2\.0, manual"),
        run(editions=given),
    ):
        pass


def test_the_command_takes_editions() -> None:
    command = [sys.executable, "-m", "flighthub_simulator", "--port", "0", "--editions", "V9"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "there is no edition 'V9'" in done.stderr


@pytest.mark.parametrize("operation_id", BY_EXAMPLE)
def test_an_operation_without_behaviour_of_its_own_answers_its_example(
    operation_id: str, flighthub_simulator: Simulator
) -> None:
    answer = documented.ask(flighthub_simulator, operation_id)
    described = documented.operation(operation_id).described
    example = described["responses"]["200"]["content"]["application/json"]["examples"]["default"]["value"]
    assert (answer.status, answer.json["code"]) == (200, 0)
    assert answer.json.get("data") == example.get("data")
