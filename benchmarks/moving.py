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
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, NamedTuple

from .rows import Row

HERE = Path(__file__).resolve().parent
FILES = int(os.environ.get("FILES", "200"))
SIZE = 8_000_000
LARGE = 1_000_000_000
NEEDED = max(4 * FILES * SIZE, LARGE) + 200_000_000
"""Room for the pictures, for what is fetched, and twice that for what keeps memory; or for the large file."""

MEMORY = Path("/dev/shm")
"""Memory that can be written to as a disk, which adds its own pace to what is measured."""

SCATTERED = 2**18
"""Bytes of a piece of memory that no virtual machine gives back to its host: they do so with two megabytes and more."""

DEVICES = 1000
READING, WANTED_READING = 2.5, 0.25
"""Milliseconds of processor time that a reading of a device takes at most, and what was wanted."""

TURNS = 9
"""How often everybody takes a turn."""

SMALL, SMALL_SIZE = int(os.environ.get("SMALL", "20000")), 50_000
"""Small files, of which the requests cost more than their content."""

SMALL_LIMIT = 3.0
"""How long they may take on their way up, beside sockets without a client."""

RIVALS = ("obstore", "boto3")
OURS = ("ours", "ours_async")
NAMES = {"ours": "", "ours_async": ", async"}
LIMITS = {
    ("down", "obstore"): 0.60,
    ("down", "boto3"): 0.90,
    ("up", "obstore"): 0.45,
    ("up", "boto3"): 0.35,
}
"""How long ours may take beside a rival. Uploads have limits in the clear alone: over TLS nobody can do without the
processor."""

ASYNC = 1.1
"""How long the awaited client may take beside the other."""

ADDED, ADDED_LARGE = 40, 60
"""Megabytes of memory that moving many files, and one that is large, may add to the imports."""


class Ran(NamedTuple):
    """What a program took: seconds, those of the processor, and megabytes at most, before it began and after."""

    seconds: float
    processor: float
    memory: float
    before: float


def moved(count: int = TURNS) -> list[Row]:
    """Many files up and down, in turns, and one that is large."""
    with tempfile.TemporaryDirectory(prefix="flighthub-bench-", dir=_quiet()) as name:
        return _moved(Path(name), count)


def _quiet() -> Path | None:
    """Memory as a disk; None where it is scarce."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 2 * NEEDED else None


def _keep_memory(folder: Path) -> None:
    """Sees to it that what is fetched finds memory at once.

    Some virtual machines give memory that is free back to their hosts, and wait for it when it is needed again: whoever
    writes 1.6 GB then takes 2.3 s of processor time for what takes 0.6 s otherwise. Here every other one of many small
    files is removed, so that what is free lies in pieces between those that stay.
    """
    folder.mkdir()
    pieces = 2 * FILES * SIZE // SCATTERED
    for number in range(pieces):
        (folder / str(number)).write_bytes(bytes(SCATTERED))
    for number in range(0, pieces, 2):
        (folder / str(number)).unlink()


def _moved(folder: Path, count: int) -> list[Row]:
    print(f"{FILES} files of {SIZE // 1_000_000} MB, up and down, {count} times, in {folder.parent}", flush=True)
    free = shutil.disk_usage(folder).free
    if free < NEEDED:
        sys.exit(f"{folder} needs room for {NEEDED // 1_000_000} MB and has {free // 1_000_000}: FILES=… or TMPDIR=…")
    places = {"up": folder / "up", "down": folder / "down"}
    for place in places.values():
        place.mkdir()
    for number in range(FILES):
        (places["up"] / f"DJI_{number:05}.JPG").write_bytes(bytes([number % 256]) * SIZE)
    if folder.parent == MEMORY:
        _keep_memory(folder / "kept")
    rows: list[Row] = []
    for secure in (False, True):
        with _certificates(folder) if secure else nullcontext(None) as certificates:
            rows += _many(places, count, certificates)
    shutil.rmtree(folder / "kept", ignore_errors=True)
    for place in places.values():
        shutil.rmtree(place)
        place.mkdir()
    print("one file of 1 GB, up and down", flush=True)
    with (places["up"] / "large.JPG").open("wb") as file:
        file.truncate(LARGE)
    with _light_store(1, LARGE) as address:
        for way, place in places.items():
            for name in OURS:
                ran = _mover(f"{name}_{way}", address, place, 1, LARGE)
                rows.append(_memory(f"1 GB {way}{NAMES[name]}", [ran], ADDED_LARGE))
    (places["up"] / "large.JPG").unlink()
    print(f"{SMALL} files of {SMALL_SIZE // 1000} kB, up and down", flush=True)
    for number in range(SMALL):
        (places["up"] / f"DJI_{number:05}.JPG").write_bytes(bytes([number % 256]) * SMALL_SIZE)
    with _light_store(SMALL, SMALL_SIZE) as address:
        for way, place in places.items():
            turns = [{name: _mover(f"{name}_{way}", address, place, SMALL, SMALL_SIZE) for name in (*OURS, "obstore")}]
            rows += _compared(f"{SMALL} small files {way}", way, turns, limited=False)
            if way == "up":
                bare = _mover(f"raw_{way}", address, place, SMALL, SMALL_SIZE)
                ours, against = turns[0]["ours"], "the light store by bare sockets"
                rows.append(Row("", ours.seconds, against, bare.seconds, SMALL_LIMIT, "s", wanted=1.2))
    for place in places.values():
        shutil.rmtree(place)
    return rows


def _many(places: dict[str, Path], count: int, certificates: tuple[Path, Path] | None) -> list[Row]:
    """Many files up and down, everybody in turns."""
    rows: list[Row] = []
    how = "" if certificates is None else ", TLS"
    with _light_store(FILES, SIZE, certificates) as address:
        bundle = None if certificates is None else certificates[1]
        for way, place in places.items():
            turns = [
                {
                    name: _mover(f"{name}_{way}", address, place, FILES, SIZE, bundle)
                    for name in _order((*OURS, *RIVALS), turn)
                }
                for turn in range(count)
            ]
            rows += _compared(f"{FILES} files {way}{how}", way, turns, limited=certificates is None or way == "down")
            if certificates is None:
                raw = min(_mover(f"raw_{way}", address, place, FILES, SIZE).seconds for _ in range(2))
                ours = min(turn["ours"].seconds for turn in turns)
                rows.append(Row("  the light store by bare sockets", raw, "ours, best of both", ours, None, "s"))
    return rows


@contextmanager
def _certificates(folder: Path) -> Iterator[tuple[Path, Path]]:
    """A certificate with its key, for the light store, and what vouches for it."""
    sys.path.insert(0, str(HERE.parent / "tests"))
    from client.certificates import made_in

    made = made_in(folder)
    server = folder / "both.pem"
    server.write_bytes(made.server.read_bytes() + made.server_key.read_bytes())
    yield server, made.authority


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
            each = found["processor"] * 1000 / reads
            wanted = WANTED_READING / READING
            rows.append(Row("  processor time of a reading", each, "what it may take", READING, 1.0, wanted=wanted))
    return rows


def _compared(title: str, way: str, turns: list[dict[str, Ran]], *, limited: bool) -> list[Row]:
    """Each beside its rivals in the same turn; the turn is shown whose ratio is the median."""
    rows: list[Row] = []
    for name in OURS:
        for rival in (each for each in RIVALS if each in turns[0]):
            limit = LIMITS[way, rival] if limited and name == "ours" else None
            rows.append(_median(f"{title}{NAMES[name]}", turns, name, rival, limit))
    rows.append(_median(f"{title}, async", turns, "ours_async", "ours", ASYNC if limited else None))
    for name in OURS:
        rows.append(_memory(f"  {way}{NAMES[name]}", [turn[name] for turn in turns], ADDED if limited else None))
    rows += [_memory(f"  {rival}", [turn[rival] for turn in turns], None) for rival in RIVALS if rival in turns[0]]
    return rows


def _median(title: str, turns: list[dict[str, Ran]], name: str, rival: str, limit: float | None) -> Row:
    pairs = sorted(((turn[name], turn[rival]) for turn in turns), key=lambda pair: pair[0].seconds / pair[1].seconds)
    ours, theirs = pairs[len(pairs) // 2]
    ratios = [pair[0].seconds / pair[1].seconds for pair in pairs]
    processor = ours.processor / theirs.processor
    against = f"{rival} ({ratios[0]:.2f} to {ratios[-1]:.2f}; CPU {processor:.2f})"
    return Row(title, ours.seconds, against, theirs.seconds, limit, "s")


def _memory(title: str, ran: list[Ran], limit: int | None) -> Row:
    """What was added to the memory that the imports take."""
    most = max(ran, key=lambda each: each.memory - each.before)
    added = most.memory - most.before
    if limit is None:
        return Row(f"{title}, memory added", added, "its imports", most.before, None, "MB")
    return Row(f"{title}, memory added", added, f"the {limit} MB it may take", limit, 1.0, "MB")


def _order(who: tuple[str, ...], turn: int) -> tuple[str, ...]:
    """Everybody, in another order each time, so that nobody always follows the same one."""
    begin = turn % len(who)
    return who[begin:] + who[:begin]


def _mover(name: str, address: str, folder: Path, files: int, size: int, bundle: Path | None = None) -> Ran:
    """Runs a program that moves files, and looks whether it did."""
    down = name.endswith("_down")
    (folder.parent / "state").unlink(missing_ok=True)
    if down:
        shutil.rmtree(folder)
        folder.mkdir()
    # What the one before has left for the disk to do is not this one's.
    os.sync()
    found = _program(name, address, folder, bundle)
    came = (
        sum(each.stat().st_size for each in folder.iterdir()) if down and not name.startswith("raw") else files * size
    )
    if came != files * size or found["moved"] < files * size:
        sys.exit(f"{name} moved {found['moved']} bytes, and {came} are there, of {files * size}")
    return Ran(found["seconds"], found["processor"], found["memory"], found["before"])


def _program(name: str, address: str, folder: Path, bundle: Path | None = None) -> dict[str, Any]:
    command = [sys.executable, str(HERE / "transfer.py"), name, address, str(folder)]
    command += [] if bundle is None else [str(bundle)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@contextmanager
def _light_store(files: int, size: int, certificates: tuple[Path, Path] | None = None) -> Iterator[str]:
    command = [sys.executable, str(HERE / "light_store.py"), str(files), str(size), str(DEVICES)]
    command += [] if certificates is None else [str(certificates[0])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
