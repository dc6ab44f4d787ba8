"""The catalogue that commands and tools are made of: summary and arguments of every operation."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module

import pytest

import flighthub.enums
from flighthub_api import ERRORS, OPERATIONS

METHODS = {
    name: getattr(
        getattr(import_module(f"flighthub_api.groups.{each.group}"), each.group.title().replace("_", "")), each.method
    )
    for name, each in OPERATIONS.items()
}


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_the_catalogue_has_the_arguments_of_the_method_and_its_summary(operation_id: str) -> None:
    operation, method = OPERATIONS[operation_id], METHODS[operation_id]
    parameters = {
        name: each.default is inspect.Parameter.empty
        for name, each in inspect.signature(method).parameters.items()
        if name not in ("self", "request_options")
    }
    assert {each.name: each.required for each in operation.arguments} == parameters
    assert operation.summary == (inspect.getdoc(method) or "").splitlines()[0].removesuffix(".")
    assert all(each.text and each.kind for each in operation.arguments)


def test_secrets_units_limits_and_values_are_told() -> None:
    found = {(OPERATIONS[name].name, each.name): each for name in OPERATIONS for each in OPERATIONS[name].arguments}
    assert found["devices.calibrate_rtk", "password"].secret
    assert not found["devices.get_state", "device_sn"].secret
    stream = found["livestreams.start", "video_expire"]
    assert (stream.kind, stream.unit, stream.limits) == ("integer", "s", (("minimum", 1),))
    for each in found.values():
        if each.enum:
            enum = getattr(flighthub.enums, each.enum)
            assert set(each.values) == {value.value for value in enum if not value.is_answer_only}


def test_the_details_are_imported_when_they_are_asked_for() -> None:
    code = (
        "import sys, flighthub_api; found = next(iter(flighthub_api.OPERATIONS.values()));"
        "assert 'flighthub_api.operation_details' not in sys.modules; found.summary;"
        "assert 'flighthub_api.operation_details' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_every_hint_has_an_id_of_its_own() -> None:
    ids = [each.hint_id for each in ERRORS.values()]
    assert len(set(ids)) == len(ids) > 0
