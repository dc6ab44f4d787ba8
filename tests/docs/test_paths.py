"""The files and folders that documents name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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
