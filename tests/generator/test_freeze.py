"""Frozen names: none goes unless a former name stands in for it, and the file is always whole."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from checkouts import copy_with_few_names, replaced, step

from generator.documents import SpecError
from generator.layout import Layout
from generator.names.freeze import Frozen, gone, problems, write, written


def test_the_names_of_this_checkout_are_frozen() -> None:
    assert problems(Layout()) == []


LINES = [
    "flighthub.FlightHub.map(function, items, *, max_concurrency)",
    "flighthub.FlightHub.flight_tasks.get(task_uuid, *, request_options)  # until 0.9.0",
    "flighthub.FlightHub.flight_tasks.list(*, sn, dock_sn)  # dock_sn until 0.9.0",
    "flighthub.FlightHub.close()",
    "flighthub.enums.ModelStatus.DONE",
    "flighthub.enums.ModelStatus.OVER  # until 1.0.0",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_read_as_it_is_written(line: str) -> None:
    assert str(Frozen.read(line)) == line


def test_a_line_that_is_no_name_is_refused() -> None:
    with pytest.raises(SpecError, match="no name"):
        Frozen.read("flighthub.FlightHub and more")


OLD = "flighthub.f(a, b, *, c, d)"
SIGNATURES = [
    ("flighthub.f(a, b, *, c, d)", []),
    ("flighthub.f(a, b, *, d, c, e)", []),
    ("flighthub.f(a, b, x, *, c, d)", []),
    ("flighthub.f(a, b, c, *, d)", []),
    ("flighthub.f(a, b, *, c)", ["flighthub.f(d)"]),
    ("flighthub.f(a, *, b, c, d)", ["flighthub.f(b as number 2)"]),
    ("flighthub.f(b, a, *, c, d)", ["flighthub.f(a as number 1)", "flighthub.f(b as number 2)"]),
    ("flighthub.f(x, a, b, *, c, d)", ["flighthub.f(a as number 1)", "flighthub.f(b as number 2)"]),
]


@pytest.mark.parametrize(("new", "expected"), SIGNATURES)
def test_parameters_stay_where_callers_find_them(new: str, expected: list[str]) -> None:
    first, second = Frozen.read(OLD), Frozen.read(new)
    assert gone({first.path: first}, {second.path: second}, "0.1.0") == expected


@pytest.mark.parametrize(("version", "lost"), [("0.8.9", True), ("0.9.0", False), ("1.0.0", False)])
def test_a_former_name_may_go_with_its_version(version: str, lost: bool) -> None:
    lines = (Frozen.read("flighthub.f()  # until 0.9.0"), Frozen.read("flighthub.g(*, a, b)  # b until 0.9.0"))
    left = Frozen.read("flighthub.g(*, a)")
    found = gone({each.path: each for each in lines}, {left.path: left}, version)
    assert found == (["flighthub.f", "flighthub.g(b)"] if lost else [])


# A checkout


@pytest.fixture(scope="session")
def few_names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with few names, all of them frozen."""
    layout = Layout(copy_with_few_names(tmp_path_factory.mktemp("few_names") / "checkout"))
    layout.frozen.unlink()
    assert write(layout, []) == []
    return layout.root


@pytest.fixture
def copy(few_names: Path, tmp_path: Path) -> Path:
    """A checkout that the test may change."""
    return shutil.copytree(few_names, tmp_path / "checkout")


def without_a_method(root: Path) -> None:
    file = root / "generated" / "flighthub_api" / "groups" / "flight_tasks.py"
    text = file.read_text(encoding="utf-8").replace("def get_track(", "def read_track(")
    file.write_text(re.sub(r"\bget_track( = _raw|\))", r"read_track\1", text), encoding="utf-8")


def without_a_value(root: Path) -> None:
    replaced(root / "generated" / "flighthub_api" / "enums" / "flight_task_status.py", "    SUCCESS =", "    OK =")


def without_an_error(root: Path) -> None:
    file = root / "overrides" / "flighthub" / "errors.py"
    file.write_text(file.read_text(encoding="utf-8").replace("WaitCancelled", "Stopped"), encoding="utf-8")


def without_a_parameter(root: Path) -> None:
    for tree in ("_async", "_sync"):
        replaced(root / "overrides" / "flighthub" / tree / "client.py", "json: Mapping", "body: Mapping")


GONE: list[tuple[Callable[[Path], None], str]] = [
    (without_a_method, "flighthub.FlightHub.flight_tasks.get_track is gone"),
    (without_a_value, "flighthub.enums.FlightTaskStatus.SUCCESS is gone"),
    (without_an_error, "flighthub.errors.WaitCancelled is gone"),
    (without_a_parameter, "flighthub.FlightHub.request(json) is gone"),
]


class Missing(NamedTuple):
    """What is said of a checkout in which names are missing."""

    problems: list[str]
    lost: list[str]
    file_is_kept: bool


@pytest.fixture(scope="module")
def missing(few_names: Path, tmp_path_factory: pytest.TempPathFactory) -> Missing:
    """A checkout in which all of these names are gone."""
    layout = Layout(shutil.copytree(few_names, tmp_path_factory.mktemp("missing") / "checkout"))
    before = layout.frozen.read_bytes()
    for change, _ in GONE:
        change(layout.root)
    return Missing(problems(layout), write(layout, []), layout.frozen.read_bytes() == before)


@pytest.mark.parametrize(
    "says", [says for _, says in GONE], ids=[change.__name__.replace("_", " ") for change, _ in GONE]
)
def test_a_name_that_is_gone_fails_the_check_and_cannot_be_written_away(says: str, missing: Missing) -> None:
    assert any(each.startswith(says) for each in missing.problems)
    assert says.removesuffix(" is gone") in missing.lost
    assert missing.file_is_kept


def test_a_name_can_be_dropped_on_purpose(copy: Path) -> None:
    without_a_method(copy)
    without_a_value(copy)
    doors = [f"{client}{raw}" for client in ("AsyncFlightHub", "FlightHub") for raw in ("", ".raw")]
    clients = [f"flighthub.{door}.flight_tasks.get_track" for door in doors]
    assert write(Layout(copy), ["*.SUCCESS"]) == clients
    assert write(Layout(copy), ["*.flight_tasks.get_track"]) == ["flighthub.enums.FlightTaskStatus.SUCCESS"]
    assert write(Layout(copy), ["*.flight_tasks.get_track", "*.FlightTaskStatus"]) == []
    assert problems(Layout(copy)) == []
    assert not {*clients, "flighthub.enums.FlightTaskStatus.SUCCESS"} & set(written(Layout(copy)))


def freeze(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the step as a command."""
    return step("names.freeze", *arguments, "--root", root)


def test_a_new_name_fails_the_check_until_one_command_freezes_it(copy: Path) -> None:
    (copy / "overrides" / "flighthub" / "bells.py").write_text('class Bell:\n    """A bell."""\n', encoding="utf-8")
    checked = freeze(copy, "--check")
    assert checked.returncode == 1
    assert "not yet frozen: flighthub.bells.Bell; run `python -m generator.names.freeze --write`" in checked.stderr
    assert freeze(copy, "--write").returncode == 0
    assert freeze(copy, "--check").returncode == 0
    assert "flighthub.bells.Bell" in written(Layout(copy))


def test_a_former_name_must_be_removed_when_its_version_has_come(copy: Path) -> None:
    layout = Layout(copy)
    replaced(copy / "overrides" / "flighthub" / "_version.py", '"0[^"]*"', '"0.3.0"')
    names = layout.package / "models" / "__init__.py"
    without = names.read_text(encoding="utf-8")
    with_it = without.replace("\n__all__ = [\n", '\n    Site = Project\n\n__all__ = [\n    "Site",\n', 1)
    names.write_text(with_it, encoding="utf-8")
    layout.aliases.write_text(
        "- {old: types.Site, new: types.Project, removed_in: 0.4.0, reason: DJI renamed it.}\n", encoding="utf-8"
    )
    assert write(layout, []) == []
    assert problems(layout) == []
    replaced(copy / "overrides" / "flighthub" / "_version.py", '"0[^"]*"', '"0.4.0"')
    assert problems(layout) == ["types.Site was to go with 0.4.0, and this is 0.4.0: remove it from aliases.yaml"]
    layout.aliases.write_text("[]\n", encoding="utf-8")
    names.write_text(without, encoding="utf-8")
    assert [each for each in problems(layout) if "gone" in each] == []
    assert write(layout, []) == []
    assert "flighthub.types.Site" not in written(layout)
