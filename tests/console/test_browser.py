"""What a headless Chromium shows of the page, on both feeds. Skipped where there is no Chromium."""

from __future__ import annotations

import base64
import json
import re
import struct
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from flighthub import FlightHub
from flighthub_console import AccountFeed, ConsoleServer, Pace, RequestLog, Settings
from flighthub_simulator import Simulator, run
from flighthub_simulator._console import WorldFeed

from .browser import Browser, needs_browser
from .conftest import MORNING
from .scenes import AIRCRAFT, DOCK, HOSTILE, OTHER_DOCK, SURVEY, annotate, crowd, launch

pytestmark = needs_browser

SIZES = [(360, 740), (1440, 900), (3840, 2160)]

TILE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

OVERLAPS = "(await import('./labels.js')).overlaps(inside.drawn.labels.values()).length"


@pytest.fixture
def page(world: Simulator) -> str:
    """The console of the simulator."""
    return f"{world.base_url}/_simulator/"


@pytest.fixture
def account(world: Simulator) -> Iterator[str]:
    """The console of an account, which is the simulator's."""
    log = RequestLog()
    with FlightHub(
        token=world.token,
        project=world.project,
        base_url=world.base_url,
        on_request=log.refuse_changes,
        on_response=log.note,
    ) as client:
        feed = AccountFeed(client, log, pace=Pace(devices=0.3, tasks=0.3, alerts=0.3))
        server = ConsoleServer(feed)
        feed.start()
        server.start()
        yield server.url
        server.stop()
        feed.stop()


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def click(browser: Browser, selector: str) -> None:
    browser.run(f"document.querySelector({json.dumps(selector)}).click()")


def everything(world: Simulator, hub: FlightHub) -> None:
    """Two flights, what is drawn on the map, an alert, and a dock that is offline."""
    launch(world)
    launch(world, OTHER_DOCK, SURVEY)
    annotate(hub, "Gate")
    annotate(hub, "Haul road", 1, "LineString", [[14.502, 46.0488], [14.507, 46.0492], [14.515, 46.0505]])
    world.world.happen("device_offline", {"sn": "4TADEXAMPLE0003"})
    world.clock.advance(75)


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_of_the_page_has_no_overlapping_labels(
    size: tuple[int, int], page: str, world: Simulator, hub: FlightHub, browser: Browser, tmp_path: Path
) -> None:
    everything(world, hub)
    browser.size(*size)
    browser.open(page)
    assert browser.run(OVERLAPS) == 0
    assert browser.run("inside.drawn.labels.size") > 8
    assert browser.run("document.documentElement.scrollWidth") <= size[0]
    picture = browser.picture()
    (tmp_path / "page.png").write_bytes(picture)
    assert size_of(picture) == size
    # A canvas on which nothing is drawn has one colour.
    script = "new Set(document.getElementById('ground').getContext('2d').getImageData(0, 0, 300, 300).data).size"
    assert browser.run(script) > 5
    assert browser.log == []


@pytest.mark.parametrize("feed", ["page", "account"])
def test_hostile_names_show_as_text(
    feed: str, request: pytest.FixtureRequest, world: Simulator, hub: FlightHub, browser: Browser
) -> None:
    launch(world)
    annotate(hub, HOSTILE)
    for pair in world.world.fleet.pairs:
        pair.gateway.callsign = f"{HOSTILE} dock"
        if pair.drone is not None:
            pair.drone.callsign = f"{HOSTILE} {pair.drone.sn}"
    world.world.flight_tasks.all[0].told = {**world.world.flight_tasks.all[0].told, "name": HOSTILE}
    world.world.projects[world.project].name = HOSTILE
    world.clock.advance(60)
    browser.size(1440, 900)
    browser.open(request.getfixturevalue(feed))
    browser.until(f"document.querySelector('#tasks').innerText.includes({json.dumps(HOSTILE)})")
    browser.until(f"document.querySelector('[data-pick={json.dumps(DOCK)}]')")
    click(browser, f'[data-pick="{DOCK}"]')
    browser.until("document.querySelectorAll('#detail-values tr').length > 20")
    assert browser.text("#detail-title") == f"{HOSTILE} dock"
    assert browser.run("document.querySelectorAll('main img, main script').length") == 0
    assert browser.run("document.title") != "bad"
    assert browser.log == []
    own = browser.run("location.origin")
    assert {each[: len(own)] for each in browser.requested if not each.startswith("data:")} == {own}


def test_the_account_is_shown_with_its_flight_and_what_is_read_says_when(
    account: str, world: Simulator, browser: Browser
) -> None:
    launch(world)
    world.clock.advance(60)
    browser.size(1440, 900)
    browser.open(account)
    browser.until("document.querySelector('#devices').innerText.includes('wayline flight')")
    browser.until("document.querySelector('#tasks').innerText.includes('executing')")
    assert "key accepted" in browser.text("#key")
    assert browser.text("[data-reading=devices]")
    assert browser.run("document.getElementById('clock').hidden") is True
    click(browser, f'[data-pick="{DOCK}"]')
    browser.until("document.querySelectorAll('#detail-values tr').length > 20")
    assert browser.run("document.getElementById('launch').hidden") is True
    assert browser.run(OVERLAPS) == 0


def test_a_click_launches_a_flight(page: str, world: Simulator, browser: Browser) -> None:
    browser.size(1440, 900)
    browser.open(page)
    x, y = browser.run(
        "(() => { const box = document.getElementById('map').getBoundingClientRect();"
        f"const at = inside.drawn.hits.find((each) => each.sn === '{DOCK}');"
        "return [box.left + at.x, box.top + at.y]; })()"
    )
    browser.click(x, y)
    browser.until("!document.getElementById('launch').hidden")
    assert browser.text("#detail-title") == "North dock"
    assert browser.text("#launch-route") == "Perimeter"
    click(browser, "#launch button")
    browser.until("document.getElementById('launch-said').textContent === 'Launched.'")
    assert [each.name for each in world.world.flight_tasks.all] == ["Perimeter by hand"]
    world.clock.advance(10)
    click(browser, "#launch button")
    browser.until("document.getElementById('launch-said').textContent.startsWith('Not launched: ')")


def test_the_keyboard_reaches_devices_search_details_and_the_map(page: str, world: Simulator, browser: Browser) -> None:
    browser.size(1440, 900)
    browser.open(page)
    browser.press("/")
    assert browser.run("document.activeElement.id") == "search"
    browser.call("Input.insertText", text="north air")
    assert browser.run("[...document.querySelectorAll('#devices b')].map((each) => each.textContent)") == [
        "North aircraft"
    ]
    browser.press("Escape")
    browser.press("n")
    assert browser.run("inside.state.selected")
    first = browser.run("inside.state.selected")
    browser.press("n")
    assert browser.run("inside.state.selected") != first
    browser.press("p")
    assert browser.run("inside.state.selected") == first
    browser.press("Escape")
    assert browser.run("[inside.state.selected, document.getElementById('detail').hidden]") == [None, True]
    before = browser.run("[inside.view.zoom, inside.view.center[0]]")
    browser.press("+")
    browser.press("ArrowRight")
    after = browser.run("[inside.view.zoom, inside.view.center[0]]")
    assert after[0] > before[0]
    assert after[1] > before[1]
    ground = "getComputedStyle(document.body).backgroundColor"
    light = browser.run(ground)
    browser.press("t")
    assert browser.run(ground) != light
    browser.press("t")


def test_the_colours_follow_what_the_reader_likes(page: str, browser: Browser) -> None:
    browser.size(1440, 900)
    browser.open(page)
    browser.run("localStorage.clear()")
    grounds = []
    for dark in (False, True):
        browser.size(1440, 900, dark=dark)
        browser.open(page)
        grounds.append(
            browser.run("[...document.getElementById('ground').getContext('2d').getImageData(9, 300, 1, 1).data]")
        )
    assert min(grounds[0][:3]) > 200
    assert max(grounds[1][:3]) < 60


def test_a_lost_connection_is_said_and_is_survived(browser: Browser) -> None:
    with run(speed=0, start=MORNING) as simulator:
        port = int(simulator.base_url.rpartition(":")[2])
        browser.size(1440, 900)
        browser.open(f"{simulator.base_url}/_simulator/")
    browser.until("document.getElementById('connection').textContent.includes('Connection lost')")
    assert "2026-03-02 09:00:00 UTC" in browser.text("#connection")
    assert "North aircraft" in browser.text("#devices")
    assert browser.run("inside.drawn.labels.size") > 5
    with run(speed=0, start=MORNING, port=port):
        browser.until("document.getElementById('connection').textContent === ''")


def test_tiles_come_from_where_they_are_said_to_and_learn_nothing_of_the_page(
    world: Simulator, browser: Browser
) -> None:
    asked: list[tuple[str, str | None]] = []

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers.get("referer")))
            self.send_response(200)
            self.send_header("content-type", "image/png")
            self.end_headers()
            self.wfile.write(TILE)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Tiles) as tiles:
        threading.Thread(target=tiles.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{tiles.server_port}/{{z}}/{{x}}/{{y}}.png"
        server = ConsoleServer(WorldFeed(world), Settings(tiles=address, attribution="Somebody's map"))
        server.start()
        browser.size(1440, 900)
        browser.open(server.url)
        browser.until("document.getElementById('attribution').textContent === \"Somebody's map\"")
        # What comes from elsewhere taints the canvas, which says that it was drawn.
        ground = "document.getElementById('ground').getContext('2d').getImageData(0, 0, 1, 1)"
        browser.until(f"(() => {{ try {{ return !{ground}; }} catch {{ return true; }} }})()")
        assert browser.log == []
        server.stop()
        tiles.shutdown()
    assert asked
    assert all(re.fullmatch(r"/1[0-9]/[0-9]+/[0-9]+\.png", path) and referer is None for path, referer in asked)


def test_the_whole_state_is_shown_with_units_and_can_be_searched(page: str, world: Simulator, browser: Browser) -> None:
    launch(world)
    world.clock.advance(60)
    browser.size(1440, 900)
    browser.open(page)
    click(browser, f'[data-pick="{AIRCRAFT}"]')
    browser.until("document.querySelectorAll('#detail-values tr').length > 100")
    assert "Matrice3DState" in browser.text("#detail-read")
    assert "60 m above the take-off" in browser.text("#detail-summary")
    browser.run("document.getElementById('detail-search').focus()")
    browser.call("Input.insertText", text="elevation")
    rows: Any = browser.run(
        "[...document.querySelectorAll('#detail-values tr')]"
        ".map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    assert ["elevation", "60 m"] in rows
    assert len(rows) < 10


def test_five_hundred_devices_are_drawn_thirty_times_a_second(browser: Browser) -> None:
    with run(scenario=crowd(250), speed=1, start=MORNING) as simulator:
        route = simulator.world.waylines.all[0].id
        for number in range(0, 250, 10):
            assert launch(simulator, f"7CTDCROWD{number:05}", route).status_code == 200
        simulator.clock.advance(60)
        browser.size(1920, 1080)
        browser.open(f"{simulator.base_url}/_simulator/")
        assert browser.run("inside.feed.shown.devices.length") == 500
        took = browser.run("Array.from({length: 41}, () => { inside.draw(); return inside.frames.milliseconds; })")
        # The middle one: whatever else this machine does is not the page's.
        assert sorted(took)[20] < 1000 / 30
        assert browser.run(OVERLAPS) == 0
