"""What the tests of the nightly job share: simulators with flights, and the two clients."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from flighthub_simulator import Simulator

from .week import ROUTES, Week, fly, standing


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("FLIGHTHUB_", "AWS_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(params=["sync", "async"])
def client(request: pytest.FixtureRequest) -> str:
    """Which client a test goes through."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def a_week() -> Iterator[tuple[Simulator, Week]]:
    """A simulator after a week of flights, and what is to be found of it."""
    with standing() as simulator:
        yield simulator, fly(simulator)


@pytest.fixture(scope="session")
def _flown() -> Iterator[tuple[Simulator, Week]]:
    with standing() as simulator:
        yield simulator, fly(simulator, 2, (ROUTES[0], ROUTES[2]))


@pytest.fixture
def flown(_flown: tuple[Simulator, Week]) -> Iterator[Simulator]:
    """A simulator after two days with a flight in each of two projects, which no test changes."""
    simulator = _flown[0]
    yield simulator
    simulator.faults.clear()
    simulator.store.reset_every = None


@pytest.fixture
def left(_flown: tuple[Simulator, Week]) -> Week:
    """What is to be found of it."""
    return _flown[1]


@pytest.fixture(scope="session")
def _changing() -> Iterator[Simulator]:
    with standing() as simulator:
        yield simulator


@pytest.fixture
def world(_changing: Simulator) -> Simulator:
    """A simulator with a fresh world, on a Monday morning, which a test may change."""
    _changing.reset()
    return _changing
