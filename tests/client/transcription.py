"""The operations as tests need them: their calls, example arguments and example answers, from spec/ and the bundle."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from flighthub_api import OPERATIONS
from flighthub_runtime.operations import Call
from flighthub_runtime.secrets import reveal_for_json

EXAMPLES = Path(__file__).parents[2] / "spec" / "examples"
ANSWERS = tuple(sorted(path.name for path in EXAMPLES.glob("*.answer.json")))
"""File names of all example answers; the text before the first dot is the operation."""

NOT_SAFE = tuple(each.operation_id for each in OPERATIONS.values() if each.retry != "safe")
"""The operations that are never sent twice, or only where the server certainly did not act."""


@cache
def call_of(operation_id: str) -> Call[Any]:
    """The call by which a group's method sends an operation."""
    group = import_module(f"flighthub_api.groups.{OPERATIONS[operation_id].group}")
    (found,) = (
        each for each in vars(group).values() if isinstance(each, Call) and each.operation.operation_id == operation_id
    )
    return found


def example(name: str) -> Any:
    """A file of spec/examples/."""
    return json.loads((EXAMPLES / name).read_text(encoding="utf-8"))


@cache
def bundle() -> Any:
    """The shipped description of the API."""
    return yaml.load(
        (files("flighthub_api") / "openapi.yaml").read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )


def example_arguments(operation_id: str) -> dict[str, Any]:
    """The arguments of an operation's example request."""
    operation = OPERATIONS[operation_id]
    described = bundle()["paths"][operation.path][operation.http_method.lower()]
    made = {each["name"]: each["example"] for each in described["parameters"] if "example" in each}
    file = f"{operation_id}.request.json"
    return made | (example(file) if (EXAMPLES / file).exists() else {})


def needed_arguments(operation_id: str) -> dict[str, Any]:
    """As `example_arguments`, without what the client fills in."""
    filled = {each.wire for each in OPERATIONS[operation_id].arguments if each.filled_from}
    return {name: value for name, value in example_arguments(operation_id).items() if name not in filled}


def keywords(operation_id: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments under the names that the method has for them, given by those of the wire."""
    names = {each.wire: each.name for each in OPERATIONS[operation_id].arguments}
    return {names.get(name, name): value for name, value in arguments.items()}


def dumped(value: Any) -> str:
    """JSON text by which two values are compared, so that 1, 1.0 and true differ."""
    return json.dumps(value, sort_keys=True, default=reveal_for_json)
