"""Beside the steps: `overrides/flighthub/_sync/` is derived from `_async/`, which alone is written.

    python -m generator.derive              writes the derived tree
    python -m generator.derive --check      writes nothing, exit 1 if anything would change

unasyncd does the work, as `[tool.unasyncd]` of pyproject.toml tells it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from ruff.__main__ import find_ruff_bin

from generator.layout import Layout


def derive(layout: Layout, *, check: bool) -> list[str]:
    """Derives the tree, or says what is not as derived."""
    client = layout.root / "overrides" / "flighthub"
    written, derived = ({file.name for file in (client / folder).glob("*.py")} for folder in ("_async", "_sync"))
    orphans = sorted(derived - written)
    if not check:
        for name in orphans:
            (client / "_sync" / name).unlink()
    environment = {**os.environ, "PATH": os.pathsep.join([str(Path(find_ruff_bin()).parent), os.environ.get("PATH", "")])}
    command = [str(Path(sys.executable).parent / "unasyncd"), "--force", "--no-cache"]

    def run(mode: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, mode], cwd=layout.root, env=environment, capture_output=True, text=True)

    if not check:
        run("--write")  # Its exit code says whether it wrote, not whether all is well.
    ran = run("--check")
    found = [f"_sync/{name} is an orphan: _async/ has no such file" for name in orphans] if check else []
    if ran.returncode:
        found.append((ran.stdout + ran.stderr).strip())
    return found


def main() -> None:
    """Derives or checks the sync client of a checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Layout().root)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    found = derive(Layout(arguments.root), check=arguments.check)
    if found:
        sys.exit("derive: " + "\n".join(found) + ("\nRun `make generate`." if arguments.check else ""))
    print("_sync/ is as derived from _async/" if arguments.check else "_sync/ derived from _async/")


if __name__ == "__main__":
    main()
