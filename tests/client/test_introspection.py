"""What strangers' tools do with our objects: evaluate annotations, copy, pickle, mock, structure."""

from __future__ import annotations

import copy
import importlib
import inspect
import pickle
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, get_type_hints
from unittest.mock import create_autospec

import cattrs
import pytest

import flighthub
import flighthub_api
import flighthub_runtime
from flighthub import AsyncFlightHub, FlightHub, types

from .both_clients import TOKEN

OPTIONAL = ("NDArray", "ClientConfig")
"""Types of packages that are optional: their annotations can be evaluated where these are installed."""


def modules() -> Iterator[ModuleType]:
    for package in (flighthub, flighthub_api, flighthub_runtime):
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            # What derives from classes of Airflow has their annotations, and Airflow takes over its process.
            if found.name.startswith("flighthub._airflow."):
                continue
            yield importlib.import_module(found.name)


def annotated(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The classes and functions of a module, and the methods of the classes."""
    for name, found in list(vars(module).items()):
        if getattr(found, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(found) or inspect.isclass(found):
            yield name, found
        for attribute, member in vars(found).items() if inspect.isclass(found) else ():
            function = getattr(member, "__func__", getattr(member, "fget", getattr(member, "func", member)))
            if inspect.isfunction(function):
                yield f"{name}.{attribute}", function


def test_every_annotation_of_every_class_function_and_method_can_be_evaluated() -> None:
    failed: dict[str, str] = {}
    seen = 0
    for module in modules():
        for name, found in annotated(module):
            seen += 1
            try:
                get_type_hints(found)
            except (NameError, AttributeError, TypeError) as error:
                if not any(each in str(error) for each in OPTIONAL):
                    failed[f"{module.__name__}.{name}"] = str(error)
    assert failed == {}
    assert seen > len(flighthub_api.OPERATIONS)


def test_annotations_name_the_types_themselves() -> None:
    hints = get_type_hints(FlightHub(token=TOKEN, region="eu").stream_forwarders.create)
    assert "ForwardRef" not in repr(hints)


def test_that_annotations_can_be_evaluated_costs_no_imports() -> None:
    program = (
        "import sys, flighthub_api.groups.devices\n"
        "print(sum(each.startswith('flighthub_api.models.') for each in sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "0"


@pytest.mark.parametrize("client", [FlightHub, AsyncFlightHub])
def test_a_client_can_be_mocked_after_its_own_image(client: Any) -> None:
    mocked = create_autospec(client(token=TOKEN, region="eu"))
    assert "get_state" in dir(mocked.devices)
    with pytest.raises(TypeError):
        mocked.devices.get_state("7CTDEXAMPLE0001", surprise=True)


@pytest.mark.parametrize("name", ["Project", "TrackPoint", "Wayline"])
def test_cattrs_takes_a_model_apart(name: str) -> None:
    model = getattr(types, name).from_dict({})
    assert isinstance(cattrs.unstructure(model), dict)


@pytest.mark.parametrize("client", [FlightHub, AsyncFlightHub])
@pytest.mark.parametrize(
    ("work", "words"),
    [
        (pickle.dumps, "Set FLIGHTHUB_TOKEN"),
        (lambda fh: pickle.dumps(fh.devices), "Set FLIGHTHUB_TOKEN"),
        (copy.copy, "share it"),
        (copy.deepcopy, "share it"),
        (lambda fh: copy.deepcopy({"client": fh}), "share it"),
    ],
)
def test_a_client_that_is_copied_says_what_to_do_instead(client: Any, work: Callable[[Any], Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        work(client(token=TOKEN, region="eu"))
