"""What the tests of the documentation share: the site, built once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flighthub._transfer.file_lock import lock

from .pages import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site. Whoever of several processes comes first builds it for all."""
    base = tmp_path_factory.getbasetemp()
    target = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "docs"
    target.mkdir(exist_ok=True)
    with (target / "lock").open("w") as held:
        while not lock(held.fileno()):
            time.sleep(0.2)
        if not (target / "built").exists():
            build(target)
            (target / "built").touch()
    return target / "html"


def build(target: Path) -> None:
    """Builds the site. Nothing can be fetched meanwhile, and a warning is an error."""
    nowhere = "http://127.0.0.1:9"
    environment = {**os.environ, "HTTP_PROXY": nowhere, "HTTPS_PROXY": nowhere, "NO_PROXY": ""}
    command = [sys.executable, "-m", "docs.build", "--target", str(target)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def sources(site: Path) -> Path:
    """The pages that the site was built from, those that were made of the bundle included."""
    return site.parent / "source"
