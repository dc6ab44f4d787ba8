"""The window: a page without anything from elsewhere, that shows the world and no secret."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from documented import secret_members, values_of
from flying import AIRCRAFT, HARBOUR, OTHER_DOCK, SURVEY, airborne, start

from flighthub import FlightHub
from flighthub_simulator import Simulator

NASTY = "<img src=x onerror=\"document.title='bad'\">"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


def ask(world: Simulator, path: str = "") -> httpx.Response:
    return httpx.get(f"{world.base_url}/_simulator/{path}")


def picture(world: Simulator) -> Any:
    return ask(world, "picture").json()


def annotate(
    hub: FlightHub, name: str, kind: int = 0, shape: str = "Point", coordinates: Any = (14.508, 46.0525)
) -> None:
    content: Any = {
        "type": "Feature",
        "properties": {"color": "#2D8CF0", "clampToGround": True},
        "geometry": {"type": shape, "coordinates": coordinates},
    }
    hub.annotations.create(name=name, desc="", resource={"type": kind, "content": content})


def browsed(world: Simulator, profile: Path) -> str:
    """The page as a browser has it after some seconds."""
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
    command += ["--window-size=1200,900", "--virtual-time-budget=4000", "--dump-dom", f"{world.base_url}/_simulator/"]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def troubled(shown: str) -> bool:
    """Whether the page says that something is wrong."""
    trouble = re.search(r'<p id="trouble"[^>]*>', shown)
    assert trouble is not None
    return "hidden" not in trouble[0]


@pytest.mark.parametrize(
    ("path", "kind"), [("", "text/html"), ("window.css", "text/css"), ("window.js", "text/javascript")]
)
def test_the_parts_of_the_page_come_with_a_policy_that_lets_nothing_else_in(
    path: str, kind: str, world: Simulator
) -> None:
    answer = ask(world, path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"//[a-z]+\.", answer.text.replace("http://www.w3.org/2000/svg", ""))


def test_there_is_no_page_where_the_real_server_has_none(world: Simulator) -> None:
    for path in ("/", "/_simulator", "/_simulator/../_simulator/x", "/_simulator/index.html"):
        assert httpx.get(world.base_url + path).status_code == 404


def test_the_picture_has_the_devices_and_routes_of_all_projects(world: Simulator) -> None:
    seen = picture(world)
    assert [each["name"] for each in seen["projects"]][:2] == ["Quarry survey", "Harbour patrol"]
    assert (len(seen["gateways"]), len(seen["aircraft"]), len(seen["waylines"])) == (8, 8, 3)
    assert {each["project"] for each in seen["aircraft"]} == {world.project, HARBOUR}
    assert (seen["now"], seen["speed"]) == ("2026-03-02T09:00:00+00:00", 0)
    assert seen["tasks"] == seen["models"] == seen["forwarders"] == seen["annotations"] == []


def test_the_picture_follows_a_flight(world: Simulator, hub: FlightHub) -> None:
    start(hub)
    start(hub, sn=OTHER_DOCK, wayline_uuid=SURVEY, name="Survey")
    airborne(world, hub)
    seen = picture(world)
    (first,) = (each for each in seen["aircraft"] if each["sn"] == AIRCRAFT)
    assert first["flying"] is True
    assert first["elevation"] > 30
    assert [(each["name"], each["status"], each["ended"]) for each in seen["tasks"]] == [
        ("Survey", "executing", False),
        ("Round", "executing", False),
    ]
    assert all(0 < each["progress"] < 1 for each in seen["tasks"])
    assert seen["requests"][0]["what"] == "system.status"
    assert len(seen["requests"]) > 10
    world.clock.advance(20)
    (later,) = (each for each in picture(world)["aircraft"] if each["sn"] == AIRCRAFT)
    assert later["place"] != first["place"]
    world.clock.advance(600)
    (landed,) = (each for each in picture(world)["aircraft"] if each["sn"] == AIRCRAFT)
    assert (landed["flying"], landed["on"]) == (False, False)


def test_nothing_secret_is_in_the_picture(world: Simulator, hub: FlightHub) -> None:
    answers = [hub.raw.projects.storage_credentials(), hub.raw.open_models.obtain_token()]
    start(hub)
    world.clock.advance(900)
    hub.stream_forwarders.create(
        converter_name="room",
        sn="7CTDEXAMPLE0001",
        camera_index="165-0-7",
        schema="rtmp",
        schema_option={"url": "rtmp://media.example.com/planted"},
    )
    secrets = {value for answer in answers for value in values_of(secret_members() - {"url"}, answer.answer.to_dict())}
    assert len(secrets) >= 6
    text = ask(world, "picture").text
    assert [each for each in (*secrets, world.token, "planted", "X-Amz") if each in text] == []


@browser
def test_a_browser_shows_the_world_and_takes_names_as_text(world: Simulator, hub: FlightHub, tmp_path: Path) -> None:
    annotate(hub, NASTY)
    start(hub, name=f"Round {NASTY}")
    airborne(world, hub)
    hub.devices.list()
    shown = browsed(world, tmp_path)
    assert 'data-ready="yes"' in shown
    assert "<title>FlightHub 2 simulator</title>" in shown
    assert "<img" not in shown
    text = unescape(shown)
    for expected in (f"Round {NASTY}", NASTY, "North dock", "North aircraft · ", "Perimeter", "devices.list"):
        assert expected in text, expected
    assert len(re.findall(r'class="plane"', shown)) == 1
    assert len(re.findall(r'class="dock', shown)) == 7
    assert "2026-03-02 09:0" in shown
    assert not troubled(shown)


@browser
def test_a_browser_shows_what_is_odd_but_was_accepted(world: Simulator, hub: FlightHub, tmp_path: Path) -> None:
    ring = [[14.507, 46.052], [14.509, 46.052], [14.509, 46.053], [14.507, 46.052]]
    annotate(hub, "Nowhere", 2, "Polygon", [])
    annotate(hub, "Field", 2, "Polygon", [ring, ring[::-1]])
    annotate(hub, "Fence", 1, "LineString", ring[:3])
    world.clock.speed = 2.5
    shown = browsed(world, tmp_path)
    assert not troubled(shown)
    assert re.findall(r"<title>(Nowhere|Field|Fence)</title>", shown) == ["Nowhere", "Field", "Fence"]
    assert len(re.findall(r'class="dock', shown)) == 7
    assert '<span id="speed">2.5×</span>' in shown
    assert 'aria-pressed="true"' not in shown
