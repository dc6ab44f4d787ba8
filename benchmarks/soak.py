"""`make soak`: an hour of a fleet's life with faults on. Memory, descriptors and threads have to stay where they are.

Docks are watched by a client and an awaited one, flights are launched, followed and fetched, alerts are watched, and a
client is opened and closed again and again. Meanwhile the simulator, in a process of its own, loses connections and
responses and answers with 503. What is measured are the samples of the second quarter, when all is warm, against those
of the last. `SECONDS=120 make soak` is a short one.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from flighthub import AsyncFlightHub, FlightHub, FlightHubError, OutcomeUnknown

from .rows import Row

SECONDS = float(os.environ.get("SECONDS", "3600"))
DOCKS = 50
INTERVAL = 5.0
"""Seconds between two readings of a device, as an operations room has them."""

SPEED = 60
"""Simulated seconds per real one: a flight of a quarter of an hour takes fifteen seconds."""

FAULTS: list[dict[str, Any]] = [
    {"operation": "*", "probability": 0.01, "count": None, "status": 503},
    {"operation": "*", "probability": 0.01, "count": None, "reset": "before"},
    {"operation": "*", "probability": 0.01, "count": None, "reset": "after"},
    {"operation": "getDeviceState", "probability": 0.01, "count": None, "cut": 0.5},
    {"operation": "getDeviceState", "probability": 0.05, "count": None, "unknown_members": True, "nulls": 0.2},
]


class Sample(NamedTuple):
    """What this process holds at a moment."""

    memory: float
    descriptors: int
    threads: int


def main() -> None:
    """Runs for as long as it was told, prints what was seen, and fails when something grew."""
    with tempfile.TemporaryDirectory(prefix="flighthub-soak-") as name:
        folder = Path(name)
        with _Simulator(folder) as simulator:
            samples, counts = _live(folder, simulator.settings)
            simulator_memory = _sample(simulator.process.pid).memory
    print()
    print("  ".join(f"{what} {number}" for what, number in sorted(counts.items())))
    print(f"the simulator has {simulator_memory:.0f} MB at the end")
    quarter = len(samples) // 4
    early, late = samples[quarter : 2 * quarter], samples[-quarter:]
    rows = [
        Row("memory in the last quarter", _of(late, 0), "that in the second", _of(early, 0), 1.05, "MB"),
        # A connection more or less is open at a moment.
        Row("descriptors", _of(late, 1), "those in the second, and four", _of(early, 1) + 4, 1.0, ""),
        Row("threads", _of(late, 2), "those in the second, and one", _of(early, 2) + 1, 1.0, ""),
    ]
    for row in rows:
        print(row)
    missing = [what for what in ("states", "async states", "flights", "files", "clients") if not counts[what]]
    if missing:
        sys.exit(f"nothing was done: {', '.join(missing)}")
    if not all(row.holds for row in rows):
        sys.exit("something grew")


def _of(samples: list[Sample], member: int) -> float:
    return median(sample[member] for sample in samples)


def _sample(pid: int) -> Sample:
    process = Path("/proc") / str(pid)
    status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    descriptors = len(list((process / "fd").iterdir()))
    return Sample(int(status["VmRSS"].split()[0]) / 1000, descriptors, int(status["Threads"]))


class _Simulator:
    """A simulator with a fleet, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        pairs = [
            {
                "home": [46.0 + number / 200, 14.5, 300.0],
                "gateway": {"sn": f"8UUXEXAMPLE{number:04}", "model": "3-3-0", "callsign": f"Dock {number}"},
                "drone": {
                    "sn": f"1581FEXAMPLE{number:05}",
                    "model": "0-100-1",
                    "callsign": f"Aircraft {number}",
                    "cameras": ["99-0-0"],
                },
            }
            for number in range(DOCKS)
        ]
        waylines = [
            {"name": f"Route {number}", "from": f"8UUXEXAMPLE{number:04}", "shape": "perimeter"}
            for number in range(DOCKS)
        ]
        project = {"name": "Fleet", "center": [46.1, 14.5], "pairs": pairs, "waylines": waylines}
        scenario, faults = folder / "scenario.yaml", folder / "faults.yaml"
        scenario.write_text(json.dumps({"projects": [project]}))
        faults.write_text(json.dumps(FAULTS))
        command = [sys.executable, "-m", "flighthub_simulator", "--port", "0", "--speed", str(SPEED)]
        command += ["--scenario", str(scenario), "--faults", str(faults)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        line = next(each for each in self.process.stdout if "base_url=" in each)
        self.settings = dict(word.split("=", 1) for word in line.split() if "=" in word)
        # Nobody reads the lines of the requests; a full pipe would hold the simulator up.
        threading.Thread(target=shutil.copyfileobj, args=(self.process.stdout, _Sink()), daemon=True).start()

    def __enter__(self) -> _Simulator:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()


class _Sink:
    def write(self, text: str) -> None:
        """Takes it, and keeps nothing."""


def _live(folder: Path, settings: dict[str, str]) -> tuple[list[Sample], Counter[str]]:
    counts: Counter[str] = Counter()
    over = threading.Event()
    jobs: list[Callable[[], None]] = [
        lambda: _watch(settings, counts, over),
        lambda: asyncio.run(_watch_async(settings, counts, over)),
        lambda: _fly(folder, settings, counts, over),
        lambda: _come_and_go(settings, counts, over),
    ]
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    samples: list[Sample] = []
    began = time.monotonic()
    pause = max(1.0, SECONDS / 400)
    try:
        while time.monotonic() - began < SECONDS:
            time.sleep(pause)
            dead = [thread for thread in threads if not thread.is_alive()]
            if dead:
                sys.exit("one of those who work has ended")
            gc.collect()
            samples.append(_sample(os.getpid()))
            if len(samples) % 20 == 0:
                print(f"{time.monotonic() - began:6.0f} s  {samples[-1]}  {dict(counts)}", flush=True)
    finally:
        over.set()
        for thread in threads:
            thread.join(30)
    return samples, counts


def _watch(settings: dict[str, str], counts: Counter[str], over: threading.Event) -> None:
    with FlightHub(**settings, max_concurrency=8) as fh:
        for change in fh.devices.watch(interval=INTERVAL, cancel=over):
            counts["states" if change.error is None else "states not read"] += 1


async def _watch_async(settings: dict[str, str], counts: Counter[str], over: threading.Event) -> None:
    async with AsyncFlightHub(**settings, max_concurrency=8) as fh:
        async for change in fh.devices.watch(interval=INTERVAL, cancel=over):
            counts["async states" if change.error is None else "async states not read"] += 1


def _fly(folder: Path, settings: dict[str, str], counts: Counter[str], over: threading.Event) -> None:
    chance = random.Random(0)
    with FlightHub(**settings) as fh:
        routes = fh.waylines.list()
        while not over.is_set():
            number = chance.randrange(DOCKS)
            route = next(each for each in routes if each.name == f"Route {number}")
            try:
                task = fh.flight_tasks.launch(dock=f"Dock {number}", wayline=route.id, preflight=False)
            except OutcomeUnknown as lost:
                counts["launches of unknown outcome"] += 1
                try:
                    found = fh.flight_tasks.reconcile(lost)
                except FlightHubError:
                    counts["flights that failed"] += 1
                    continue
                if found is None:
                    continue
                task = found
            except FlightHubError:
                counts["launches refused"] += 1
                over.wait(1)
                continue
            media = folder / "media"
            try:
                task.wait("media_uploaded", interval=2, timeout=120, cancel=over)
                counts["files"] += len(task.download_media(media))
                task.track(wait=True, interval=2, timeout=60, cancel=over).to_geojson()
                counts["flights"] += 1
            except FlightHubError:
                counts["flights that failed"] += 1
            finally:
                shutil.rmtree(media, ignore_errors=True)


def _come_and_go(settings: dict[str, str], counts: Counter[str], over: threading.Event) -> None:
    """Clients that live for a call: whatever they leave behind adds up."""
    while not over.is_set():
        try:
            with FlightHub(**settings) as fh:
                fh.devices.get_state("8UUXEXAMPLE0000")
        except FlightHubError:
            counts["clients that failed"] += 1
        counts["clients"] += 1
        over.wait(1)


if __name__ == "__main__":
    main()
