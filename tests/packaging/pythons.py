"""The Pythons that the package is for, and those of them that this machine has. None is downloaded."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from wheels import TREE, UV, ended


def _promised() -> list[str]:
    with (TREE / "pyproject.toml").open("rb") as file:
        classifiers = tomllib.load(file)["project"]["classifiers"]
    found = (re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", each) for each in classifiers)
    return [each[1] for each in found if each]


def _places(version: str) -> Iterator[str | Path | None]:
    if sys.version_info[:2] == tuple(map(int, version.split("."))):
        yield sys.executable
    yield shutil.which(f"python{version}")
    # What stands for it in the path may be a switch that is set to another version.
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from sorted(root.glob(f"versions/{version}.*/bin/python"))
    found = ended([UV, "python", "find", "--quiet", "--offline", "--no-python-downloads", version])
    yield found.stdout.strip() or None


def _is(python: str | Path, version: str) -> bool:
    try:
        said = ended([python, "-I", "-c", "import sys, venv; print('%d.%d' % sys.version_info[:2])"])
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.stdout.strip() == version


def _here() -> dict[str, str]:
    found = {}
    for version in PROMISED:
        usable = (str(each) for each in _places(version) if each is not None and _is(each, version))
        python = next(usable, None)
        if python is not None:
            found[version] = python
    return found


PROMISED = _promised()
"""The versions that the classifiers name."""

HERE = _here()
"""An interpreter of each version that this machine has."""

RUNNING = f"{sys.version_info[0]}.{sys.version_info[1]}"
