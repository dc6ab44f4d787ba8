"""`flighthub console`: it says where it is, answers there, and ends with Ctrl-C."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import httpx
import pytest
from click.testing import CliRunner

from flighthub_cli._commands import make_root
from flighthub_simulator import Simulator


def settings(world: Simulator) -> dict[str, str]:
    return {
        "FLIGHTHUB_TOKEN": world.token,
        "FLIGHTHUB_PROJECT": world.project,
        "FLIGHTHUB_BASE_URL": world.base_url,
    }


def test_it_says_where_it_is_and_ends_with_ctrl_c(world: Simulator) -> None:
    command = [sys.executable, "-m", "flighthub", "console", "--port", "0", "--all-projects"]
    environment = {**os.environ, **settings(world)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, bufsize=1) as console:
        assert console.stdout is not None
        said = ""
        while "}" not in said:
            said += console.stdout.readline()
        url = json.loads(said)["url"]
        assert url.startswith("http://127.0.0.1:")
        assert world.token not in said
        assert [each["name"] for each in httpx.get(f"{url}snapshot").json()["projects"]][:1] == ["Quarry survey"]
        console.send_signal(2)
        assert console.wait(timeout=30) == 130


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--tiles", "https://tiles.example.com/map.png"], "{z}"),
        (["--camera-page", "javascript:alert(1)"], "https://"),
        (["--interval", "0"], "more than 0"),
        (["--dry-run"], "no dry run"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_asked(words: list[str], says: str, world: Simulator) -> None:
    done = CliRunner().invoke(make_root(), ["console", "--port", "0", *words], env=settings(world))
    assert done.exit_code != 0
    assert says in f"{done.output} {done.exception}"
    assert not world.world.requests
