"""What the command costs: processor time of whole processes, in turns with what each is compared with."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from flighthub_simulator import run

from .rows import Row

TURNS = 15

SCRIPT = """
import json
from flighthub import FlightHub
with FlightHub() as fh:
    print(json.dumps([each.to_dict() for each in fh.devices.list()], indent=2))
"""


def commands(ours: str, theirs: str) -> list[Row]:
    """Start, help, a list and completion.

    Args:
        ours: Python of an environment that has the command.
        theirs: Python of an environment that has flighthub2-cli.
    """
    print("commands", flush=True)
    flighthub, fh2 = (str(Path(python).with_name(name)) for python, name in ((ours, "flighthub"), (theirs, "fh2")))
    with run() as simulator:
        settings = {"TOKEN": simulator.token, "BASE_URL": simulator.base_url}
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("FLIGHTHUB")},
            **{f"FLIGHTHUB_{name}": value for name, value in settings.items()},
            **{f"FLIGHTHUB2_{name}": value for name, value in settings.items()},
            "FLIGHTHUB_PROJECT": simulator.project,
            "FLIGHTHUB2_PROJECT_UUID": simulator.project,
        }
        # What a shell asks for behind `flighthub devices get-state --d` and behind `flighthub launch --d`.
        asked = {"_FLIGHTHUB_COMPLETE": "bash_complete"}
        operation = {**asked, "COMP_WORDS": "flighthub devices get-state --d", "COMP_CWORD": "3"}
        job = {**asked, "COMP_WORDS": "flighthub launch --d", "COMP_CWORD": "2"}
        programs: dict[str, tuple[list[str], Mapping[str, str]]] = {
            "pass": ([ours, "-c", "pass"], {}),
            "--version": ([flighthub, "--version"], {}),
            "--help": ([flighthub, "--help"], {}),
            "help of fh2": ([fh2, "--help"], {}),
            "devices list": ([flighthub, "devices", "list"], {}),
            "script": ([ours, "-c", SCRIPT], {}),
            "list of fh2": ([fh2, "device", "list"], {}),
            "operation": ([flighthub], operation),
            "job": ([flighthub], job),
        }
        taken: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(TURNS):
            for name, (command, more) in programs.items():
                taken[name].append(_processor_time(command, {**environment, **more}))
    return [
        _row("flighthub --version (CPU)", taken["--version"], "python -c pass", taken["pass"], 4.0),
        _row("flighthub --help (CPU)", taken["--help"], "python -c pass", taken["pass"], 4.0),
        _row("", taken["--help"], "fh2 --help of flighthub2-cli", taken["help of fh2"], None),
        _row("flighthub devices list (CPU)", taken["devices list"], "a script with the client", taken["script"], 1.3),
        _row("", taken["devices list"], "fh2 device list of flighthub2-cli", taken["list of fh2"], None),
        _row("completion of an operation's options (CPU)", taken["operation"], "python -c pass", taken["pass"], 6.0),
        _row("completion of a job's options (CPU)", taken["job"], "python -c pass", taken["pass"], 6.0),
    ]


def _processor_time(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Milliseconds of processor time of a process."""
    process = subprocess.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return (used.ru_utime + used.ru_stime) * 1000


def _row(what: str, ours: list[float], against: str, theirs: list[float], limit: float | None) -> Row:
    """The turn whose ratio is the median."""
    pairs = sorted(zip(ours, theirs, strict=True), key=lambda pair: pair[0] / pair[1])
    mine, other = pairs[len(pairs) // 2]
    return Row(what, mine, against, other, limit)
