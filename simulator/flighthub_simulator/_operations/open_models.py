"""Open modeling: sets of pictures, and models of them."""

from __future__ import annotations

from typing import Any

from flighthub_api.enums import ModelStatus, OpenModelCloudName

from .._world import MODEL_KINDS, WRONG_COUNT, OpenModel
from . import NO_DATA, Call, NoData, answers

CLOUDS = {"ali": OpenModelCloudName.ALI_OSS}
"""What open modeling calls the storage; everything else speaks S3."""


@answers("obtainOpenModelUploadToken")
def obtain_token(call: Call) -> dict[str, Any]:
    """Opens a set. Its id stands in `store_path` alone (L), and the credentials have names of their own."""
    world = call.world
    resource, given = world.open_models.open()
    return {
        "cloud_name": CLOUDS.get(world.provider, OpenModelCloudName.AWS_S3).value,
        "access_key_id": given.access_key_id,
        "secret_access_key": given.access_key_secret,
        "session_token": given.security_token,
        "region": world.store.region,
        "cloud_bucket_name": world.store.bucket,
        "end_point": world.store.endpoint,
        "callback_param": resource.secret,
        "store_path": f"{resource.prefix}/{{fileName}}",
        # D: a moment, while the project's storage tells how long its credentials last.
        "expire_time": int(given.expires.timestamp()),
    }


@answers("notifyOpenModelUpload")
def notify(call: Call) -> dict[str, Any]:
    """Takes down which files were stored."""
    body = call.body
    names = call.world.open_models.report(
        body["resource_uuid"], body["callback_param"], body["files"], body.get("resource_name")
    )
    return {"resource_uuid": body["resource_uuid"], "upload_count": len(names), "file_name_list": names or None}


@answers("getOpenModelResource")
def resource(call: Call) -> dict[str, Any]:
    """A set. L: its names are null when there are none."""
    found = call.world.open_models.resource(call.path["resource_uuid"])
    return {
        "resource_uuid": found.uuid,
        "status": found.status.value,
        "resource_size": sum(found.files.values()),
        "file_names": [*found.files] or None,
    }


@answers("deleteOpenModelResource")
def delete_resource(call: Call) -> NoData:
    """Deletes a set."""
    call.world.open_models.discard(call.path["resource_uuid"])
    return NO_DATA


@answers("startOpenModelReconstruction")
def start(call: Call) -> dict[str, Any]:
    """Starts a job for each kind of model; of each it says whether it could be."""
    body = call.body
    settings = {kind: body[f"parameter_{kind}"] for kind in MODEL_KINDS if f"parameter_{kind}" in body}
    discard = body.get("delete_resource_if_finish", False)
    made = call.world.open_models.start(body["resource_uuid"], settings, discard=discard)
    return {f"model_{kind}": _job(each) for kind, each in made.items()}


def _job(model: OpenModel | None) -> dict[str, Any]:
    if model is None:
        status = ModelStatus.REQUESTING_RESOURCE_FAILED.value
        return {"status": status, "sub_error_code": WRONG_COUNT}
    return {"uuid": model.uuid, "status": model.status.value, "sub_error_code": 0}


@answers("listRunningOpenModels")
def running(call: Call) -> dict[str, Any]:
    """The jobs that have not ended."""
    return {"list": [_row(each) for each in call.world.open_models.models if not each.status.is_terminal] or None}


@answers("getOpenModel")
def detail(call: Call) -> dict[str, Any]:
    """A model, while it is made and afterwards."""
    found = call.world.open_models.model(call.path["model_uuid"])
    return {**_row(found), "error_code": found.error_code, "zip_file_key": found.zip_key}


@answers("stopOpenModelReconstruction")
def stop(call: Call) -> NoData:
    """Stops a job."""
    call.world.open_models.stop(call.path["model_uuid"])
    return NO_DATA


@answers("deleteOpenModel")
def delete(call: Call) -> NoData:
    """Deletes a model."""
    call.world.open_models.remove(call.path["model_uuid"])
    return NO_DATA


def _row(model: OpenModel) -> dict[str, Any]:
    return {
        "resource_uuid": model.resource.uuid,
        "model_uuid": model.uuid,
        "model_type": model.type.value,
        "model_status": model.status.value,
        "model_size": model.size,
        "reconstruction_progress": model.progress,
        "zip_status": model.zip_status.value,
        "zip_progress": model.zip_progress,
    }
