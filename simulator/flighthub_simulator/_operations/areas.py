"""Flight areas."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from flighthub_api.enums import FlightAreaGeometryType

from .._world import FlightArea, Project
from . import Call, answers, paged


@answers("listFlightAreas")
def of_project(call: Call) -> dict[str, Any]:
    """The areas of the project."""
    return _listed(call, call.here)


@answers("listWorkspaceFlightAreas")
def of_workspace(call: Call) -> dict[str, Any]:
    """The same, of the project in the path."""
    return _listed(call, call.workspace)


def _listed(call: Call, project: Project) -> dict[str, Any]:
    query = call.query
    return paged(
        call,
        [
            _row(call, each)
            for each in call.world.flight_areas.of_project(project)
            # I: a part of the name, as in the search for projects.
            if query.get("name", "").lower() in each.name.lower()
            and query.get("type", each.type) == each.type
            and query.get("status", each.status) == each.status
        ],
    )


def _row(call: Call, area: FlightArea) -> dict[str, Any]:
    who, drawn = call.world.owner, int(area.project.created.timestamp() * 1000)
    corners = [[each.longitude, each.latitude] for each in area.corners]
    style: dict[str, Any] = {"color": "#FF0000", "clampToGround": True}
    if area.radius is None:
        geometry: dict[str, Any] = {
            "type": FlightAreaGeometryType.POLYGON.value,
            "coordinates": [[*corners, corners[0]]],
        }
    else:
        # D: one of the three forms of a circle, the centre with the radius among the properties.
        geometry = {"type": FlightAreaGeometryType.CIRCLE.value, "coordinates": corners[0]}
        style["radius"] = area.radius
    return {
        "id": area.uuid,
        "name": area.name,
        "status": area.status.value,
        "type": area.type.value,
        "content": {"type": "Feature", "properties": style, "geometry": geometry},
        "area_hash": hashlib.sha256(json.dumps(geometry).encode()).hexdigest(),
        "created_time": drawn,
        "created_by": who.user_id,
        "created_nickname": who.nickname,
        "updated_time": drawn,
        "updated_by": who.user_id,
        "updated_nickname": who.nickname,
    }
