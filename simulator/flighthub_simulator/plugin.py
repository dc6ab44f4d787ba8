"""The pytest fixture `flighthub_simulator`. Until a test asks for it, nothing but pytest is imported here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ._server import Simulator


@pytest.fixture(scope="session")
def _flighthub_simulator_server() -> Iterator[Simulator]:
    from . import run  # which says what is missing

    with run() as simulator:
        yield simulator


@pytest.fixture
def flighthub_simulator(_flighthub_simulator_server: Simulator) -> Simulator:
    """A running simulator: one server for the whole test run, a fresh world for each test."""
    _flighthub_simulator_server.reset()
    return _flighthub_simulator_server
