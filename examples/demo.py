"""The main job, end to end, as a new user would do it: `make demo` builds the wheel, this script does the rest.

It installs the wheel in a clean environment outside the repository, starts the simulator on a free port with a hurried
clock, asks the command `flighthub` who is there, runs `first_call.py`, `flight.py` and, with photos that it makes,
`photos_to_model.py`, and asks the command what was flown. At last, in `alarm_to_flight.py`, an alarm dispatches a
flight through a workflow, and an event comes back.
"""

from __future__ import annotations

import base64
import os
import random
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EXAMPLES = ("first_call.py", "flight.py", "photos_to_model.py")
ALARM = "alarm_to_flight.py"

FIRST = ("fleet", "--output", "table", "--fields", "name,model,aircraft_model,online")
LAST = ("tasks", "history", "--output", "table", "--fields", "name,status,run_at")
"""What the command is asked before the examples run, and after them."""

PHOTOS, BYTES = 60, 2_000_000
"""How many are made, and how large about."""

PIXELS = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBk"
    "eFxlZ2P/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z"
)
"""A grey square of eight pixels, as JPEG."""


def make_photos(folder: Path) -> None:
    """Makes photos: valid JPEG files, each with a filling of its own."""
    folder.mkdir()
    chance = random.Random(7)  # noqa: S311 - it fills pictures
    for number in range(PHOTOS):
        comments = b"".join(b"\xff\xfe\xff\xff" + chance.randbytes(0xFFFD) for _ in range(BYTES // 0x10000))
        (folder / f"DJI_{number:04}.JPG").write_bytes(PIXELS[:2] + comments + PIXELS[2:])


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def main(wheel: Path) -> None:
    """Runs the example against a simulator, both from the installed wheel."""
    uv = str(Path(sys.executable).parent / "uv")
    with tempfile.TemporaryDirectory(prefix="flighthub-demo-") as folder:
        python = Path(folder, "environment", "bin", "python")
        print("Installing the wheel in a clean environment", flush=True)
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, str(python.parents[1])], check=True)
        constraints = str(ROOT / ".ci" / "constraints.txt")
        install = [uv, "pip", "install", "--quiet", "--python", str(python), "--constraint", constraints]
        subprocess.run([*install, f"{wheel.resolve()}[simulator,storage,progress,cli]"], check=True)
        for example in (*EXAMPLES, ALARM):
            shutil.copy(HERE / example, folder)

        print("Starting the simulator", flush=True)
        port = free_port()
        webhook = f"http://127.0.0.1:{port}/flighthub"
        command = [str(python), "-m", "flighthub_simulator", "--port", "0", "--speed", "60", "--webhook", webhook]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, bufsize=1) as simulator:
            try:
                started = simulator.stdout.readline() if simulator.stdout else ""
                found = re.fullmatch(r".* ready: base_url=(\S+) token=(\S+) project=(\S+)\n", started)
                if found is None:
                    sys.exit(f"the simulator did not start: {started!r}")
                base_url, token, project = found.groups()
                print(f"It is ready at {base_url}\n", flush=True)
                settings = {"FLIGHTHUB_BASE_URL": base_url, "FLIGHTHUB_TOKEN": token, "FLIGHTHUB_PROJECT": project}
                others = {name: value for name, value in os.environ.items() if not name.startswith("FLIGHTHUB_")}
                settings["XDG_STATE_HOME"] = str(Path(folder, "state"))
                make_photos(Path(folder, "photos"))
                environment = {**others, **settings}

                def run(*words: str) -> None:
                    print(f"--- {shlex.join([Path(words[0]).name, *words[1:]])}", flush=True)
                    subprocess.run(words, cwd=folder, env=environment, check=True)
                    print(flush=True)

                run(str(python.with_name("flighthub")), *FIRST)
                for example in EXAMPLES:
                    run(str(python), example, *(["photos", "models"] if example == "photos_to_model.py" else []))
                run(str(python.with_name("flighthub")), *LAST)
                run(str(python), ALARM, str(port))
            finally:
                simulator.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
