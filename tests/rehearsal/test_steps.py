"""CONTRIBUTING's steps for a change of the documentation, taken one by one: they are all that is needed."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from following import PAGES, REPORTS, STEPS, SUMMARIZE, Way, commands, steps

from flighthub_api import API
from generator.documents import load

ADDED = len(re.findall("operationId: ", SUMMARIZE + REPORTS))


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    """The copy after the last step."""
    made = Way(tmp_path_factory.mktemp("steps") / "checkout")
    made.follow()
    return made


def tables(heading: str) -> list[list[str]]:
    """The rows of the tables of a made-up page, without their heads."""
    text = PAGES.read_text(encoding="utf-8").partition(f"\n# {heading}\n")[2].partition("\n# ")[0]
    rows = (line.strip("|").replace("`", "").split("|") for line in text.splitlines() if line.startswith("| `"))
    return [[cell.strip() for cell in row] for row in rows]


def test_every_step_is_taken_and_runs_the_commands_that_it_names(way: Way) -> None:
    assert len(steps()) == len(STEPS) == len(way.ran)
    for number, (step, ran) in enumerate(zip(steps(), way.ran, strict=True), start=1):
        assert set(ran) == set(commands(step)), f"step {number}"


def test_the_commands_tell_what_changed_whatever_form_a_page_has(way: Way) -> None:
    pages = way.seen["pages compared"]
    assert pages.returncode != 0
    for line in (
        "is a new operation: 'Summarize Flight task', GET /openapi/v0.1/flight-task/{task_uuid}/summary",
        "is a new operation: 'Get Reports', GET /openapi/v0.1/report",
        "calls the value 13 ResourceFailed, the spec calls it RequestingResourceFailed",
        "the page says what the overlay overrides/overlays/model-status.yaml corrects",
        "the page was modified on 2026-06-01, transcribed as of ",
    ):
        assert line in pages.stdout
    assert "'Get Reports' is a new page, in Reports" in way.seen["index compared"].stdout
    observed = way.seen["observations compared"]
    assert observed.returncode == 0
    assert "was inferred, and is observed now: integer, counts milliseconds" in observed.stdout


def test_the_transcription_says_what_the_pages_say(way: Way) -> None:
    bundle = load(way.root / "generated" / "flighthub_api" / "openapi.yaml")
    operation = bundle["paths"]["/openapi/v0.1/flight-task/{task_uuid}/summary"]["get"]
    sums = bundle["components"]["schemas"]["FlightTaskSums"]
    argument, *members = tables("Summarize Flight task")
    assert argument[0] in [each.get("name") for each in operation["parameters"]]
    assert [row[0] for row in members] == list(sums["properties"])
    status = bundle["components"]["schemas"]["ModelStatus"]
    told = {int(row[0]): row[1] for row in tables("Get Details of Models Currently Being Reconstructed")}
    assert dict(zip(status["enum"], status["x-enum-varnames"], strict=True)) == told


def test_generating_stops_at_the_correction_whose_mistake_is_gone(way: Way) -> None:
    assert way.seen["stopped"].returncode != 0
    assert "model-status.yaml, action 1" in way.seen["stopped"].stderr
    assert "matches nothing; has the page been corrected?" in way.seen["stopped"].stderr
    assert way.seen["generated"].returncode == 0


def test_the_transcription_is_one_commit_and_what_came_of_it_another(way: Way) -> None:
    _, transcribed, generated = way.commits.values()
    assert {name.split("/")[0] for name in transcribed} == {"spec", "tests", "overrides"}
    assert {name for name in transcribed if name.startswith("overrides/")} == {
        "overrides/flighthub/__init__.py",
        "overrides/flighthub/errors.py",
        "overrides/overlays/model-status.yaml",
    }
    assert {name.removeprefix("generated/flighthub_api/") for name in generated} == {
        "about.py",
        "device_states.py",
        "enums/__init__.py",
        "enums/flight_task_status.py",
        "enums/model_status.py",
        "enums/report_kind.py",
        "errors.py",
        "groups/__init__.py",
        "groups/devices.py",
        "groups/flight_tasks.py",
        "groups/raw.py",
        "groups/reports.py",
        "models/__init__.py",
        "models/device_state.py",
        "models/dock_90_state.py",
        "models/flight_task_sums.py",
        "models/report.py",
        "models/report_list.py",
        "openapi.yaml",
        "operation_details.py",
        "operations/__init__.py",
        "operations/flight_tasks.py",
        "operations/reports.py",
        "products.py",
        "tables.py",
        "generator/lock.json",
    }


def test_a_name_that_is_gone_is_noticed_and_goes_on_working_when_that_is_declared(way: Way) -> None:
    assert way.seen["lost"].returncode != 0
    assert "flighthub.enums.ModelStatus.REQUESTING_RESOURCE_FAILED" in way.seen["lost"].stderr
    assert [way.seen[each].returncode for each in ("with the former name", "frozen")] == [0, 0]
    frozen = (way.root / "overrides" / "names" / "frozen.txt").read_text(encoding="utf-8")
    assert "flighthub.enums.ModelStatus.RESOURCE_FAILED\n" in frozen
    assert "flighthub.FlightHub.flight_tasks.summarize(" in frozen


def test_the_report_is_complete_and_names_the_version_that_its_check_then_takes(way: Way) -> None:
    report = way.seen["told"].stdout
    for line in (
        "* **addition** `flight_tasks.summarize()`: added. (Summarize Flight task)",
        "* **addition** `FlightTaskSums`: new model. (Summarize Flight task)",
        "* **addition** `ModelStatus.REQUESTING_RESOURCE_FAILED`: renamed to RESOURCE_FAILED; the old name warns",
        "* **addition** `GET /openapi/v0.1/flight-task/{task_uuid}/summary`: operation added. (Summarize Flight task)",
        "* **addition** `flighthub.FlightHub.flight_tasks.summarize`: added; also async and raw.",
        "* **addition** `reports.list()`: added. (Get Reports)",
        "* **addition** `Dock90State`: new model. (made up for the rehearsal)",
        "* **addition** `flighthub.AirspaceClosed`: added.",
    ):
        assert line in report
    assert "**breaking**" not in report
    assert [way.seen[each].returncode for each in ("report", "told")] == [0, 0]
    assert "the version is 0.7.3, it must be at least 0.7.4" in way.seen["report"].stdout


@pytest.mark.parametrize("what", ["checked", "tested", "documented", "built"])
def test_all_that_a_change_has_to_pass_passes(way: Way, what: str) -> None:
    ran = way.seen[what]
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_tests_try_the_new_operation(way: Way) -> None:
    assert re.search(r"\d+ passed", way.seen["tested"].stdout)
    listed = json.dumps(load(way.root / "tests" / "spec" / "index.yaml"))
    assert "summarizeFlightTask" in listed


def test_the_documentation_has_the_new_operation_and_the_new_name(way: Way) -> None:
    reference = way.root / "build" / "docs" / "html" / "reference"
    assert "/openapi/v0.1/flight-task/{task_uuid}/summary" in text_of(reference / "groups" / "flight_tasks.html")
    assert "RESOURCE_FAILED" in text_of(reference / "enums.html")
    of_the_first = next(iter(API.editions.values())).operations
    assert f": {ADDED + of_the_first} operations as documented on" in text_of(reference / "coverage.html")


def test_the_wheel_has_the_version_and_the_new_operation(way: Way) -> None:
    (wheel,) = (way.root / "dist").glob("*.whl")
    assert wheel.name == "flighthub-0.7.4-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as opened:
        assert b"summarizeFlightTask" in opened.read("flighthub_api/openapi.yaml")
        assert b"def summarize(" in opened.read("flighthub_api/groups/flight_tasks.py")


def text_of(page: Path) -> str:
    """What a page says, without its tags."""
    return re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8"))
