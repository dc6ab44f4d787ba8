"""Fixtures of the client's tests: a clean environment and a server that answers as told."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from .answering_server import AnsweringServer


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes away the variables that a client reads, and proxies on the way to the loopback."""
    for name in list(os.environ):
        if name.startswith("FLIGHTHUB_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[AnsweringServer]:
    """A server that answers success until it is told otherwise."""
    with AnsweringServer() as running:
        yield running
