"""The example that maps a job over projects, on Ray and on Dask: examples/many_machines.py."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from flighthub_simulator import run

from .flown import landed

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "many_machines.py"


def test_ray_and_dask_sync_all_projects_by_clients_that_travel(tmp_path: Path) -> None:
    with run(speed=200) as simulator:
        landed(simulator)
        told = {"FLIGHTHUB_BASE_URL": simulator.base_url, "FLIGHTHUB_TOKEN": simulator.token}
        running = {
            engine: subprocess.Popen(
                [sys.executable, "-W", "error", str(EXAMPLE), engine, str(tmp_path / engine)],
                env={**os.environ, **told},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for engine in ("ray", "dask")
        }
        for engine, process in running.items():
            shown, problems = process.communicate(timeout=180)
            assert process.returncode == 0, shown + problems
            assert "Quarry survey: 17 files" in shown
            assert shown.count(" tables of ") == 3
            assert simulator.token not in shown + problems
            assert len(list((tmp_path / engine).rglob("*.jp*g"))) == 17
