"""Decodes a full Dock 3 state, bytes to object, and prints the best processor times in microseconds as JSON.

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


def best(jobs: dict[str, Callable[[], Any]], runs: int = 15) -> dict[str, float]:
    """The best time of each job in microseconds, the jobs taking turns."""
    found = dict.fromkeys(jobs, float("inf"))
    for _ in range(runs):
        for name, job in jobs.items():
            started = time.process_time()
            for _ in range(REPEATS):
                job()
            found[name] = min(found[name], (time.process_time() - started) / REPEATS * 1e6)
    return found


def main(file: str) -> None:
    """Measures and prints."""
    from flighthub_api.groups.devices import GET_STATE
    from flighthub_runtime.wire import parse_json

    text = Path(file).read_bytes()
    jobs = {"ours": lambda: GET_STATE.read(parse_json(text)).result, "json": lambda: json.loads(text)}
    print(json.dumps(best(jobs)))


if __name__ == "__main__":
    main(sys.argv[1])
