"""The report: each kind of change is called what it is, a rename is found, and the version follows from it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from merging import merged

from generator.documents import Document, SpecError, dump, load
from generator.layout import CHECKOUT
from generator.names.surface import Name, Parameter, surface
from generator.report import type_relations as types
from generator.report.api import Api
from generator.report.changes import ADDITION, BREAKING, CLIENT, DOCUMENTATION, FIX, KINDS, PYTHON, WIRE, Change
from generator.report.compare import Comparison
from generator.report.page import page
from generator.report.python_names import compare_names
from generator.report.versions import check_version, next_version, parsed, said, version_in

FOLDER = Path(__file__).with_name("report")
CASES: list[dict[str, Any]] = load(FOLDER / "cases.yaml")


@cache
def before() -> Document:
    """The bundle that each case changes."""
    document: Document = load(FOLDER / "before.yaml")
    return document


def lines(patch: Document) -> list[Change]:
    """What the report says of a change."""
    return Comparison(Api(before()), Api(merged(before(), patch))).found


# Each kind of change


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_change_is_called_what_it_is(case: dict[str, Any]) -> None:
    found = lines(case["change"])
    assert [str(each) for each in found if each.layer == CLIENT] == case["client"]
    assert [str(each) for each in found if each.layer == WIRE] == case["wire"]


LANDED: Document = {
    "webhooks": {
        "landed": {
            "post": {
                "summary": "It has landed.",
                "description": "On the ground.",
                "x-flighthub": {"kind": "landed", "form": "event_api", "confidence": "observed", "deduplicate_by": []},
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Landed"}}}},
            }
        }
    },
    "components": {
        "schemas": {"Landed": {"type": "object", "description": "x", "properties": {"type": {"type": "string"}}}}
    },
}
"""What a bundle has of an event."""


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            {},
            LANDED,
            [
                "addition: Landed: new model",
                "addition: schema Landed: added",
                "addition: event landed: known now",
                "addition: webhook landed: added",
            ],
        ),
        (
            LANDED,
            merged(LANDED, {"webhooks": {"landed": {"post": {"x-flighthub": {"deduplicate_by": ["id"]}}}}}),
            ["fix: event landed: told apart otherwise", "fix: webhook landed: its notes changed"],
        ),
        (
            LANDED,
            merged(LANDED, {"webhooks": {"landed": {"post": {"summary": "Down."}}}}),
            ["documentation: event landed: described anew"],
        ),
        (LANDED, LANDED, []),
    ],
)
def test_a_change_of_an_event_is_called_what_it_is(first: Document, second: Document, said: list[str]) -> None:
    found = Comparison(Api(merged(before(), first)), Api(merged(before(), second))).found
    assert [str(each) for each in found] == said


def test_an_event_that_is_gone_breaks_who_looks_for_it() -> None:
    found = Comparison(Api(merged(before(), LANDED)), Api(before())).found
    assert "breaking: event landed: removed from EVENTS" in map(str, found)


def test_the_cases_cover_every_kind_and_are_many() -> None:
    said_of_all = [line for case in CASES for line in (*case["client"], *case["wire"])]
    assert {line.partition(":")[0] for line in said_of_all} == set(KINDS)
    assert len({case["name"] for case in CASES}) == len(CASES) > 80
    assert all(case["client"] or case["wire"] for case in CASES)


def test_nothing_is_said_where_nothing_changed() -> None:
    assert lines({}) == []


def test_every_line_about_an_operation_or_a_schema_names_its_page() -> None:
    tables = ("region", "server", "language", "X-Language", "headers", "documentation", "edition")
    unfounded = [
        str(each)
        for case in CASES
        for each in lines(case["change"])
        if not each.pages and not each.subject.startswith(tables)
    ]
    assert unfounded == []


def test_a_schema_names_the_pages_of_the_operations_it_travels_with() -> None:
    (line,) = [each for each in lines(case_named("an answer gains a member")) if each.layer == CLIENT]
    assert line.pages == ("List Flights", "Create Flight", "Get Flight")


def case_named(name: str) -> Document:
    """The change of a case."""
    (found,) = [case["change"] for case in CASES if case["name"] == name]
    assert isinstance(found, dict)
    return found


def test_a_renamed_schema_is_no_change_of_the_members_that_hold_it() -> None:
    found = lines(case_named("a model has another name"))
    assert [each.subject for each in found] == ["Person", "schema Person"]


def test_a_method_that_gave_nothing_and_gives_something_is_an_addition() -> None:
    status = {"200": {"content": {"application/json": {"schema": {"properties": {"data": None}}}}}}
    path = "/flights/{flight}/{leg}"
    nothing = {"paths": {path: {"get": {"responses": status, "x-flighthub": {"result": "none"}}}}}
    found = Comparison(Api(merged(before(), nothing)), Api(before())).found
    assert str(found[0]) == "addition: flights.get(): gives Flight, was None"


def test_the_bundle_of_this_checkout_can_be_compared_with_itself() -> None:
    bundle = load(CHECKOUT / "generated" / "flighthub_api" / "openapi.yaml")
    assert Comparison(Api(bundle), Api(bundle)).found == []


# Types

RELATIONS = [
    ("str", "str", types.SAME),
    ("str | int", "int | str", types.SAME),
    ("str", "str | int", types.WIDER),
    ("str | int", "int", types.NARROWER),
    ("str", "int", types.OTHER),
    ("Literal['a', 'b']", "Literal['a', 'b', 'c']", types.WIDER),
    ("Literal['a', 'b']", "Literal['b', 'c']", types.OTHER),
    ("Sequence[Mode | Literal['a']]", "Sequence[Mode | Literal['a', 'b']]", types.WIDER),
    ("builtins.list[A]", "builtins.list[B]", types.OTHER),
    ("list[A | B]", "list[A]", types.NARROWER),
    ("Pager[A]", "list[A]", types.OTHER),
    ("Mapping[str, int]", "Mapping[str, str]", types.OTHER),
]


@pytest.mark.parametrize(("old", "new", "relation"), RELATIONS)
def test_a_type_holds_more_or_less_than_another(old: str, new: str, relation: str) -> None:
    assert types.relation(old, new) == relation


# Python names


def method(*parameters: Parameter, gives: str = "None", path: str = "flighthub.FlightHub.map") -> Name:
    """A public function."""
    return Name(path, "function", gives, parameters)


def keyword(name: str, annotation: str = "str", *, required: bool = False) -> Parameter:
    """A keyword of a function."""
    return Parameter(name, annotation, positional=False, required=required)


def place(name: str, annotation: str = "str", *, required: bool = True) -> Parameter:
    """A positional parameter."""
    return Parameter(name, annotation, positional=True, required=required)


HELD = Name("flighthub.types.Held", "model")

NAMES: list[tuple[str, list[Name], list[Name], list[str]]] = [
    ("gone", [method()], [], ["breaking: flighthub.FlightHub.map: removed"]),
    ("new", [], [method()], ["addition: flighthub.FlightHub.map: added"]),
    ("parameter gone", [method(keyword("a"))], [method()], ["breaking: flighthub.FlightHub.map: a removed"]),
    ("optional", [method()], [method(keyword("a"))], ["addition: flighthub.FlightHub.map: a added (optional)"]),
    (
        "required",
        [method()],
        [method(keyword("a", required=True))],
        ["breaking: flighthub.FlightHub.map: a added (required)"],
    ),
    (
        "must be given",
        [method(keyword("a", "str | None"))],
        [method(keyword("a", required=True))],
        ["breaking: flighthub.FlightHub.map: a is now required"],
    ),
    (
        "keyword",
        [method(place("a"))],
        [method(keyword("a", required=True))],
        ["breaking: flighthub.FlightHub.map: a is a keyword only"],
    ),
    (
        "order",
        [method(place("a"), place("b"))],
        [method(place("b"), place("a"))],
        ["breaking: flighthub.FlightHub.map: takes b, a in this order"],
    ),
    (
        "takes more",
        [method(keyword("a"))],
        [method(keyword("a", "str | int"))],
        ["addition: flighthub.FlightHub.map: a takes str | int, was str"],
    ),
    (
        "takes less",
        [method(keyword("a", "str | int"))],
        [method(keyword("a"))],
        ["breaking: flighthub.FlightHub.map: a takes str, was str | int"],
    ),
    ("gives less", [method(gives="A | B")], [method(gives="A")], ["fix: flighthub.FlightHub.map: gives A, was A | B"]),
    (
        "gives more",
        [method(gives="A")],
        [method(gives="A | B")],
        ["breaking: flighthub.FlightHub.map: gives A | B, was A"],
    ),
    (
        "awaited",
        [method()],
        [replace(method(), awaited=True)],
        ["breaking: flighthub.FlightHub.map: is awaited"],
    ),
    (
        "both clients and raw",
        [],
        [method(path=f"flighthub.{each}.flights.get") for each in ("FlightHub", "AsyncFlightHub", "FlightHub.raw")],
        ["addition: flighthub.FlightHub.flights.get: added; also async and raw"],
    ),
    (
        "a class with all below it",
        [HELD, Name("flighthub.types.Held.name", "attribute", "str")],
        [],
        ["breaking: flighthub.types.Held: removed"],
    ),
    (
        "a class that is another name now",
        [HELD, Name("flighthub.types.Held.name", "attribute", "str")],
        [Name("flighthub.types.Held", "alias", bases=("flighthub_api.models.kept.Kept",))],
        ["addition: flighthub.types.Held: is another name of Kept, and warns"],
    ),
    (
        "an attribute may be None",
        [HELD, Name("flighthub.types.Held.name", "attribute", "str", required=True)],
        [HELD, Name("flighthub.types.Held.name", "attribute", "str | None")],
        ["breaking: flighthub.types.Held.name: is str | None, was str"],
    ),
    (
        "a value",
        [Name("flighthub.enums.E", "enum")],
        [Name("flighthub.enums.E", "enum"), Name("flighthub.enums.E.A", "value")],
        ["addition: flighthub.enums.E.A: added (warning: programs that list all values do not list it)"],
    ),
    (
        "a base class",
        [replace(HELD, bases=("a.Thing",))],
        [HELD],
        ["breaking: flighthub.types.Held: is no longer a Thing"],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), [each[1:] for each in NAMES], ids=[each[0] for each in NAMES])
def test_a_change_of_a_python_name_is_called_what_it_is(old: list[Name], new: list[Name], expected: list[str]) -> None:
    sides = [{name.path: name for name in names} for names in (old, new)]
    assert [str(each) for each in compare_names(*sides)] == expected


def test_a_renamed_model_is_no_change_of_what_gives_it() -> None:
    old, new = (
        {each.path: each for each in (method(gives=f"Pager[{name}]"), Name(f"flighthub.types.{name}", "model"))}
        for name in ("Old", "New")
    )
    found = compare_names(old, new, renames={"Old": "New"})
    assert [str(each) for each in found] == [
        "breaking: flighthub.types.Old: renamed to New",
        "addition: flighthub.types.New: added",
    ]  # fmt: skip


def test_the_surface_has_the_names_that_people_use_and_no_private_ones() -> None:
    names = surface([CHECKOUT / "generated", CHECKOUT / "overrides"])
    for path, kind in (
        ("flighthub.FlightHub", "class"),
        ("flighthub.AsyncFlightHub.flight_tasks", "group"),
        ("flighthub.FlightHub.flight_tasks.create", "function"),
        ("flighthub.FlightHub.raw.projects.list", "function"),
        ("flighthub.types.FlightTask.uuid", "attribute"),
        ("flighthub.enums.FlightTaskStatus.SUCCESS", "value"),
        ("flighthub.errors.OutcomeUnknown", "alias"),
        ("flighthub_api.OPERATIONS", "constant"),
    ):
        assert names[path].kind == kind, path
    private = [path for path in names if any(part.startswith("_") for part in path.split("."))]
    assert private == ["flighthub.__version__"]
    assert names["flighthub.FlightHub.devices.get_state"].signature == (
        "flighthub.FlightHub.devices.get_state(device_sn, *, as_, request_options)"
    )


# The version

VERSIONS = [
    ("1.2.3", BREAKING, "2.0.0"),
    ("1.2.3", ADDITION, "1.3.0"),
    ("1.2.3", FIX, "1.2.4"),
    ("1.2.3", DOCUMENTATION, "1.2.4"),
    ("1.2.3", None, "1.2.3"),
    ("0.2.3", BREAKING, "0.3.0"),
    ("0.2.3", ADDITION, "0.2.4"),
    ("0.2.3", FIX, "0.2.4"),
    ("0.2.3", DOCUMENTATION, "0.2.4"),
]


@pytest.mark.parametrize(("released", "kind", "expected"), VERSIONS)
def test_the_version_follows_from_the_worst_kind(released: str, kind: str | None, expected: str) -> None:
    assert said(next_version(parsed(released), kind)) == expected


GONE = Change(BREAKING, CLIENT, "flights.get()", "leg removed", ("Get Flight",), member="leg")
NEW = Change(ADDITION, CLIENT, "flights.delete()", "added", ("Delete Flight",))
RELEASED = "# Changelog\n\n## 0.2.0\n\nFirst.\n"
NAMING = "# Changelog\n\n## 0.3.0\n\n* `flights.get()`: `leg` is\n  gone.\n\n## 0.2.0\n\nFirst.\n"

CHECKED = [
    ("all is well", [GONE], RELEASED, "0.3.0", NAMING, ""),
    ("nothing changed", [], RELEASED, "0.2.0", RELEASED, ""),
    ("more than needed", [NEW], RELEASED, "0.3.0", NAMING, ""),
    ("the version is too low", [GONE], RELEASED, "0.2.1", NAMING.replace("0.3.0", "0.2.1"), "must be at least 0.3.0"),
    ("the version stayed", [NEW], RELEASED, "0.2.0", RELEASED, "must be at least 0.2.1: addition changes since 0.2.0"),
    ("no section", [GONE], RELEASED, "0.3.0", RELEASED, "no section `## 0.3.0`"),
    ("not named", [GONE], RELEASED, "0.3.0", NAMING.replace("leg", "the leg's number"), ""),
    (
        "the member is not named",
        [GONE],
        RELEASED,
        "0.3.0",
        NAMING.replace("leg", "number"),
        "names no `flights.get` with `leg`",
    ),
    (
        "another entry names it",
        [GONE],
        RELEASED,
        "0.3.0",
        NAMING.replace("`leg`", "this\n* `leg`"),
        "names no `flights.get` with `leg`",
    ),
    (
        "an older section names it",
        [GONE],
        RELEASED,
        "0.4.0",
        NAMING.replace("## 0.3.0", "## 0.4.0\n\nNo.\n\n## 0.3.0"),
        "names no",
    ),
    ("a longer name is another", [GONE], RELEASED, "0.3.0", NAMING.replace("`leg`", "`legs`"), "names no"),
    ("the base was never released", [GONE], "## 0.2.0 (unreleased)\n", "0.2.0", "## 0.2.0 (unreleased)\n", ""),
    (
        "the base is not released yet",
        [GONE],
        "## 0.2.1 (unreleased)\n\n## 0.2.0\n",
        "0.2.1",
        "## 0.2.1 (unreleased)\n\n* `flights.get()`: `leg` is gone.\n\n## 0.2.0\n",
        "must be at least 0.3.0: breaking changes since 0.2.0",
    ),
    ("the version went back", [], RELEASED, "0.1.9", RELEASED.replace("0.2.0", "0.1.9"), "must be at least 0.2.0"),
]


@pytest.mark.parametrize(
    ("found", "base", "now", "log", "problem"),
    [each[1:] for each in CHECKED],
    ids=[each[0] for each in CHECKED],
)
def test_version_and_changelog_have_to_fit(found: list[Change], base: str, now: str, log: str, problem: str) -> None:
    old = "0.2.1" if base.startswith("## 0.2.1") else "0.2.0"
    problems = check_version(found, old, base, now, log).problems
    assert (problem in "\n".join(problems)) if problem else not problems, problems


def test_a_python_name_is_named_with_the_line_it_goes_with() -> None:
    shadow = Change(BREAKING, PYTHON, "flighthub.FlightHub.flights.get", "leg removed", member="leg")
    alone = Change(BREAKING, PYTHON, "flighthub.Outcome", "removed")
    judged = check_version([GONE, shadow, alone], "0.2.0", RELEASED, "0.3.0", NAMING)
    assert judged.problems == ("CHANGELOG.md 0.3.0 names no `flighthub.Outcome`: removed",)


@pytest.mark.parametrize("text", ["0.2", "1.0.0rc1", "v1.0.0", ""])
def test_a_version_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(SpecError, match="no version"):
        parsed(text)


def test_the_version_is_read_without_running_anything() -> None:
    assert version_in('"""Text."""\n\n__version__ = "1.2.3"\n') == "1.2.3"
    with pytest.raises(SpecError, match="no __version__"):
        version_in("version = 1")


# The page


def test_the_page_has_the_clients_language_first_and_the_worst_first() -> None:
    found = [
        NEW,
        GONE,
        Change(ADDITION, WIRE, "DELETE /flights/{flight}", "operation added", ("Delete Flight",)),
        Change(ADDITION, CLIENT, "State.LOST", "new value in answers", tuple("ABCDE"), "not listed"),
        Change(BREAKING, PYTHON, "flighthub.Outcome", "removed"),
    ]
    assert page(found, "v0.2.0", check_version(found, "0.2.0", RELEASED, "0.2.1", RELEASED)) == """\
# What changed since v0.2.0

5 lines: 2 breaking, 3 addition.

**Version**: at least 0.3.0 (base: released as 0.2.0); it is 0.2.1.
* the version is 0.2.1, it must be at least 0.3.0: breaking changes since 0.2.0
* CHANGELOG.md has no section `## 0.2.1`

## For those who use the client

* **breaking** `flights.get()`: leg removed. (Get Flight)
* **addition** `flights.delete()`: added. (Delete Flight)
* **addition** `State.LOST`: new value in answers. ⚠ not listed. (A; B; C; and 2 more)

## On the wire

* **addition** `DELETE /flights/{flight}`: operation added. (Delete Flight)

## Python names

* **breaking** `flighthub.Outcome`: removed. (ours)
"""  # fmt: skip


# The command


def report(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs the report as a command."""
    command = [sys.executable, "-m", "generator.report", *map(str, arguments)]
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)


def test_two_bundles_can_be_compared_as_files(tmp_path: Path) -> None:
    after = tmp_path / "after.yaml"
    after.write_text(dump(merged(before(), case_named("an operation is gone"))), encoding="utf-8")
    ran = report("--before", FOLDER / "before.yaml", "--after", after)
    assert ran.returncode == 0, ran.stderr
    assert "* **breaking** `flights.get()`: removed. (Get Flight)" in ran.stdout


@pytest.mark.parametrize("arguments", [(), ("--before", "a.yaml"), ("--base", "HEAD", "--before", "a", "--after", "b")])
def test_a_command_that_makes_no_sense_is_refused(arguments: tuple[str, ...]) -> None:
    ran = report(*arguments)
    assert ran.returncode == 2
    assert "give --base REF" in ran.stderr
