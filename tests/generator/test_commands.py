"""Each step of the generator is a command, as `make` and the docstrings say. What it does, other tests show."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from checkouts import environment, step

from generator.layout import CHECKOUT

NAMED = sorted(
    {
        found
        for file in (CHECKOUT / "Makefile", *(CHECKOUT / "generator").rglob("*.py"))
        for found in re.findall(r"-m generator\.(\w+(?:\.\w+)*)", file.read_text(encoding="utf-8"))
    }
)
"""The steps that somebody is told to run."""


def test_the_steps_that_make_runs_are_among_those_that_are_named() -> None:
    assert {"generate", "derive", "names.freeze", "report", "lint", "bundle"} <= set(NAMED)


@pytest.mark.parametrize("name", NAMED)
def test_a_step_runs_when_python_is_told_to_run_its_module(name: str) -> None:
    package = import_module(f"generator.{name}")
    module = import_module(f"generator.{name}.__main__") if hasattr(package, "__path__") else package
    text = Path(str(module.__file__)).read_text(encoding="utf-8")
    assert text.endswith('if __name__ == "__main__":\n    main()\n')
    helped = step(name, "--help")
    assert (helped.returncode, helped.stderr) == (0, "")
    assert helped.stdout.startswith("usage: ")


def test_what_a_step_says_and_its_exit_code_are_those_of_the_process(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator.generate", "--root", str(tmp_path)]
    ran = subprocess.run(command, cwd=CHECKOUT, env=environment(), capture_output=True, text=True)
    here = step("generate", "--root", tmp_path)
    assert ran.stderr.startswith("generate: ")
    assert (ran.returncode, ran.stdout, ran.stderr) == (here.returncode, here.stdout, here.stderr)
