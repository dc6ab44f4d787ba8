"""Moving files beside the store client alone and boto3, and watching many devices: which programs run, and how often.

What runs is in `transfer.py`, each time in a process of its own; what it talks to is in `light_store.py`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from .rows import Row

HERE = Path(__file__).resolve().parent
FILES = int(os.environ.get("FILES", "200"))
SIZE = 8_000_000
LARGE = 1_000_000_000
NEEDED = max(2 * FILES * SIZE, LARGE) + 200_000_000
"""Room for the pictures and what is fetched, or for the large file that is fetched."""

DEVICES = 1000
TURNS = 11
"""Turns of those that have a limit; the others take part in the first two."""

NINE_TENTHS = 1 / 0.9
"""At least 0.9 times as fast, as a ratio of times."""

BASELINE = "obstore"
OURS = ("ours", "ours_async")
WAYS = {
    "up": (BASELINE, *OURS, "boto3"),
    "down": (BASELINE, *OURS, "ours_without", "ours_async_without", "boto3"),
}
"""Who takes turns at sending, and at fetching."""

NAMES = {"ours": "", "ours_async": ", async", "ours_without": ", without the extra"}
NAMES["ours_async_without"] = ", async, without the extra"


class Ran(NamedTuple):
    """What a program took: seconds, and megabytes at most, before it began and after."""

    seconds: float
    memory: float
    before: float


def moved(count: int = TURNS) -> list[Row]:
    """Many files up and down, in turns, and one that is large."""
    with tempfile.TemporaryDirectory(prefix="flighthub-bench-", dir=_quiet()) as name:
        return _moved(Path(name), count)


def _quiet() -> Path | None:
    """Memory that can be written to as a disk, which adds its own pace to what is measured; None where it is scarce."""
    room = Path("/dev/shm")
    return room if room.is_dir() and shutil.disk_usage(room).free > 2 * NEEDED else None


def _moved(folder: Path, count: int) -> list[Row]:
    print(f"{FILES} files of {SIZE // 1_000_000} MB, up and down, {count} times, in {folder.parent}", flush=True)
    free = shutil.disk_usage(folder).free
    if free < NEEDED:
        sys.exit(f"{folder} needs room for {NEEDED // 1_000_000} MB and has {free // 1_000_000}: FILES=… or TMPDIR=…")
    places = {"up": folder / "up", "down": folder / "down"}
    for place in places.values():
        place.mkdir()
    for number in range(FILES):
        (places["up"] / f"DJI_{number:04}.JPG").write_bytes(bytes([number % 256]) * SIZE)
    rows: list[Row] = []
    with _light_store(FILES, SIZE) as address:
        for way, who in WAYS.items():
            turns = [
                {name: _mover(f"{name}_{way}", address, places[way], FILES, SIZE) for name in _order(who, turn)}
                for turn in range(count)
            ]
            rows += _compared(way, turns)
            raw = min(_mover(f"raw_{way}", address, places[way], FILES, SIZE).seconds for _ in range(2))
            alone = min(turn[BASELINE].seconds for turn in turns)
            rows.append(Row("  the light store by bare sockets", raw, "obstore alone, best of both", alone, None, "s"))
    for place in places.values():
        shutil.rmtree(place)
        place.mkdir()
    print("one file of 1 GB, up and down", flush=True)
    with (places["up"] / "large.JPG").open("wb") as file:
        file.truncate(LARGE)
    with _light_store(1, LARGE) as address:
        for way, place in places.items():
            for name in (each for each in WAYS[way] if each in NAMES):
                ran = _mover(f"{name}_{way}", address, place, 1, LARGE)
                rows.append(_memory(f"1 GB {way}{NAMES[name]}", [ran], 200))
    for place in places.values():
        shutil.rmtree(place)
    return rows


def watched(folder: Path) -> list[Row]:
    """Memory of a program that watches many devices whose states all change in every round."""
    print(f"watching {DEVICES} devices", flush=True)
    place = folder / "watch"
    place.mkdir()
    rows: list[Row] = []
    with _light_store(0, 0) as address:
        for name, what in (("watch", ""), ("watch_async", ", async")):
            found = _program(name, address, place)
            reads = found["rounds"] * DEVICES
            title = f"watch {DEVICES} devices, {found['rounds']} rounds{what}"
            rows.append(Row(title, found["last"], "what it had after two rounds", found["early"], 1.05, "MB"))
            # Every state differs from the one before, so what is no change was not read in time.
            rows.append(Row("  reads that failed", reads - found["changes"], "all", reads, 0.0, " "))
    return rows


def _compared(way: str, turns: list[dict[str, Ran]]) -> list[Row]:
    """Each beside the store client alone in the same turn; the turn is shown whose ratio is the median."""
    rows: list[Row] = []
    for name in (each for each in WAYS[way] if each != BASELINE):
        both = [(turn[name].seconds, turn[BASELINE].seconds) for turn in turns if name in turn]
        pairs = sorted(both, key=lambda pair: pair[0] / pair[1])
        ours, alone = pairs[len(pairs) // 2]
        limit = NINE_TENTHS if name in OURS else None
        ratios = f"obstore alone ({pairs[0][0] / pairs[0][1]:.2f} to {pairs[-1][0] / pairs[-1][1]:.2f})"
        title = f"{FILES} files {way}{NAMES[name]}" if name in NAMES else f"  boto3 {way}"
        rows.append(Row(title, ours, ratios, alone, limit, "s"))
    for name in (each for each in WAYS[way] if each in NAMES):
        rows.append(_memory(f"  {way}{NAMES[name]}", [turn[name] for turn in turns if name in turn], 300))
    rows.append(_memory("  obstore alone", [turn[BASELINE] for turn in turns], None))
    return rows


def _memory(title: str, ran: list[Ran], limit: int | None) -> Row:
    most = max(ran, key=lambda each: each.memory)
    added = f"{most.memory - most.before:.0f} added to its imports"
    if limit is None:
        return Row(f"{title}, memory ({added})", most.memory, "its imports", most.before, None, "MB")
    return Row(f"{title}, memory", most.memory, f"the {limit} MB it may take ({added})", limit, 1.0, "MB")


def _order(who: tuple[str, ...], turn: int) -> tuple[str, ...]:
    """Who takes part in a turn, in another order each time, so that nobody always follows the same one."""
    present = who if turn < 2 else tuple(each for each in who if each == BASELINE or each in OURS)
    begin = turn % len(present)
    return present[begin:] + present[:begin]


def _mover(name: str, address: str, folder: Path, files: int, size: int) -> Ran:
    """Runs a program that moves files, and looks whether it did."""
    down = name.endswith("_down")
    (folder.parent / "state").unlink(missing_ok=True)
    if down:
        shutil.rmtree(folder)
        folder.mkdir()
    # What the one before has left for the disk to do is not this one's.
    os.sync()
    found = _program(name, address, folder)
    came = (
        sum(each.stat().st_size for each in folder.iterdir()) if down and not name.startswith("raw") else files * size
    )
    if came != files * size or found["moved"] < files * size:
        sys.exit(f"{name} moved {found['moved']} bytes, and {came} are there, of {files * size}")
    return Ran(found["seconds"], found["memory"], found["before"])


def _program(name: str, address: str, folder: Path) -> dict[str, Any]:
    command = [sys.executable, str(HERE / "transfer.py"), name, address, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@contextmanager
def _light_store(files: int, size: int) -> Iterator[str]:
    command = [sys.executable, str(HERE / "light_store.py"), str(files), str(size), str(DEVICES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
