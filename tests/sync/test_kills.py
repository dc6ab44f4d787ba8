"""A job that is killed at any moment leaves nothing behind that the next run does not put right."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from flighthub_simulator import Simulator

from .week import files_of

KILLS = 20
INCLUDE = ["media", "tracks", "flight_tasks", "detections", "devices", "alerts", "waylines"]
SEED = 20_261_129
LATEST = 0.4
"""Seconds after which a job is killed at the latest; a whole one takes about one."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which Windows cannot")


class Jobs:
    """Runs jobs in processes of their own."""

    def __init__(self, process: subprocess.Popen[str], settings: dict[str, Any]) -> None:
        self._process = process
        self._settings = settings

    def run(self, to: str, kill_after: float | None = None, **arguments: Any) -> int | None:
        """Runs a job to its end, or kills it; None when it was killed before its end."""
        told = {"settings": self._settings, "arguments": {"to": to, **arguments}}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(told), file=self._process.stdin, flush=True)
        pid = int(self._process.stdout.readline().removeprefix("child "))
        if kill_after is not None and not select.select([self._process.stdout], [], [], kill_after)[0]:
            os.kill(pid, signal.SIGKILL)
        status = int(self._process.stdout.readline().removeprefix("end "))
        return None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)


@contextmanager
def jobs(simulator: Simulator) -> Iterator[Jobs]:
    """What runs jobs against a simulator."""
    command = [sys.executable, "-m", "sync.killed_process"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "NO_PROXY": "127.0.0.1"}
    settings = {"token": simulator.token, "base_url": simulator.base_url}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield Jobs(process, settings)
        finally:
            assert process.stdin is not None
            process.stdin.close()


def test_twenty_kills_end_in_what_an_undisturbed_run_leaves(flown: Simulator, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    with jobs(flown) as run:
        assert run.run(f"{tmp_path}/whole", include=INCLUDE) == 0
        whole = files_of(tmp_path / "whole")
        reads = flown.store.answered
        kills = rounds = 0
        while kills < KILLS:
            rounds += 1
            to = tmp_path / f"killed-{rounds}"
            while kills < KILLS and run.run(str(to), kill_after=chance.uniform(0, LATEST), include=INCLUDE) is None:
                kills += 1
            assert run.run(str(to), include=INCLUDE) == 0
            assert files_of(to) == whole
            assert sorted(path.name for path in (to / "_flighthub").iterdir()) == sorted(
                path.name for path in (tmp_path / "whole" / "_flighthub").iterdir()
            )
    media = sum(path.startswith("media/") for path in whole)
    # Only what was under way at a kill is read once more.
    assert flown.store.answered - reads <= rounds * media + kills * 30
