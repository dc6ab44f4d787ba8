"""What Airflow finds of the provider: its form, its connections, its triggers, and no key where none belongs."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from airflow_process import Airflow

import flighthub.airflow
from flighthub import FlightHub
from flighthub.airflow import get_provider_info
from flighthub_simulator import Simulator

KEY = "org-key-that-nobody-may-see"
ADDRESS = "https://flighthub.example.com:30812"
EU = "https://es-flight-api-eu.djigate.com"


def test_the_entry_point_leads_to_the_provider() -> None:
    (found,) = (each for each in entry_points(group="apache_airflow_provider") if each.value.startswith("flighthub"))
    assert found.load()() == get_provider_info()


def test_the_provider_keeps_to_the_schemas_of_airflow() -> None:
    import importlib.util

    found = importlib.util.find_spec("airflow")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent
    info = get_provider_info()
    schema = json.loads((folder / "provider_info.schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.validator_for(schema).validate(info)
    whole = json.loads((folder / "provider.yaml.schema.json").read_text(encoding="utf-8"))
    (connection,) = info["connection-types"]
    properties = whole["properties"]["connection-types"]["items"]["properties"]
    for name in ("conn-fields", "ui-field-behaviour"):
        jsonschema_rs.validator_for(properties[name]).validate(connection[name])


def test_the_door_costs_no_airflow() -> None:
    program = """
import sys
import flighthub
before = set(sys.modules)
import flighthub.airflow
flighthub.airflow.get_provider_info()
new = set(sys.modules) - before
assert not [each for each in new if each.split(".")[0] in ("airflow", "httpx", "pydantic")], new
assert "_airflow" not in " ".join(before)
"""
    subprocess.run([sys.executable, "-I", "-W", "error", "-c", program], check=True)


def test_the_form_has_the_key_as_its_password(airflow: Airflow) -> None:
    found = airflow.do("form")
    assert found["hook"] == "flighthub.airflow.FlightHubHook"
    assert (found["name"], found["testable"]) == ("DJI FlightHub 2", True)
    assert found["behaviour"]["relabeling"] == {"host": "Host or base URL", "password": "Organization key"}
    names = ("ca_bundle", "language", "profile", "project", "rate_limit", "region", "state")
    assert found["fields"] == [f"extra__flighthub__{each}" for each in names]


CONNECTIONS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "base URL": ({"host": ADDRESS}, {"base_url": ADDRESS}),
    "base URL with a path": ({"host": f"{ADDRESS}/fh/"}, {"base_url": f"{ADDRESS}/fh"}),
    "host and port": ({"host": "flighthub.example.com", "port": 30812}, {"base_url": ADDRESS}),
    "host alone": ({"host": "flighthub.example.com"}, {"base_url": "https://flighthub.example.com"}),
    "region": ({"extra": {"region": "eu"}}, {"base_url": EU}),
    "host before region": ({"host": ADDRESS, "extra": {"region": "eu"}}, {"base_url": ADDRESS}),
    "settings": (
        {"extra": {"region": "eu", "project": "Quarry", "language": "zh", "rate_limit": 5, "state": "/shared/journal"}},
        {"base_url": EU, "project": "Quarry", "language": "zh", "rate_limit": 5, "state": "/shared/journal"},
    ),
    "empty fields": (
        {"host": "", "extra": {"region": "eu", "project": "", "rate_limit": None}},
        {"base_url": EU, "project": None, "rate_limit": None},
    ),
}


@pytest.mark.parametrize("case", CONNECTIONS)
def test_a_connection_becomes_the_settings_of_a_client(case: str, airflow: Airflow) -> None:
    connection, expected = CONNECTIONS[case]
    found = airflow.do("settings", connection={"password": KEY, **connection})
    assert {name: found[name] for name in expected} == expected
    assert found["token"] == KEY
    assert KEY not in found["shown"]


def test_the_project_of_a_task_comes_before_that_of_its_connection(airflow: Airflow) -> None:
    connection = {"password": KEY, "extra": {"region": "eu", "project": "Quarry"}}
    assert airflow.do("settings", connection=connection, project="Harbour patrol")["project"] == "Harbour patrol"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"extra": {"region": "eu"}}, "no organization key"),
        ({"password": KEY}, "no server"),
        ({"password": KEY, "extra": {"region": "mars"}}, "must be one of"),
        ({"password": KEY, "extra": {"region": "eu", "projekt": "Quarry"}}, "has projekt; it takes"),
        ({"password": f"Bearer {KEY}", "extra": {"region": "eu"}}, "belongs to other APIs"),
    ],
)
def test_a_connection_that_cannot_be_right_says_why(given: dict[str, Any], words: str, airflow: Airflow) -> None:
    error = airflow.do("settings", connection=given)["error"]
    assert error.startswith("ConfigurationError")
    assert words in error
    assert KEY not in error


def test_the_button_of_the_form_says_whether_the_connection_works(airflow: Airflow) -> None:
    assert airflow.do("tried", conn_id="flighthub_default") == [True, "The key sees 3 projects."]
    airflow.do("settings", connection={"password": KEY, "host": "http://127.0.0.1:9"})
    works, text = airflow.do("tried", conn_id="tried")
    assert not works
    assert "Connection refused" in text


def test_what_is_in_the_database_has_no_key(airflow: Airflow, flying: Simulator) -> None:
    found = airflow.do("serialized")
    assert found["flighthub.airflow.FlightTaskTrigger"]["task_uuid"] == "8d0f2b7c"
    assert found["flighthub.airflow.ModelTrigger"]["model_ids"] == [1, "a"]
    (operator,) = found["dags"]["failing"]["tasks"]
    assert operator["__var"]["_task_module"] == "flighthub.airflow"
    assert flying.token not in json.dumps(found)


def test_many_triggers_of_one_process_share_one_poller(airflow: Airflow, flying: Simulator) -> None:
    with FlightHub(token=flying.token, project=flying.project, base_url=flying.base_url) as fh:
        task = fh.flight_tasks.launch(dock="North dock", wayline="Perimeter").uuid
    assert airflow.do("shared", task=task, count=100) == [{"task_uuid": task}] * 100
    # It keeps the last sixty.
    assert len(flying.world.requests) < 60


def test_the_examples_of_the_public_classes_run(airflow: Airflow) -> None:
    found = airflow.do("examples")
    assert found == [each for each in flighthub.airflow.__all__ if not each.endswith("Trigger")]
