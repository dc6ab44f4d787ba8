"""What notebooks show of fleet, alerts, docks, routes and trajectories: tables and maps, escaped, without scripts."""

from __future__ import annotations

import asyncio
import pickle
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from flighthub import AsyncFlightHub, FlightHub, waylines
from flighthub._devices.alerts import Alerts
from flighthub._devices.fleet import Fleet
from flighthub._exports.html import MOST_ROWS
from flighthub.types import DevicePair, Track
from flighthub_simulator import Simulator, run

HOSTILE = "<img src=x onerror=alert(1)>\u202e\x07<script>alert(2)</script>"


class Shown(HTMLParser):
    """The elements and the text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "


def show(value: Any) -> Shown:
    return Shown(value._repr_html_())


def check_harmless(shown: Shown) -> None:
    """Nothing but tables and drawings, and nothing that is loaded or run."""
    known = ["table", "caption", "thead", "tbody", "tr", "th", "td", "p", "svg", "polyline", "circle", "text", "path"]
    assert set(shown.elements) - set(known) == set()
    assert not [each for each in shown.attributes if each.startswith("on") or each in ("href", "src", "style")]


def track_of(points: list[tuple[float, float]], **members: Any) -> Track:
    told = [
        {"timestamp": 1772442621000 + number * 1000, "latitude": latitude, "longitude": longitude, "height": 300.0}
        for number, (latitude, longitude) in enumerate(points)
    ]
    return Track.from_dict({"points": told, **members})


def fleet_of(count: int, callsign: str = "North dock") -> Fleet:
    from flighthub import FleetUnit

    told = {"gateway": {"sn": "7CT", "callsign": callsign, "device_model": {"key": "3-3-0"}}}
    return Fleet(FleetUnit.of(DevicePair.from_dict(told)) for _ in range(count))


@pytest.fixture(scope="module")
def world() -> Any:
    with run(speed=0, start=datetime(2026, 3, 2, 9, tzinfo=UTC)) as simulator:
        yield simulator


@pytest.fixture
def fh(world: Simulator) -> Any:
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url) as client:
        yield client


def test_a_fleet_is_a_list_that_shows_as_a_table(fh: FlightHub) -> None:
    fleet = fh.devices.fleet()
    assert isinstance(fleet, list)
    shown = show(fleet)
    check_harmless(shown)
    assert shown.elements.count("tr") == 1 + len(fleet)
    for text in ("7 units", "North dock", "DJI Dock 2", "Matrice 3TD", "online"):
        assert text in shown.text


def test_alerts_and_docks_by_distance_show_as_tables_and_docks_on_a_map(fh: FlightHub) -> None:
    alerts, docks = fh.devices.alerts(), fh.devices.nearest((46.0552, 14.4990))
    assert "Gimbal needs calibration" in show(alerts).text
    shown = show(docks)
    check_harmless(shown)
    assert shown.elements.count("circle") == 3
    assert "Ridge dock" in shown.text
    assert "25 m" in shown.text


def test_the_async_client_gives_the_same_lists(world: Simulator) -> None:
    async def read() -> list[Any]:
        async with AsyncFlightHub(token=world.token, project=world.project, base_url=world.base_url) as fh:
            return [await fh.devices.fleet(), await fh.devices.alerts(), await fh.devices.nearest((46.05, 14.5))]

    for each in asyncio.run(read()):
        check_harmless(show(each))


def test_a_route_shows_what_it_says_and_where_it_leads(fh: FlightHub, tmp_path: Any) -> None:
    file = fh.waylines.download(fh.waylines.list()[0], to=tmp_path)
    html = waylines.inspect(file)._repr_html_()
    shown = Shown(html)
    check_harmless(shown)
    assert "Matrice 3TD" in shown.text
    assert "17" in shown.text
    drawing = ElementTree.fromstring(html[html.index("<svg") :])
    (line,) = (each for each in drawing if each.tag.endswith("polyline"))
    points = [tuple(map(float, each.split(","))) for each in line.attrib["points"].split()]
    assert len(points) == 17
    assert all(0 < x < 420 and 0 < y < 260 for x, y in points)
    # It begins in the south-west, and goes north first.
    assert points[1][1] < points[0][1]


def test_a_trajectory_shows_its_numbers_its_line_and_a_scale() -> None:
    track = track_of([(46.05, 14.5), (46.051, 14.5), (46.051, 14.502)], flight_distance=266.0, flight_duration=40)
    shown = show(track)
    check_harmless(shown)
    assert {"polyline", "path", "circle"} <= set(shown.elements)
    for text in ("266 m", "2026-03-02T09:10:21.000Z", "300 to 300 m", "begin", "end", "50 m"):
        assert text in shown.text


ODD: list[tuple[str, list[tuple[float, float]]]] = [
    ("nothing", []),
    ("one place", [(46.0, 14.0)]),
    ("one place twice", [(46.0, 14.0), (46.0, 14.0)]),
    ("over the date line", [(10.0, 179.999), (10.0, -179.999)]),
    ("at the pole", [(90.0, 1.0), (89.9999, 2.0)]),
    ("around the world", [(-60.0, -170.0), (60.0, 170.0)]),
]


@pytest.mark.parametrize(("name", "points"), ODD, ids=[name for name, _ in ODD])
def test_odd_trajectories_are_drawn_within_the_map(name: str, points: list[tuple[float, float]]) -> None:
    html = track_of(points)._repr_html_()
    assert ("<svg" in html) is bool(points)
    if points:
        for each in ElementTree.fromstring(html[html.index("<svg") :]).iter():
            for x, y in (map(float, pair.split(",")) for pair in each.get("points", "").split()):
                assert 0 <= x <= 420
                assert 0 <= y <= 260


def test_a_long_trajectory_is_drawn_with_few_points() -> None:
    html = track_of([(46 + number / 1e5, 14.5) for number in range(20_000)])._repr_html_()
    assert len(html) < 20_000
    assert "20000" in html


def test_a_long_list_is_cut_and_says_so() -> None:
    shown = show(fleet_of(MOST_ROWS + 5))
    assert shown.elements.count("tr") == 1 + MOST_ROWS
    assert "and 5 more" in shown.text


def test_hostile_names_show_as_text() -> None:
    for value in (fleet_of(1, HOSTILE), track_of([(1.0, 1.0), (2.0, 2.0)], drone_sn=HOSTILE)):
        shown = show(value)
        check_harmless(shown)
        assert "<img src=x onerror=alert(1)><script>alert(2)</script>" in shown.text
        assert "\u202e" not in shown.text


def test_nothing_shows_as_an_empty_table() -> None:
    assert "0 units" in show(Fleet()).text
    assert "0 alerts" in show(Alerts()).text


def test_the_lists_are_lists_for_everything_else() -> None:
    fleet = fleet_of(2)
    assert fleet == [*fleet]
    assert repr(fleet) == repr([*fleet])
    assert [type(each) for each in pickle.loads(pickle.dumps(Fleet()))] == []
