"""Copies of this checkout's sources that a test may change, and the steps of the generator run on them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from generator.layout import CHECKOUT

_PARTS = ("spec", "overrides", "generated", "generator/lock.json", "pyproject.toml")


def copy_of_sources(folder: Path) -> Path:
    """A copy of spec/, the overlays and the former names: what the bundle is made from."""
    shutil.copytree(CHECKOUT / "spec", folder / "spec")
    for part in ("overlays", "names"):
        shutil.copytree(CHECKOUT / "overrides" / part, folder / "overrides" / part)
    return folder


def copy_of_checkout(folder: Path) -> Path:
    """A copy of all that the generator reads, checks and writes."""
    for part in _PARTS:
        source, target = CHECKOUT / part, folder / part
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return folder


def replaced(file: Path, pattern: str, by: str) -> None:
    """Replaces the first match of a pattern in a file; the pattern must be there, or the test would test nothing."""
    text, count = re.subn(pattern, lambda _: by, file.read_text(encoding="utf-8"), count=1)
    assert count == 1, f"{pattern!r} is not in {file.name}"
    file.write_text(text, encoding="utf-8")


def appended(file: Path, text: str) -> None:
    """Adds text at the end of a file."""
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def environment(**variables: str) -> dict[str, str]:
    """This process's environment without what a client would read from it, and with some variables more."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("FLIGHTHUB_") and not name.lower().endswith("_proxy")
    }
    return {**kept, **variables}


def step(name: str, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a step of the generator as a command, as `make` does."""
    command = [sys.executable, "-m", f"generator.{name}", *map(str, arguments)]
    return subprocess.run(command, cwd=CHECKOUT, env=environment(**variables), capture_output=True, text=True)


def python_with_package(root: Path, source: str) -> subprocess.CompletedProcess[str]:
    """Runs Python code that imports a copy's generated package with all else of this checkout."""
    places = [root / "generated", CHECKOUT / "overrides", CHECKOUT / "simulator", CHECKOUT]
    variables = environment(PYTHONPATH=os.pathsep.join(map(str, places)))
    return subprocess.run([sys.executable, "-W", "error", "-c", source], env=variables, capture_output=True, text=True)
