"""A simulator that the tests of a module share, whose clock stands still until a test moves it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from flighthub_simulator import Simulator, run

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""When the tests' worlds begin: a Monday."""


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("FLIGHTHUB_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0, start=MORNING) as simulator:
        yield simulator


@pytest.fixture(scope="module")
def _going() -> Iterator[Simulator]:
    with run(speed=1) as simulator:
        yield simulator


@pytest.fixture
def running(_going: Simulator) -> Simulator:
    """A simulator with a fresh world and a clock that goes as fast as ours, so that an answer can be late."""
    _going.reset()
    return _going


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    """A simulator with a fresh world, whose clock stands at nine in the morning of a Monday."""
    _standing.reset()
    return _standing
