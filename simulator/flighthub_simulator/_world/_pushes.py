"""What events hold that the real server sends to a webhook, made of the things of the world.

The members are those of the transcription. I: which device a broken off return names, what an export of annotations is
called, and that all progress counts percent; nobody has shown a real delivery.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from flighthub_api.enums import EventFileType, ModelFileType, WaylineSubFileType

if TYPE_CHECKING:
    from ._annotations import Annotation
    from ._detections import Detection
    from ._media import File, Folder
    from ._open_models import OpenModel
    from ._project_models import ProjectModel
    from ._things import Pair
    from ._waylines import Wayline
    from ._world import World

Data = dict[str, Any]

LINKS_LAST = 3600
"""Seconds for which a link works."""

MODELS = {ModelFileType.MODEL_2D: EventFileType.MODEL_2D, ModelFileType.MODEL_3D: EventFileType.MODEL_3D}


def media(world: World, folder: Folder, file: File) -> Data:
    """A file of a flight is in the cloud."""
    task = next((each for each in world.flight_tasks.all if each.folder is folder), None)
    drone = None if task is None else task.pair.drone
    return {
        "organization_id": world.organization.get("uuid", ""),
        "project_id": folder.project.uuid,
        "file_id": file.uuid,
        "file_name": f"{file.name}{file.suffix}",
        "file_type": file.suffix.removeprefix("."),
        "file_size": file.size,
        "device_sn": "" if drone is None else drone.sn,
        "flight_id": "" if task is None else task.uuid,
    }


def wayline(route: Wayline) -> Data:
    """A route was uploaded."""
    return {
        "id": route.id,
        "name": route.name,
        "type": EventFileType.WAYLINE.value,
        "sub_file_type": WaylineSubFileType.MAIN.value,
        "object_key": route.key,
    }


def project_model(model: ProjectModel) -> Data:
    """A model of a project is there."""
    return {"id": model.id, "name": model.name, "type": MODELS[model.type].value, "object_key": model.key}


def progress(model: OpenModel) -> Data:
    """A reconstruction has made progress, or has ended."""
    return {
        "resource_uuid": model.resource.uuid,
        "model_uuid": model.uuid,
        "model_status": model.status.value,
        "reconstruction_progress": model.progress,
    }


def packing(world: World, model: OpenModel) -> Data:
    """The archive of a model has made progress, or is there."""
    key = model.zip_key
    return {
        **progress(model),
        "zip_status": model.zip_status.value,
        "zip_progress": model.zip_progress,
        "zip_file_key": world.store.link(key, LINKS_LAST, filename=f"{model.uuid}.zip") if key else "",
    }


def alert(world: World, found: Detection) -> Data:
    """An algorithm has found something."""
    link, place = world.detections.link(found), found.place
    return {
        "alert_uuid": found.uuid,
        "algorithm_source": found.source,
        "drone_sn": "" if found.pair.drone is None else found.pair.drone.sn,
        "gateway_sn": found.pair.gateway.sn,
        "flight_id": found.flight,
        "labels": [found.label],
        "location": {"longitude": place.longitude, "latitude": place.latitude, "altitude": place.height},
        "project_id": found.pair.project.uuid,
        "task_name": "" if found.task is None else found.task.name,
        "file_url": link,
        "thumbnail_url": link,
    }


def exit_return_home(pair: Pair, reason: int) -> Data:
    """An aircraft has broken off its return to home."""
    return {"sn": pair.gateway.sn if pair.drone is None else pair.drone.sn, "reason": reason}


def annotation(world: World, made: Annotation) -> Data:
    """An annotation was put on the map."""
    uuid = world.uuid("export")
    key = f"{world.folder(made.project, 'annotation')}/{uuid}.geojson"
    content = json.dumps({"type": "FeatureCollection", "features": [dict(made.feature)]}).encode()
    world.store.offer(key, "application/geo+json", lambda: content)
    geometry = made.feature.get("geometry")
    return {
        "sync_id": uuid,
        "sync_type": "update",
        "count": 1,
        "format": "geojson",
        "geometry_types": [geometry["type"]] if isinstance(geometry, dict) else [],
        "download_url": world.store.link(key, LINKS_LAST),
    }
