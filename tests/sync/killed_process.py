"""A program that runs `fh.sync` in a child for each line that it reads, and says which child that is.

All is imported before, so that a child begins with its work at once. What it is told is JSON: the settings of the
client and the arguments of the job. It answers `child PID`, and `end STATUS` when the child has ended.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import arro3.io  # noqa: F401 # pyright: ignore[reportUnusedImport]
import httpx  # noqa: F401 # pyright: ignore[reportUnusedImport]
import msgspec  # noqa: F401 # pyright: ignore[reportUnusedImport]

import flighthub_api.enums
import flighthub_api.models
from flighthub import FlightHub
from flighthub._exports import parquet  # noqa: F401 # pyright: ignore[reportUnusedImport]
from flighthub._sync.nightly import sync  # noqa: F401 # pyright: ignore[reportUnusedImport]
from flighthub._sync.transfer import downloads  # noqa: F401 # pyright: ignore[reportUnusedImport]


def run(settings: dict[str, Any], arguments: dict[str, Any]) -> int:
    """Runs the job; 0 when all was to be had."""
    with FlightHub(**settings) as fh:
        return 0 if fh.sync(**arguments).ok else 1


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    """Runs jobs until there are no more lines."""
    for module in (flighthub_api.enums, flighthub_api.models):
        for name in dir(module):
            getattr(module, name)
    for line in sys.stdin:
        told = json.loads(line)
        pid = os.fork()
        if pid == 0:
            status = 2
            try:
                status = run(told["settings"], told["arguments"])
            finally:
                os._exit(status)
        _say(f"child {pid}")
        _, status = os.waitpid(pid, 0)
        _say(f"end {status}")


if __name__ == "__main__":
    main()
