"""What the tests of whole jobs share: simulators and the two clients."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flighthub_simulator import Simulator, run

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""When the world of a standing clock begins: a Monday."""


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Takes away the variables that a client reads, and keeps what uploads remember out of the user's own folder."""
    for name in list(os.environ):
        if name.startswith("FLIGHTHUB_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture(params=["sync", "async"])
def client(request: pytest.FixtureRequest) -> str:
    """Which client a test goes through."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0, start=MORNING) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    """A simulator with a fresh world, whose clock stands at nine in the morning of a Monday."""
    _standing.reset()
    return _standing


@pytest.fixture(scope="module")
def _going() -> Iterator[Simulator]:
    with run(speed=1) as simulator:
        yield simulator


@pytest.fixture
def running(_going: Simulator) -> Simulator:
    """A simulator with a fresh world and a clock that goes as fast as ours, so that an answer can be late."""
    _going.reset()
    return _going


@pytest.fixture(scope="module")
def _present() -> Iterator[Simulator]:
    with run(speed=0) as simulator:
        yield simulator


@pytest.fixture
def present(_present: Simulator) -> Simulator:
    """A simulator with a fresh world, whose clock stands at the present until a test moves it."""
    _present.reset()
    return _present


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A folder with twelve pictures."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(12):
        (folder / f"DJI_{number:04}.JPG").write_bytes(f"picture {number} ".encode() * 2000)
    return folder
