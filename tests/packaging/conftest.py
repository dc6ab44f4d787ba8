"""The wheel, and environments that it is installed in; once for all tests, as they change nothing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# The wheel is checked by the same type checkers as the working tree: `checkers` of tests/typing.
sys.path.append(str(Path(__file__).parents[1] / "typing"))

from pythons import HERE, RUNNING
from wheels import NOT_SOURCES, TREE, Wheel, built, environment


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Wheel:
    """The wheel of a copy of the tree, so that what others change meanwhile does not matter."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(TREE, folder / "source", ignore=NOT_SOURCES)
    return built(folder / "source", folder / "dist", PYTHONHASHSEED="1")


@pytest.fixture(scope="session")
def clean(wheel: Wheel, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Gives the interpreter, of a version, of an environment that holds the wheel, without extras, and nothing else."""
    made: dict[str, Path] = {}

    def of(version: str) -> Path:
        if version not in made:
            folder = tmp_path_factory.mktemp("clean") / "venv"
            made[version] = environment(folder, wheel.file, python=HERE[version])
        return made[version]

    return of


@pytest.fixture(scope="session")
def clean_python(clean: Callable[[str], Path]) -> Path:
    """The same of the running version."""
    return clean(RUNNING)
