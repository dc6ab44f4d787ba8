"""Routes: lists, details, and the end of an upload."""

from __future__ import annotations

from typing import Any

from .._world import Wayline
from . import Call, answers


@answers("listWaylines")
def listed(call: Call) -> dict[str, Any]:
    """The routes of the project."""
    return {"list": [_row(each) for each in call.world.waylines.of_project(call.here)] or None}


@answers("getWayline")
def detail(call: Call) -> dict[str, Any]:
    """A route, with a link to its file."""
    found = call.world.waylines.find(call.path["wayline_id"], call.here)
    return {
        **_row(found),
        "download_url": call.world.waylines.link(found),
        "distance": round(found.length, 1),
        "wayline_point_nums": len(found.route.points),
    }


@answers("finishWaylineUpload")
def finish(call: Call) -> dict[str, Any]:
    """Makes a route of an uploaded file. Doing it twice makes two: whether the real server does is not known."""
    made = call.world.waylines.finish(call.here, call.body["name"], call.body["object_key"])
    return {"name": made.name, "uuid": made.id}


def _row(wayline: Wayline) -> dict[str, Any]:
    route = wayline.route
    return {
        "id": wayline.id,
        "name": wayline.name,
        "size": wayline.size,
        "template_types": [*route.templates] or None,
        # I: milliseconds, as in the list of routes of the sibling API.
        "update_time": int(wayline.updated.timestamp() * 1000),
        "device_model_key": route.device_model_key,
        # D: null where the file names no payload. Numbers travel as text.
        "payload_information": [{"domain": "1", "type": route.payload, "lens_type": ",".join(route.lenses)}]
        if route.payload
        else None,
    }
