"""What the spec can say and the client keeps: lists in the query in each of their forms, constants, sizes and maps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from checkouts import appended, copy_of_checkout, python_with_package, replaced, step

SURVEY = """\
survey:
  post:
    operationId: surveyFlightTasks
    tags: [Task Management]
    summary: Survey flight tasks
    description: Made up.
    x-flighthub:
      page: Survey Flight tasks
      source: {reference: documentation page, dated: '2026-06-01'}
      confidence: documented
      scope: project
      effect: read
      retry: safe
      group: flight_tasks
      method: survey
      result: data
      paging: none
    parameters:
      - name: flight_ids
        in: query
        required: true
        description: Flights, joined by commas.
        example: [f1, f2]
        style: form
        explode: false
        schema: {type: array, minItems: 2, items: {type: string}}
      - name: role_id
        in: query
        required: true
        description: Roles, repeated.
        example: [1, 2]
        style: form
        explode: true
        schema: {type: array, minItems: 2, items: {type: integer}}
      - name: 'status[]'
        in: query
        required: true
        description: States, repeated under a name with brackets.
        example: [waiting, executing]
        style: form
        explode: true
        schema:
          type: array
          minItems: 2
          items: {$ref: '../schemas/flight_tasks.yaml#/FlightTaskStatus'}
    requestBody:
      required: true
      content:
        application/json:
          schema: {$ref: '../schemas/flight_tasks.yaml#/SurveyFlightTasksRequest'}
    responses:
      '200':
        description: What was found.
        content:
          application/json:
            schema:
              allOf:
                - $ref: '../schemas/envelope.yaml#/Envelope'
                - type: object
                  properties:
                    data: {$ref: '../schemas/flight_tasks.yaml#/FlightTaskSurvey'}
      default: {$ref: '../openapi.yaml#/components/responses/Error'}
"""

SCHEMAS = """\
SurveyFlightTasksRequest:
  type: object
  description: What is surveyed.
  required: [edition, area]
  properties:
    edition: {type: integer, const: 2, description: Always 2.}
    detailed: {type: boolean, const: true, description: Always true where it is sent.}
    label: {type: string, minLength: 3, description: What it is called.}
    area: {$ref: '#/SurveyArea', description: Where.}
    weights:
      type: object
      additionalProperties: {type: integer, minimum: 1}
      description: A weight for each name.
SurveyArea:
  type: object
  description: Where.
  required: [kind]
  properties:
    kind: {type: integer, const: 7, description: Always 7.}
    size: {type: number, description: How large.}
FlightTaskSurvey:
  type: object
  description: What was found.
  properties:
    areas:
      type: object
      additionalProperties: {$ref: '#/SurveyArea'}
      description: Areas by their names.
    counts:
      type: object
      additionalProperties: {type: integer}
      description: Counts by their names.
"""

ANSWER = {
    "areas": {"north": {"kind": 7, "size": 1.5, "later": True}, "south": {"kind": 8}},
    "counts": {"flown": 3, "planned": "4", "lost": None},
}

PROGRAM = """\
import json
import flighthub_simulator
from flighthub import FlightHub, InvalidArgument
from flighthub.types import FlightTaskSurvey, SurveyArea
from flighthub_api.groups.flight_tasks import SURVEY

ARGUMENTS = {"flight_ids": ["f1", "f2"], "role_id": [1, 2], "status[]": ["waiting", "executing"], "area": {}}

def refusal(**more):
    try:
        SURVEY.request({**ARGUMENTS, **more})
    except InvalidArgument as error:
        return str(error)

request = SURVEY.request({**ARGUMENTS, "weights": {"a": 1}})
read = FlightTaskSurvey.from_dict(ANSWER)
changed = FlightTaskSurvey.from_dict(ANSWER)
changed.areas["north"].size = 2
with flighthub_simulator.run(scenario="examples") as simulator:
    with FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh:
        answered = fh.flight_tasks.survey(
            flight_ids=["f1", "f2"], role_id=[1, 2], status=["waiting", "executing"], area=SurveyArea()
        )
        doc = fh.flight_tasks.survey.__doc__

print(json.dumps({
    "query": request.query,
    "body": request.body,
    "answered": answered.to_dict(),
    "areas": [type(each).__name__ for each in read.areas.values()],
    "counts": read.counts,
    "given back": read.to_dict() == ANSWER,
    "changed": changed.to_dict()["areas"]["north"],
    "deviations": sorted(read.deviations()),
    "doc": doc,
    "refusals": {
        "another constant": refusal(edition=3),
        "a truth value for a number": refusal(area={"kind": True}),
        "a number for a truth value": refusal(detailed=1),
        "another constant inside": refusal(area={"kind": 8}),
        "a short text": refusal(label="ab"),
        "a value of a map": refusal(weights={"a": "x"}),
        "a limit of a map": refusal(weights={"a": 0}),
        "no map": refusal(weights=[1]),
        "a name of a map": refusal(weights={1: 1}),
        "an item": refusal(role_id=["x", 2]),
        "a short list": refusal(**{"status[]": ["waiting"]}),
    },
}))
"""


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a program sees of an operation that was added to spec/ and uses all of it."""
    root: Path = copy_of_checkout(tmp_path_factory.mktemp("survey") / "checkout")
    appended(root / "spec/paths/flight_tasks.yaml", SURVEY)
    appended(root / "spec/schemas/flight_tasks.yaml", SCHEMAS)
    listed = "  /openapi/v0.1/flight-task/survey: {$ref: 'paths/flight_tasks.yaml#/survey'}\n"
    replaced(root / "spec/openapi.yaml", "(?<=\npaths:\n)", listed)
    for side, example in (
        ("answer", {"code": 0, "message": "", "data": {"areas": {"north": {"kind": 7}}, "counts": {"flown": 3}}}),
        ("request", {"edition": 2, "area": {"kind": 7}}),
    ):
        file = root / f"spec/examples/surveyFlightTasks.{side}.json"
        file.write_text(json.dumps(example), encoding="utf-8")
    generated = step("generate", "--root", root)
    assert generated.returncode == 0, generated.stderr
    called = python_with_package(root, f"ANSWER = {ANSWER!r}\n{PROGRAM}")
    assert called.returncode == 0, called.stderr
    found: dict[str, Any] = json.loads(called.stdout)
    return found


def test_a_list_travels_as_the_spec_says(surveyed: dict[str, Any]) -> None:
    assert surveyed["query"] == {
        "flight_ids": "f1,f2",
        "role_id": ["1", "2"],
        "status[]": ["waiting", "executing"],
    }


def test_the_simulator_reads_each_of_the_forms(surveyed: dict[str, Any]) -> None:
    assert surveyed["answered"] == {"areas": {"north": {"kind": 7}}, "counts": {"flown": 3}}


def test_a_constant_that_is_required_is_filled_in_at_any_depth(surveyed: dict[str, Any]) -> None:
    assert surveyed["body"] == {"edition": 2, "area": {"kind": 7}, "weights": {"a": 1}}


@pytest.mark.parametrize(
    ("what", "says"),
    {
        "another constant": "edition must be 2",
        "a truth value for a number": "area.kind must be 7",
        "a number for a truth value": "detailed must be True",
        "another constant inside": "area.kind must be 7",
        "a short text": "label must have at least 3 characters, not 2",
        "a value of a map": "weights.a must be a whole number, not str",
        "a limit of a map": "weights.a must be at least 1, not 0",
        "no map": "weights must be a mapping, not list",
        "a name of a map": "weights must have text as its names, not int",
        "an item": "role_id[0] must be a whole number, not str",
        "a short list": "status must have at least 2 items, not 1",
    }.items(),
)
def test_what_the_spec_does_not_allow_is_refused_before_it_is_sent(
    what: str, says: str, surveyed: dict[str, Any]
) -> None:
    assert says in surveyed["refusals"][what].replace(":", "")


def test_a_map_is_read_in_its_types_and_given_back_as_it_came(surveyed: dict[str, Any]) -> None:
    assert surveyed["areas"] == ["SurveyArea", "SurveyArea"]
    assert surveyed["counts"] == {"flown": 3, "planned": 4}
    assert surveyed["given back"]
    assert surveyed["changed"] == {"kind": 7, "size": 2, "later": True}


def test_a_map_and_a_constant_that_are_not_as_documented_are_deviations(surveyed: dict[str, Any]) -> None:
    assert surveyed["deviations"] == [
        "FlightTaskSurvey.areas.north.later is not documented",
        "FlightTaskSurvey.areas.south.kind is 8, not 7",
        "FlightTaskSurvey.counts holds items of an unexpected form",
    ]


def test_the_docstring_says_what_a_text_must_have(surveyed: dict[str, Any]) -> None:
    assert "label: What it is called. (at least 3 characters)" in surveyed["doc"]
    assert "status: States, repeated under a name with brackets." in surveyed["doc"]
