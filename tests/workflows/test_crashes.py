"""A process that is killed in the middle, again and again: the next one goes on, and nothing is done twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from flighthub_simulator import Simulator

SCRIPT = """
import sys
from flighthub import FlightHub

def tell(step):
    print(step.job, step.items_done, flush=True)

with FlightHub() as fh:
    jobs = fh.open_models.reconstruct(sys.argv[1], types={"3d"}, wait=False, progress=tell, max_concurrency=4)
    print("jobs", *jobs.uuids.values(), flush=True)
"""

PICTURES = 200
KILLS = 10
WIDTH = 4


def start(simulator: Simulator, photos: Path) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "FLIGHTHUB_BASE_URL": simulator.base_url,
        "FLIGHTHUB_TOKEN": simulator.token,
        "FLIGHTHUB_PROJECT": simulator.project,
    }
    command = [sys.executable, "-c", SCRIPT, str(photos)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_ten_kills_in_the_middle_of_200_uploads_cost_nothing(present: Simulator, tmp_path: Path) -> None:
    chance = random.Random(7)
    for number in range(PICTURES):
        (tmp_path / f"DJI_{number:04}.JPG").write_bytes(chance.randbytes(3000))
    for _ in range(KILLS):
        with start(present, tmp_path) as process:
            assert process.stdout is not None
            # What is stored already is told first, then each new one twice: its bytes, and that it is done.
            known = sum(present.store.find(each.key) is not None for each in present.store.list())
            for _ in range(known + chance.randrange(8, 36)):
                if not process.stdout.readline().startswith("upload"):
                    break
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
    killed = len(present.store.list())
    assert 20 < killed < PICTURES, "the kills did not fall into the middle of the upload"

    with start(present, tmp_path) as process:
        last = process.communicate(timeout=60)[0].splitlines()[-1]
    assert process.returncode == 0
    (resource,) = present.world.open_models.resources.values()
    (model,) = present.world.open_models.models
    assert last == f"jobs {model.uuid}"
    assert model.pictures == len(resource.files) == PICTURES
    for file in tmp_path.iterdir():
        assert present.store.read(f"{resource.prefix}/{file.name}") == file.read_bytes()
    # Those in flight at a kill may be sent again, and no others.
    assert PICTURES <= present.store.answered <= PICTURES + KILLS * WIDTH

    # One more run finds the job, and starts no other.
    with start(present, tmp_path) as process:
        assert process.communicate(timeout=60)[0].splitlines()[-1] == last
    assert len(present.world.open_models.models) == 1
