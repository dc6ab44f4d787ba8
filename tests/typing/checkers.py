"""Runs mypy and pyright, both strict, over files as a user has them: in a folder of its own, without our settings."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CONSUMER = Path(__file__).with_name("consumer.py")
EARLIER = Path(__file__).parents[1] / "rehearsal" / "earlier_consumer.py"
"""What the rehearsal of a change breaks; as long as nothing has changed, nothing is wrong with it."""

MISTAKES = Path(__file__).with_name("mistakes.py")
CHECKERS = ("mypy", "pyright")


@dataclass(frozen=True, order=True)
class Finding:
    """What a type checker objects to."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def findings(checker: str, files: Iterable[Path], folder: Path, python: Path | None = None) -> list[Finding]:
    """Has copies of files checked.

    Args:
        checker: `mypy` or `pyright`.
        files: What to check.
        folder: An empty folder for the copies, the settings and the cache.
        python: The interpreter in whose environment the library is installed; the running one by default.
    """
    for file in files:
        shutil.copy(file, folder)
    run = {"mypy": _mypy, "pyright": _pyright}[checker]
    return sorted(run(folder, python or Path(sys.executable)))


def _mypy(folder: Path, python: Path) -> list[Finding]:
    (folder / "mypy.ini").write_text("[mypy]\nstrict = true\n", encoding="utf-8")
    names = sorted(file.name for file in folder.glob("*.py"))
    command = ["--config-file", "mypy.ini", "--python-executable", str(python), "--cache-dir", "cache", "-O", "json"]
    told = _told_by("mypy", [*command, *names], folder)
    found = [json.loads(line) for line in told.splitlines() if line]
    return [
        Finding(Path(each["file"]).name, each["line"], f"{each['message']} [{each['code']}]")
        for each in found
        if each["severity"] != "note"
    ]


def _pyright(folder: Path, python: Path) -> list[Finding]:
    settings = {"include": ["."], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    told = json.loads(_told_by("pyright", ["-p", str(folder), "--pythonpath", str(python), "--outputjson"], folder))
    assert told["summary"]["filesAnalyzed"] == len(list(folder.glob("*.py")))
    return [
        Finding(Path(each["file"]).name, each["range"]["start"]["line"] + 1, f"{each['message']} [{each.get('rule')}]")
        for each in told["generalDiagnostics"]
    ]


def _told_by(checker: str, arguments: list[str], folder: Path) -> str:
    """What a checker prints. Its exit code is 0 or 1; anything else means that it could not do its work."""
    command = [str(Path(sys.executable).with_name(checker)), *arguments]
    # A path of ours must not stand in for an installed library.
    environment = {name: value for name, value in os.environ.items() if name not in ("MYPYPATH", "PYTHONPATH")}
    ended = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert ended.returncode in (0, 1), ended.stdout + ended.stderr
    return ended.stdout
