"""WRITE=1: what is new is drafted into the spec, and the lint finds the words that are missing and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from comparing import compared, differences, read
from printed_pages import Spec, printed

from generator.bundle import bundle
from generator.documents import load
from generator.lint import lint
from generator.pages.compare import compare
from generator.pages.draft import write
from generator.pages.transcription import Transcription
from generator.rules.drafts import WORDS

SAMPLES = Path(__file__).with_name("samples")


def drafted(copy: Transcription, *texts: str) -> Transcription:
    """The spec after the drafts of some pages."""
    comparisons = [compare(page, copy) for text in texts for page in read(text).pages]
    list(write(comparisons, copy))
    return Transcription(copy.layout)


def test_what_the_samples_have_is_drafted_and_only_the_words_are_missing(copy: Transcription) -> None:
    texts = [(SAMPLES / name).read_text(encoding="utf-8") for name in ("route-list.md", "delete-route.md")]
    after = drafted(copy, *texts)
    findings = lint(bundle(copy.layout))
    assert findings
    assert {each.rule for each in findings} == {"drafts-are-written-out"}
    created = after.operations["deleteFlightRoute"]
    assert (created.method, created.path) == ("DELETE", "/openapi/v0.1/wayline/{wayline_id}")
    notes = after.files.at(created.place)["x-flighthub"]
    assert (notes["page"], notes["confidence"], notes["scope"]) == ("Delete flight route", "documented", "project")
    assert "corridor" in after.schemas["WaylineTemplateType"]["enum"]
    member = after.schemas["Wayline"]["properties"]["created_time"]
    assert (member["type"], member["description"], member["x-flighthub"]["confidence"]) == (
        "integer",
        WORDS,
        "documented",
    )
    text = (copy.layout.spec / "schemas" / "waylines.yaml").read_text(encoding="utf-8")
    assert "# Drafted from Get the list of flight routes under the project, " in text


def test_after_a_draft_the_page_differs_no_more_in_what_was_drafted(copy: Transcription) -> None:
    page = (SAMPLES / "delete-route.md").read_text(encoding="utf-8")
    found = [each.where for each in differences(compared(page, drafted(copy, page)))]
    # The spec gives every operation the header for the language, and says of messages that they are optional.
    assert found == ["header `X-Language`", "answer `message`"]


def test_a_draft_changes_only_lines_that_it_adds(copy: Transcription) -> None:
    before = {each: each.read_text(encoding="utf-8") for each in copy.layout.spec.rglob("*.yaml")}
    drafted(copy, (SAMPLES / "route-list.md").read_text(encoding="utf-8"))
    for file, text in before.items():
        left = file.read_text(encoding="utf-8").split("\n")
        for line in text.split("\n"):
            if "mapping_gobject]" not in line:
                assert line in left
                left.remove(line)


@pytest.mark.parametrize("form", ["markdown", "text", "export 3.1"])
def test_an_operation_of_an_unknown_area_is_drafted_with_its_schemas(
    form: str, copy: Transcription, printed_spec: Spec
) -> None:
    page = printed_spec.copy("createStreamConverter")
    page |= {"path": "/openapi/v0.1/beacon/{beacon_id}/light", "summary": "Light a beacon", "folder": "Beacons"}
    page["parameters"].append(
        {"name": "beacon_id", "in": "path", "required": True, "description": "", "schema": {"type": "string"}}
    )
    after = drafted(copy, printed(page, form))
    created = after.operations["lightABeacon"]
    assert created.place.file == "paths/beacons.yaml"
    assert created.body is not None
    assert load(copy.layout.spec / "examples" / "lightABeacon.request.json") == page["request"]
    assert after.files.at(created.place)["x-flighthub"]["group"] == "beacons"


def test_names_of_a_page_never_leave_the_folder_or_the_form_of_a_key(copy: Transcription, printed_spec: Spec) -> None:
    page = printed_spec.copy("listWaylines")
    page |= {"path": "/openapi/v0.1/../../x", "summary": "../../../x", "folder": "../../y"}
    before = sorted(copy.layout.root.rglob("*"))
    drafted(copy, printed(page, "markdown"))
    after = set(copy.layout.root.rglob("*")) - set(before)
    assert all(each.is_relative_to(copy.layout.spec) for each in after)
    assert not list(copy.layout.root.parent.glob("x*"))
    member = printed_spec.copy("listWaylines")
    member["answer"]["properties"]["data"]["properties"]["a: {b}\n# c"] = {"type": "string"}
    drafted(copy, printed(member, "markdown"))
    assert "# c" not in (copy.layout.spec / "schemas" / "waylines.yaml").read_text(encoding="utf-8")
