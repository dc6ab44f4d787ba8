"""Overlays: corrections that merge, append and remove, and that fail when there is nothing to correct any more."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.bundle import bundle
from generator.documents import Document, SpecError, load
from generator.layout import CHECKOUT, Layout
from generator.overlays import apply


def action(target: str, **what: Any) -> Document:
    """An action with everything it needs."""
    return {"target": target, "description": "Why.", "x-evidence": "A page.", **what}


def corrected(document: Document, folder: Path, *actions: Document, version: Any = "1.0.0") -> Document:
    """The document after an overlay with these actions."""
    overlay = {"overlay": version, "info": {"title": "A correction", "version": "1"}, "actions": list(actions)}
    (folder / "correction.yaml").write_text(yaml.safe_dump(overlay, sort_keys=False), encoding="utf-8")
    apply(document, folder)
    return document


@pytest.mark.parametrize(
    ("before", "target", "update", "after"),
    [
        pytest.param({"a": {"b": 1}}, "$.a", {"c": 2}, {"a": {"b": 1, "c": 2}}, id="a member is added"),
        pytest.param({"a": {"b": 1}}, "$.a", {"b": 2}, {"a": {"b": 2}}, id="a member is replaced"),
        pytest.param(
            {"a": {"b": {"c": 1}}}, "$.a", {"b": {"d": 2}}, {"a": {"b": {"c": 1, "d": 2}}}, id="objects merge below"
        ),
        pytest.param({"a": {"b": [1]}}, "$.a", {"b": [2]}, {"a": {"b": [2]}}, id="a list below is replaced"),
        pytest.param({"a": 1}, "$", {"b": 2}, {"a": 1, "b": 2}, id="the whole document is updated"),
        pytest.param(
            {"a": {"x": {}, "y": {}}}, "$.a.*", {"b": 1}, {"a": {"x": {"b": 1}, "y": {"b": 1}}}, id="each match"
        ),
        pytest.param({"a": [1]}, "$.a", 2, {"a": [1, 2]}, id="a value is appended"),
        pytest.param({"a": [{}]}, "$.a", {"b": 1}, {"a": [{}, {"b": 1}]}, id="an object is appended"),
        pytest.param({"a": [[0]]}, "$.a", [1, 2], {"a": [[0], [1, 2]]}, id="a list is appended as one item"),
    ],
)
def test_an_update_merges_into_objects_and_appends_to_lists(
    before: Document, target: str, update: Any, after: Document, tmp_path: Path
) -> None:
    assert corrected(before, tmp_path, action(target, update=update)) == after


def test_an_update_of_several_places_shares_nothing_between_them(tmp_path: Path) -> None:
    document = corrected({"a": {}, "b": {}}, tmp_path, action("$.*", update={"list": []}))
    document["a"]["list"].append(1)
    assert document["b"]["list"] == []


@pytest.mark.parametrize(
    ("before", "target", "after"),
    [
        pytest.param({"a": 1, "b": 2}, "$.a", {"b": 2}, id="a member"),
        pytest.param({"a": {"b": 1, "c": 2}}, "$.a.b", {"a": {"c": 2}}, id="a member further down"),
        pytest.param({"a": [1, 2, 3]}, "$.a[1]", {"a": [1, 3]}, id="an item"),
        pytest.param({"a": [1, 2, 3]}, "$.a[0, 1]", {"a": [3]}, id="two items"),
        pytest.param({"a": list(range(12))}, "$.a[*]", {"a": []}, id="all of more than ten items"),
        pytest.param(
            {"a": [{"odd": i % 2} for i in range(12)]},
            "$.a[?@.odd == 1]",
            {"a": [{"odd": 0}] * 6},
            id="some of more than ten items",
        ),
        pytest.param({"x": {"x": 1}, "b": 2}, "$..x", {"b": 2}, id="a member within a removed one"),
        pytest.param({"a": {"x": {"x": 1}, "b": 2}}, "$..x", {"a": {"b": 2}}, id="the same further down"),
        pytest.param({"a": 1, "b": 2}, "$['a', 'a']", {"b": 2}, id="a member that is named twice"),
    ],
)
def test_a_removal_takes_away_exactly_what_it_matches(
    before: Document, target: str, after: Document, tmp_path: Path
) -> None:
    assert corrected(before, tmp_path, action(target, remove=True)) == after


def test_actions_are_applied_one_after_the_other(tmp_path: Path) -> None:
    document = corrected(
        {"names": ["a", "a"]}, tmp_path, action("$.names", remove=True), action("$", update={"names": ["a", "b"]})
    )
    assert document == {"names": ["a", "b"]}


def test_overlays_are_applied_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        overlay = {"overlay": "1.0.0", "actions": [action("$.order", update=name)]}
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(overlay), encoding="utf-8")
    document: Document = {"order": []}
    apply(document, tmp_path)
    assert document == {"order": ["a", "b"]}


@pytest.mark.parametrize("what", [{"update": {"b": 1}}, {"remove": True}], ids=["update", "remove"])
def test_an_overlay_that_matches_nothing_is_an_error(what: Document, tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=r"correction\.yaml, action 1: \$\.b matches nothing"):
        corrected({"a": {}}, tmp_path, action("$.b", **what))


@pytest.mark.parametrize("missing", ["description", "x-evidence"])
@pytest.mark.parametrize("empty", [True, False], ids=["empty", "absent"])
def test_an_action_without_its_reason_is_an_error(missing: str, empty: bool, tmp_path: Path) -> None:
    unreasoned = action("$.a", update={"b": 1})
    if empty:
        unreasoned[missing] = ""
    else:
        del unreasoned[missing]
    with pytest.raises(SpecError, match=rf"correction\.yaml, action 1: an action needs a {missing}"):
        corrected({"a": {}}, tmp_path, unreasoned)


def test_an_action_that_neither_updates_nor_removes_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="an action updates or removes"):
        corrected({"a": {}}, tmp_path, action("$.a"))


@pytest.mark.parametrize(
    ("target", "update"), [("$.a", {"b": 1}), ("$.o", 1)], ids=["a value takes no members", "an object takes no value"]
)
def test_an_update_of_the_wrong_form_is_an_error(target: str, update: Any, tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="is neither an object nor a list"):
        corrected({"a": 1, "o": {}}, tmp_path, action(target, update=update))


@pytest.mark.parametrize("version", ["1.1.0", "2.0.0", None, ""])
def test_what_is_not_an_overlay_1_0_is_an_error(version: Any, tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=r"correction\.yaml: not an OpenAPI Overlay 1\.0 document"):
        corrected({"a": {}}, tmp_path, action("$.a", update={"b": 1}), version=version)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("overlay: 1.0.0\n", id="no actions"),
        pytest.param(
            "overlay: 1.0.0\nactions: [{description: Why., x-evidence: A page., remove: true}]\n", id="no target"
        ),
        pytest.param(
            "overlay: 1.0.0\nactions: [{target: 'a[', description: Why., x-evidence: A page., remove: true}]\n",
            id="a target that is no JSONPath",
        ),
    ],
)
def test_a_malformed_overlay_is_an_error_that_names_the_file(text: str, tmp_path: Path) -> None:
    (tmp_path / "correction.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SpecError, match=r"correction\.yaml"):
        apply({"a": {}}, tmp_path)


OVERLAYS = sorted((CHECKOUT / "overrides" / "overlays").glob("*.yaml"))


def places(before: Any, after: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where two documents differ: which schema, which method of a path, which entry of another section."""
    if before == after:
        return
    if len(path) == 3 or not isinstance(before, dict) or not isinstance(after, dict):
        yield path
        return
    for key in before.keys() | after.keys():
        yield from places(before.get(key), after.get(key), (*path, key))


def test_the_two_ways_to_end_well_have_names_of_their_own(faithful: Document) -> None:
    status = faithful["components"]["schemas"]["ModelStatus"]
    named = dict(zip(status["enum"], status["x-enum-varnames"], strict=True))
    assert (named[9], named[15]) == ("ModelingSuccess", "ReconstructionSuccess")


def test_an_overlay_changes_something_and_nothing_but_what_it_names(sources: Path, faithful: Document) -> None:
    for file in OVERLAYS:
        copied = sources / "overrides" / "overlays" / file.name
        copied.unlink()
        uncorrected = bundle(Layout(sources))
        shutil.copy(file, copied)
        changed = [*places(uncorrected, faithful)]
        assert changed, file.name
        targets = [each["target"] for each in load(file)["actions"]]
        assert [place for place in changed if not any(place[-1] in target for target in targets)] == [], file.name


def test_an_overlay_matches_nothing_as_soon_as_what_it_corrects_is_correct(document: Document, tmp_path: Path) -> None:
    for number, file in enumerate(OVERLAYS):
        folder = tmp_path / str(number)
        folder.mkdir()
        shutil.copy(file, folder)
        with pytest.raises(SpecError, match=rf"{re.escape(file.name)}.*matches nothing"):
            apply(document, folder)
