"""The main job, end to end, as a new user would do it: `make demo` builds the wheel, this script does the rest.

It installs the wheel in a clean environment outside the repository, starts the simulator on a free port with a hurried
clock, and runs `first_call.py` and `flight.py` against it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EXAMPLES = ("first_call.py", "flight.py")


def main(wheel: Path) -> None:
    """Runs the example against a simulator, both from the installed wheel."""
    uv = str(Path(sys.executable).parent / "uv")
    with tempfile.TemporaryDirectory(prefix="flighthub-demo-") as folder:
        python = Path(folder, "environment", "bin", "python")
        print("Installing the wheel in a clean environment", flush=True)
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, str(python.parents[1])], check=True)
        constraints = str(ROOT / ".ci" / "constraints.txt")
        install = [uv, "pip", "install", "--quiet", "--python", str(python), "--constraint", constraints]
        subprocess.run([*install, f"{wheel.resolve()}[simulator]"], check=True)
        for example in EXAMPLES:
            shutil.copy(HERE / example, folder)

        print("Starting the simulator", flush=True)
        command = [str(python), "-m", "flighthub_simulator", "--port", "0", "--speed", "60"]
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
                for example in EXAMPLES:
                    subprocess.run([str(python), example], cwd=folder, env={**others, **settings}, check=True)
                    print(flush=True)
            finally:
                simulator.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
