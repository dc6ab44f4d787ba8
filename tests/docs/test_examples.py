"""Every example on the pages that are made of docstrings gives what it says.

Most are of the documentation's own examples, which the scenario `examples` answers with; those that need something to
happen run in a world on a fast clock. The names that they use without making them are given here.
"""

from __future__ import annotations

import asyncio
import doctest
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from client.test_docstrings import run_awaited
from client.transcription import bundle

import flighthub
import flighthub.progress
import flighthub_simulator
from flighthub import FlightHub
from flighthub_simulator import Simulator

ELSEWHERE = {"flighthub.airflow.md", "flighthub.waylines.md"}
"""Pages whose examples need files or a process of their own: tests/airflow/test_provider.py and
tests/workflows/test_wayline_files.py run them."""

PAUSES = re.compile(r"interval=5\b")


@pytest.fixture(scope="module")
def documented() -> Iterator[Simulator]:
    with flighthub_simulator.run(scenario="examples") as simulator, pytest.MonkeyPatch.context() as patch:
        # The links of the examples lead nowhere.
        for tree in ("_sync", "_async"):
            patch.setattr(f"flighthub.{tree}.flights.launch.ROUTE_FILE_TIMEOUT", 0.1)
        yield simulator


@pytest.fixture(scope="module")
def hurried() -> Iterator[Simulator]:
    with flighthub_simulator.run(speed=1000) as simulator:
        yield simulator


@pytest.fixture(scope="module")
def standing() -> Iterator[Simulator]:
    with flighthub_simulator.run(speed=0) as simulator:
        yield simulator


def examples(folder: Path) -> list[tuple[str, str]]:
    """The examples on all pages that were made, with the name of the page."""
    return [
        (file.name, source)
        for file in sorted(folder.rglob("*.md"))
        if file.name not in ELSEWHERE
        for source in re.findall(r"^```pycon\n(.*?)^```$", file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    ]


def names_for(simulator: Simulator, fh: FlightHub, folder: Path, after_a_flight: bool) -> dict[str, Any]:
    """What an example may use without having made it: files, and in a world a flight that is over and a model of it."""
    photos = folder / "photos"
    photos.mkdir(parents=True)
    for number in range(5):
        (photos / f"DJI_{number:04}.JPG").write_bytes(f"picture {number} ".encode() * 100)
    names: dict[str, Any] = {"fh": fh, "folder": folder / "fetched", "photos": photos}
    names |= {name: getattr(simulator, name) for name in ("token", "project", "base_url")}
    names |= {name: getattr(flighthub, name) for name in flighthub.__all__}
    names |= {name: getattr(flighthub.progress, name) for name in flighthub.progress.__all__}
    if after_a_flight:
        flight = fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
        simulator.clock.advance(1800)
        jobs = fh.open_models.reconstruct(photos, types={"3d"}, wait=False, state=folder / "memory")
        names |= {"task": flight, "task_uuid": flight.uuid, "model_uuid": jobs.uuids["3d"]}
        names |= {"jobs": jobs, "archive_link": lambda model: simulator.world.open_models.link(model.model_uuid)}
        names["route_file"] = fh.waylines.download("f2d4c6b8-90ab-4cde-8f01-23456789abcd", to=folder)
    return names


class Checker(doctest.OutputChecker):
    """Lets an example print what it likes where it does not say what."""

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        return want == "" or super().check_output(want, got, optionflags)


def failure(source: str, simulator: Simulator, folder: Path, after_a_flight: bool) -> str:
    """What goes wrong with an example; empty when nothing does."""
    simulator.reset()
    told: list[str] = []
    with FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh:
        try:
            names = names_for(simulator, fh, folder, after_a_flight)
            test = doctest.DocTestParser().get_doctest(PAUSES.sub("interval=0.05", source), names, "page", None, None)
            if "async with" in source:
                asyncio.run(run_awaited("".join(each.source for each in test.examples), names))
            else:
                doctest.DocTestRunner(Checker(), verbose=False).run(test, out=told.append)
        except Exception as error:
            return repr(error)
    return "".join(told)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def test_the_examples_on_the_pages_give_what_they_say(
    sources: Path, hurried: Simulator, documented: Simulator, standing: Simulator, alone: Path
) -> None:
    found = examples(sources / "reference")
    assert len(found) > 80
    failed: list[str] = []
    for number, (page, source) in enumerate(found):
        problems: list[str] = []
        places = ((hurried, False), (hurried, True), (documented, False), (standing, True))
        for place, (simulator, after_a_flight) in enumerate(places):
            problems.append(failure(source, simulator, alone / f"{number}-{place}", after_a_flight))
            if not problems[-1]:
                break
        if all(problems):
            failed.append("\n".join((page, source, *problems)))
    assert failed == [], "\n".join(failed)


def test_the_example_of_every_device_reads_it(sources: Path) -> None:
    read: set[str] = set()
    world = everything_on()
    there = {device["model"] for pair in world["projects"][0]["pairs"] for device in pair.values() if "model" in device}
    with flighthub_simulator.run(scenario=world) as simulator:
        fh = FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url)
        for file in sorted((sources / "reference" / "devices").glob("*State.md")):
            sources_of = re.findall(
                r"^```python\n(.*?)^```$", file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
            )
            for source in sources_of:
                names: dict[str, Any] = {"fh": fh}
                exec(source, names)
                read.add(type(names["state"]).__name__)
        fh.close()
    keys = {
        name: {*each.get("x-flighthub", {}).get("keys", ())} for name, each in bundle()["components"]["schemas"].items()
    }
    assert read == {name for name, of_device in keys.items() if of_device & there}
    assert len(read) > 10


def everything_on() -> dict[str, Any]:
    """The usual world, with a remote controller for each aircraft of a dock: in a dock an aircraft is switched off."""
    text = files("flighthub_simulator").joinpath("_world", "scenario.yaml").read_text(encoding="utf-8")
    world: dict[str, Any] = yaml.safe_load(text)
    world["projects"] = world["projects"][:1]
    project = world["projects"][0]
    del project["waylines"]
    for number, pair in enumerate(list(project["pairs"])):
        if pair["gateway"]["model"].startswith("3-"):
            drone = pair.pop("drone")
            gateway = {"sn": f"5YSZEXAMPLE01{number:02}", "model": "2-144-0", "callsign": f"Pilot {number + 10}"}
            project["pairs"].append({"home": pair["home"], "gateway": gateway, "drone": drone})
    return world
