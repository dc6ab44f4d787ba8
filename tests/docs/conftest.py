"""What the tests of the documentation share: the site, built once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .pages import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site. Nothing can be fetched while it is built, and a warning ends it."""
    target = tmp_path_factory.mktemp("docs")
    nowhere = "http://127.0.0.1:9"
    environment = {**os.environ, "HTTP_PROXY": nowhere, "HTTPS_PROXY": nowhere, "NO_PROXY": ""}
    command = [sys.executable, "-m", "docs.build", "--target", str(target)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target / "html"


@pytest.fixture(scope="session")
def sources(site: Path) -> Path:
    """The pages that the site was built from, those that were made of the bundle included."""
    return site.parent / "source"
