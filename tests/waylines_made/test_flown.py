"""Surveys flown by every aircraft of every dock in the simulator: pictures as promised, and their overlap."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest

import flighthub_simulator
from flighthub import FlightHub, waylines
from flighthub._waylines.geodesy import FlatMap
from flighthub._waylines.products import find_aircraft, find_payload

from .test_surveys import DOCK_AIRCRAFT, camera

HEIGHT = 60.0
FORWARD, SIDE = 0.7, 0.6
HOME = (54.3211, 10.1204)
XMP = re.compile(rb'drone-dji:(\w+)="([^"]*)"')

PAIRS = [(dock, aircraft) for dock, names in DOCK_AIRCRAFT.items() for aircraft in names]


def world(dock: str, aircraft: str) -> dict[str, Any]:
    """A project with one dock and its aircraft."""
    product = find_aircraft(aircraft)
    gateway = {"sn": "8UUXEXAMPLE0021", "model": dock, "callsign": "Dock"}
    drone = {"sn": "1581FEXAMPLE00021", "model": product.key, "cameras": [f"{find_payload(None, product).key}-0"]}
    pair = {"home": [*HOME, 41.0], "gateway": gateway, "drone": drone}
    return {"projects": [{"name": "Field", "center": [*HOME], "pairs": [pair]}]}


def read_xmp(picture: Path) -> dict[str, float]:
    """What a picture says of where the camera was and looked."""
    named = {name.decode(): text.decode() for name, text in XMP.findall(picture.read_bytes())}
    names = ("GpsLatitude", "GpsLongitude", "RelativeAltitude", "GimbalPitchDegree")
    return {name: float(named[name]) for name in names}


@pytest.mark.parametrize(("dock", "aircraft"), PAIRS)
def test_a_survey_brings_the_pictures_that_it_promised(dock: str, aircraft: str, tmp_path: Path) -> None:
    south, west = HOME[0] + 0.0005, HOME[1]
    field = [(south, west), (south, west + 0.0022), (south + 0.001, west + 0.0022), (south + 0.001, west)]
    # Along the parallel, so that pictures of a line share their latitude.
    route = waylines.survey(field, height=HEIGHT, overlap=(FORWARD, SIDE), angle=90, aircraft=aircraft)
    with (
        flighthub_simulator.run(speed=0, scenario=world(dock, aircraft)) as simulator,
        FlightHub(token=simulator.token, project="Field", base_url=simulator.base_url) as fh,
    ):
        task = fh.flight_tasks.launch(dock="Dock", wayline=route)
        simulator.clock.advance(3600)
        assert str(task.refresh().status) == "success"
        found = task.download_media(tmp_path)
        found.raise_for_errors()
    assert abs(len(found) - route.photos) <= 1
    views = [read_xmp(each) for each in found.paths]
    assert {round(each["RelativeAltitude"]) for each in views} == {round(HEIGHT)}
    assert {each["GimbalPitchDegree"] for each in views} == {-90.0}

    flat = FlatMap([(each["GpsLatitude"], each["GpsLongitude"]) for each in views], "pictures")
    places = sorted(flat.flatten((each["GpsLatitude"], each["GpsLongitude"])) for each in views)
    lines: dict[int, list[float]] = {}
    for x, y in places:
        lines.setdefault(next((line for line in lines if abs(line - y) <= 2), round(y)), []).append(x)
    across, along = camera(aircraft).footprint(HEIGHT)
    gaps = [there - here for here, there in pairwise(sorted(lines))]
    assert len(lines) > 1
    assert all(gap <= across * (1 - SIDE) + 1.5 for gap in gaps)
    steps = [there - here for line in lines.values() for here, there in pairwise(sorted(line))]
    assert all(step <= along * (1 - FORWARD) + 1.5 for step in steps)
    # Nor is it flown much denser than asked for, which costs battery.
    assert median(steps) >= 0.75 * along * (1 - FORWARD)
