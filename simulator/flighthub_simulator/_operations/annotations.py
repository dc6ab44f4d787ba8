"""What is put on the map."""

from __future__ import annotations

from typing import Any

from . import Call, answers


@answers("createMapElement")
def create(call: Call) -> dict[str, Any]:
    """Puts an annotation on the map of the project."""
    body = call.body
    made = call.world.annotations.add(call.here, body["name"], body["desc"], body["resource"]["content"])
    # I: the id. The newer edition, which can change and delete it, answers it; of V1.0 only {} was seen.
    return {"id": made.uuid}


@answers("updateMapElement")
def update(call: Call) -> dict[str, Any]:
    """Changes an annotation."""
    return {"id": call.world.annotations.change(call.path["id"], call.workspace, call.body).uuid}


@answers("deleteMapElement")
def delete(call: Call) -> dict[str, Any]:
    """Takes an annotation from the map. There are no groups here whose visibility could change."""
    call.world.annotations.remove(call.path["id"], call.workspace)
    return {"id": call.path["id"], "affected_tri_states": None}
