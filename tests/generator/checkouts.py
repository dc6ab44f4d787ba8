"""Copies of this checkout's sources that a test may change, and the steps of the generator run on them."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

from generator.layout import CHECKOUT
from generator.names.surface import Name, surface

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


def copy_with_few_names(folder: Path) -> Path:
    """A copy of the modules that public names are read from, without most models, enums and facades.

    That is a fifth of them, and reading them takes most of what a check of names costs. The clients and their groups
    are whole; what a name leads to that was left out is not followed.
    """
    kept = {"models": ("__init__.py", "project.py"), "enums": ("__init__.py", "flight_task_status.py")}
    trees = ("flights",)

    def left_out(place: str, names: list[str]) -> set[str]:
        above = Path(place)
        if above.name in kept:
            return {*names} - {*kept[above.name]}
        folders = {name for name in names if (above / name).is_dir()}
        if above.name in ("_async", "_sync"):
            return folders - {*trees}
        if above == CHECKOUT / "overrides" / "flighthub":
            return folders - {"_async", "_sync"}
        return folders & {"__pycache__"}

    for part in ("generated/flighthub_api", "overrides"):
        shutil.copytree(CHECKOUT / part, folder / part, ignore=left_out)
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


def step(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs a step of the generator with its arguments, and gives what it printed and its exit code.

    It runs in this process: to import the generator anew takes longer than most steps. That each can be run as a
    command, as `make` does, is shown by test_commands.py.
    """
    package = import_module(f"generator.{name}")
    module = import_module(f"generator.{name}.__main__") if hasattr(package, "__path__") else package
    command = [str(module.__file__), *map(str, arguments)]
    printed, complained, code = io.StringIO(), io.StringIO(), 0
    with (
        chdir(CHECKOUT),
        patch.object(sys, "argv", command),
        patch.dict(os.environ, environment(), clear=True),
        redirect_stdout(printed),
        redirect_stderr(complained),
    ):
        try:
            module.main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
            if isinstance(ended.code, str):
                complained.write(f"{ended.code}\n")
    return subprocess.CompletedProcess(command, code, printed.getvalue(), complained.getvalue())


def python_with_package(root: Path, source: str) -> subprocess.CompletedProcess[str]:
    """Runs Python code that imports a copy's generated package with all else of this checkout."""
    places = [root / "generated", CHECKOUT / "overrides", CHECKOUT / "simulator", CHECKOUT]
    variables = environment(PYTHONPATH=os.pathsep.join(map(str, places)))
    return subprocess.run([sys.executable, "-W", "error", "-c", source], env=variables, capture_output=True, text=True)


REMEMBERED = 6
"""Of how many trees the names are kept."""


@contextmanager
def names_read_once() -> Iterator[None]:
    """Has the public names of trees with the same bytes be read once.

    Reading them takes seconds, and a test has several steps look at a tree in which no module has changed meanwhile.
    """
    known: dict[bytes, dict[str, Name]] = {}

    def read(folders: Iterable[Path]) -> dict[str, Name]:
        places = list(folders)
        digest = digest_of(places)
        if digest not in known:
            known[digest] = surface(places)
            for oldest in list(known)[:-REMEMBERED]:
                del known[oldest]
        return dict(known[digest])

    with patch("generator.names.freeze.surface", read), patch("generator.report.sides.surface", read):
        yield


def digest_of(folders: Iterable[Path]) -> bytes:
    """A digest of the Python files in some folders and of where they are in them."""
    found = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*.py*")):
            if file.suffix in (".py", ".pyi"):
                content = file.read_bytes()
                found.update(repr((file.relative_to(folder).as_posix(), len(content))).encode() + content)
    return found.digest()
