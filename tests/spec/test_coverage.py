"""The transcription against the dossier: nothing is left out, nothing is made up, nothing is corrected in silence.

The tables beside this file are copied from the dossier and not from `spec/`, so that the two can disagree.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flighthub_api import API, ERRORS, OPERATIONS
from generator.bundle import bundle
from generator.documents import Document, load
from generator.layout import Layout
from generator.schema_access import answer_schema, body_schema, edition_of, editions, enum_values, operations

TABLES = Path(__file__).parent
EDITIONS = {"V1.0": "index.yaml", "V2.0": "index_v2.yaml", "manual": "index_manual.yaml"}
"""The table of each edition."""

INDEX: list[dict[str, str]] = [
    {**entry, "edition": edition} for edition, name in EDITIONS.items() for entry in load(TABLES / name) or []
]
MEMBERS: dict[str, dict[str, list[str]]] = {
    operation: paths
    for name in ("members.yaml", "members_beyond.yaml")
    for operation, paths in (load(TABLES / name) or {}).items()
}
ENUMS: dict[str, list[str | int]] = load(TABLES / "enums.yaml")
DEVICE_ENUMS: dict[str, dict[int | str, str]] = load(TABLES / "device_enums.yaml")
CODES: dict[str, list[int]] = load(TABLES / "codes.yaml")

RUNNING_MODELS_EXAMPLE = """\
{
    "code": 0,
    "message": "",
    "data": {
        "list": [
            {
                "resource_uuid": "14513788-a0c6-47e0-96d8-29736a44546a",
                "model_uuid": "49f7c6d3-6096-49d8-a856-8e932b0561fe",
                "model_type": 4,
                "model_status": 14,
                "model_size": 0,
                "reconstruction_progress": 1,
                "zip_status": 0,
                "zip_progress": 0
            }
        ]
    }
}
"""
"""The example of the page "Get Details of Models Currently Being Reconstructed", 2026-05-08, to the letter."""

NAMES_ON_THE_PAGE = {
    "ModelStatus": [
        ("ReconstructionFailed", 8),
        ("ReconstructionSuccess", 9),
        ("RequestingResource", 12),
        ("RequestingResourceFailed", 13),
        ("ReconstructionExecuting", 14),
        ("ReconstructionSuccess", 15),
        ("ReconstructionCanceled", 16),
    ],
    "ZipStatus": [("Init", 0), ("Running", 1), ("Finish", 2), ("Failed", 3)],
    "ModelType": [("Model2D", 1), ("Model3D", 2), ("Model3DGS", 3), ("ModelLidar", 4)],
}
"""The enums of the same page, its one name for two values included."""

by_operation = pytest.mark.parametrize("entry", INDEX, ids=[entry["operation"] for entry in INDEX])


@cache
def the_bundle() -> Document:
    """The bundle of the checkout; nobody changes it here."""
    return bundle(Layout())


@cache
def the_operations() -> dict[str, tuple[str, str, Document]]:
    """Path, HTTP method and content of each operation of the bundle."""
    return {operation["operationId"]: (path, verb, operation) for path, verb, operation in operations(the_bundle())}


def test_the_index_has_each_operation_once() -> None:
    assert len({(entry["method"], entry["path"]) for entry in INDEX}) == len(INDEX) > 0


def test_every_edition_has_a_table() -> None:
    assert list(editions(the_bundle())) == list(EDITIONS)


def test_the_counts_of_the_editions_are_those_of_their_tables() -> None:
    counted = {name: each.operations for name, each in API.editions.items()}
    assert counted == {name: sum(entry["edition"] == name for entry in INDEX) for name in EDITIONS}
    assert API.operations == len(INDEX)


def test_the_bundle_has_exactly_the_operations_of_the_index() -> None:
    transcribed = sorted((verb.upper(), path) for path, verb, _ in operations(the_bundle()))
    assert transcribed == sorted((entry["method"], entry["path"]) for entry in INDEX)


def test_the_catalogue_has_exactly_the_operations_of_the_index() -> None:
    catalogued = sorted((each.http_method, each.path) for each in OPERATIONS.values())
    assert catalogued == sorted((entry["method"], entry["path"]) for entry in INDEX)


@by_operation
def test_the_bundle_says_of_an_operation_what_the_index_says(entry: dict[str, str]) -> None:
    path, verb, operation = the_operations()[entry["operation"]]
    notes = operation["x-flighthub"]
    assert {
        "page": notes["page"],
        "operation": operation["operationId"],
        "method": verb.upper(),
        "path": path,
        "scope": notes["scope"],
        "effect": notes["effect"],
        "retry": notes["retry"],
        "call": f"{notes['group']}.{notes['method']}",
        "edition": edition_of(the_bundle(), operation),
    } == entry


@by_operation
def test_the_catalogue_says_of_an_operation_what_the_index_says(entry: dict[str, str]) -> None:
    record = OPERATIONS[entry["operation"]]
    assert {
        "page": record.page,
        "operation": record.operation_id,
        "method": record.http_method,
        "path": record.path,
        "scope": record.scope,
        "effect": record.effect,
        "retry": record.retry,
        "call": f"{record.group}.{record.method}",
        "edition": record.edition,
    } == entry


def shapes(schema: Document) -> list[Document]:
    """A schema, and all that it refers to, is composed of or selects from."""
    found = [schema]
    if "$ref" in schema:
        found += shapes(the_bundle()["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    for key in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(key, []):
            found += shapes(part)
    for variant in schema.get("x-flighthub", {}).get("selected_by", {}).get("schemas", {}).values():
        found += shapes(variant)
    return found


INSIDE = {"[]": "items", "{}": "additionalProperties"}
"""What enters the items of a list, and the values of a map."""


def at(schemas: list[Document], path: str) -> list[Document]:
    """The schemas at a dotted path below any of some schemas; `[]` enters the items of a list, `{}` those of a map."""
    for step in path.split("."):
        named = [shape["properties"] for schema in schemas for shape in shapes(schema) if "properties" in shape]
        name = step if any(step in each for each in named) else step.rstrip("[]{}")
        if name:
            schemas = [each[name] for each in named if name in each]
        for mark in re.findall(r"\[\]|\{\}", step.removeprefix(name)):
            schemas = inside(schemas, mark)
    return schemas


def inside(schemas: list[Document], mark: str) -> list[Document]:
    """The schemas of what any of some lists, or maps, hold."""
    found = [shape.get(INSIDE[mark]) for schema in schemas for shape in shapes(schema)]
    return [each for each in found if isinstance(each, dict)]


def roots(operation: Document, side: str) -> list[Document]:
    """The schemas in which the members of one side of an operation are looked up."""
    if side == "body":
        body = body_schema(operation)
        return [] if body is None else [body]
    if side == "data":
        return at([answer_schema(operation)], "data")
    named: dict[str, Any] = {each["name"]: each["schema"] for each in operation["parameters"] if each.get("in") == side}
    return [{"properties": named}]


def test_the_table_of_members_knows_every_operation() -> None:
    assert sorted(MEMBERS) == sorted(entry["operation"] for entry in INDEX)


@pytest.mark.parametrize("operation_id", MEMBERS)
def test_every_member_of_the_dossier_is_in_the_bundle(operation_id: str) -> None:
    _, _, operation = the_operations()[operation_id]
    missing = [
        f"{side}: {path}"
        for side, paths in MEMBERS[operation_id].items()
        for path in paths
        if not at(roots(operation, side), path)
    ]
    assert missing == []


DEVICE_STATE = "device_state."
"""What is below is another table's: `devices.yaml`."""


def entered(schemas: list[Document], path: str) -> tuple[list[Document], str]:
    """What some schemas hold where they are lists or maps, however deep, and the path that leads there."""
    for mark in INSIDE:
        if held := inside(schemas, mark):
            return entered(held, path + mark)
    return schemas, path


def paths_below(schemas: list[Document], prefix: str = "", seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """The dotted paths of all members below any of some schemas."""
    for name in {name for schema in schemas for shape in shapes(schema) for name in shape.get("properties", {})}:
        yield prefix + name
        held, path = entered(at(schemas, name), prefix + name)
        references = {str(each["$ref"]) for each in held if "$ref" in each}
        if not references & seen and path + "." != DEVICE_STATE:
            yield from paths_below(held, path + ".", seen | references)


def paths_of(operation: Document, side: str) -> set[str]:
    """The dotted paths of all members of one side of an operation; those of a list as payload begin with `[]`."""
    held, path = entered(roots(operation, side), "")
    return set(paths_below(held, path and path + "."))


def made_up(operation: Document, operation_id: str) -> list[str]:
    """The members of an operation that the table does not have."""
    return [
        f"{side}: {path}"
        for side in ("path", "query", "body", "data")
        for path in sorted(paths_of(operation, side) - {*MEMBERS[operation_id].get(side, [])})
    ]


@pytest.mark.parametrize("operation_id", MEMBERS)
def test_the_bundle_has_no_member_that_the_dossier_has_not(operation_id: str) -> None:
    _, _, operation = the_operations()[operation_id]
    assert made_up(operation, operation_id) == []


def test_a_member_that_was_made_up_is_noticed_wherever_it_stands() -> None:
    _, _, operation = the_operations()["listWaylines"]
    changed = deepcopy(operation)
    invented: Document = {"type": "array", "items": {"type": "object", "properties": {"deep": {"type": "string"}}}}
    changed["parameters"].append({"name": "invented", "in": "query", "schema": {"type": "string"}})
    changed["responses"]["200"]["content"]["application/json"]["schema"]["allOf"].append(
        {"properties": {"data": {"properties": {"invented": invented}}}}
    )
    assert made_up(changed, "listWaylines") == [
        "query: invented",
        "data: invented",
        "data: invented[].deep",
    ]


def test_every_enum_of_the_bundle_is_in_a_table() -> None:
    tables = [list(map(str, each)) for each in [*ENUMS.values(), *DEVICE_ENUMS.values()]]
    listed = {name: list(map(str, enum_values(each))) for name, each in the_bundle()["components"]["schemas"].items()}
    assert {name for name, values in listed.items() if values and name not in ENUMS and values not in tables} == set()


@pytest.mark.parametrize("name", ENUMS)
def test_an_enum_has_the_values_of_the_dossier_in_its_order(name: str) -> None:
    assert enum_values(the_bundle()["components"]["schemas"][name]) == ENUMS[name]


def test_the_business_codes_are_those_of_the_dossier() -> None:
    dossier = set().union(*CODES.values())
    assert {entry["code"] for entry in the_bundle()["x-flighthub"]["errors"]} == dossier


def test_the_generated_errors_are_those_of_the_dossier() -> None:
    assert set(ERRORS) == set().union(*CODES.values())


def test_the_running_models_example_is_the_page_s_to_the_letter() -> None:
    file = Layout().spec / "examples" / "listRunningOpenModels.answer.json"
    assert file.read_text(encoding="utf-8") == RUNNING_MODELS_EXAMPLE


def test_the_running_models_example_reaches_the_bundle_unchanged() -> None:
    _, _, operation = the_operations()["listRunningOpenModels"]
    example = operation["responses"]["200"]["content"]["application/json"]["examples"]["default"]["value"]
    assert json.dumps(example) == json.dumps(json.loads(RUNNING_MODELS_EXAMPLE))


@pytest.mark.parametrize("name", NAMES_ON_THE_PAGE)
def test_the_transcription_has_the_names_of_the_page_even_where_they_are_wrong(name: str) -> None:
    schema = load(Layout().spec / "schemas" / "open_models.yaml")[name]
    assert list(zip(schema["x-enum-varnames"], schema["enum"], strict=True)) == NAMES_ON_THE_PAGE[name]


@pytest.mark.parametrize("name", NAMES_ON_THE_PAGE)
def test_the_bundle_differs_from_the_page_in_the_name_of_model_status_9_only(name: str) -> None:
    schema = the_bundle()["components"]["schemas"][name]
    corrected = [
        ("ModelingSuccess", value) if (name, value) == ("ModelStatus", 9) else (documented, value)
        for documented, value in NAMES_ON_THE_PAGE[name]
    ]
    assert list(zip(schema["x-enum-varnames"], schema["enum"], strict=True)) == corrected
