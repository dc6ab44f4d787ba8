"""The commands of `docs/curl.md`, run as they stand: a client that knows only the documentation."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flighthub_simulator import Simulator, run

PAGE = Path(__file__).parents[2] / "docs" / "curl.md"
BLOCKS = re.findall(r"^## (.+?)$|^```bash\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(
    shutil.which("curl") is None or shutil.which("bash") is None, reason="there is no curl or no bash on this machine"
)


PASSING = """sleep() {
  curl --silent --show-error --fail --output /dev/null --request PUT \\
    --json '{"advance": 90}' "$BASE_URL/_simulator/clock"
}"""
"""What the page's pauses do here: time passes at once. None passes otherwise, so that no token expires."""


def script() -> str:
    """All commands in their order; each section says where it begins."""
    return "\n".join([PASSING, *(f"echo '## {title}'" if title else code for title, code in BLOCKS)])


@pytest.fixture
def standing() -> Iterator[Simulator]:
    with run(speed=0) as simulator:
        yield simulator


def test_the_commands_of_the_page_do_what_it_says(standing: Simulator, tmp_path: Path) -> None:
    environment = {
        # First the interpreter itself, which the page starts a hundred times, without what an environment adds.
        "PATH": os.pathsep.join([str(Path(sys.base_prefix, "bin")), os.environ["PATH"]]),
        "BASE_URL": standing.base_url,
        "TOKEN": standing.token,
        "PROJECT": standing.project,
    }
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script()],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    said = {
        title: text.splitlines()
        for title, text in re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", done.stdout, re.MULTILINE | re.DOTALL)
    }
    assert json.loads(said["First steps"][0])["code"] == 0
    assert said["First steps"][1:] == ["Quarry survey", "200401"]
    assert said["Devices"][:3] == ["North dock", "idle", "7CTDEXAMPLE0001"]
    assert said["A livestream"][0] == "volc"
    assert said["Forwarding a stream"][1] == "running"
    assert said["A route"][0] == "17"
    assert said["A flight"][0] == "success"
    assert int(said["A flight"][1]) > 100
    assert said["Open modeling"][:2] == ["5", "15"]
    assert len(standing.world.waylines.all) == 4
    assert (tmp_path / "first.jpeg").read_bytes()[:2] == b"\xff\xd8"


def test_the_page_has_a_section_for_each_tutorial() -> None:
    titles = [title for title, _ in BLOCKS if title]
    assert titles == [
        "First steps",
        "Devices",
        "A livestream",
        "Forwarding a stream",
        "A route",
        "A flight",
        "Open modeling",
    ]
