"""The generated package: a proof of its sources, whole, the same everywhere, and refused when anything is wrong."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from checkouts import (
    appended,
    copy_of_checkout,
    copy_of_sources,
    environment,
    python_with_package,
    replaced,
    step,
)
from made_up import reading
from pruning import of_groups

import generator.generate
from flighthub_api import API, OPERATIONS
from generator.documents import Document, SpecError, dump
from generator.generate import Package, differences, generate, write
from generator.layout import CHECKOUT, Layout
from generator.lower import lower
from generator.schema_access import operations

SYNC = Path("overrides") / "flighthub" / "_sync"


def files_of(root: Path) -> dict[str, bytes]:
    """Everything that a run has written, by its path in the copy."""
    written = [root / "generator" / "lock.json", *(root / "generated").rglob("*")]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in written if file.is_file()}


# The same bytes


def test_hash_seed_and_folder_leave_no_trace_in_the_output(tmp_path: Path, outputs: dict[str, bytes]) -> None:
    other = copy_of_sources(tmp_path / "a" / "rather" / "longer path")
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    command = [sys.executable, "-m", "generator.generate", "--root", str(other)]
    ran = subprocess.run(
        command, cwd=CHECKOUT, env=environment(PYTHONHASHSEED=seed), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    here = tmp_path / "here"
    shutil.copytree(other, here, ignore=shutil.ignore_patterns("generated", "generator"))
    write(Layout(here), outputs)
    first, second = map(files_of, (here, other))
    assert len(first) > 100
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_no_generated_file_names_the_folder_it_was_made_in(outputs: dict[str, bytes]) -> None:
    assert [name for name, data in outputs.items() if os.fsencode(CHECKOUT) in data] == []


def test_every_generated_file_says_that_it_is_generated(outputs: dict[str, bytes]) -> None:
    silent = [name for name, data in outputs.items() if b"Generated from spec/ by `make" not in data]
    assert silent == []


# The runtime

SHARED = """\
import sys
import flighthub_api
from flighthub_api.groups.devices import GET_STATE
from another_api.groups.devices import GET_STATE as ANOTHER
from another_api import models, enums, operations

class Caller:
    def call(self, call, arguments, options):
        return call.request(arguments)

found = []
for package in ("flighthub_api", "another_api"):
    groups = __import__(f"{package}.groups", fromlist=["groups"])
    livestreams = groups.Groups.livestreams.func(Caller())
    try:
        livestreams.start(sn="", camera_index="1-0-0", video_expire=60, quality_type="smooth")
    except ValueError as error:
        found.append(type(error))
    models_of = __import__(f"{package}.models", fromlist=["models"])
    found.append(type(models_of.Livestream.from_dict({"url": "https://example.com/"}).url))
    enum = models_of.Livestream.from_dict({"url_type": "webrtc"}).url_type
    found.append(type(enum).__module__.partition(".")[0])
    found.append(type(models_of.Gateway.from_dict({"device_model": {"key": "3-1-0"}}).model).__module__)
error, secret, enums_of, products_of, *others = found
assert others == [error, secret, "another_api", products_of], found
assert (error.__name__, secret.__name__, enums_of) == ("InvalidArgument", "Secret", "flighthub_api"), found
assert not [name for name in sys.modules if name.partition(".")[0] == "flighthub"]
"""


def test_two_generated_packages_share_the_classes_of_the_runtime_and_nothing_else(
    outputs: dict[str, bytes], tmp_path: Path
) -> None:
    for name, data in outputs.items():
        file = tmp_path / "another_api" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    ran = subprocess.run(
        [sys.executable, "-c", SHARED], env=environment(PYTHONPATH=str(tmp_path)), capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr


# What it was made from


def about(made: Mapping[str, str | bytes]) -> Any:
    """What generated code says of its origin."""
    names: dict[str, Any] = {"__name__": "flighthub_api.about", "__package__": "flighthub_api"}
    exec(compile(made["about.py"], "about", "exec"), names)
    return names["API"]


def test_the_package_knows_the_hash_of_its_bundle_and_how_much_is_in_it(
    document: Document, outputs: dict[str, bytes]
) -> None:
    told = about(outputs)
    assert told.spec_sha256 == hashlib.sha256(outputs["openapi.yaml"]).hexdigest()
    assert told.operations == len(list(operations(document)))
    assert told.edition == "FlightHub 2 OpenAPI V1.0"
    assert list(told.editions) == [each["name"] for each in document["info"]["x-flighthub"]["editions"]]
    assert sum(each.operations for each in told.editions.values()) == told.operations


@pytest.mark.parametrize(
    ("page", "whole", "newest"),
    [("2031-02-03", "2026-05-08", date(2031, 2, 3)), ("2026-05-08", "2031-02-04", date(2031, 2, 4))],
)
def test_the_documentation_is_as_new_as_its_newest_page(
    page: str, whole: str, newest: date, faithful: Document
) -> None:
    document = of_groups(faithful, "projects")
    document["paths"]["/openapi/v0.1/project"]["get"]["x-flighthub"]["source"]["dated"] = page
    document["info"]["x-flighthub"]["editions"][0]["dated"] = whole
    document["info"]["x-flighthub"]["editions"][1]["dated"] = "2032-01-01"
    told = about(Package(document, Layout()).files())
    assert (told.documented, told.editions["V2.0"].documented) == (newest, date(2032, 1, 1))


# The check


def changed_byte(root: Path) -> None:
    replaced(root / "generated" / "flighthub_api" / "operations" / "devices.py", '"safe"', '"sure"')


def changed_comment(root: Path) -> None:
    appended(root / "generated" / "flighthub_api" / "models" / "__init__.py", "# A remark.\n")


def changed_bundle(root: Path) -> None:
    replaced(root / "generated" / "flighthub_api" / "openapi.yaml", "Generated from spec/", "Written by hand,")


def missing_file(root: Path) -> None:
    (root / "generated" / "flighthub_api" / "models" / "track_point.py").unlink()


def missing_marker(root: Path) -> None:
    (root / "generated" / "flighthub_api" / "py.typed").unlink()


def orphan(root: Path) -> None:
    (root / "generated" / "flighthub_api" / "models" / "leftover.py").write_text("", encoding="utf-8")


def orphan_that_is_no_module(root: Path) -> None:
    (root / "generated" / "flighthub_api" / "notes.txt").write_text("", encoding="utf-8")


def orphan_beside_the_package(root: Path) -> None:
    (root / "generated" / "leftover.py").write_text("", encoding="utf-8")


def changed_lock(root: Path) -> None:
    replaced(root / "generator" / "lock.json", '"ruff": "', '"ruff": "9')


def missing_lock(root: Path) -> None:
    (root / "generator" / "lock.json").unlink()


def changed_source(root: Path) -> None:
    appended(root / "spec" / "schemas" / "models.yaml", "# A remark.\n")


def changed_overlay(root: Path) -> None:
    (root / "overrides" / "overlays" / "made-up.yaml").write_text("# A remark.\n", encoding="utf-8")


DRIFT = [
    (changed_byte, "operations/devices.py differs"),
    (changed_comment, "models/__init__.py differs"),
    (changed_bundle, "openapi.yaml differs"),
    (missing_file, "models/track_point.py is missing"),
    (missing_marker, "py.typed is missing"),
    (orphan, "models/leftover.py is an orphan"),
    (orphan_that_is_no_module, "notes.txt is an orphan"),
    (orphan_beside_the_package, "leftover.py is an orphan"),
    (changed_lock, "lock.json does not fit"),
    (missing_lock, "lock.json does not fit"),
    (changed_source, "lock.json does not fit"),
    (changed_overlay, "lock.json does not fit"),
]


def kept_of(root: Path) -> dict[Path, bytes]:
    """All that a drift may change."""
    return {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}


def put_back(root: Path, kept: dict[Path, bytes]) -> None:
    """Takes away what a drift has changed."""
    for file in {*kept_of(root)} - {*kept}:
        file.unlink()
    for file, content in kept.items():
        if not file.exists() or file.read_bytes() != content:
            file.write_bytes(content)


def test_a_checkout_that_drifted_is_told_from_what_it_should_be(checkout: Path, outputs: dict[str, bytes]) -> None:
    kept = kept_of(checkout)
    wrong = {}
    for drift, says in DRIFT:
        drift(checkout)
        found = differences(Layout(checkout), outputs)
        if len(found) != 1 or says not in found[0]:
            wrong[drift.__name__] = found
        put_back(checkout, kept)
    assert wrong == {}
    assert differences(Layout(checkout), outputs) == []


def test_an_untouched_checkout_passes_the_check(checkout: Path) -> None:
    ran = step("generate", "--check", "--root", checkout)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "generated/ is up to date" in ran.stdout


def test_the_check_fails_names_every_culprit_and_changes_nothing(checkout: Path) -> None:
    for drift in (changed_byte, missing_file, orphan, changed_lock):
        drift(checkout)
    before = files_of(checkout)
    ran = step("generate", "--check", "--root", checkout)
    assert ran.returncode == 1
    for name in ("operations/devices.py", "models/track_point.py", "models/leftover.py", "lock.json"):
        assert name in ran.stderr
    assert files_of(checkout) == before


def test_writing_mends_a_checkout_that_drifted(checkout: Path, outputs: dict[str, bytes]) -> None:
    before = files_of(checkout)
    for drift in (changed_byte, missing_file, orphan, changed_lock):
        drift(checkout)
        assert files_of(checkout) != before
        write(Layout(checkout), outputs)
        assert files_of(checkout) == before, drift.__name__


def test_writing_leaves_alone_what_is_up_to_date(checkout: Path, outputs: dict[str, bytes]) -> None:
    file = checkout / "generated" / "flighthub_api" / "operations" / "devices.py"
    os.utime(file, (1, 1))
    write(Layout(checkout), outputs)
    assert file.stat().st_mtime == 1


# The derived client


def test_an_untouched_sync_client_passes_the_check(checkout: Path) -> None:
    ran = step("derive", "--check", "--root", checkout)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_whatever_is_not_as_derived_in_the_sync_client_fails_the_check_and_is_named(checkout: Path) -> None:
    sync = checkout / SYNC
    replaced(sync / "client.py", "class FlightHub", "class  FlightHub")
    appended(sync / "raw.py", "# A remark.\n")
    (sync / "core" / "transport.py").unlink()
    (sync / "more").mkdir()
    for orphan in (sync / "_leftover.py", sync / "more" / "_left_behind.py"):
        orphan.write_text("", encoding="utf-8")
    ran = step("derive", "--check", "--root", checkout)
    assert ran.returncode == 1
    told = ran.stderr.partition("not as derived: ")[2].strip().split(", ")
    names = ["_leftover.py", "client.py", "core/transport.py", "more/_left_behind.py", "raw.py"]
    assert told == [f"_sync/{name}" for name in names]


# Wrong sources


def operation_without_notes(root: Path) -> None:
    replaced(root / "spec" / "paths" / "system.yaml", r"(?s)    x-flighthub:.*?(?=    responses:)", "")


def operation_with_an_unknown_tag(root: Path) -> None:
    replaced(root / "spec" / "paths" / "system.yaml", "tags: .*", "tags: [Nobody's]")


def overlay_that_matches_nothing(root: Path) -> None:
    action = {
        "target": "$.components.schemas.NoSuchState",
        "description": "Why.",
        "x-evidence": "A page.",
        "remove": True,
    }
    overlay = {"overlay": "1.0.0", "info": {"title": "Made up", "version": "1.0.0"}, "actions": [action]}
    (root / "overrides" / "overlays" / "made-up.yaml").write_text(dump(overlay), encoding="utf-8")


def example_that_violates_its_schema(root: Path) -> None:
    replaced(root / "spec" / "examples" / "listProjects.answer.json", '"uuid": "[^"]*"', '"uuid": 7')


def no_business_codes(root: Path) -> None:
    (root / "spec" / "errors.yaml").write_text("", encoding="utf-8")


def path_parameter_without_example(root: Path) -> None:
    replaced(root / "spec" / "paths" / "waylines.yaml", " +example: .*\n", "")


def list_of_nothing(root: Path) -> None:
    replaced(
        root / "spec" / "schemas" / "flight_tasks.yaml",
        "\nTrackPoint:\n(?s:.*?)  properties:\n",
        "\nTrackPoint:\n  type: object\n  description: A point.\n  properties:\n"
        "    readings: {type: array, description: Readings.}\n",
    )


def choice_that_no_sibling_decides(root: Path) -> None:
    replaced(
        root / "spec" / "schemas" / "flight_tasks.yaml",
        "\nTrackPoint:\n(?s:.*?)  properties:\n",
        "\nTrackPoint:\n  type: object\n  description: A point.\n  properties:\n"
        "    reading: {anyOf: [{type: string}, {type: boolean}], description: A reading.}\n",
    )


def two_numbers_with_one_name(root: Path) -> None:
    replaced(root / "spec" / "schemas" / "open_models.yaml", r"\[Init, Running,", "[Running, Running,")


def two_words_with_one_name(root: Path) -> None:
    replaced(root / "spec" / "schemas" / "projects.yaml", r"enum: \[ASC, DESC\]", "enum: [ASC, asc]")


WRONG = [
    (operation_without_notes, "getSystemStatus: x-flighthub lacks page"),
    (operation_with_an_unknown_tag, "Nobody's"),
    (overlay_that_matches_nothing, "matches nothing; has the page been corrected?"),
    (example_that_violates_its_schema, "listProjects answer default: the example breaks its schema"),
    (no_business_codes, "errors"),
    (path_parameter_without_example, "a required parameter has an `example`"),
    (list_of_nothing, "TrackPoint"),
    (choice_that_no_sibling_decides, "TrackPoint"),
    (two_numbers_with_one_name, "ZipStatus: the name RUNNING stands 2 times"),
    (two_words_with_one_name, "SortType: the name ASC stands 2 times"),
]


@pytest.mark.parametrize(("spoil", "says"), WRONG, ids=[spoil.__name__.replace("_", " ") for spoil, _ in WRONG])
def test_wrong_sources_generate_nothing_and_are_named(spoil: Callable[[Path], None], says: str, sources: Path) -> None:
    spoil(sources)
    with pytest.raises(SpecError) as caught:
        generate(Layout(sources))
    assert says in str(caught.value)


def test_the_command_tells_what_is_wrong_and_writes_nothing(checkout: Path) -> None:
    operation_without_notes(checkout)
    before = files_of(checkout)
    ran = step("generate", "--root", checkout)
    assert ran.returncode == 1
    assert ran.stderr.startswith("generate: getSystemStatus: x-flighthub lacks page")
    assert "Traceback" not in ran.stderr
    assert files_of(checkout) == before


# The engine's word


@pytest.fixture
def few(faithful: Document) -> Document:
    """A copy of the bundle with a few groups, which the test may break."""
    return of_groups(faithful, "flight_tasks", "models", "open_models", "projects")


def lowered_with_a_list_of_itself(whole: Document) -> Document:
    """Valid OpenAPI, but the engine cannot take it. A rule of ours is against it, so it can only come of lowering."""
    lowered = lower(whole)
    schemas = lowered["components"]["schemas"]
    of_itself = {"$ref": "#/components/schemas/Readings"}
    schemas["Readings"] = {"type": "array", "items": of_itself}
    schemas["TrackPoint"]["properties"]["readings"] = of_itself
    return lowered


def test_a_diagnostic_of_the_engine_is_a_failure_where_lint_has_found_nothing_and_is_passed_on_in_words(
    few: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generator.generate, "lower", lowered_with_a_list_of_itself)
    with pytest.raises(SpecError, match="the engine reports: ") as caught:
        Package(few, Layout())
    assert " object at 0x" not in str(caught.value)


def test_as_many_operations_come_out_of_the_engine_as_went_in(few: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(whole: Document) -> Document:
        lowered = lower(whole)
        del lowered["paths"]["/openapi/v0.1/model/create"]
        return lowered

    monkeypatch.setattr(generator.generate, "lower", lossy)
    count = len(list(operations(few)))
    with pytest.raises(SpecError, match=f"{count} operations went into the engine, {count - 1} came out"):
        Package(few, Layout()).files()


def test_a_member_that_the_engine_loses_is_an_error(few: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(whole: Document) -> Document:
        lowered = lower(whole)
        del lowered["components"]["schemas"]["TrackPoint"]["properties"]["height"]
        return lowered

    monkeypatch.setattr(generator.generate, "lower", lossy)
    with pytest.raises(SpecError, match=r"TrackPoint: the engine lost members: \['height'\]"):
        Package(few, Layout()).files()


def test_a_parameter_that_the_engine_loses_is_an_error(few: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(whole: Document) -> Document:
        lowered = lower(whole)
        lowered["paths"]["/openapi/v0.1/project"]["get"]["parameters"].pop()
        return lowered

    monkeypatch.setattr(generator.generate, "lower", lossy)
    with pytest.raises(SpecError, match="listProjects: the engine lost the parameters"):
        Package(few, Layout()).files()


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["Init", "Init", "Finish", "Failed"], id="the same"),
        pytest.param(["Init", "INIT", "Finish", "Failed"], id="the same in capitals"),
        pytest.param(["IsReady", "is_ready", "Finish", "Failed"], id="the same as the engine writes them"),
    ],
)
def test_two_values_that_would_get_one_name_lose_neither_in_silence(names: list[str], few: Document) -> None:
    few["components"]["schemas"]["ZipStatus"]["x-enum-varnames"] = names
    with pytest.raises(SpecError, match="ZipStatus"):
        Package(few, Layout()).files()


@pytest.mark.parametrize(
    ("enum", "names"),
    [
        ("ZipStatus", ["3D", "2D orthophoto", "4", "Failed"]),
        ("SortType", ["3DGS", "2.5D"]),
        ("ZipStatus", ["class", "None", "mro", "name"]),
    ],
    ids=["numbers", "words", "keywords"],
)
def test_a_name_that_python_would_not_take_becomes_one_that_it_takes(
    enum: str, names: list[str], few: Document, outputs: dict[str, bytes]
) -> None:
    schema = few["components"]["schemas"][enum]
    schema["x-enum-varnames"] = names
    module = {"ZipStatus": "zip_status", "SortType": "sort_type"}[enum]
    text = Package(few, Layout()).files()[f"enums/{module}.py"]
    made: dict[str, Any] = {"__name__": f"flighthub_api.enums.{module}", "__package__": "flighthub_api.enums"}
    exec(compile(text, module, "exec"), made)
    assert [member.value for member in made[enum]] == schema["enum"]


# A change of spec/ alone

RECAP = reading("recap", "recap", "FlightTaskRecap").replace(
    "    responses:\n",
    """\
      - name: from
        in: query
        description: Start of what is summed up.
        schema: {type: integer, x-flighthub: {time: s}}
    responses:
""",
)

RECAP_SCHEMAS = """\
FlightTaskRecap:
  type: object
  description: What a flight comes to.
  required: [photos]
  properties:
    photos: {type: integer, description: Number of photos.}
    mood: {$ref: '#/FlightMood', description: How it went.}
    legs:
      type: [array, 'null']
      description: Stretches of the route.
      items: {$ref: '#/FlightLeg'}
FlightMood:
  type: string
  description: How a flight went.
  enum: [calm, gusty]
  x-enum-descriptions: [No wind to speak of, Wind in gusts]
FlightLeg:
  type: object
  description: A stretch of a route.
  properties:
    distance: {type: number, description: Its length., x-flighthub: {unit: m}}
"""

RECAP_EXAMPLE = {"photos": 12, "mood": "gusty", "legs": [{"distance": 81.5}, {"distance": 3}]}

CALLS = """\
import asyncio, json
import flighthub_simulator
from docs.build import generated
from flighthub import AsyncFlightHub, FlightHub
from flighthub.enums import FlightMood
from flighthub.types import FlightTaskRecap
from flighthub_api import OPERATIONS

TASK = "8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"

def seen(recap):
    assert isinstance(recap, FlightTaskRecap)
    return {"dict": recap.to_dict(), "mood": recap.mood is FlightMood.GUSTY, "leg": recap.legs[0].distance}

async def asynchronously(**settings):
    async with AsyncFlightHub(**settings) as fh:
        return seen(await fh.flight_tasks.recap(TASK, from_=1772409600))

with flighthub_simulator.run() as simulator:
    settings = {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url}
    with FlightHub(**settings) as fh:
        synchronous = seen(fh.flight_tasks.recap(TASK, from_=1772409600))
    asynchronous = asyncio.run(asynchronously(**settings))

record = OPERATIONS["recapFlightTask"]
print(json.dumps({
    "sync": synchronous,
    "async": asynchronous,
    "operations": len(OPERATIONS),
    "record": [record.http_method, record.path, record.scope, record.retry, record.group, record.method, record.page],
    "doc": FlightHub(**settings).flight_tasks.recap.__doc__,
    "pages": generated(),
}))
"""


ONE_MORE = 1 + len(OPERATIONS)


@pytest.fixture(scope="module")
def with_one_more(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a program sees of an operation that was added to spec/ and nowhere else."""
    root = copy_of_checkout(tmp_path_factory.mktemp("one_more") / "checkout")
    spec = root / "spec"
    appended(spec / "paths" / "flight_tasks.yaml", RECAP)
    appended(spec / "schemas" / "flight_tasks.yaml", RECAP_SCHEMAS)
    replaced(
        spec / "openapi.yaml",
        r"  '/openapi/v0\.1/flight-task/\{task_uuid\}/track':",
        "  '/openapi/v0.1/flight-task/{task_uuid}/recap': {$ref: 'paths/flight_tasks.yaml#/recap'}\n"
        "  '/openapi/v0.1/flight-task/{task_uuid}/track':",
    )
    answer = {"code": 0, "message": "", "data": RECAP_EXAMPLE}
    (spec / "examples" / "recapFlightTask.answer.json").write_text(json.dumps(answer), encoding="utf-8")
    generated = step("generate", "--root", root)
    assert generated.returncode == 0, generated.stderr
    assert generated.stdout.startswith(f"{ONE_MORE} operations")
    called = python_with_package(root, CALLS)
    assert called.returncode == 0, called.stderr
    found: dict[str, Any] = json.loads(called.stdout)
    return found


@pytest.mark.parametrize("client", ["sync", "async"])
def test_an_operation_added_to_the_spec_alone_can_be_called(client: str, with_one_more: dict[str, Any]) -> None:
    assert with_one_more[client] == {"dict": RECAP_EXAMPLE, "mood": True, "leg": 81.5}


def test_an_operation_added_to_the_spec_alone_is_in_the_catalogue(with_one_more: dict[str, Any]) -> None:
    assert with_one_more["operations"] == ONE_MORE
    assert with_one_more["record"] == [
        "GET",
        "/openapi/v0.1/flight-task/{task_uuid}/recap",
        "project",
        "safe",
        "flight_tasks",
        "recap",
        "Recap Flight task",
    ]


def test_an_operation_added_to_the_spec_alone_is_documented(with_one_more: dict[str, Any]) -> None:
    assert with_one_more["doc"].startswith("Sum up a flight task.")
    assert "from_: Start of what is summed up. (Unix seconds)" in with_one_more["doc"]
    assert "FlightTaskRecap: The sums." in with_one_more["doc"]


def test_an_operation_added_to_the_spec_alone_has_its_place_in_the_documentation(with_one_more: dict[str, Any]) -> None:
    pages = with_one_more["pages"]
    page = pages["groups/flight_tasks.md"]
    assert "### flight_tasks.recap" in page
    assert "`GET /openapi/v0.1/flight-task/{task_uuid}/recap`" in page
    assert "| `from` (in Python `from_`) | integer | Unix seconds | Start of what is summed up. |" in page
    assert ">>> answer = fh.flight_tasks.recap(" in page
    assert "### FlightLeg" in page
    assert "## FlightMood" in pages["enums.md"]
    of_v1 = 1 + API.editions["V1.0"].operations
    assert f"FlightHub 2 OpenAPI V1.0: {of_v1} operations as documented" in pages["coverage.md"]
