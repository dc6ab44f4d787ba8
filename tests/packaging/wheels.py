"""Wheels and environments as the tests of the package make them."""

from __future__ import annotations

import email
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

TREE = Path(__file__).parents[2]
UV = Path(sys.executable).with_name("uv")
CONSTRAINTS = TREE / ".ci" / "constraints.txt"
NOT_SOURCES = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "build", "dist", "*.egg-info")


@dataclass(frozen=True)
class Wheel:
    """A wheel, the tree it was built from and what it holds."""

    file: Path
    source: Path

    @property
    def names(self) -> list[str]:
        with zipfile.ZipFile(self.file) as opened:
            return opened.namelist()

    def read(self, name: str) -> bytes:
        with zipfile.ZipFile(self.file) as opened:
            return opened.read(name)

    def contents(self) -> dict[str, bytes]:
        with zipfile.ZipFile(self.file) as opened:
            return {name: opened.read(name) for name in opened.namelist()}

    @property
    def version(self) -> str:
        return self.file.name.split("-")[1]

    @property
    def metadata(self) -> Message:
        return email.message_from_bytes(self.read(f"flighthub-{self.version}.dist-info/METADATA"))

    @property
    def extras(self) -> set[str]:
        return set(self.metadata.get_all("Provides-Extra", []))


def ended(
    command: Sequence[str | Path], cwd: Path | None = None, umask: int = -1, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Runs a command to its end."""
    # A path of ours must not stand in for an installed library, nor a user's settings for what the project says.
    ours = ("PYTHONPATH", "MYPYPATH", "SOURCE_DATE_EPOCH", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        umask=umask,
        env={**kept, **variables},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def done(command: Sequence[str | Path], cwd: Path | None = None, umask: int = -1, **variables: str) -> str:
    """Runs a command that must succeed; gives what it prints."""
    ran = ended(command, cwd, umask, **variables)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def built(source: Path, into: Path, python: Path | str = sys.executable, **variables: str) -> Wheel:
    """Builds the wheel of a tree."""
    done([python, "-m", "build", "--no-isolation", "--wheel", "--outdir", into, source], **variables)
    (file,) = into.glob("*.whl")
    return Wheel(file, source)


def environment(
    folder: Path, *wanted: str | Path, python: Path | str = sys.executable, options: Sequence[str | Path] = ()
) -> Path:
    """Makes an environment that holds what is wanted and nothing else; gives its interpreter."""
    done([UV, "venv", "--quiet", "--no-python-downloads", "--python", python, folder])
    made = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    locked = options or ["--constraint", CONSTRAINTS]
    done([UV, "pip", "install", "--quiet", "--python", made, *locked, *wanted])
    return made


def installed(python: Path) -> dict[str, str]:
    """The distributions of an environment, with their versions."""
    listed = done([UV, "pip", "list", "--format", "freeze", "--python", python]).split()
    pairs = (each.split("==") for each in listed)
    return {name.lower().replace("_", "-"): version for name, version in pairs}
