"""A process that launches by keys from children of its own, and kills them, and says what became of each key.

    python launching_process.py kills SEED COUNT STATE     kills a launch at a random moment, and launches again, twice
    python launching_process.py lines STEP STATE           the same, at every so manieth line of the journal's module
    python launching_process.py at_once COUNT WIDTH STATE  launches by one key in several children at the same time

With the words `unlocked` and `dispatch` after the first argument locks hold nothing, and workflows are dispatched
instead of flights launched. Each line of its output is a JSON list: the key, and what each launch that was not killed
came to, the uuid of a task, `accepted`, or `unknown`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

from flighthub import FlightHub, OutcomeUnknown
from flighthub._core import once_journal

DOCK, WAYLINE = "7CTDEXAMPLE0001", "f2d4c6b8-90ab-4cde-8f01-23456789abcd"
WORKFLOW, PLACE = "00000000-0000-4000-8000-00000000a001", (46.0552, 14.4990)
DIED = 9


Work = Callable[[str, str], str]


def launch(key: str, state: str) -> str:
    with FlightHub() as fh:
        try:
            return str(fh.flight_tasks.launch(dock=DOCK, wayline=WAYLINE, key=key, state=state).uuid)
        except OutcomeUnknown:
            return "unknown"


def dispatch(key: str, state: str) -> str:
    with FlightHub() as fh:
        try:
            fh.workflows.dispatch(PLACE, workflow=WORKFLOW, level=2, name="Alarm", key=key, state=state)
        except OutcomeUnknown:
            return "unknown"
        return "accepted"


class Child:
    """A child that does some work."""

    def __init__(self, work: Callable[[], str]) -> None:
        self._end, end = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.write(end, work().encode())
            except BaseException as error:
                os.write(end, f"{type(error).__name__}: {error}".encode())
            finally:
                os._exit(0)
        os.close(end)

    def result(self) -> str:
        """What the work came to; nothing where the child was killed."""
        with os.fdopen(self._end, "rb") as end:
            found = end.read().decode()
        os.waitpid(self.pid, 0)
        return found


def tell(key: str, *results: str) -> None:
    sys.stdout.write(json.dumps([key, *results]) + "\n")
    sys.stdout.flush()


def kills(launch: Work, seed: int, count: int, state: str) -> None:
    chance = random.Random(seed)
    begun = time.monotonic()
    tell("undisturbed", *(Child(lambda: launch("undisturbed", state)).result() for _ in range(2)))
    usual = (time.monotonic() - begun) / 2
    for number in range(count):
        key = f"killed {seed} {number}"
        child = Child(lambda key=key: launch(key, state))  # type: ignore[misc]
        time.sleep(chance.uniform(0, usual * 1.2))
        os.kill(child.pid, signal.SIGKILL)
        child.result()
        tell(key, *(Child(lambda key=key: launch(key, state)).result() for _ in range(2)))  # type: ignore[misc]


def lines(launch: Work, step: int, state: str) -> None:
    for line in range(1, 1000, step):
        key = f"line {line}"

        def work(line: int = line, key: str = key) -> str:
            passed = 0

            def die_at_the_line(frame: Any, event: str, argument: object) -> Any:
                nonlocal passed
                if frame.f_code.co_filename != once_journal.__file__:
                    return None
                if event == "line":
                    passed += 1
                    if passed == line:
                        os.kill(os.getpid(), signal.SIGKILL)
                return die_at_the_line

            sys.settrace(die_at_the_line)
            return launch(key, state)

        survived = Child(work).result()
        tell(key, Child(lambda key=key: launch(key, state)).result())  # type: ignore[misc]
        if survived:
            return


def at_once(launch: Work, count: int, width: int, state: str) -> None:
    for number in range(count):
        key = f"at once {number}"
        start = time.time() + 0.02

        def work(key: str = key, start: float = start) -> str:
            time.sleep(max(0.0, start - time.time()))
            return launch(key, state)

        children = [Child(work) for _ in range(width)]
        tell(key, *(child.result() for child in children))


if __name__ == "__main__":
    modes: dict[str, Callable[..., None]] = {"kills": kills, "lines": lines, "at_once": at_once}
    mode, *told = sys.argv[1:]
    if "unlocked" in told:
        # As on a file system whose locks other machines do not see.
        once_journal.lock = lambda descriptor: True  # type: ignore[attr-defined]
    work = dispatch if "dispatch" in told else launch
    told = [each for each in told if each not in ("unlocked", "dispatch")]
    # What is imported now need not be imported by each child.
    work("before the children", told[-1])
    modes[mode](work, *(int(each) for each in told[:-1]), told[-1])
