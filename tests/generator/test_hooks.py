"""What git runs before a commit is part of what `make check` runs, and stops what that would stop."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from checkouts import copy_of_checkout, environment, replaced

from generator.documents import load
from generator.layout import CHECKOUT

CONFIGURATION = CHECKOUT / ".pre-commit-config.yaml"
HOOKS: list[dict[str, Any]] = [hook for repo in load(CONFIGURATION)["repos"] for hook in repo["hooks"]]


def run(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    kept = environment(PRE_COMMIT_HOME=str(folder / ".git" / "pre-commit"))
    return subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_is_a_command_of_make_check(hook: dict[str, Any]) -> None:
    lines = (CHECKOUT / "Makefile").read_text(encoding="utf-8").partition("\ncheck-derived:")[2].partition("\n\n")[0]
    command = hook["entry"].replace(".venv/bin/", "$(BIN)/").replace(" --force-exclude", "")
    assert command in lines
    assert hook["language"] == "system"


def test_a_file_that_is_derived_is_not_committed_after_it_was_edited(tmp_path: Path) -> None:
    root = copy_of_checkout(tmp_path / "checkout")
    shutil.copytree(CHECKOUT / "generator", root / "generator", dirs_exist_ok=True)
    shutil.copy(CONFIGURATION, root)
    (root / ".venv").symlink_to(sys.prefix)
    (root / ".gitignore").write_text("/.venv\n__pycache__/\n", encoding="utf-8")
    for command in (["git", "init", "--quiet"], ["git", "add", "--all"]):
        assert run([*command], root).returncode == 0
    edited = "overrides/flighthub/_sync/client.py"
    tool = Path(sys.executable).with_name("pre-commit")
    hooks: list[str | Path] = [tool, "run", "--color", "never", "--files", edited]
    clean = run(hooks, root)
    assert clean.returncode == 0, clean.stdout + clean.stderr
    replaced(root / edited, "what it is made of", "what it was made of")
    stopped = run(hooks, root)
    assert stopped.returncode == 1
    told = dict(line.replace("...", " ").rsplit(None, 1) for line in stopped.stdout.splitlines() if "...." in line)
    failed = [name.rstrip(". ") for name, how in told.items() if "Failed" in how]
    assert failed == ["_sync/ is what _async/ gives"], stopped.stdout
