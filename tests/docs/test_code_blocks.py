"""Every block of code that people read does what the page says, against the simulator.

The Python blocks of a page run one after another and share their names, as if somebody typed them. Where a page has
`token="…"`, `project="…"`, `region="eu"` or the simulator's usual address, it gets those of a simulator; `FLIGHTHUB_*`
variables name the same one. Beside it lie a folder `photos` and a file `route.kmz`, where a page does not get its own.
Waits look more often than they say. Functions whose name begins with `test_` are called with it, as pytest would. Pages
that take over their process have one of their own.
"""

from __future__ import annotations

import inspect
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, redirect_stdout
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

import flighthub_simulator
from flighthub import AsyncFlightHub, FlightHub
from flighthub._core.configuration import _FROM_OUTSIDE, Configuration
from flighthub._core.hooks import log
from flighthub._core.polling import Poller
from flighthub_simulator import Simulator

from .pages import PAGES, ROOT, Block, blocks

PYTHON = {page: list(found) for page, found in groupby(blocks("python"), lambda block: block.page)}
SHELL = blocks("sh", "bash")
PAUSE = Poller.pause
USUAL = "http://127.0.0.1:30812"


class Stage(NamedTuple):
    """What a page plays in, and what it has to say."""

    speed: float = 100.0
    faults: tuple[dict[str, Any], ...] = ()
    says: tuple[str, ...] = ()
    files: bool = True
    own_process: bool = False


STAGES = {
    "README.md": Stage(
        says=(
            "Quarry survey 5b1f0c52-7a0e-4a39-9b1d-2f6f4c0d9a11",
            "North dock (DJI Dock 2, online) with North aircraft (Matrice 3TD, offline)",
            "LineString",
            "RECONSTRUCTION_SUCCESS",
        ),
        files=False,
    ),
    "docs/index.md": Stage(says=("North dock (DJI Dock 2, online)",)),
    "docs/start.md": Stage(says=("Dock2State IDLE", "SUCCESS", "pictures,", "RECONSTRUCTION_SUCCESS", "ok", "Archive")),
    "docs/guides/flights.md": Stage(says=("North dock, ", "Ridge dock, ", ": ready", "True success")),
    "docs/guides/retries.md": Stage(
        speed=20,
        faults=({"operation": "createFlightTask", "reset": "after"},),
        says=("never", "An aircraft may already be starting", "Perimeter 20", "2030-03-04 10:30:00+01:00"),
    ),
    "docs/guides/testing.md": Stage(
        says=(
            "executing",
            "success 17",
            "7CTDEXAMPLE0001",
            "ServerError",
            "Strong wind at the dock",
            "projects[0].pairs[0].gateway.model",
        )
    ),
    "docs/guides/files.md": Stage(says=("Matrice 3TD", "2d RECONSTRUCTION_SUCCESS FINISH", "Perimeter", ".zip")),
    "docs/guides/data-out.md": Stage(
        says=(
            *("SUCCESS", "[('success', 1)]", "b'm'", "OGC:CRS84", "timestamp", "1.0 document", "Point"),
            *("Quarry survey: ", "True 0", "('media', ", "True OGC:CRS84"),
        ),
    ),
    "docs/guides/events.md": Stage(
        says=("tide_turned", "17 files, 3 were not told", "media 5b1f0c52", "dji/fh_sync/org-1")
    ),
    "docs/guides/alarms.md": Stage(
        speed=60, says=("True\nFalse True", "looks swapped", "success", "[True, False, False]", "not_found")
    ),
    "docs/guides/from-coordinates-to-a-flight.md": Stage(
        says=(
            "2 pictures were planned, ",
            "Facade: ",
            "Survey 2",
            "True 2",
            "True True",
            "20 m above",
            "[70.0, 90.0, 90.0, 70.0]",
        )
    ),
    "docs/guides/errors.md": Stage(says=("the server said:", "no such device", "200")),
    "docs/guides/units.md": Stage(
        says=("begin_at", "2030-03-30 10:30:00+01:00", "2030-03-31 10:30:00+02:00", "IDLE True")
    ),
    "docs/guides/on-premises.md": Stage(says=("is not a file", "Quarry survey", "ok")),
    "docs/guides/editions.md": Stage(
        says=(
            "V2.0: ",
            "operations, FlightHub 2 OpenAPI V2.0, public cloud only, observed",
            "False True",
            "On premises it does not exist",
            "It answers V1.0, and not V2.0",
        )
    ),
    "docs/guides/console.md": Stage(says=("<table> True",)),
    "docs/guides/changes.md": Stage(says=("red", "False False waiting_for_tide")),
    "docs/guides/many-machines.md": Stage(
        speed=200,
        says=("False\n", "given as text", "the run ended in success", "Dask: [1, 0, 0]", "Ray: [1, 0, 0]"),
        files=False,
        own_process=True,
    ),
}


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder to work in, without settings and memories from outside."""
    for name in list(os.environ):
        if name.startswith("FLIGHTHUB_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    level = log.level
    yield folder
    log.setLevel(level)


def test_every_page_with_python_has_a_stage_and_none_is_left_over() -> None:
    assert set(PYTHON) == set(STAGES)


def test_every_block_says_what_it_is() -> None:
    known = {"python", "sh", "bash", "json", "toml", "yaml", "text", "{toctree}"}
    assert {block.language for block in blocks()} <= known


@pytest.mark.parametrize("block", blocks("json"), ids=lambda block: f"{block.page}:{block.line}")
def test_every_block_of_json_is_json(block: Block) -> None:
    json.loads(block.source)


@pytest.mark.parametrize("page", PYTHON)
def test_the_python_of_a_page_runs_and_says_what_it_should(
    page: str, alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = STAGES[page]
    with flighthub_simulator.run(speed=stage.speed) as simulator:
        for fault in stage.faults:
            simulator.faults.add(**fault)
        for name in ("token", "project", "base_url"):
            monkeypatch.setenv(f"FLIGHTHUB_{name.upper()}", getattr(simulator, name))
        if stage.files:
            provide(alone)
        if stage.own_process:
            said = StringIO(apart(page, alone, simulator))
        else:
            said = played_here(page, simulator, monkeypatch)
    missing = [each for each in stage.says if each not in said.getvalue()]
    assert missing == [], said.getvalue()
    assert simulator.token not in said.getvalue()


def played_here(page: str, simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> StringIO:
    """What the blocks of a page print, run in this process."""
    monkeypatch.setattr(Poller, "pause", lambda poller: min(0.2, PAUSE(poller)))
    names: dict[str, Any] = {"__name__": "page"}
    said = StringIO()
    with ExitStack() as closing, redirect_stdout(said):
        closing.callback(close_clients, names)
        for block in PYTHON[page]:
            played(block, names, simulator)
    return said


def apart(page: str, folder: Path, simulator: Simulator) -> str:
    """What the blocks of a page print, run in a process of their own, with a place for Airflow."""
    connection = {"conn_type": "flighthub", "host": simulator.base_url, "password": simulator.token}
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "tests"),
        "AIRFLOW_HOME": str(folder / "airflow"),
        "AIRFLOW__CORE__DAGS_FOLDER": str(folder / "dags"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW_CONN_FLIGHTHUB_DEFAULT": json.dumps({**connection, "extra": {"project": simulator.project}}),
    }
    command = [sys.executable, "-m", "docs.page_process", page]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def provide(folder: Path) -> None:
    """Puts the files there that pages speak of."""
    (folder / "photos").mkdir()
    for number in range(6):
        (folder / "photos" / f"DJI_{number:04}.JPG").write_bytes(f"picture {number} ".encode() * 100)
    with FlightHub() as fh:
        fh.waylines.download("f2d4c6b8-90ab-4cde-8f01-23456789abcd", to=folder, name="route.kmz")


def played(block: Block, names: dict[str, Any], simulator: Simulator) -> None:
    """Runs a block, and the tests that it defines."""
    known = set(names)
    # Lines count as on the page, so that a traceback names the place.
    source = "\n" * (block.line - 1) + given(block.source, simulator)
    exec(compile(source, block.page, "exec"), names)
    for name in set(names) - known:
        if name.startswith("test_") and inspect.isfunction(names[name]):
            simulator.reset()
            names[name](flighthub_simulator=simulator)


def given(source: str, simulator: Simulator) -> str:
    """The source of a block with what stands for the simulator's key, project and address."""
    for text, value in (
        ('token="…"', f'token="{simulator.token}"'),
        ('project="…"', f'project="{simulator.project}"'),
        (USUAL, simulator.base_url),
        ('region="eu"', f'base_url="{simulator.base_url}"'),
    ):
        source = source.replace(text, value)
    return source


def close_clients(names: dict[str, Any]) -> None:
    """Closes what a page has left open."""
    for each in names.values():
        if isinstance(each, FlightHub):
            each.close()
        assert not isinstance(each, AsyncFlightHub)


def test_toml_blocks_are_profiles_that_a_client_takes(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = blocks("toml")
    assert found
    for block in found:
        (alone / "own-ca.pem").touch()
        text = block.source.replace("/etc/ssl/own-ca.pem", str(alone / "own-ca.pem")).replace("…", "key")
        (alone / "flighthub").mkdir(exist_ok=True)
        file = alone / "flighthub" / "config.toml"
        file.write_text(text, encoding="utf-8")
        file.chmod(0o600)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(alone))
        for name, table in tomllib.loads(text).items():
            assert set(table) <= set(_FROM_OUTSIDE), block
            assert Configuration(profile=name).project == table["project"]


def lines() -> list[tuple[str, list[str]]]:
    """The commands of all shell blocks as words, with the page. What the page about curl runs has a test of its own."""
    found: list[tuple[str, list[str]]] = []
    for block in SHELL:
        if block.page == "docs/curl.md" and block.language == "bash":
            continue
        for line in block.source.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if words:
                found.append((block.page, words))
    return found


def test_every_make_target_that_a_page_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {word for _, words in lines() if words[0] == "make" for word in words[1:] if "=" not in word}
    for file in PAGES:
        for words in re.findall(r"`make ([a-z ]+)", file.read_text(encoding="utf-8")):
            named.update(words.split())
    assert named <= targets, named - targets
    assert {"demo", "test", "generate", "check", "docs"} <= named


def test_every_commit_that_a_command_names_is_there_without_a_tag() -> None:
    named = {word.partition("=")[2] for _, words in lines() if words[0] == "make" for word in words if "BASE=" in word}
    assert named
    assert named <= {"HEAD~1"}, "a clone has no tags that somebody did not push"


def test_every_flag_of_the_simulator_that_a_page_names_exists() -> None:
    command = [sys.executable, "-m", "flighthub_simulator", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    flags = set(re.findall(r"--[a-z-]+", told))
    named = {
        word
        for _, words in lines()
        if words[:3] == ["python", "-m", "flighthub_simulator"]
        for word in words
        if word.startswith("--")
    }
    assert named <= flags, named - flags
    assert {"--port", "--seed", "--speed"} <= named


def test_every_extra_that_a_page_names_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named: set[str] = set()
    for file in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for extras in re.findall(r"(?:flighthub|\.whl\))\[([a-z,]+)\]", file.read_text(encoding="utf-8")):
            named.update(extras.split(","))
    assert named
    assert named <= set(project["optional-dependencies"])


def test_every_command_of_a_shell_block_is_one_that_is_looked_at() -> None:
    known = {"make", "pip", "export", "curl", "python", ".venv/bin/python", "flighthub"}
    assert [(page, words) for page, words in lines() if words[0] not in known] == []


def test_every_variable_that_a_page_sets_is_one_that_is_read() -> None:
    known = {f"FLIGHTHUB_{name.upper()}" for name in (*_FROM_OUTSIDE, "profile")}
    named = {word.partition("=")[0] for _, words in lines() if words[0] == "export" for word in words[1:]}
    assert {each for each in named if each.startswith("FLIGHTHUB_")} <= known
    assert named - known <= {"BASE_URL", "TOKEN", "PROJECT"}


def test_the_requests_that_steer_the_simulator_do_so() -> None:
    sent = 0
    with flighthub_simulator.run(speed=0) as simulator:
        begun = simulator.clock.now()
        for page, words in lines():
            if words[0] != "curl":
                continue
            options = dict(zip(words[1::2], words[2::2], strict=False))
            address = words[-1].replace("$BASE_URL", simulator.base_url)
            method = options.get("--request", "POST")
            answer = httpx.request(method, address, json=json.loads(options["--json"]))
            assert answer.status_code == 200, (page, words, answer.text)
            sent += 1
            if address.endswith("clock"):
                assert (simulator.clock.now() - begun).total_seconds() == 600
    assert sent >= 4
