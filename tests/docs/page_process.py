"""Runs the Python blocks of a page in a process of its own: `python -m docs.page_process PAGE`, in tests/.

For pages that use what takes over a process, such as Airflow. A block that begins with the name of a file in a comment
is written there, and run as a program; `AIRFLOW_HOME` gets a database first where the page has Airflow.
"""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path
from typing import Any

from flighthub._core.polling import Poller

from .pages import Block, blocks

PAUSE = Poller.pause


def main(page: str) -> None:
    Poller.pause = lambda poller: min(0.2, PAUSE(poller))  # type: ignore[method-assign]
    found = [block for block in blocks("python") if block.page == page]
    if any("airflow" in block.source for block in found):
        from airflow.utils import db

        db.upgradedb()
    names: dict[str, Any] = {"__name__": "page"}
    for block in found:
        run(block, names)


def run(block: Block, names: dict[str, Any]) -> None:
    named = re.match(r"# (\S+\.py)\n", block.source)
    if named:
        file = Path(named[1])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.source, encoding="utf-8")
        runpy.run_path(str(file), run_name="__main__")
    else:
        exec(compile("\n" * (block.line - 1) + block.source, block.page, "exec"), names)


if __name__ == "__main__":
    main(sys.argv[1])
