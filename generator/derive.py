"""Beside the steps: `overrides/flighthub/_sync/` is derived from `_async/`, which alone is written.

    python -m generator.derive              writes the derived tree
    python -m generator.derive --check      writes nothing, exit 1 if any byte would change

unasyncd does the work, as `[tool.unasyncd]` of pyproject.toml tells it, in a folder of its own: its `--check` overlooks
comments. It looks at one module at a time, so what it made of a module is kept in the environment under a digest of all
that went in: the module, the settings, and the versions of the tools.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from importlib.metadata import version
from pathlib import Path

from ruff.__main__ import find_ruff_bin

from generator.documents import SpecError
from generator.layout import Layout

_CLIENT = Path("overrides") / "flighthub"

WRITTEN_TWINS = ("core/concurrency.py",)
"""What differs in more than `async` and is written by hand on both sides."""


_MADE = Path(sys.prefix) / "derived"
"""What was derived before, by digest."""


def derived(layout: Layout) -> dict[str, bytes]:
    """The derived modules by their names."""
    source = layout.root / _CLIENT / "_async"
    settings = tomllib.loads((layout.root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    tools = [version("unasyncd"), version("ruff"), repr(settings["unasyncd"]), repr(settings["ruff"])]
    names = [name for name in _modules(source) if name not in WRITTEN_TWINS]
    digests = {name: _digest(*tools, name, (source / name).read_text(encoding="utf-8")) for name in names}
    missing = [name for name in names if not (_MADE / digests[name]).exists()]
    if missing:
        _MADE.mkdir(exist_ok=True)
        for name, content in _derive(layout, missing).items():
            with tempfile.NamedTemporaryFile(dir=_MADE, delete=False) as file:
                file.write(content)
            Path(file.name).replace(_MADE / digests[name])
    return {name: (_MADE / digests[name]).read_bytes() for name in names}


def _digest(*parts: str) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _derive(layout: Layout, names: list[str]) -> dict[str, bytes]:
    """Has unasyncd derive some modules."""
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(find_ruff_bin()).parent), os.environ.get("PATH", "")]),
    }
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(layout.root / "pyproject.toml", folder)
        for name in names:
            copy = Path(folder) / _CLIENT / "_async" / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(layout.root / _CLIENT / "_async" / name, copy)
        target = Path(folder) / _CLIENT / "_sync"
        target.mkdir()
        command = [str(Path(sys.executable).parent / "unasyncd"), "--force", "--no-cache", "--write"]
        ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        found = {name: (target / name).read_bytes() for name in _modules(target)}
        if set(found) != set(names):
            raise SpecError(f"unasyncd derived {sorted(found)} of {sorted(names)}:\n{ran.stdout}{ran.stderr}")
        return found


def _modules(folder: Path) -> list[str]:
    """The modules in a folder and below, by their paths in it."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.py"))


def main() -> None:
    """Derives or checks the sync client of a checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Layout().root)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    layout = Layout(arguments.root)
    made = derived(layout)
    folder = layout.root / _CLIENT / "_sync"
    files = (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    present = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    for name in WRITTEN_TWINS:
        present.pop(name, None)
    differing = sorted(name for name in {*made, *present} if made.get(name) != present.get(name))
    if arguments.check:
        if differing:
            sys.exit(
                "derive --check: run `make generate`; not as derived: "
                + ", ".join(f"_sync/{name}" for name in differing)
            )
        print("_sync/ is as derived from _async/")
        return
    folder.mkdir(exist_ok=True)
    for name in differing:
        if name in made:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(made[name])
        else:
            (folder / name).unlink()
    print(f"_sync/ derived from _async/: {len(differing)} files changed")


if __name__ == "__main__":
    main()
