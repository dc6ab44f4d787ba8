"""A simulator whose clock stands still, a client of it, and a browser that the tests of a module share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from flighthub import FlightHub
from flighthub_simulator import Simulator, run

from .browser import Browser, browsing

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


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
    """A client of that simulator."""
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url) as client:
        yield client


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser; for tests with the mark `needs_browser`."""
    with browsing(tmp_path_factory.mktemp("profile")) as found:
        yield found
