"""The lowered document: what the engine misreads is gone, what it needs is left, and the bundle is untouched."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from generator.documents import Document
from generator.lower import lower
from generator.schema_access import operations


@pytest.fixture(scope="module")
def lowered(faithful: Document) -> Document:
    """The lowered document of this checkout, which no test changes."""
    return lower(faithful)


def keywords(node: Any) -> Iterator[tuple[str, Any]]:
    """Every key with its value, but for names of members and of components, which may be any word."""
    if isinstance(node, list):
        for item in node:
            yield from keywords(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield key, value
            if key in {"properties", "schemas"}:
                for named in value.values():
                    yield from keywords(named)
            else:
                yield from keywords(value)


@pytest.mark.parametrize("keyword", ["if", "then", "else", "not", "x-flighthub", "description", "examples", "default"])
def test_a_keyword_that_the_engine_misreads_is_in_the_bundle_only(
    keyword: str, faithful: Document, lowered: Document
) -> None:
    schemas = {"schemas": lowered["components"]["schemas"]}
    assert keyword not in dict(keywords(schemas))
    assert keyword == "else" or keyword in dict(keywords(faithful["components"]))


def test_x_flighthub_is_nowhere(lowered: Document) -> None:
    assert "x-flighthub" not in dict(keywords(lowered))


def test_no_format_is_left_but_date_time(faithful: Document, lowered: Document) -> None:
    def formats(document: Document) -> set[str]:
        return {value for key, value in keywords(document) if key == "format"}

    assert formats(faithful) >= {"uuid", "password", "int64", "date-time"}
    assert formats(lowered) == {"date-time"}


def test_no_type_is_null(faithful: Document, lowered: Document) -> None:
    def types(document: Document) -> set[str]:
        return {
            each
            for key, value in keywords(document)
            if key == "type"
            for each in (value if isinstance(value, list) else [value])
        }

    assert "null" in types(faithful)
    assert types(lowered) == {"array", "boolean", "integer", "number", "object", "string"}


def test_no_parameter_is_a_header(lowered: Document) -> None:
    places = {each["in"] for _, _, operation in operations(lowered) for each in operation["parameters"]}
    assert places == {"path", "query"}


def test_no_answer_is_an_envelope(lowered: Document) -> None:
    assert "Envelope" not in lowered["components"]["schemas"]
    assert "#/components/schemas/Envelope" not in {value for key, value in keywords(lowered) if key == "$ref"}


def test_an_operation_has_one_answer(lowered: Document) -> None:
    assert {tuple(operation["responses"]) for _, _, operation in operations(lowered)} == {("200",)}


def test_every_operation_of_the_bundle_is_there(faithful: Document, lowered: Document) -> None:
    def ids(document: Document) -> list[tuple[str, str, str]]:
        return [(path, verb, operation["operationId"]) for path, verb, operation in operations(document)]

    assert ids(lowered) == ids(faithful)


def test_what_a_sibling_selects_is_a_choice_of_its_variants(lowered: Document) -> None:
    option = lowered["components"]["schemas"]["CreateFlightTaskRequest"]["properties"]["repeat_option"]
    assert list(option) == ["oneOf"]
    assert sorted(variant["$ref"].rpartition("/")[2] for variant in option["oneOf"]) == [
        "TaskRepeatOptionAbsoluteMonthly",
        "TaskRepeatOptionDaily",
        "TaskRepeatOptionRelativeMonthly",
        "TaskRepeatOptionWeekly",
    ]


@pytest.mark.parametrize(
    ("schema", "member", "plain"),
    [
        ("Project", "project_work_center_point", {"$ref": "#/components/schemas/GeoPoint"}),
        ("Project", "uuid", {"type": "string"}),
        ("Project", "created_at", {"type": "integer"}),
        ("FlightTaskSummary", "begin_at", {"type": "string", "format": "date-time"}),
        ("FlightTaskSummary", "run_at", {"type": "string"}),
        ("FlightTaskSummary", "status", {"$ref": "#/components/schemas/FlightTaskStatus"}),
        ("FlightTaskOperation", "operator_id", {"type": ["string", "integer"]}),
        ("ProjectList", "list", {"type": "array", "items": {"$ref": "#/components/schemas/Project"}}),
    ],
)
def test_a_member_is_reduced_to_its_plain_type(schema: str, member: str, plain: Document, lowered: Document) -> None:
    assert lowered["components"]["schemas"][schema]["properties"][member] == plain


def test_lowering_leaves_the_bundle_as_it_was(document: Document) -> None:
    before = deepcopy(document)
    lower(document)
    assert document == before
