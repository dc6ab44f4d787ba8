"""The scripts in examples/ run as they are, one after another, against a simulator on a hurried clock."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flighthub_simulator import Simulator, run

from .flown import landed

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

ELSEWHERE = {
    "alarm_to_flight.py",  # test_dispatch
    "demo.py",  # what `make demo` runs
    "annotate.py",
    "doctor.py",
    "inspect_camera.py",
    "inspect_wayline.py",
    "launch_and_follow.py",
    "launch_and_follow_async.py",
    "many_machines.py",
    "model_of_a_flight.py",
    "watch_fleet.py",
    "watch_fleet_async.py",
}
"""Run by the tests of what they show."""

HERE = {
    "collect_media.py": ("DownloadSummary: 17 files",),
    "collect_media_async.py": ("DownloadSummary: 17 files",),
    "first_call.py": ("Quarry survey", "North dock"),
    "flight.py": ("Uploaded the route Round", "success", "Downloaded 17 pictures"),
    "forward_stream.py": ("7CTDEXAMPLE0001",),
    "photos_to_model.py": ("became 3d-",),
    "photos_to_model_async.py": ("upload: all 12 done", "2d: fh/", "3d: fh/"),
    "tour_async.py": ("Launched", "is live by", "Forwarded as", "Control of", "A model of"),
    "upload_route.py": ("17 waypoints", "it came back as"),
}
"""What each prints, among other things."""


@pytest.fixture(scope="module")
def hurried() -> Iterator[Simulator]:
    with run(speed=200) as simulator:
        yield simulator


def shown_by(example: str, simulator: Simulator, folder: Path, *arguments: str) -> str:
    """What an example prints; it has to end well."""
    told = {
        "FLIGHTHUB_BASE_URL": simulator.base_url,
        "FLIGHTHUB_TOKEN": simulator.token,
        "FLIGHTHUB_PROJECT": simulator.project,
    }
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLES / example), *arguments],
        cwd=folder,
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_every_example_is_run_by_a_test() -> None:
    assert {file.name for file in EXAMPLES.glob("*.py")} == ELSEWHERE | set(HERE)
    tests = "".join(
        file.read_text() for file in Path(__file__).parent.glob("test_*.py") if file.name != Path(__file__).name
    )
    for name in ELSEWHERE - {"demo.py"}:
        assert name in tests, name


@pytest.mark.parametrize("example", HERE)
def test_an_example_runs(example: str, hurried: Simulator, photos: Path, tmp_path: Path) -> None:
    hurried.reset()
    arguments: tuple[str, ...] = ()
    if example.startswith("photos_to_model"):
        arguments = (str(photos),)
    elif example == "collect_media.py":
        landed(hurried)
        arguments = ("media", "30")
    elif example == "collect_media_async.py":
        arguments = (landed(hurried), "media")
    elif example == "upload_route.py":
        from flighthub import FlightHub

        with FlightHub(token=hurried.token, project=hurried.project, base_url=hurried.base_url) as fh:
            arguments = (str(fh.waylines.download(fh.waylines.list()[0], to=tmp_path)), "back")
    elif example == "forward_stream.py":
        arguments = ("North dock", "rtmp://media.example.com/live/north", "1")
    shown = shown_by(example, hurried, tmp_path, *arguments)
    for expected in HERE[example]:
        assert expected in shown
