"""The spec as it is, in the model of pages, and the pages that would be printed of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from printed_pages import Spec

from generator.layout import Layout
from generator.pages.transcription import Transcription


@pytest.fixture(scope="session")
def spec() -> Transcription:
    return Transcription(Layout())


def unpack(folder: Path) -> Layout:
    """The spec that the samples were printed from: they tell of that one, whatever changes afterwards."""
    with zipfile.ZipFile(Path(__file__).with_name("samples") / "spec.zip") as packed:
        packed.extractall(folder)
    return Layout(folder)


@pytest.fixture(scope="session")
def sample_spec(tmp_path_factory: pytest.TempPathFactory) -> Transcription:
    return Transcription(unpack(tmp_path_factory.mktemp("samples")))


@pytest.fixture
def copy(tmp_path: Path) -> Transcription:
    """The spec of the samples in a folder that a test may write into."""
    return Transcription(unpack(tmp_path / "checkout"))


@pytest.fixture(scope="session")
def printed_spec() -> Spec:
    return Spec()
