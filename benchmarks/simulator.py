"""Loads a simulator over raw sockets, and prints how quick it was and how much memory it took, as JSON.

python simulator.py [REQUESTS]
"""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

CONNECTIONS = 4
WARM = 10_000
"""Requests after which the memory is what it should stay."""

SERVE = """
import sys, flighthub_simulator
with flighthub_simulator.run(seed=1) as simulator:
    print(simulator.base_url, simulator.token, simulator.project, flush=True)
    sys.stdin.read()
"""

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"
MIX = (
    f"device/{DOCK}/state",
    "project?page=1&page_size=10",
    "flight-task/{task}",
    "project/device",
    f"device/{AIRCRAFT}/state",
    "open_model/models/running",
    "device/8UUXEXAMPLE0002/state",
    "wayline",
    "flight-task/{task}",
    f"device/hms?device_sn_list={DOCK}",
)
"""What is asked in turn: states, lists, and polling of a flight."""


class Connection:
    """A kept-alive connection that asks and reads."""

    def __init__(self, base_url: str, token: str, project: str) -> None:
        netloc = urlsplit(base_url)
        self._socket = socket.create_connection((netloc.hostname, netloc.port), timeout=30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._head = f"Host: {netloc.netloc}\r\nX-User-Token: {token}\r\nX-Project-Uuid: {project}\r\n"

    def ask(self, method: str, path: str, body: bytes = b"") -> None:
        """Sends a request."""
        length = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n" if body else ""
        self._socket.sendall(f"{method} /openapi/v0.1/{path} HTTP/1.1\r\n{self._head}{length}\r\n".encode() + body)

    def read(self) -> bytes:
        """Reads the body of an answer."""
        came = b""
        while b"\r\n\r\n" not in came:
            came += self._received()
        head, _, body = came.partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode())
        found = re.search(rb"content-length: (\d+)", head.lower())
        length = int(found[1]) if found else 0
        while len(body) < length:
            body += self._received()
        return body

    def _received(self) -> bytes:
        chunk = self._socket.recv(1 << 18)
        if not chunk:
            raise RuntimeError("the simulator closed a connection")
        return chunk


def paths(task: str) -> Iterator[str]:
    """What is asked, without end."""
    asked = [each.replace("{task}", task) for each in MIX]
    while True:
        yield from asked


def memory(process: int) -> float:
    """Megabytes of memory that a process has."""
    text = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024  # type: ignore[index]


def main(requests: int = 100_000) -> None:
    """Measures and prints."""
    command = [sys.executable, "-c", SERVE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        where = server.stdout.readline().split()
        connections = [Connection(*where) for _ in range(CONNECTIONS)]
        first = connections[0]
        plan: dict[str, Any] = {
            "name": "Load",
            "sn": DOCK,
            "wayline_uuid": "f2d4c6b8-90ab-4cde-8f01-23456789abcd",
            "time_zone": "UTC",
            "rth_altitude": 80,
            "rth_mode": "optimal",
            "wayline_precision_type": "gps",
            "out_of_control_action_in_flight": "return_home",
            "resumable_status": "manual",
            "task_type": "immediate",
        }
        first.ask("POST", "flight-task", json.dumps(plan).encode())
        task = json.loads(first.read())["data"]["task_uuid"]
        asked = paths(task)
        done, before, started = 0, 0.0, time.perf_counter()
        while done < requests:
            for each in connections:
                each.ask("GET", next(asked))
            for each in connections:
                each.read()
            done += CONNECTIONS
            if not before and done >= WARM:
                before = memory(server.pid)
        seconds = time.perf_counter() - started
        print(json.dumps({"seconds": seconds / done, "before": before, "after": memory(server.pid)}))
        server.communicate("")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
