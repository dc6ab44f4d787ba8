"""`make bench`: what importing, decoding, generating and moving files cost, against the thing each is compared with.

Some of it: `python -m benchmarks transfer state`; with fewer files than 200: `FILES=20 python -m benchmarks transfer`.

Imports are measured in an environment with the base dependencies only, decoding in one that also has the rivals. Who is
compared takes turns. What runs in one process shows the best of its turns, because the machine's noise only ever adds;
what runs in processes of its own shows the turn whose ratio is the median. Files are moved in memory where there is
plenty of it: a disk's pace varies more than what is measured.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from flighthub_simulator import run
from generator.bundle import bundle
from generator.documents import dump
from generator.layout import Layout
from generator.lower import lower

from .command import commands
from .moving import moved, watched
from .rows import Row
from .tools import context

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BIN = Path(sys.executable).parent


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
            return _environment(folder / "rivals", f"{wheel()}[tables]", "pydantic", "python-dateutil")

        parts: dict[str, Callable[[], list[Row]]] = {
            "imports": lambda: _imports(base()),
            "requests": lambda: _requests(base()),
            "decoding": lambda: _decoding(rivals(), folder),
            "state": lambda: _state(base()),
            "generation": _generation,
            "simulator": _simulator,
            "tools": context,
            "transfer": moved,
            "watch": lambda: watched(folder),
            "cli": lambda: commands(
                _environment(folder / "command", f"{wheel()}[cli]"), _environment(folder / "fh2", "flighthub2-cli")
            ),
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
    "import httpx": "import httpx",
    "import flighthub": "import flighthub",
    "import httpx; httpx.Client()": "import httpx; httpx.Client()",
    "a client ready to send": "from flighthub import FlightHub; FlightHub(token='t', base_url='http://127.0.0.1:1')",
    "a client ready to send over TLS": "from flighthub import FlightHub; FlightHub(token='t', region='eu')",
}


def _in_turns(python: str, programs: dict[str, str], runs: int = 25) -> dict[str, list[float]]:
    """Milliseconds of processor time that programs take, each in a process of its own, in turns."""
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(runs):
        for name, code in programs.items():
            taken[name].append(int(_run([python, "-I", "-c", code])) / 1e6)
    return taken


def _timed(code: str, given: str = "") -> str:
    return f"import time; {given}start = time.process_time_ns(); {code}; print(time.process_time_ns() - start)"


def _middle(
    what: str, ours: list[float], against: str, theirs: list[float], limit: float, wanted: float | None = None
) -> Row:
    """The turn whose ratio is the median: of two programs the better luck of one decides nothing."""
    pairs = sorted(zip(ours, theirs, strict=True), key=lambda pair: pair[0] / pair[1])
    mine, others = pairs[len(pairs) // 2]
    return Row(what, mine, against, others, limit, wanted=wanted)


def _imports(python: str) -> list[Row]:
    taken = _in_turns(python, {name: _timed(code) for name, code in _IMPORTS.items()})
    made = {
        "import flighthub": ("import httpx", 0.5, None),
        "a client ready to send": ("import httpx; httpx.Client()", 1.05, None),
        "a client ready to send over TLS": ("import httpx; httpx.Client()", 1.20, 1.05),
    }
    return [
        _middle(f"{name} (CPU)", taken[name], against, taken[against], limit, wanted)
        for name, (against, limit, wanted) in made.items()
    ]


_FIRST = {
    "ours": "from flighthub import FlightHub; FlightHub(token=T, base_url=B).open_models.list_running()",
    "httpx": "import httpx; httpx.Client().get(B + P, headers={'X-User-Token': T}).json()",
}


def _requests(python: str) -> list[Row]:
    print("requests", flush=True)
    found = json.loads(_run([python, str(HERE / "request.py")]))
    with run() as simulator:
        path = "/openapi/v0.1/open_model/models/running"
        given = f"T = {simulator.token!r}; B = {simulator.base_url!r}; P = {path!r}; "
        taken = _in_turns(python, {name: _timed(code, given) for name, code in _FIRST.items()})
    first = "the first answer in a process (CPU)"
    return [
        Row("a request, sync (CPU)", found["sync"][0], "httpx.Client.get", found["sync"][1], 0.75, "µs"),
        Row("a request, async (CPU)", found["async"][0], "httpx.AsyncClient.get", found["async"][1], 0.86, "µs", 0.82),
        _middle(first, taken["ours"], "httpx.Client().get(…).json()", taken["httpx"], 1.15),
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
        Row("decode a track of 100 000 points", ours, "the tool's stock output", found["stock"], 0.30),
        Row("", ours, "pydantic v2, validate_json", found["pydantic"], None),
        Row("", ours, "json.loads alone", found["json"], None),
        Row("  straight into Arrow", found["ours_arrow"], "the tool's stock output", found["stock"], 0.15, wanted=0.12),
        Row("  with an odd point (no fast path)", found["ours_odd"], "the tool's stock output", found["stock"], None),
        Row("  back to a dict", found["ours_to_dict"], "the tool's stock output", found["stock_to_dict"], 1.0),
        Row("  memory kept", found["ours_memory"], "the tool's stock output", found["stock_memory"], 0.5, "MB"),
        Row(
            "  memory kept in Arrow", found["arrow_memory"], "the tool's stock output", found["stock_memory"], 0.5, "MB"
        ),
    ]


def _state(python: str) -> list[Row]:
    example = ROOT / "spec" / "examples" / "getDeviceState.dock_3.answer.json"
    found = json.loads(_run([python, str(HERE / "state.py"), str(example)]))
    return [
        Row(
            "decode a full Dock 3 state (CPU)",
            found["ours"],
            "json.loads alone",
            found["json"],
            3.0,
            "µs",
        )
    ]


def _generation(runs: int = 3) -> list[Row]:
    best = float("inf")
    for _ in range(runs):
        started = time.perf_counter()
        _run([sys.executable, "-m", "generator.generate", "--check"], cwd=ROOT)
        best = min(best, time.perf_counter() - started)
    return [Row("generate all operations and devices, check", best, "the 8 s that it may take", 8.0, 1.0, "s")]


def _simulator() -> list[Row]:
    """How quickly a simulator answers a mix of states, lists and polling, and whether its memory stays."""
    print("100 000 requests to a simulator", flush=True)
    found = json.loads(_run([sys.executable, str(HERE / "simulator.py")]))
    return [
        Row("1 000 requests to a simulator", found["seconds"] * 1e6, "the 250 ms that they may take", 250, 1.0),
        Row("memory of a simulator after 100 000", found["after"], "the 80 MB it may have", 80, 1.0, "MB"),
        Row("", found["after"], "what it was after 10 000", found["before"], 1.05, "MB"),
    ]


if __name__ == "__main__":
    main()
