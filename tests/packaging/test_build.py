"""Same commit, same bytes: wherever, whenever and by whom the wheel is built; and the tools are the locked ones."""

from __future__ import annotations

import os
import shutil
import sys
import tomllib
import zipfile
from importlib.metadata import requires, version
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.sdist import SdistBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pythons import HERE
from wheels import CONSTRAINTS, TREE, UV, Wheel, built, done

BUILDERS = ("build", "hatchling", "uv")
"""What the Makefile calls to build; the rest is what these need."""


def needed_by(*names: str) -> set[str]:
    """These distributions, and all that they need here."""
    found: set[str] = set()
    left = {*names}
    while left:
        name = left.pop()
        found.add(name)
        for wanted in map(Requirement, requires(name) or []):
            if not wanted.marker or wanted.marker.evaluate({"extra": ""}):
                left |= {canonicalize_name(wanted.name)} - found
    return found


def pinned() -> dict[str, str]:
    """The lock: versions by name."""
    lines = [Requirement(line) for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines() if line]
    return {canonicalize_name(each.name): str(each.specifier).removeprefix("==") for each in lines}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    with (TREE / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


@pytest.mark.parametrize("name", sorted(needed_by(*BUILDERS)))
def test_a_build_tool_is_the_locked_one(name: str) -> None:
    assert version(name) == pinned()[name]


def test_a_build_elsewhere_takes_the_locked_tools_too(project: dict[str, Any]) -> None:
    wanted = project["build-system"]["requires"]
    assert sorted(wanted) == sorted(f"{name}=={pinned()[name]}" for name in needed_by("hatchling"))


def test_the_lock_follows_what_the_project_says(project: dict[str, Any]) -> None:
    group = project["dependency-groups"]["build"]
    assert sorted(group) == sorted([*project["build-system"]["requires"], f"build=={pinned()['build']}"])
    assert {"include-group": "build"} in project["dependency-groups"]["dev"]


def test_the_source_distribution_has_the_documents_at_the_root() -> None:
    wanted = {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"}
    assert wanted <= {each.relative_path for each in SdistBuilder(str(TREE)).recurse_included_files()}


@pytest.fixture(scope="module")
def repository(wheel: Wheel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose one commit is the tree that the wheel was built from."""
    folder = tmp_path_factory.mktemp("commit") / "repository"
    shutil.copytree(wheel.source, folder)
    done(["git", "init", "--quiet", folder])
    done(["git", "-C", folder, "add", "--all"])
    named = ["-c", "user.name=Anybody", "-c", "user.email=anybody@example.com", "-c", "commit.gpgsign=false"]
    done(["git", "-C", folder, *named, "commit", "--quiet", "--no-verify", "--message", "All of it"])
    return folder


def made(folder: Path, umask: int, **variables: str) -> bytes:
    """What `make wheel` makes in a checkout, with the tools that are here already."""
    make = ["make", "wheel", "--old-file=.venv/.ready", f"BIN={Path(sys.executable).parent}"]
    done(make, folder, umask, **variables)
    (file,) = (folder / "dist").glob("*.whl")
    return file.read_bytes()


def test_a_clone_gives_the_same_bytes_under_other_circumstances(wheel: Wheel, repository: Path, tmp_path: Path) -> None:
    done(["git", "clone", "--quiet", repository, tmp_path / "elsewhere"], umask=0o077)
    for file in (tmp_path / "elsewhere").rglob("*"):
        os.utime(file, (86_400 * 365, 86_400 * 365), follow_symlinks=False)
    variables = {"PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1700000000", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}
    assert made(tmp_path / "elsewhere", 0o077, **variables) == wheel.file.read_bytes()


def test_an_archive_of_the_commit_gives_the_same_bytes(wheel: Wheel, repository: Path, tmp_path: Path) -> None:
    archive = tmp_path / "commit.tar"
    done(["git", "-C", repository, "archive", "--prefix=unpacked/", "--output", archive, "HEAD"])
    done(["tar", "-xf", archive, "-C", tmp_path], umask=0o002)
    assert not (tmp_path / "unpacked" / ".git").exists()
    assert made(tmp_path / "unpacked", 0o002, PYTHONHASHSEED="3") == wheel.file.read_bytes()


def entries(wheel: Wheel) -> list[tuple[str, tuple[int, ...], int, int, int]]:
    """What a wheel holds, but for how it is compressed, which is the business of zlib."""
    with zipfile.ZipFile(wheel.file) as opened:
        found = opened.infolist()
    return [(each.filename, each.date_time, each.external_attr, each.CRC, each.file_size) for each in found]


def test_the_python_that_builds_does_not_matter(wheel: Wheel, tmp_path: Path) -> None:
    # The newest here; where there is but one, it builds at least without our environment.
    python = HERE[max(HERE, key=lambda each: int(each.split(".")[1]))]
    tools = [f"{name}=={pinned()[name]}" for name in needed_by("build", "hatchling")]
    done([UV, "pip", "install", "--quiet", "--python", python, "--target", tmp_path / "tools", *tools])
    again = built(wheel.source, tmp_path / "dist", python, PYTHONPATH=str(tmp_path / "tools"), PYTHONHASHSEED="4")
    assert again.file.name == wheel.file.name
    assert entries(again) == entries(wheel)


def test_its_files_are_dated_and_permitted_the_same_for_everybody(wheel: Wheel) -> None:
    with zipfile.ZipFile(wheel.file) as opened:
        found = opened.infolist()
    assert {each.date_time for each in found} == {(2020, 2, 2, 0, 0, 0)}
    assert {oct(each.external_attr >> 16 & 0o777) for each in found} == {"0o644"}
