"""The made-up pages, and the one page of DJI's: what has to be found in each, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from comparing import compared, differences, read

from generator.pages import index
from generator.pages.differences import ON_PURPOSE
from generator.pages.transcription import Transcription

SAMPLES = Path(__file__).with_name("samples")

PAGES = {
    "task-track.md": [],
    "route-list.md": [
        ("new parameter", "query parameter `keyword`", "is a new query parameter"),
        ("type", "answer `data.list[].size`", "is string on the page, the spec has integer"),
        ("enum", "answer `data.list[].template_types[]`", "has a new value `corridor`"),
        ("new member", "answer `data.list[].created_time`", "is a new member (integer)"),
        ("member", "answer `data.list[].name`", "is not on the page, the spec has it"),
    ],
    "create-annotation.txt": [
        ("date", "date", "the page was modified on 2026-10-12, transcribed as of 2026-05-08"),
        (
            "new member",
            "request body `layer`",
            "is a new required member (string with values that cannot be told apart: defaultshared)",
        ),
    ],
    "delete-route.md": [
        (
            "new operation",
            "",
            "is a new operation: 'Delete flight route', DELETE /openapi/v0.1/wayline/{wayline_id}",
        ),
    ],
    "running-models.txt": [],
}

INDEXES = {
    "running-models.txt": [],
    "index.txt": [
        ("renamed page", "'Release control' is called 'Control release' now"),
        ("new page", "DELETE 'Delete flight route' is a new page, in Flight Route Management"),
        (
            "page",
            "'Custom Network RTK Calibration' (POST /openapi/v0.1/device/{device_sn}/rtk) is not in the index any more",
        ),
    ],
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_exactly_the_differences_that_it_has(name: str, sample_spec: Transcription) -> None:
    found = differences(compared((SAMPLES / name).read_text(encoding="utf-8"), sample_spec))
    assert [(each.what, each.where, each.text) for each in found] == PAGES[name]


@pytest.mark.parametrize("name", INDEXES)
def test_an_index_gives_exactly_the_pages_that_came_went_or_have_another_name(
    name: str, sample_spec: Transcription
) -> None:
    (listed,) = read((SAMPLES / name).read_text(encoding="utf-8")).indexes
    assert [(each.what, each.text) for each in index.compare(listed, sample_spec)] == INDEXES[name]


def test_what_an_overlay_makes_differ_is_told_apart_with_the_overlay(sample_spec: Transcription) -> None:
    found = compared((SAMPLES / "running-models.txt").read_text(encoding="utf-8"), sample_spec).found
    (explained,) = [each for each in found if each.kind == ON_PURPOSE]
    assert explained.where == "answer `data.list[].model_status`"
    assert "calls the value 9 ReconstructionSuccess, the spec calls it ModelingSuccess" in explained.text
    assert "overrides/overlays/model-status.yaml" in explained.text


def test_each_difference_names_the_line_that_would_change_and_what_would_stand_there(
    sample_spec: Transcription,
) -> None:
    for each in differences(compared((SAMPLES / "route-list.md").read_text(encoding="utf-8"), sample_spec)):
        assert each.place is not None
        lines = (sample_spec.layout.spec / each.place.file).read_text(encoding="utf-8").split("\n")
        line = lines[sample_spec.files.line(each.place) - 1]
        wanted = {
            "query parameter `keyword`": "get:",
            "answer `data.list[].size`": "size:",
            "answer `data.list[].template_types[]`": "WaylineTemplateType:",
            "answer `data.list[].created_time`": "properties:",
            "answer `data.list[].name`": "name:",
        }[each.where]
        assert wanted in line
        assert each.yaml or each.what == "member"


def test_pages_that_are_newer_are_listed_the_longest_overdue_first(sample_spec: Transcription) -> None:
    text = (SAMPLES / "create-annotation.txt").read_text(encoding="utf-8")
    other = (SAMPLES / "running-models.txt").read_text(encoding="utf-8").replace("2026-05-08 03", "2026-06-01 03")
    found = index.due([compared(text, sample_spec), compared(other, sample_spec)], [], sample_spec)
    assert [(each.title, each.modified) for each in found] == [
        ("Get Details of Models Currently Being Reconstructed", "2026-06-01"),
        ("Create map annotation", "2026-10-12"),
    ]
