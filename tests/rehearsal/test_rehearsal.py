"""DJI changes the documentation, rehearsed: spec/ changes, all else follows, and what breaks was called breaking."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from checkouts import copy_of_checkout, replaced, step
from new_edition import ADDED, BREAKING, transcribe

from generator.layout import CHECKOUT, Layout
from generator.names.freeze import problems
from generator.report.__main__ import compared
from generator.report.sides import Side, at, side

CONSUMER = Path(__file__).with_name("earlier_consumer.py")
"""What a user wrote for the version before, which is this one: tests/typing has it checked as it stands."""
MARKED = {
    number: line.partition("# breaks: ")[2].strip()
    for number, line in enumerate(CONSUMER.read_text(encoding="utf-8").splitlines(), start=1)
    if "# breaks: " in line
}
"""The lines of the consumer that the new edition breaks, and what breaks each."""

LINE = re.compile(r"\* \*\*(\w+)\*\* `([^`]+)`: (.*)")


@dataclass(frozen=True)
class Rehearsed:
    """A checkout after the change, committed before it."""

    root: Path
    report: str
    checked: subprocess.CompletedProcess[str]
    frozen: subprocess.CompletedProcess[str]

    def lines(self, title: str) -> list[tuple[str, str, str]]:
        """The lines of a part of the report, as kind, subject and text."""
        part = self.report.partition(f"## {title}\n")[2].partition("\n## ")[0]
        return [(found[1], found[2], found[3]) for found in LINE.finditer(part)]

    def subjects(self, kind: str) -> set[str]:
        """The subjects of a kind in the client's language."""
        return {subject for each, subject, _ in self.lines("For those who use the client") if each == kind}


def git(root: Path, *arguments: str) -> None:
    """Runs git as somebody."""
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", root, *who, *arguments], check=True, capture_output=True)


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The version before: this checkout, released as 0.7.3 and committed."""
    root = copy_of_checkout(tmp_path_factory.mktemp("rehearsal") / "checkout")
    replaced(root / "overrides" / "flighthub" / "_version.py", '"0[^"]*"', '"0.7.3"')
    (root / "CHANGELOG.md").write_text("# Changelog\n\n## 0.7.3\n\nThe version before.\n", encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Release 0.7.3")
    return root


@pytest.fixture(scope="session")
def released(before: Path) -> Side:
    """What the report compares with."""
    return at("HEAD", Layout(before))


@pytest.fixture(scope="session")
def rehearsed(before: Path) -> Rehearsed:
    """The checkout after the change."""
    transcribe(before / "spec")
    generated = step("generate", "--root", before)
    assert generated.returncode == 0, generated.stderr
    checked = step("report", "--base", "HEAD", "--check", "--root", before)
    return Rehearsed(before, checked.stdout, checked, step("names.freeze", "--check", "--root", before))


def objections(checker: str, root: Path) -> list[int]:
    """The lines of the consumer that a strict type checker objects to, with the packages of a checkout."""
    folder = root.parent / f"{checker}-{len(list(root.parent.iterdir()))}"
    folder.mkdir()
    copy = folder / CONSUMER.name
    copy.write_bytes(CONSUMER.read_bytes())
    places = [str(root / "generated"), str(root / "overrides")]
    python = Path(sys.executable)
    if checker == "mypy":
        command = ["--config-file=", "--strict", "--cache-dir", "../mypy-cache", "-O", "json", copy.name]
    else:
        settings = {"include": ["."], "typeCheckingMode": "strict", "extraPaths": places, "pythonVersion": "3.11"}
        (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
        command = ["-p", str(folder), "--pythonpath", str(python), "--outputjson"]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ran = subprocess.run(
        [str(python.with_name(checker)), *command],
        cwd=folder,
        env={**kept, "MYPYPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ran.returncode in (0, 1), ran.stdout + ran.stderr
    if checker == "mypy":
        found = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]
        lines = [each["line"] for each in found if each["file"] == copy.name and each["severity"] != "note"]
    else:
        found = json.loads(ran.stdout)["generalDiagnostics"]
        lines = [each["range"]["start"]["line"] + 1 for each in found if Path(each["file"]).name == copy.name]
    return sorted(set(lines))


# What the report says


def test_the_report_calls_breaking_what_breaks_and_nothing_else(rehearsed: Rehearsed) -> None:
    assert {subject.removesuffix("()") for subject in rehearsed.subjects("breaking")} == set(BREAKING)


def test_the_report_names_everything_new(rehearsed: Rehearsed) -> None:
    assert set(ADDED) <= rehearsed.subjects("addition")


def test_the_report_says_it_in_the_clients_language(rehearsed: Rehearsed) -> None:
    said = {f"{subject}: {text}" for _, subject, text in rehearsed.lines("For those who use the client")}
    assert {
        "flight_tasks.create(): min_battery_capacity is now required. (Create Flight Task)",
        "devices.calibrate_rtk(): removed. (Custom Network RTK Calibration)",
        "flight_tasks.outline(): added. (Outline Flight task)",
        "Dock91State: new model. (made up for the rehearsal)",
    } <= said
    (renamed,) = [each for each in said if each.startswith("TrackPoint: ")]
    assert renamed.startswith("TrackPoint: renamed to FlightTrackPoint. (")
    (value,) = [each for each in said if each.startswith("FlightTaskStatus.CALLED_OFF: ")]
    assert "new value in requests and answers. ⚠ programs that list all values do not list it." in value


def test_the_python_names_say_the_same(rehearsed: Rehearsed) -> None:
    broken = {subject for kind, subject, _ in rehearsed.lines("Python names") if kind == "breaking"}
    assert broken == {
        "flighthub.FlightHub.flight_tasks.create",
        "flighthub.FlightHub.devices.calibrate_rtk",
        "flighthub.types.RtkCalibration",
        "flighthub.enums.RtkStatus",
        "flighthub.types.TrackPoint",
    }


def test_the_change_needs_a_minor_version_below_one(rehearsed: Rehearsed) -> None:
    assert "**Version**: at least 0.8.0 (base: released as 0.7.3); it is 0.7.3." in rehearsed.report


# What fails until it is seen to


def test_the_check_fails_until_version_and_changelog_say_so(released: Side, rehearsed: Rehearsed) -> None:
    assert rehearsed.checked.returncode == 1
    assert "must be at least 0.8.0: breaking changes since 0.7.3" in rehearsed.checked.stderr
    changelog = rehearsed.root / "CHANGELOG.md"
    replaced(rehearsed.root / "overrides" / "flighthub" / "_version.py", '"0.7.3"', '"0.8.0"')
    entries = [
        "* `flight_tasks.create()`: `min_battery_capacity` is required.",
        "* `devices.calibrate_rtk()` is gone, and `RtkCalibration` and `RtkStatus` with it.",
    ]
    section = "# Changelog\n\n## 0.8.0\n\n" + "\n".join(entries)
    changelog.write_text(section + "\n\n## 0.7.3\n\nThe version before.\n", encoding="utf-8")
    now = side(rehearsed.root)
    (problem,) = compared(released, now)[1].problems
    assert problem == "CHANGELOG.md 0.8.0 names no `TrackPoint`: renamed to FlightTrackPoint"
    told = section + "\n* `TrackPoint` is now `FlightTrackPoint`.\n\n## 0.7.3\n"
    assert compared(released, replace(now, changelog=told))[1].problems == ()


def test_the_frozen_names_notice_what_is_gone(rehearsed: Rehearsed) -> None:
    assert rehearsed.frozen.returncode == 1
    gone = re.findall(r"^  (\S+) is gone", rehearsed.frozen.stderr, re.MULTILINE)
    clients = [f"flighthub.{client}{raw}" for client in ("AsyncFlightHub", "FlightHub") for raw in ("", ".raw")]
    top = {name for name in gone if name.count(".") == 2 or not name.startswith("flighthub.enums.")}
    assert top == {
        *(f"{client}.devices.calibrate_rtk" for client in clients),
        "flighthub.types.RtkCalibration",
        "flighthub.types.TrackPoint",
        "flighthub.enums.RtkStatus",
    }


# What breaks


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_what_breaks_is_exactly_what_the_report_called_breaking(checker: str, rehearsed: Rehearsed) -> None:
    assert objections(checker, rehearsed.root) == sorted(MARKED)
    assert set(MARKED.values()) == {subject.removesuffix("()") for subject in rehearsed.subjects("breaking")}


def test_a_former_name_makes_a_rename_harmless(released: Side, rehearsed: Rehearsed) -> None:
    entry = "- {old: types.TrackPoint, new: types.FlightTrackPoint, removed_in: 0.9.0, reason: DJI renamed it.}\n"
    (rehearsed.root / "overrides" / "names" / "aliases.yaml").write_text(entry, encoding="utf-8")
    assert step("generate", "--root", rehearsed.root).returncode == 0
    said = {str(each).partition(" (")[0] for each in compared(released, side(rehearsed.root))[0]}
    assert "addition: TrackPoint: renamed to FlightTrackPoint; the old name warns, and goes with 0.9.0" in said
    assert not [each for each in problems(Layout(rehearsed.root)) if "TrackPoint" in each]
    broken = [MARKED.get(line) for line in objections("mypy", rehearsed.root)]
    assert "flight_tasks.create" in broken
    assert "TrackPoint" not in broken


def test_the_checkout_itself_is_left_alone(rehearsed: Rehearsed) -> None:
    assert CHECKOUT not in rehearsed.root.parents
    assert "Dock91State" not in (CHECKOUT / "generated" / "flighthub_api" / "openapi.yaml").read_text(encoding="utf-8")
