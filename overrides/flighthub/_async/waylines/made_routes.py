"""Routes that a program made: their names in a project, and whether the project has them already."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions

from ...errors import InvalidArgument
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread

if TYPE_CHECKING:
    from flighthub_api.models import Wayline, WaylineDetail

    from ..._waylines.route_model import Route
    from ...waylines import WaylineFile
else:
    Wayline = lazy_type("flighthub_api.models", "Wayline")
    WaylineDetail = lazy_type("flighthub_api.models", "WaylineDetail")
    Route = lazy_type("..._waylines.route_model", "Route", __package__)
    WaylineFile = lazy_type("...waylines", "WaylineFile", __package__)

_DIGITS = 8
"""How much of the digest stands in a name: enough to tell the routes of a project apart; the bytes decide."""


def build_route(route: Route) -> tuple[bytes, WaylineFile]:
    """The file of a route, and what it says.

    Raises:
        InvalidArgument: It is no route.
    """
    from ..._waylines.route_model import Route as Kind
    from ..._waylines.wpml import read_route

    if not isinstance(route, Kind):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidArgument("wayline", f"must be an id, a name or a Route, not {type(route).__name__}")
    content = route.to_bytes()
    return content, read_route(content, f"{route.name}.kmz")


def shown_name(route: Route, content: bytes) -> str:
    """The name of a route in a project, which another route of that name does not have."""
    return f"{route.name} {hashlib.sha256(content).hexdigest()[:_DIGITS]}"


async def find_same(
    client: AsyncFlightHub, rows: Sequence[Wayline], name: str, content: bytes, options: RequestOptions | None
) -> WaylineDetail | None:
    """The route of a project that has a name and these bytes."""
    for row in rows:
        if row.name != name:
            continue
        detail = await client.waylines.get(row.id, request_options=options)
        if detail.size is not None and detail.size != len(content):
            continue
        with TemporaryDirectory(prefix="flighthub-") as folder:
            file = await client.waylines.download(row, to=folder, request_options=options)
            if await in_thread(Path(file).read_bytes) == content:
                return detail
    return None


async def find_made_route(
    client: AsyncFlightHub, route: Route, options: RequestOptions | None
) -> tuple[WaylineFile, Wayline]:
    """What the file of a route says, and its row in the project; one without an id where it is not there."""
    content, found = await in_thread(build_route, route)
    name = shown_name(route, content)
    rows = await client.waylines.list(request_options=options)
    same = await find_same(client, rows, name, content, options)
    return found, _row("" if same is None else same.id, name, found)


def listed_as(row: Wayline, id: str) -> Wayline:
    """A row with its id."""
    from flighthub_api.models import Wayline as Model

    return Model.from_dict({**row.to_dict(), "id": id})


def _row(id: str, name: str, found: WaylineFile) -> Wayline:
    from flighthub_api.models import Wayline as Model

    told: dict[str, Any] = {
        "id": id,
        "name": name,
        "device_model_key": found.device_model_key,
        "payload_information": [{"type": each.type} for each in found.payloads],
    }
    return Model.from_dict(told)
