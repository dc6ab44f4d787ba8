"""`make bench`: what importing, decoding, generating and moving files cost, against the thing each is compared with.

Some of it: `python -m benchmarks transfer state`.

Imports are measured in an environment with the base dependencies only, decoding in one that also has the rivals. Every
figure is the best of several runs that take turns, because the machine's noise only ever adds.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

from flighthub_simulator import run
from generator.bundle import bundle
from generator.documents import dump
from generator.layout import Layout
from generator.lower import lower

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BIN = Path(sys.executable).parent


class Row(NamedTuple):
    """A figure beside the one it is compared with, and how large their ratio may be."""

    what: str
    ours: float
    against: str
    theirs: float
    limit: float | None
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours by theirs."""
        return self.ours / self.theirs

    @property
    def holds(self) -> bool:
        """Whether the limit holds."""
        return self.limit is None or self.ratio <= self.limit

    def __str__(self) -> str:
        limit = "" if self.limit is None else f"limit {self.limit:.2f}  {'holds' if self.holds else 'EXCEEDED'}"
        figures = f"{self.ours:8.1f} {self.unit} : {self.theirs:8.1f} {self.unit}  {self.ratio:6.2f} x"
        return f"{self.what:44} {figures}  of {self.against:34} {limit}"


def main() -> None:
    """Measures everything and fails when a limit is exceeded."""
    with tempfile.TemporaryDirectory(prefix="flighthub-bench-") as name:
        folder = Path(name)

        @cache
        def wheel() -> str:
            _run([sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", name, str(ROOT)])
            return str(next(folder.glob("*.whl")))

        @cache
        def base() -> str:
            return _environment(folder / "base", wheel())

        def rivals() -> str:
            return _environment(folder / "rivals", wheel(), "pydantic", "python-dateutil")

        parts: dict[str, Callable[[], list[Row]]] = {
            "imports": lambda: _imports(base()),
            "requests": lambda: _requests(base()),
            "decoding": lambda: _decoding(rivals(), folder),
            "state": lambda: _state(base()),
            "generation": _generation,
            "simulator": _simulator,
            "transfer": lambda: _transfer(folder),
        }
        chosen = sys.argv[1:] or list(parts)
        rows = [row for part in chosen for row in parts[part]()]
    print()
    for row in rows:
        print(row)
    if not all(row.holds for row in rows):
        sys.exit("a limit is exceeded")


def _run(command: list[str], **options: object) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout  # type: ignore[call-overload,no-any-return]


def _environment(folder: Path, *packages: str) -> str:
    print(f"environment with {', '.join(Path(each).name for each in packages)}", flush=True)
    uv = str(BIN / "uv")
    python = str(folder / "bin" / "python")
    _run([uv, "venv", "--quiet", "--python", sys.executable, str(folder)])
    constraints = str(ROOT / ".ci" / "constraints.txt")
    command = [uv, "pip", "install", "--quiet", "--python", python, "--constraint", constraints]
    _run([*command, "--compile-bytecode", *packages])
    return python


_IMPORTS = {
    "nothing": "pass",
    "import httpx": "import httpx",
    "import flighthub": "import flighthub",
    "import httpx; httpx.Client()": "import httpx; httpx.Client()",
    "a client ready to send": "from flighthub import FlightHub; FlightHub(token='t', base_url='http://127.0.0.1:1')",
}


def _imports(python: str, runs: int = 25) -> list[Row]:
    best = dict.fromkeys(_IMPORTS, float("inf"))
    for _ in range(runs):
        for name, code in _IMPORTS.items():
            program = f"import time; start = time.process_time_ns(); {code}; print(time.process_time_ns() - start)"
            best[name] = min(best[name], int(_run([python, "-I", "-c", program])) / 1e6)
    httpx, client = best["import httpx"], best["import httpx; httpx.Client()"]
    ready = best["a client ready to send"]
    return [
        Row("import flighthub (CPU)", best["import flighthub"], "import httpx", httpx, 0.5),
        Row("a client ready to send (CPU)", ready, "import httpx; httpx.Client()", client, 1.15),
    ]


_FIRST = {
    "ours": "from flighthub import FlightHub; FlightHub(token=T, base_url=B).open_models.list_running()",
    "httpx": "import httpx; httpx.Client().get(B + P, headers={'X-User-Token': T}).json()",
}


def _requests(python: str, runs: int = 25) -> list[Row]:
    print("requests", flush=True)
    found = json.loads(_run([python, str(HERE / "request.py")]))
    best = dict.fromkeys(_FIRST, float("inf"))
    with run() as simulator:
        given = f"T = {simulator.token!r}; B = {simulator.base_url!r}; P = '/openapi/v0.1/open_model/models/running'"
        for _ in range(runs):
            for name, code in _FIRST.items():
                timed = f"start = time.process_time_ns(); {code}; print(time.process_time_ns() - start)"
                program = f"import time; {given}; {timed}"
                best[name] = min(best[name], int(_run([python, "-I", "-c", program])) / 1e6)
    return [
        Row("a request, sync (CPU)", found["sync"][0], "httpx.Client.get", found["sync"][1], 1.0, "µs"),
        Row("a request, async (CPU)", found["async"][0], "httpx.AsyncClient.get", found["async"][1], 1.0, "µs"),
        Row("the first answer in a process (CPU)", best["ours"], "httpx.Client().get(…).json()", best["httpx"], 1.3),
    ]


def _decoding(python: str, folder: Path) -> list[Row]:
    print("stock client from the same operations", flush=True)
    document = folder / "lowered.yaml"
    document.write_text(dump(lower(bundle(Layout(ROOT)))), encoding="utf-8")
    stock = str(folder / "stock_client")
    command = [str(BIN / "openapi-python-client"), "generate", "--path", str(document), "--meta", "none"]
    _run([*command, "--output-path", stock, "--overwrite"])
    found = json.loads(_run([python, str(HERE / "decode.py"), str(folder)]))
    ours = found["ours"]
    return [
        Row("decode a track of 100 000 points", ours, "the tool's stock output", found["stock"], 0.45),
        Row("", ours, "pydantic v2, validate_json", found["pydantic"], None),
        Row("", ours, "json.loads alone", found["json"], None),
        Row("  with an odd point (no fast path)", found["ours_odd"], "the tool's stock output", found["stock"], None),
        Row("  back to a dict", found["ours_to_dict"], "the tool's stock output", found["stock_to_dict"], None),
        Row("  memory kept", found["ours_memory"], "the tool's stock output", found["stock_memory"], None, "MB"),
    ]


def _state(python: str) -> list[Row]:
    example = ROOT / "spec" / "examples" / "getDeviceState.dock_3.answer.json"
    found = json.loads(_run([python, str(HERE / "state.py"), str(example)]))
    return [
        Row(
            "decode a full Dock 3 state",
            found["ours"],
            "json.loads alone, which is part of it",
            found["json"],
            None,
            "µs",
        )
    ]


def _generation(runs: int = 3) -> list[Row]:
    best = float("inf")
    for _ in range(runs):
        started = time.perf_counter()
        _run([sys.executable, "-m", "generator.generate", "--check"], cwd=ROOT)
        best = min(best, time.perf_counter() - started)
    return [Row("generate 42 operations, 14 devices, check", best, "the 8 s that it may take", 8.0, 1.0, "s")]


def _simulator() -> list[Row]:
    """How quickly a simulator answers a mix of states, lists and polling, and whether its memory stays."""
    print("100 000 requests to a simulator", flush=True)
    found = json.loads(_run([sys.executable, str(HERE / "simulator.py")]))
    return [
        Row("1 000 requests to a simulator", found["seconds"] * 1e6, "the second that they may take", 1000, 1.0),
        Row("memory of a simulator after 100 000", found["after"], "the 400 MB it may have", 400, 1.0, "MB"),
        Row("", found["after"], "what it was after 10 000", found["before"], 1.05, "MB"),
    ]


def _transfer(folder: Path, files: int = 200, size: int = 8_000_000, runs: int = 3) -> list[Row]:
    """Many files up and down beside the store client alone and boto3, in turns; a large one; and many devices."""
    print(f"{files} files of {size // 1_000_000} MB, up and down", flush=True)
    up, down = folder / "up", folder / "down"
    up.mkdir()
    for number in range(files):
        (up / f"DJI_{number:04}.JPG").write_bytes(bytes([number % 256]) * size)
    with _light_store(files, size, 1000) as address:
        senders = ("ours_up", "obstore_up", "boto3_up", "ours_up_async")
        fetchers = ("ours_down", "obstore_down", "boto3_down", "ours_down_async", "ours_down_without")
        found: dict[str, list[dict[str, float]]] = {name: [] for name in (*senders, *fetchers)}
        for _ in range(runs):
            for name in senders:
                found[name].append(_program(name, address, up))
            for name in fetchers:
                found[name].append(_program(name, address, down))
        print("1000 devices", flush=True)
        watching = _program("watch", address, down)["memory"]
        early = float((down / "early").read_text())
    shutil.rmtree(up)
    seconds = {name: sorted(run["seconds"] for run in all_)[runs // 2] for name, all_ in found.items()}
    memory = {name: max(run["memory"] for run in all_) for name, all_ in found.items()}
    rows = []
    for way, ours in (("up", senders), ("down", fetchers)):
        alone, boto3 = seconds[f"obstore_{way}"], seconds[f"boto3_{way}"]
        # At least 0.9 times as fast.
        rows.append(Row(f"{files} files {way}", seconds[ours[0]], "obstore alone", alone, 1 / 0.9, "s"))
        rows.append(Row("", seconds[ours[0]], "boto3", boto3, None, "s"))
        rows += [Row(f"  {name}", seconds[name], "obstore alone", alone, None, "s") for name in ours[3:]]
        rows.append(Row("  memory", memory[ours[0]], "the 300 MB it may take", 300, 1.0, "MB"))
    print("one file of 1 GB, up and down", flush=True)
    up.mkdir()
    with (up / "large.JPG").open("wb") as file:
        file.truncate(1_000_000_000)
    with _light_store(1, 1_000_000_000, 1) as address:
        for way, place in (("up", up), ("down", down)):
            found_one = _program(f"ours_{way}", address, place)["memory"]
            rows.append(Row(f"1 GB {way}, memory", found_one, "the 200 MB it may take", 200, 1.0, "MB"))
    rows.append(Row("watching 1 000 devices, 12 rounds, memory", watching, "what it was after two", early, 1.05, "MB"))
    return rows


def _program(name: str, address: str, folder: Path) -> dict[str, float]:
    """Runs a program in a process and, where it fetches something, in a folder of its own."""
    (folder.parent / "state").unlink(missing_ok=True)
    if "down" in name:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    found: dict[str, float] = json.loads(_run([sys.executable, str(HERE / "transfer.py"), name, address, str(folder)]))
    return found


@contextmanager
def _light_store(files: int, size: int, devices: int) -> Iterator[str]:
    command = [sys.executable, str(HERE / "light_store.py"), str(files), str(size), str(devices)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
