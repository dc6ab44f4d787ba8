"""The window: one page, at `/_simulator/`, that shows what the simulated world does.

The page and its parts lie in `window/`; it fetches `/_simulator/picture` every second, and moves the clock through the
control endpoint. Nothing comes from anywhere else, and nothing secret goes to it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from flighthub_api.enums import DroneModeCode, GatewayModeCode
from flighthub_api.products import PRODUCTS

if TYPE_CHECKING:
    from ._server import Simulator
    from ._world import Device, Pair, World

Json = dict[str, Any]

PARTS = {
    "": ("index.html", "text/html; charset=utf-8"),
    "window.css": ("window.css", "text/css; charset=utf-8"),
    "window.js": ("window.js", "text/javascript; charset=utf-8"),
}
"""The files of the page by their paths, with their types."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}

LAST_TASKS = 40
"""How many tasks are shown, the newest first."""


def routes(simulator: Simulator) -> list[Route]:
    """The routes of the page and of what it shows."""

    def part(name: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
        async def serve(request: Request) -> Response:
            return Response(_file(name), media_type=kind, headers=HEADERS)

        return serve

    async def show(request: Request) -> Response:
        with simulator.lock:
            simulator.world.look()
            shown = picture(simulator.world)
        return Response(msgspec.json.encode(shown), media_type="application/json", headers=HEADERS)

    pages = [Route(f"/_simulator/{path}", part(*what), methods=["GET"]) for path, what in PARTS.items()]
    return [*pages, Route("/_simulator/picture", show, methods=["GET"])]


@cache
def _file(name: str) -> bytes:
    return (files("flighthub_simulator") / "window" / name).read_bytes()


def picture(world: World) -> Json:
    """What there is to see."""
    return {
        "now": world.now.isoformat(),
        "speed": world.clock.speed,
        "projects": [
            {"uuid": each.uuid, "name": each.name, "center": [each.center.latitude, each.center.longitude]}
            for each in world.projects.values()
        ],
        "gateways": [_gateway(each) for each in world.fleet.pairs if each.gateway.sn],
        "aircraft": [_aircraft(world, each, each.drone) for each in world.fleet.pairs if each.drone is not None],
        "waylines": [
            {
                "id": each.id,
                "name": each.name,
                "project": each.project.uuid,
                "points": [[place.latitude, place.longitude] for place in each.points],
            }
            for each in world.waylines.all
        ],
        "annotations": [
            {"name": each.name, "project": each.project.uuid, "geometry": each.feature.get("geometry")}
            for each in world.annotations.all
        ],
        "tasks": [
            {
                "name": each.name,
                "project": each.project.uuid,
                "dock": each.pair.gateway.callsign,
                "type": each.type.value,
                "status": each.status.value,
                "ended": bool(each.status.is_terminal),
                "progress": round(each.progress(), 3),
                "begin": each.begin.isoformat(),
                "wayline": each.wayline.id,
            }
            for each in reversed(world.flight_tasks.all[-LAST_TASKS:])
        ],
        "models": _models(world),
        "forwarders": [
            {"name": each.name, "project": each.project.uuid, "enabled": each.enabled, "state": each.state.value}
            for each in world.streams.forwarders
        ],
        "requests": [{**each, "at": each["at"].isoformat()} for each in reversed([*world.requests][-LAST_TASKS:])],
    }


def _models(world: World) -> list[Json]:
    of_projects: list[Json] = [
        {"name": each.name, "project": each.project.uuid, "status": each.status, "progress": each.progress}
        for each in world.project_models.all
    ]
    open_: list[Json] = [
        {
            "name": each.name,
            "project": None,
            "status": f"{each.status.name} · zip {each.zip_status.name}".lower().replace("_", " "),
            "progress": each.progress,
        }
        for each in world.open_models.models
    ]
    return [*open_, *of_projects][::-1]


def _gateway(pair: Pair) -> Json:
    mode = GatewayModeCode.IDLE if pair.moment is None else GatewayModeCode.IN_OPERATION
    return {
        **_device(pair, pair.gateway),
        "place": [pair.home.latitude, pair.home.longitude],
        "dock": pair.is_dock,
        "mode": mode.word if pair.is_dock else "",
    }


def _aircraft(world: World, pair: Pair, device: Device) -> Json:
    moment = world.fleet.moment(pair)
    return {
        **_device(pair, device),
        "place": [moment.place.latitude, moment.place.longitude],
        "heading": moment.heading,
        "elevation": moment.elevation,
        "speed": moment.horizontal_speed,
        "battery": round(moment.battery),
        "mode": DroneModeCode(moment.mode).word,
        "flying": not moment.in_dock,
        "on": world.fleet.is_reachable(pair, device),
    }


def _device(pair: Pair, device: Device) -> Json:
    product = PRODUCTS.get(device.key)
    return {
        "sn": device.sn,
        "name": device.callsign,
        "model": product.name if product else device.key,
        "project": pair.project.uuid,
        "online": device.online,
    }
