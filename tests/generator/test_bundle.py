"""The bundle: one standard document that says what the files of `spec/` and their `x-flighthub` say."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from checkouts import appended, replaced

from flighthub_api import OPERATIONS
from generator.bundle import bundle
from generator.documents import Document, SpecError, dump, load
from generator.layout import CHECKOUT, Layout
from generator.schema_access import operations, pointer, walk

LABELS = ("default", "timed", "daily", "weekly", "absolute_monthly", "relative_monthly", "continuous")
"""The examples of creating a flight task, one for each shape."""


def test_the_bundle_does_not_depend_on_the_folder_it_is_made_in(sources: Path, faithful: Document) -> None:
    assert json.dumps(bundle(Layout(sources))) == json.dumps(faithful)


# References


def test_references_are_local_and_lead_somewhere(faithful: Document) -> None:
    references = [node["$ref"] for _, node in walk(faithful) if isinstance(node, dict) and "$ref" in node]
    assert references
    for reference in references:
        assert reference.startswith("#/components/")
        place: Any = faithful
        for part in pointer(reference):
            place = place[part]


def test_a_reference_keeps_the_members_beside_it(faithful: Document) -> None:
    status = faithful["components"]["schemas"]["RunningOpenModel"]["properties"]["model_status"]
    assert status["$ref"] == "#/components/schemas/ModelStatus"
    assert status["description"]


# Wrong sources


def unknown_schema(root: Path) -> None:
    replaced(root / "spec" / "paths" / "system.yaml", "#/Envelope", "#/Envelop")


def unknown_file(root: Path) -> None:
    replaced(root / "spec" / "paths" / "system.yaml", "envelope.yaml", "envelop.yaml")


def key_written_twice(root: Path) -> None:
    replaced(root / "spec" / "paths" / "system.yaml", "    summary:", "    summary: Ask\n    summary:")


def schema_in_two_files(root: Path) -> None:
    appended(root / "spec" / "schemas" / "models.yaml", "TrackPoint: {type: object, description: Another.}\n")


def not_yaml(root: Path) -> None:
    replaced(root / "spec" / "paths" / "system.yaml", "system_status:", "system_status: [")


def path_missing_from_contents(root: Path) -> None:
    replaced(root / "spec" / "openapi.yaml", r"  /openapi/v0\.1/model/create: .*\n", "")


def operation_missing_from_contents(root: Path) -> None:
    file = root / "spec" / "paths" / "system.yaml"
    appended(file, dump({"system_other": load(file)["system_status"]}).replace("getSystemStatus", "getSystemOther"))


def example_of_no_operation(root: Path) -> None:
    (root / "spec" / "examples" / "getNothing.answer.json").write_text("{}", encoding="utf-8")


def request_example_of_an_operation_without_body(root: Path) -> None:
    (root / "spec" / "examples" / "getSystemStatus.request.json").write_text("{}", encoding="utf-8")


def example_without_a_side(root: Path) -> None:
    (root / "spec" / "examples" / "getSystemStatus.json").write_text("{}", encoding="utf-8")


def example_that_is_not_json(root: Path) -> None:
    (root / "spec" / "examples" / "getSystemStatus.answer.json").write_text("{", encoding="utf-8")


def operation_without_an_id(root: Path) -> None:
    replaced(root / "spec" / "paths" / "system.yaml", "    operationId: .*\n", "")


def operation_without_an_answer(root: Path) -> None:
    replaced(root / "spec" / "paths" / "system.yaml", "'200'", "'201'")


COUNT = len(OPERATIONS)

SPOILED = [
    (unknown_schema, "spec/paths/system.yaml: nothing is at ../schemas/envelope.yaml#/Envelop"),
    (unknown_file, "envelop.yaml"),
    (key_written_twice, "system.yaml:3: the key 'summary' stands twice"),
    (schema_in_two_files, "the schema TrackPoint exists in another file, too"),
    (not_yaml, "system.yaml"),
    (
        path_missing_from_contents,
        f"spec/paths holds {COUNT} operations, the table of contents in openapi.yaml reaches {COUNT - 1}",
    ),
    (
        operation_missing_from_contents,
        f"spec/paths holds {COUNT + 1} operations, the table of contents in openapi.yaml reaches {COUNT}",
    ),
    (example_of_no_operation, "getNothing.answer.json: no operation getNothing with a answer"),
    (request_example_of_an_operation_without_body, "no operation getSystemStatus with a request"),
    (example_without_a_side, "getSystemStatus.json"),
    (example_that_is_not_json, "getSystemStatus.answer.json"),
    (operation_without_an_id, "system_status"),
    (operation_without_an_answer, "getSystemStatus"),
]


@pytest.mark.parametrize(("spoil", "says"), SPOILED, ids=[spoil.__name__.replace("_", " ") for spoil, _ in SPOILED])
def test_a_wrong_source_is_an_error_that_names_it(spoil: Callable[[Path], None], says: str, sources: Path) -> None:
    spoil(sources)
    with pytest.raises(SpecError) as caught:
        bundle(Layout(sources))
    assert says in str(caught.value)


# Conditions


def request_example(document: Document, operation_id: str, label: str = "default") -> Document:
    """A documented request that a test may change."""
    (content,) = (
        operation["requestBody"]["content"]["application/json"]
        for _, _, operation in operations(document)
        if operation["operationId"] == operation_id
    )
    found: Document = deepcopy(content["examples"][label]["value"])
    return found


def complaints(document: Document, schema: str, value: Any) -> list[str]:
    """What a JSON Schema validator says against a value."""
    whole = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    validator = jsonschema_rs.Draft202012Validator(whole)
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.parametrize("label", LABELS)
def test_a_documented_flight_task_is_accepted(label: str, faithful: Document) -> None:
    task = request_example(faithful, "createFlightTask", label)
    assert complaints(faithful, "CreateFlightTaskRequest", task) == []


RULES = {
    "daily": {"interval": 2},
    "weekly": {"interval": 1, "days_of_week": [1, 4]},
    "absolute_monthly": {"interval": 1, "days_of_month": [1, 15]},
    "relative_monthly": {"interval": 1, "week_of_month": 2, "days_of_week": [1]},
}


@pytest.mark.parametrize("repeat_type", RULES)
@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_recurrence_is_accepted_for_its_own_repeat_type_alone(
    rule: str, repeat_type: str, faithful: Document
) -> None:
    task = {
        **request_example(faithful, "createFlightTask", "daily"),
        "repeat_type": repeat_type,
        "repeat_option": RULES[rule],
    }
    refused = complaints(faithful, "CreateFlightTaskRequest", task) != []
    assert refused is (rule != repeat_type)


OPTIONS = {
    "rtmp": {"url": "rtmp://media.example.com/live/key1"},
    "gb28181": {
        "server_id": "34020000002000000001",
        "server_ip": "192.0.2.10",
        "server_port": "5060",
        "device_id": "34020000001320000001",
        "device_password": "EXAMPLEPASSWORD",
        "local_port": "7060",
        "local_channel": "34020000001310000001",
    },
}


@pytest.mark.parametrize("schema", OPTIONS)
@pytest.mark.parametrize("option", OPTIONS)
def test_options_of_forwarding_are_accepted_for_their_own_schema_alone(
    option: str, schema: str, faithful: Document
) -> None:
    forwarder = {
        **request_example(faithful, "createStreamConverter"),
        "schema": schema,
        "schema_option": OPTIONS[option],
    }
    refused = complaints(faithful, "CreateStreamConverterRequest", forwarder) != []
    assert refused is (option != schema)


@pytest.mark.parametrize("schema", OPTIONS)
def test_an_answer_may_hold_null_where_a_sibling_selects_the_shape(schema: str, faithful: Document) -> None:
    forwarder = {"converter_id": "c7b1a6f0", "schema": schema, "schema_option": None}
    assert complaints(faithful, "StreamForwarder", forwarder) == []


@pytest.mark.parametrize(
    ("label", "taken"),
    [
        ("timed", "begin_at"),
        ("daily", "repeat_type"),
        ("weekly", "repeat_option"),
        ("daily", "begin_at"),
        ("daily", "end_at"),
        ("daily", "recurring_task_start_time_list"),
        ("continuous", "begin_at"),
        ("continuous", "end_at"),
        ("continuous", "continuous_task_periods"),
    ],
)
def test_a_member_that_a_sibling_requires_is_missed(label: str, taken: str, faithful: Document) -> None:
    task = request_example(faithful, "createFlightTask", label)
    del task[taken]
    assert complaints(faithful, "CreateFlightTaskRequest", task) == [f'"{taken}" is a required property']


@pytest.mark.parametrize(
    ("label", "given"),
    [
        ("default", {"begin_at": 1772442600}),
        ("default", {"end_at": 1772442600}),
        ("default", {"recurring_task_start_time_list": [1772442600]}),
        ("default", {"continuous_task_periods": [[1772434800, 1772445600]]}),
        ("timed", {"recurring_task_start_time_list": [1772442600]}),
        ("timed", {"continuous_task_periods": [[1772434800, 1772445600]]}),
        ("continuous", {"recurring_task_start_time_list": [1772442600]}),
        ("weekly", {"continuous_task_periods": [[1772434800, 1772445600]]}),
    ],
)
def test_a_member_that_goes_with_another_kind_of_task_is_refused(
    label: str, given: Document, faithful: Document
) -> None:
    task = {**request_example(faithful, "createFlightTask", label), **given}
    assert len(complaints(faithful, "CreateFlightTaskRequest", task)) == 1


def test_a_condition_that_is_only_inferred_refuses_nothing(faithful: Document) -> None:
    task = {**request_example(faithful, "createFlightTask", "weekly"), "latest_begin_at": 1772444400}
    assert complaints(faithful, "CreateFlightTaskRequest", task) == []


PARAMETERS = ("parameter_2d", "parameter_3d", "parameter_3dgs", "parameter_lidar")


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_reconstruction_with_any_one_kind_of_parameters_is_accepted(name: str, faithful: Document) -> None:
    start = {"resource_uuid": "14513788-a0c6-47e0-96d8-29736a44546a", name: "{}"}
    assert complaints(faithful, "StartOpenModelReconstructionRequest", start) == []


def test_a_reconstruction_without_any_parameters_is_refused(faithful: Document) -> None:
    start = {"resource_uuid": "14513788-a0c6-47e0-96d8-29736a44546a", "delete_resource_if_finish": True}
    assert len(complaints(faithful, "StartOpenModelReconstructionRequest", start)) == 1


# Order


@pytest.mark.parametrize("file", sorted((CHECKOUT / "spec" / "schemas").glob("*.yaml")), ids=lambda file: file.stem)
def test_members_keep_the_order_of_the_transcription(file: Path, faithful: Document) -> None:
    for name, schema in load(file).items():
        made = faithful["components"]["schemas"][name]
        assert list(made.get("properties", {})) == list(schema.get("properties", {})), name


def test_an_example_keeps_the_order_of_its_file(faithful: Document) -> None:
    written = load(CHECKOUT / "spec" / "examples" / "createFlightTask.weekly.request.json")
    assert json.dumps(request_example(faithful, "createFlightTask", "weekly")) == json.dumps(written)


@pytest.mark.parametrize("kind", ["schemas", "parameters", "responses", "securitySchemes"])
def test_components_are_sorted(kind: str, faithful: Document) -> None:
    found = list(faithful["components"][kind])
    assert found == sorted(found)


def test_paths_are_sorted(faithful: Document) -> None:
    assert list(faithful["paths"]) == sorted(faithful["paths"])


# Headers


OPERATIONS = [operation for _, _, operation in operations(bundle(Layout()))]


@pytest.mark.parametrize("operation", OPERATIONS, ids=[each["operationId"] for each in OPERATIONS])
def test_an_operation_gets_the_headers_of_its_scope(operation: Document) -> None:
    headers = [each["$ref"].rpartition("/")[2] for each in operation["parameters"] if "$ref" in each]
    if operation["x-flighthub"]["scope"] == "project":
        wanted = ["ProjectUuid", "RequestId", "Language"]
    elif operation["x-flighthub"]["group"] == "open_models":
        wanted = ["OptionalProjectUuid", "RequestId", "Language"]
    else:
        wanted = ["RequestId", "Language"]
    assert headers == wanted


@pytest.mark.parametrize(
    ("component", "name", "required"),
    [
        ("ProjectUuid", "X-Project-Uuid", True),
        ("OptionalProjectUuid", "X-Project-Uuid", False),
        ("RequestId", "X-Request-Id", False),
        ("Language", "X-Language", False),
    ],
)
def test_a_shared_header_has_its_documented_name(component: str, name: str, required: bool, faithful: Document) -> None:
    header = faithful["components"]["parameters"][component]
    assert (header["name"], header["in"], header["required"]) == (name, "header", required)
