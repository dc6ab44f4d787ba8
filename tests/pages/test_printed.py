"""Pages that are printed from the spec: clean as they are, and with one change exactly that change is found."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest
from comparing import compared, differences, read
from page_mutations import MUTATIONS
from printed_pages import FORMS, Spec, export, index_text, link_list, printed

from generator.pages import index
from generator.pages.compare import compare
from generator.pages.differences import OPEN
from generator.pages.transcription import Transcription

COUNT = int(os.environ.get("PAGE_MUTATIONS", "500"))
"""How many changes are tried; PAGE_MUTATIONS=5000 for more."""


@pytest.mark.parametrize("form", FORMS)
def test_every_operation_printed_from_the_spec_compares_clean(
    form: str, spec: Transcription, printed_spec: Spec
) -> None:
    for operation_id, page in printed_spec.pages.items():
        found = compared(printed(page, form), spec)
        assert found.operation is not None
        assert found.operation.operation_id == operation_id
        assert differences(found) == []


def test_an_export_of_all_operations_compares_clean(spec: Transcription, printed_spec: Spec) -> None:
    pages = read(export(list(printed_spec.pages.values()))).pages
    assert len(pages) == len(printed_spec.pages)
    assert [each for page in pages for each in differences(compare(page, spec))] == []


@pytest.mark.parametrize("part", range(5))
def test_each_change_of_a_page_is_found_as_what_it_is_and_nothing_else(
    part: int, spec: Transcription, printed_spec: Spec
) -> None:
    draw = random.Random(2026 + part)
    ids = list(printed_spec.pages)
    made: Counter[str] = Counter()
    while made.total() < COUNT // 5:
        form, change = draw.choice(FORMS), draw.choice(MUTATIONS)
        page = printed_spec.copy(draw.choice(ids))
        expected = change(page, draw, form)
        if expected is None:
            continue
        made[change.__name__] += 1
        found = differences(compared(printed(page, form), spec))
        assert [(each.what, each.where) for each in found] == [(expected.what, expected.where)], (form, page["path"])
        assert all(word in found[0].text for word in expected.words), found
    assert len(made) > len(MUTATIONS) // 2


def test_a_member_that_is_only_inferred_may_be_missing_from_the_page(spec: Transcription, printed_spec: Spec) -> None:
    page = printed_spec.copy("getFlightTaskTrack")
    points = page["answer"]["properties"]["data"]["properties"]["track"]["properties"]["points"]["items"]
    del points["properties"]["height"]
    found = compared(printed(page, "markdown"), spec)
    assert differences(found) == []
    assert ("member", OPEN) in [(each.what, each.kind) for each in found.found]


def test_whole_numbers_may_be_called_numbers_and_types_may_be_missing(spec: Transcription, printed_spec: Spec) -> None:
    page = printed_spec.copy("listWaylines")
    wayline = page["answer"]["properties"]["data"]["properties"]["list"]["items"]
    wayline["properties"]["size"]["type"] = "number"
    del wayline["type"]
    wayline["properties"]["payload_information"]["items"]["properties"] = {}
    assert differences(compared(printed(page, "markdown"), spec)) == []


def test_placeholders_of_the_tool_are_no_examples(spec: Transcription, printed_spec: Spec) -> None:
    page = printed_spec.copy("listWaylines")
    page["example"]["data"]["list"][0] |= {"id": "{{$string.uuid}}", "size": "{{$number.int}}"}
    assert differences(compared(printed(page, "markdown"), spec)) == []


@pytest.mark.parametrize("form", ["text", "chinese", "html"])
def test_parts_that_are_folded_are_no_difference(form: str, spec: Transcription, printed_spec: Spec) -> None:
    page = printed_spec.copy("createFlightTask")
    page["parameters"] = []
    page["body"] = {"type": "object"}
    page["answer"] = {"type": "object"}
    assert differences(compared(printed(page, form), spec)) == []


def test_the_index_is_clean_in_both_forms(spec: Transcription) -> None:
    folders: dict[str, list[str]] = {}
    edition = next(iter(spec.operations.values())).edition
    for page in index.known_pages(spec, edition):
        folders.setdefault(page.folders[-1], []).append(page.title)
    for text in (index_text(folders), link_list(folders)):
        (listed,) = read(text).indexes
        assert len(listed.entries) == sum(map(len, folders.values()))
        assert index.compare(listed, spec) == []


def test_a_page_that_moved_is_told_in_both_forms(spec: Transcription) -> None:
    folders: dict[str, list[str]] = {}
    edition = next(iter(spec.operations.values())).edition
    for page in index.known_pages(spec, edition):
        folders.setdefault(page.folders[-1], []).append(page.title)
    moved = folders["Model Management"].pop()
    folders["Task Management"].append(moved)
    for text in (index_text(folders), link_list(folders)):
        (listed,) = read(text).indexes
        assert [each.what for each in index.compare(listed, spec)] == ["moved page"]
