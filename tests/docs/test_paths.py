"""The files and folders that documents name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import flighthub
import flighthub.airflow
import flighthub.enums
import flighthub.types
import flighthub.waylines
import flighthub_simulator
from flighthub import FlightHub

from .pages import PAGES, ROOT

DOCUMENTS = [*PAGES, ROOT / "spec" / "README.md", *(ROOT / ".github").rglob("*.md")]
FOLDERS = "spec|generator|generated|overrides|simulator|tests|docs|examples|benchmarks"


def named_paths(text: str) -> list[str]:
    """What a document puts between backticks that begins with one of our folders. `<area>` stands for any name."""
    found = re.findall(rf"`((?:{FOLDERS})/[^`\s]*)`", text)
    return [re.sub(r"<[^>]+>", "*", path) for path in found]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_path_that_a_document_names_exists(document: Path) -> None:
    named = named_paths(document.read_text(encoding="utf-8"))
    assert [path for path in named if not exists(path, ROOT, document.parent)] == []


def exists(path: str, *folders: Path) -> bool:
    """Whether a path, or one that fits it, is below one of some folders."""
    return any(any(folder.glob(path.rstrip("/"))) for folder in folders)


def test_paths_are_found_in_the_documents() -> None:
    named = named_paths((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    assert "overrides/flighthub/_transfer/supervisor.py" in named
    assert named_paths("`spec/<area>.yaml`, `/tmp/x`, `no/such`") == ["spec/*.yaml"]


def named_methods(text: str) -> list[tuple[str, str]]:
    """The methods of groups that a text names, as `group.method()`, and as `.method()` after another of its group."""
    found: list[tuple[str, str]] = []
    group = ""
    for before, method in re.findall(r"`(?:fh\.)?([a-z_]*)\.([a-z_]+)\(", text):
        group = before or group
        found.append((group, method))
    return found


def test_the_changelog_names_what_is_there() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    named = named_methods(text)
    assert ("flight_tasks", "launch") in named
    assert ("flight_tasks", "preflight") in named
    with FlightHub(token="key", project="Quarry survey", base_url="http://127.0.0.1:1") as fh:
        assert [(group, name) for group, name in named if not hasattr(getattr(fh, group), name)] == []
        alone = re.findall(r"`([a-z_]+)\(\)`", text)
        own = (fh, fh.flight_tasks.handle("any"), flighthub.Dispatch, flighthub_simulator)
        assert [name for name in alone if not any(hasattr(each, name) for each in own)] == []
    classes = re.findall(r"`([A-Z][A-Za-z0-9]+)`", text)
    homes = (flighthub, flighthub.types, flighthub.enums, flighthub.waylines)
    of_airflow = flighthub.airflow.__all__  # importing them would import Airflow
    assert [name for name in classes if name not in of_airflow and not any(hasattr(each, name) for each in homes)] == []
