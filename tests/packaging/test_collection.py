"""`make test AREA=…` collects any areas, in any order.

Folders of tests without an `__init__.py` are put on `sys.path` side by side, so a name that two of them have means
whichever was imported first.
"""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache
from pathlib import Path

from wheels import TREE

TESTS = TREE / "tests"


def shared_folders() -> list[Path]:
    """The folders whose modules are imported by their bare names."""
    return [folder for folder in TESTS.iterdir() if folder.is_dir() and not (folder / "__init__.py").exists()]


def test_no_module_name_occurs_in_two_areas() -> None:
    names = Counter(file.stem for folder in shared_folders() for file in folder.glob("*.py") if is_imported(file))
    assert names
    assert [name for name, count in names.items() if count > 1] == []


def is_imported(file: Path) -> bool:
    """Whether pytest or another module imports a file by its name. pytest loads each conftest by its path."""
    return file.stem != "conftest" and (file.stem.startswith("test_") or file.stem in imported_names())


def test_nothing_is_imported_from_a_conftest() -> None:
    assert "conftest" not in imported_names()


@cache
def imported_names() -> set[str]:
    """The modules that tests import."""
    names: set[str] = set()
    for file in TESTS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names.add(node.module)
    return names
