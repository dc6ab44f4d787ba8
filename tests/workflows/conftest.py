"""What the tests of whole jobs share: a simulator, the two clients, and the two ways to fetch a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flighthub import _storage
from flighthub_simulator import Simulator, run


@pytest.fixture(autouse=True)
def _own_state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what uploads remember out of the user's own folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture(params=["sync", "async"])
def client(request: pytest.FixtureRequest) -> str:
    """Which client a test goes through."""
    name: str = request.param
    return name


@pytest.fixture(params=["with storage", "without storage"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Which way files are fetched: with the extra, or through the HTTP library."""
    name: str = request.param
    if name == "without storage":
        monkeypatch.setattr(_storage, "is_installed", lambda: False)
    return name


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
