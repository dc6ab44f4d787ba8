"""What is put on the map."""

from __future__ import annotations

from typing import Any

from . import Call, answers


@answers("createMapElement")
def create(call: Call) -> dict[str, Any]:
    """Puts an annotation on the map of the project."""
    call.world.annotations.add(call.here, call.body["name"], call.body["desc"], call.body["resource"]["content"])
    return {}
