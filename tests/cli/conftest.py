"""What the tests of the command share: a clean environment, and servers to call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from client.answering_server import AnsweringServer

import flighthub_simulator
from flighthub_simulator import Simulator


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Takes away settings and memories from outside, and the proxies on the way to the loopback."""
    for name in list(os.environ):
        if name.startswith(("FLIGHTHUB_", "_FLIGHTHUB")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Puts a text into a file of its own."""
    made: list[Path] = []

    def written(text: str) -> Path:
        made.append(tmp_path / f"written-{len(made)}")
        made[-1].write_bytes(text.encode())
        return made[-1]

    return written


def point_at(monkeypatch: pytest.MonkeyPatch, server: Any) -> None:
    """Has commands find a server."""
    for name in ("token", "project", "base_url"):
        monkeypatch.setenv(f"FLIGHTHUB_{name.upper()}", getattr(server, name))


@pytest.fixture
def documented(flighthub_simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """A simulator that answers with the examples of the documentation; commands find it."""
    point_at(monkeypatch, flighthub_simulator)
    return flighthub_simulator


@pytest.fixture(scope="session")
def _world() -> Iterator[Simulator]:
    with flighthub_simulator.run(speed=2000) as simulator:
        yield simulator


@pytest.fixture
def world(_world: Simulator, monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """A simulator with a world in a hurry; commands find it."""
    _world.reset()
    point_at(monkeypatch, _world)
    return _world


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[AnsweringServer]:
    """A server that answers success until it is told otherwise; commands find it."""
    with AnsweringServer() as running:
        monkeypatch.setenv("FLIGHTHUB_TOKEN", "key-of-the-tests")
        monkeypatch.setenv("FLIGHTHUB_PROJECT", "5b1f0c52-7a0e-4a39-9b1d-2f6f4c0d9a11")
        monkeypatch.setenv("FLIGHTHUB_BASE_URL", running.base_url)
        yield running
