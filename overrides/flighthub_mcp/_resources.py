"""What an assistant can read: states, routes, the coverage of the API, and what is safe."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError

from flighthub import FlightHubError, InvalidArgument, NotFound
from flighthub_api import API, OPERATIONS

from ._results import clean, present
from ._runtime import Runtime
from ._tool import Call
from ._tools.look import read_route, read_state

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

_GEOJSON: Final = "application/geo+json"


def add_resources(server: MCPServer[Any], runtime: Runtime) -> None:
    """Gives a server its resources."""

    async def in_projects(read: Callable[[Call], Awaitable[Any]]) -> Any:
        """What the first project has that has it."""
        missing: FlightHubError | None = None
        for project in runtime.settings.projects:
            try:
                return await read(Call(runtime, project, runtime.client(project), {}))
            except (InvalidArgument, NotFound) as error:
                missing = error
            except FlightHubError as error:
                raise ResourceError(clean(str(error))) from None
        raise ResourceNotFoundError(clean(str(missing)))

    @server.resource(
        "flighthub://devices/{sn}/state",
        name="device_state",
        title="State of a device",
        description="What a dock or aircraft last reported.",
        mime_type="application/json",
    )
    async def device_state(sn: str) -> str:
        return _json(present(await in_projects(lambda call: read_state(call, sn))))

    @server.resource(
        "flighthub://routes/{route}/geojson",
        name="route",
        title="A route on the map",
        description="A route as GeoJSON: its lines and waypoints, in degrees and metres.",
        mime_type=_GEOJSON,
    )
    async def route(route: str) -> str:
        async def read(call: Call) -> Any:
            return (await read_route(call, route))[1].to_geojson()

        found = present(await in_projects(read))
        return _json(found["data"] | {name: each for name, each in found.items() if name != "data"})

    @server.resource(
        "flighthub://coverage",
        name="coverage",
        title="Operations",
        description="Every operation of the API: what it does, its effect, and how certain that is.",
        mime_type="text/markdown",
    )
    def coverage() -> str:
        return _coverage()

    @server.resource(
        "flighthub://safety",
        name="safety",
        title="Safety",
        description="What asks a person, what is never sent twice, and what to do after a lost response.",
        mime_type="text/markdown",
    )
    def safety() -> str:
        return files("flighthub_mcp").joinpath("safety.md").read_text(encoding="utf-8")

    _ = device_state, route, coverage, safety


def _coverage() -> str:
    lines = [f"# Operations: {API.edition}, documented on {API.documented}", ""]
    lines += ["| Operation | Does | Effect | Repeating | Edition | Confidence |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {each.name} | {each.summary} | {each.effect} | {each.retry} | {each.edition} | {each.confidence} |"
        for each in sorted(OPERATIONS.values(), key=lambda one: one.name)
    ]
    return "\n".join(lines) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
