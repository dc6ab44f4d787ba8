"""What the tests of the server for assistants share: a clean environment, and simulators to act on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from assistants import environment_of, serving_http, words_of

import flighthub_simulator
from flighthub_simulator import Simulator


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Takes away settings and memories from outside, and the proxies on the way to the loopback."""
    for name in list(os.environ):
        if name.startswith("FLIGHTHUB_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setattr("flighthub_mcp._tools.look.INTERVAL", 0.05)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(scope="session")
def _world() -> Iterator[Simulator]:
    with flighthub_simulator.run(speed=2000) as simulator:
        yield simulator


@pytest.fixture
def world(_world: Simulator) -> Simulator:
    """A simulator with a world in a hurry."""
    _world.reset()
    return _world


@pytest.fixture(scope="session")
def _calm() -> Iterator[Simulator]:
    with flighthub_simulator.run() as simulator:
        yield simulator


@pytest.fixture
def calm(_calm: Simulator) -> Simulator:
    """A simulator whose clock a test moves by itself."""
    _calm.reset()
    return _calm


@pytest.fixture(scope="session")
def served(_calm: Simulator, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A server over HTTP in a process of its own, which acts on the calm simulator: its address and its token."""
    folder = tmp_path_factory.mktemp("served")
    with serving_http(words_of(folder), environment_of(_calm, folder)) as found:
        yield found


@pytest.fixture(params=["2026-07-28", "legacy"])
def era(request: pytest.FixtureRequest) -> str:
    """How the client negotiates: both eras of the protocol."""
    found: str = request.param
    return found
