"""The two sides of a comparison: a git ref or a file, and the working tree or a file."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.documents import Document, SpecError, load
from generator.layout import Layout
from generator.names.surface import Name, surface
from generator.report.versions import version_in

BUNDLE = "generated/flighthub_api/openapi.yaml"
VERSION = "overrides/flighthub/_version.py"
CHANGELOG = "CHANGELOG.md"
_SOURCES = ("generated", "overrides")


@dataclass(frozen=True)
class Side:
    """What is compared: the bundle, the Python names, the version and the changelog."""

    document: Document
    names: dict[str, Name]
    version: str
    changelog: str


def side(folder: Path) -> Side:
    """The side that a checkout, or a part of one, holds."""
    for needed in (BUNDLE, VERSION):
        if not (folder / needed).exists():
            raise SpecError(f"there is no {needed} to compare")
    changelog = folder / CHANGELOG
    return Side(
        load(folder / BUNDLE),
        surface(folder / each for each in _SOURCES),
        version_in((folder / VERSION).read_text(encoding="utf-8")),
        changelog.read_text(encoding="utf-8") if changelog.exists() else "",
    )


def at(ref: str, layout: Layout) -> Side:
    """The side that a git ref of the checkout holds."""
    with _unpacked(ref, layout) as folder:
        return side(folder)


@contextmanager
def _unpacked(ref: str, layout: Layout) -> Iterator[Path]:
    """The sources at a ref in a folder of their own; the checkout is left as it is."""
    commit = _git(layout, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").decode().strip()
    if not commit:
        raise SpecError(f"{ref} is no commit of {layout.root}")
    listed = set(_git(layout, "ls-tree", "--name-only", commit).decode().split())
    wanted = [each for each in (*_SOURCES, CHANGELOG) if each in listed]
    archive = _git(layout, "archive", "--format=tar", commit, "--", *wanted)
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(folder, filter="data")
        yield Path(folder)


def _git(layout: Layout, *arguments: str) -> bytes:
    ran = subprocess.run(["git", "-C", str(layout.root), *arguments], capture_output=True)  # noqa: S607
    if ran.returncode and arguments[0] != "rev-parse":
        raise SpecError(f"git {arguments[0]} fails: {ran.stderr.decode(errors='replace').strip()}")
    return ran.stdout
