"""Former names: generated as declared, working as before, with a warning that blames the right line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from checkouts import copy_of_checkout, python_with_package
from pruning import of_groups

from generator.documents import Document, SpecError, dump
from generator.generate import Package, generate, write
from generator.layout import Layout
from generator.names.aliases import declared
from generator.names.freeze import names_now

REASON = {"removed_in": "0.9.0", "reason": "DJI renamed it."}
DECLARED = [
    {"old": "types.Site", "new": "types.Project", **REASON},
    {"old": "enums.TaskState", "new": "enums.FlightTaskStatus", **REASON},
    {"old": "FlightTaskStatus.PART_DONE", "new": "FlightTaskStatus.PARTIALLY_DONE", **REASON},
    {"old": "ModelStatus.BUILT", "new": "ModelStatus.MODELING_SUCCESS", **REASON},
    {"old": "projects.find", "new": "projects.list", **REASON},
    {"old": "flight_tasks.read", "new": "flight_tasks.get", **REASON},
    {"old": "devices.calibrate", "new": "devices.calibrate_rtk", **REASON},
    {"old": "flight_tasks.list(dock_sn)", "new": "flight_tasks.list(sn)", **REASON},
    {"old": "projects.list(search)", "new": "projects.list(q)", **REASON},
    {"old": "sites", "new": "projects", **REASON},
    {"old": "tasks", "new": "flight_tasks", **REASON},
]

CALLS = """\
import asyncio, json, pickle, warnings
from flighthub import AsyncFlightHub, FlightHub, InvalidArgument
from flighthub_simulator import run

TASK = "8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"
WINDOW = {"begin_at": 1772409600, "end_at": 1772496000}

def told(action):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = action()
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
    lines = [str(each.message) for each in caught if each.category is DeprecationWarning]
    return {"result": result, "said": lines, "blames": sorted({each.filename for each in caught})}

def types():
    from flighthub.types import Project, Site
    return Site is Project

def enums():
    from flighthub import enums
    return enums.TaskState is enums.FlightTaskStatus

def values():
    from flighthub.enums import FlightTaskStatus, ModelStatus
    listed = [each.name for each in FlightTaskStatus]
    same = FlightTaskStatus.PART_DONE is FlightTaskStatus.PARTIALLY_DONE
    return [same, ModelStatus.BUILT.value, "PART_DONE" in listed]

def kept():
    from flighthub.enums import FlightTaskStatus
    return FlightTaskStatus("partially_done").name

def names(rows):
    return [row.name for row in rows]

async def asynchronously(settings):
    async with AsyncFlightHub(**settings) as fh:
        return [
            len(await fh.flight_tasks.list(dock_sn="7CTDEXAMPLE0001", **WINDOW)),
            names(await fh.projects.find(search="zzz")),
            (await fh.raw.projects.find()).http_status,
            names(await fh.sites.list()) == names(await fh.projects.list()),
        ]

with run(speed=0) as world:
    settings = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with FlightHub(**settings) as fh:
        found = {
            "types": told(types),
            "enums": told(enums),
            "values": told(values),
            "present": told(kept),
            "method": told(lambda: names(fh.projects.find()) == names(fh.projects.list())),
            "argument": told(lambda: len(fh.flight_tasks.list(dock_sn="7CTDEXAMPLE0001", **WINDOW))),
            "present argument": told(lambda: len(fh.flight_tasks.list(sn="7CTDEXAMPLE0001", **WINDOW))),
            "no argument": told(lambda: fh.flight_tasks.list(**WINDOW)),
            "both arguments": told(lambda: fh.flight_tasks.list(sn="a", dock_sn="a", **WINDOW)),
            "group": told(lambda: fh.tasks is fh.flight_tasks),
            "raw": told(lambda: fh.raw.sites.find().http_status),
        }
    found["async"] = told(lambda: asyncio.run(asynchronously(settings)))
print(json.dumps(found))
"""


def with_aliases(root: Path, entries: list[dict[str, Any]]) -> Path:
    """The checkout with these former names declared."""
    Layout(root).aliases.write_text(dump(entries), encoding="utf-8")  # type: ignore[arg-type]
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose package has former names."""
    root = with_aliases(copy_of_checkout(tmp_path_factory.mktemp("aliases") / "checkout"), DECLARED)
    write(Layout(root), generate(Layout(root)))
    return root


@pytest.fixture(scope="module")
def seen(root: Path) -> dict[str, dict[str, Any]]:
    """What a program sees that uses the former names."""
    ran = python_with_package(root, CALLS)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, dict[str, Any]] = json.loads(ran.stdout)
    return found


def gone(old: str, new: str) -> str:
    return f"{old} is now {new}; the old name goes with flighthub 0.9.0"


FIND = gone("projects.find", "projects.list")
SITES = gone("sites", "projects")
SN = gone("flight_tasks.list(dock_sn)", "flight_tasks.list(sn)")

WORKING: list[tuple[str, Any, list[str]]] = [
    ("types", True, [gone("Site", "Project")]),
    ("enums", True, [gone("TaskState", "FlightTaskStatus")]),
    (
        "values",
        [True, 9, False],
        [
            gone("FlightTaskStatus.PART_DONE", "FlightTaskStatus.PARTIALLY_DONE"),
            gone("ModelStatus.BUILT", "ModelStatus.MODELING_SUCCESS"),
        ],
    ),
    ("present", "PARTIALLY_DONE", []),
    ("method", True, [FIND]),
    ("argument", 0, [SN]),
    ("present argument", 0, []),
    ("group", True, [gone("tasks", "flight_tasks")]),
    ("raw", 200, [SITES, FIND]),
    ("async", [0, [], 200, True], [SN, FIND, gone("projects.list(search)", "projects.list(q)"), FIND, SITES]),
]


@pytest.mark.parametrize(("name", "result", "said"), WORKING, ids=[each[0] for each in WORKING])
def test_a_former_name_does_what_it_did_and_warns(
    name: str, result: Any, said: list[str], seen: dict[str, dict[str, Any]]
) -> None:
    assert seen[name]["result"] == result
    assert seen[name]["said"] == said


def test_the_warning_blames_the_line_that_uses_the_former_name(seen: dict[str, dict[str, Any]]) -> None:
    assert {file for each in seen.values() for file in each["blames"]} == {"<string>"}


@pytest.mark.parametrize(
    ("name", "says"),
    [("no argument", "InvalidArgument: sn"), ("both arguments", "InvalidArgument: dock_sn")],
)
def test_an_argument_must_be_given_under_one_of_its_names(
    name: str, says: str, seen: dict[str, dict[str, Any]]
) -> None:
    assert seen[name]["result"].startswith(says)


def test_former_names_can_be_seen_without_running_anything(root: Path) -> None:
    names = names_now(Layout(root))
    assert str(names["flighthub.types.Site"]) == "flighthub.types.Site  # until 0.9.0"
    assert str(names["flighthub.enums.FlightTaskStatus.PART_DONE"]).endswith("PART_DONE  # until 0.9.0")
    for client in ("FlightHub", "AsyncFlightHub", "FlightHub.raw"):
        path = f"flighthub.{client}.flight_tasks.read"
        assert str(names[path]) == f"{path}(task_uuid, *, request_options)  # until 0.9.0"
    assert str(names["flighthub.FlightHub.flight_tasks.list"]).endswith("# dock_sn until 0.9.0")
    assert "flighthub.FlightHub.tasks.create" in names


def test_the_secrets_of_a_call_under_its_former_name_are_masked_at_once(root: Path) -> None:
    text = (root / "generated" / "flighthub_api" / "groups" / "devices.py").read_text(encoding="utf-8")
    body = text.partition("def calibrate(")[2]
    assert body.index("password = as_secret(password)") < body.index("former(")


def test_nothing_is_left_of_former_names_where_there_are_none(faithful: Document) -> None:
    made = Package(of_groups(faithful, "flight_tasks", "projects"), Layout()).files()
    assert [
        name for name, text in made.items() if "renames import" in text or "import renames" in text or "_FORMER" in text
    ] == []


REFUSED = [
    ({"old": "types.Site", "new": "types.Nowhere"}, "Nowhere, which does not exist"),
    ({"old": "types.FlightTask", "new": "types.Project"}, "FlightTask still exists"),
    ({"old": "types.Site", "new": "enums.ModelStatus"}, "not two names of one kind"),
    ({"old": "projects.find", "new": "flight_tasks.list"}, "must be of the same group"),
    ({"old": "nowhere.find", "new": "nowhere.list"}, "nothing is called nowhere"),
    ({"old": "Nothing.A", "new": "Nothing.B"}, "nothing is called Nothing"),
    ({"old": "devices.calibrate_rtk(secret)", "new": "devices.calibrate_rtk(password)"}, "holds no secret"),
    ({"old": "flight_tasks.get(id)", "new": "flight_tasks.get(task_uuid)"}, "only a keyword"),
    ({"old": "flight_tasks.list(a)", "new": "flight_tasks.list(b)"}, "list\\(b\\), which does not exist"),
]


@pytest.mark.parametrize(("entry", "says"), REFUSED, ids=[entry["old"] for entry, _ in REFUSED])
def test_a_former_name_that_leads_nowhere_is_refused(entry: dict[str, str], says: str, faithful: Document) -> None:
    groups = ("devices",) if "devices" in entry["old"] else ("flight_tasks", "open_models", "projects")
    document = of_groups(faithful, *groups)
    document["x-flighthub"]["aliases"] = [{**entry, **REASON}]
    with pytest.raises(SpecError, match=says):
        Package(document, Layout()).files()


@pytest.mark.parametrize(
    "entry",
    [
        {"old": "types.A", "new": "types.B", "removed_in": "0.9.0"},
        {"old": "types.A", "new": "types.B", "removed_in": "soon", "reason": "Why."},
        {"old": "types.A", "new": "types.B", "removed_in": "0.9.0", "reason": ""},
    ],
)
def test_an_entry_that_is_not_whole_is_refused(entry: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "aliases.yaml"
    file.write_text(dump([entry]), encoding="utf-8")  # type: ignore[arg-type]
    with pytest.raises(SpecError, match=r"aliases\.yaml"):
        declared(file)
