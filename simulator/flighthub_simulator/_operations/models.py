"""Models on the map of the project."""

from __future__ import annotations

from typing import Any

from .._world import ProjectModel
from . import Call, answers


@answers("listModels")
def listed(call: Call) -> dict[str, Any]:
    """The models of the project."""
    return {"list": [_row(each) for each in call.world.project_models.of_project(call.here)] or None}


@answers("getModel")
def detail(call: Call) -> dict[str, Any]:
    """A model, with its links once it is there."""
    found = call.world.project_models.find(int(call.path["model_id"]), call.here)
    url, preview = call.world.project_models.links(found)
    return {**_row(found), "user_name": found.author.nickname, "url": url, "preview_url": preview}


@answers("createModel")
def create(call: Call) -> dict[str, Any]:
    """Orders models of the media of a flight."""
    return {"id": call.world.project_models.create(call.here, call.body, call.world.owner).id}


def _row(model: ProjectModel) -> dict[str, Any]:
    return {
        "id": model.id,
        "name": model.name,
        "file_type": model.type.value,
        "show_on_map": bool(model.key),
        "size": model.size,
        # I: milliseconds, while projects have seconds.
        "create_at": int(model.created.timestamp() * 1000),
        "update_at": int(model.updated.timestamp() * 1000),
    }
