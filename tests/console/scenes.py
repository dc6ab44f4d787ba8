"""What the tests of the console fly, draw and look at."""

from __future__ import annotations

from typing import Any

import httpx

from flighthub import FlightHub
from flighthub_simulator import Simulator

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"
OTHER_DOCK, OTHER_AIRCRAFT = "8UUXEXAMPLE0002", "1581FEXAMPLE00002"
PERIMETER = "f2d4c6b8-90ab-4cde-8f01-23456789abcd"
SURVEY = "0d9c6f52-53ab-4f1c-a6d7-3b9f3a6d0c02"

HOSTILE = "<img src=x onerror=\"document.title='bad'\"><script>document.title='bad'</script>"


def ask(world: Simulator, path: str = "") -> httpx.Response:
    """A file of the page, or what it shows."""
    return httpx.get(f"{world.base_url}/_simulator/{path}")


def launch(world: Simulator, dock: str = DOCK, route: str = PERIMETER) -> httpx.Response:
    """What a click sends."""
    return httpx.post(f"{world.base_url}/_simulator/launch", json={"dock": dock, "route": route})


def annotate(
    hub: FlightHub, name: str, kind: int = 0, shape: str = "Point", coordinates: Any = (14.508, 46.0525)
) -> None:
    """Draws something on the map."""
    content: Any = {
        "type": "Feature",
        "properties": {"color": "#2D8CF0", "clampToGround": True},
        "geometry": {"type": shape, "coordinates": coordinates},
    }
    hub.annotations.create(name=name, desc="", resource={"type": kind, "content": content})


def crowd(count: int) -> dict[str, Any]:
    """A scenario with so many docks, in rows that are not far apart; half of them can fly the first route."""
    pairs = [
        {
            "home": [46.05 + number // 25 * 0.004, 14.50 + number % 25 * 0.006, 300.0],
            "gateway": {"sn": f"7CTDCROWD{number:05}", "model": "3-2-0", "callsign": f"Dock {number}"},
            "drone": {
                "sn": f"1581FCROWD{number:04}",
                "model": "0-91-1",
                "callsign": f"Aircraft {number}",
                "cameras": ["81-0-0"],
            },
        }
        for number in range(count)
    ]
    route = {"name": "Round", "from": "7CTDCROWD00000", "shape": "perimeter", "side": 160}
    return {"projects": [{"name": "Crowd", "center": [46.05, 14.5], "pairs": pairs, "waylines": [route]}]}
