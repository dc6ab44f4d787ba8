"""What the tests of the provider share: a simulator, and one process with Airflow and a database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from airflow_process import Airflow

from flighthub_simulator import Simulator, run


@pytest.fixture(scope="session")
def flying() -> Iterator[Simulator]:
    """A simulator in which a flight takes seconds."""
    with run(speed=300) as simulator:
        yield simulator


@pytest.fixture(scope="session")
def connection(flying: Simulator) -> dict[str, Any]:
    return {"host": flying.base_url, "password": flying.token, "extra": {"project": flying.project}}


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("airflow")


@pytest.fixture(scope="session")
def log(home: Path) -> Path:
    """What Airflow logged."""
    return home / "log.txt"


@pytest.fixture(scope="session")
def _airflow(home: Path, connection: dict[str, Any], log: Path) -> Iterator[Airflow]:
    process = Airflow(home, connection, log)
    try:
        process.do("migrate")
        yield process
    finally:
        process.close()


@pytest.fixture
def airflow(_airflow: Airflow, flying: Simulator) -> Airflow:
    """Airflow, beside a simulator with a fresh world."""
    flying.reset()
    return _airflow
