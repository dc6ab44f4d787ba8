"""A server that the tests of a module share, whose clock stands still until a test moves it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flying import MORNING

from flighthub import FlightHub
from flighthub_simulator import Simulator, run


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0, start=MORNING) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    """A simulator with a fresh world, whose clock stands at nine in the morning of a Monday."""
    _standing.reset()
    return _standing


@pytest.fixture
def hub(world: Simulator) -> Iterator[FlightHub]:
    """A client of that simulator, which does not repeat anything."""
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url) as client:
        yield client
