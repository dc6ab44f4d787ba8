"""A process that is killed in the middle, again and again: the next one goes on, and nothing is done twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from flighthub._reconstruction.journal import Journal
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


FORGETTING = """
import os, sys, time
from pathlib import Path
from flighthub._reconstruction import journal as _journal
from flighthub._reconstruction.photos import Photo
from flighthub_api.models import UploadToken

state, line = Path(sys.argv[1]), int(sys.argv[2])
told = dict.fromkeys(("access_key_id", "secret_access_key", "session_token", "callback_param"), "planted")
where = {"cloud_bucket_name": "b", "store_path": "x/uuid/{fileName}", "expire_time": int(time.time() + 3600)}
journal = _journal.Journal(state)
journal.open_set(UploadToken.from_dict({**told, **where}), "uuid")
for number in range(3):
    journal.store(Photo(f"{number}.jpg", Path("x"), 100, number), "etag")
journal.register(["0.jpg", "1.jpg", "2.jpg"])
journal.begin({"2d": "{}"})
journal.started({"3d": ("job", "{}")})
journal.close()
journal = _journal.Journal(state)
passed = 0

def die_at_the_line(frame, event, argument):
    global passed
    if frame.f_code.co_filename != _journal.__file__:
        return None
    if event == "line":
        passed += 1
        if passed == line:
            os._exit(9)
    return die_at_the_line

sys.settrace(die_at_the_line)
journal.forget_credentials(callback=True)
sys.settrace(None)
print("whole")
"""


def test_a_process_that_dies_at_any_line_while_it_forgets_credentials_forgets_nothing_else(tmp_path: Path) -> None:
    for line in range(1, 200):
        state = tmp_path / f"{line}.jsonl"
        command = [sys.executable, "-c", FORGETTING, str(state), str(line)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        found = Journal(state)
        assert (found.resource_uuid, len(found.stored), len(found.registered)) == ("uuid", 3, 3)
        assert (found.starting, found.jobs) == ({"2d": "{}"}, {"3d": ("job", "{}")})
        found.forget_credentials(callback=True)
        found.close()
        assert "planted" not in state.read_text()
        assert {*tmp_path.iterdir()} == {tmp_path / f"{each}.jsonl" for each in range(1, line + 1)}
        if "whole" in ran.stdout:
            break
        assert ran.returncode == 9
    assert 20 < line < 199
