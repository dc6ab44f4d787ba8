"""What all tests share: a client of the simulator, and a heap that is quickly looked through."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flighthub import FlightHub
    from flighthub_simulator import Simulator


LONGEST = (
    "tests/rehearsal/test_rehearsal.py",
    "tests/contract/test_schemathesis.py",
    "tests/packaging/test_installed.py",
    "tests/contract/test_conformance.py",
    "tests/workflows/test_crashes.py",
    "tests/workflows/test_links.py",
    "tests/generator/test_generate.py",
    "tests/workflows/test_launch_key.py",
    "tests/simulator/test_ways_in.py",
    "tests/workflows/test_uploads.py",
    "tests/airflow/test_dags.py",
    "tests/docs/test_code_blocks.py",
    "tests/client/test_secrets.py",
    "tests/workflows/test_examples.py",
    "tests/docs/test_site.py",
)
"""The files that take longest, the longest first."""


def pytest_configure() -> None:
    """Has programs that tests start be interruptible: a shell ignores it for what it runs in the background.

    What is made while tests are collected stays, so nothing of it is garbage until they are.
    """
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begins with the longest files: each is one worker's, and nobody should wait for the last of them."""
    assert [file for file in LONGEST if not (config.rootpath / file).exists()] == []
    rank = {file: place for place, file in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.nodeid.partition("::")[0], len(rank)))


def pytest_collection_finish() -> None:
    """The tests stay to the end: the garbage collector need not look through them, not even once.

    Nor need it look after every 700 objects, when a bundle or a page of answers is made of a hundred thousand.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session")
def _documented_simulator() -> Iterator[Simulator]:
    from flighthub_simulator import run

    with run(scenario="examples") as simulator:
        yield simulator


@pytest.fixture
def flighthub_simulator(_documented_simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """A simulator that answers with the examples of the documentation; the one with a world is in tests/simulator/."""
    # The links of the examples lead nowhere.
    for tree in ("_sync", "_async"):
        monkeypatch.setattr(f"flighthub.{tree}.flights.launch.ROUTE_FILE_TIMEOUT", 0.1)
    _documented_simulator.reset()
    return _documented_simulator


@pytest.fixture
def fh(flighthub_simulator: Simulator) -> Iterator[FlightHub]:
    """A client of the running simulator, acting on its project."""
    from flighthub import FlightHub

    simulator = flighthub_simulator
    with FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as client:
        yield client
