"""Decodes a full Dock 3 state, bytes to object, and prints the best times in microseconds as JSON.

python state.py FILE            FILE is an answer of `devices.get_state`
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

REPEATS = 200


def best(job: Callable[[], Any], runs: int = 15) -> float:
    """The best time of a job in microseconds."""
    found = float("inf")
    for _ in range(runs):
        started = time.perf_counter()
        for _ in range(REPEATS):
            job()
        found = min(found, (time.perf_counter() - started) / REPEATS * 1e6)
    return found


def main(file: str) -> None:
    """Measures and prints."""
    from flighthub_api.groups.devices import GET_STATE
    from flighthub_runtime.wire import parse_json

    text = Path(file).read_bytes()
    print(
        json.dumps(
            {"ours": best(lambda: GET_STATE.read(parse_json(text)).result), "json": best(lambda: json.loads(text))}
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
