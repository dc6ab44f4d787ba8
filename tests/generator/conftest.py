"""What the tests of the generator share: the bundle of this checkout, and copies of its sources."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkouts import copy_of_checkout, copy_of_sources, names_read_once

from generator.bundle import bundle
from generator.documents import Document
from generator.generate import generate
from generator.layout import Layout


@pytest.fixture(scope="session", autouse=True)
def _names_read_once() -> Iterator[None]:
    with names_read_once():
        yield


@pytest.fixture(scope="session")
def faithful() -> Document:
    """The bundle of this checkout, which no test changes."""
    return bundle(Layout())


@pytest.fixture(scope="session")
def outputs() -> dict[str, bytes]:
    """What this checkout's sources give now, which no test changes."""
    return generate(Layout())


@pytest.fixture(scope="session")
def packed(faithful: Document) -> bytes:
    """The bundle as bytes, from which it is made anew in a quarter of the time that a copy takes."""
    return marshal.dumps(faithful)


@pytest.fixture
def document(packed: bytes) -> Document:
    """A copy of the bundle that the test may break."""
    found: Document = marshal.loads(packed)
    return found


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of spec/ and the overlays that the test may break."""
    return copy_of_sources(tmp_path / "sources")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of all that is generated and derived, with its sources, that the test may break."""
    return copy_of_checkout(tmp_path / "checkout")
