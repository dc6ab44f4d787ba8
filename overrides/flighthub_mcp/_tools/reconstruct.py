"""Models of pictures: counted first, then uploaded and started as a job, which spends quota."""

from __future__ import annotations

from typing import Any, Final

from .._results import clean
from .._runtime import Job
from .._schemas import Schema, text
from .._tool import Call, Plan, Tool
from .files import inside
from .jobs import job_tools, started

_SET: Final = "reconstruct"

_TYPES: Final[Schema] = {
    "type": "array",
    "items": {"enum": ["2d", "3d", "3dgs", "lidar"]},
    "minItems": 1,
    "description": "Kinds of model.",
}


def tools() -> list[Tool]:
    """The tools for models."""
    return [
        Tool(
            "reconstruct_photos",
            "Make models of photos",
            "Start uploading the photos of a folder and making models of them; spends quota. Gives a job.",
            _SET,
            _reconstruct,
            {"photos": text("Folder below the server's own."), "types": _TYPES, "name": text("Name.", maxLength=255)},
            ("photos", "types"),
            _plan,
            ("open_models.obtain_token", "open_models.notify_upload", "open_models.start_reconstruction"),
            local=True,
        ),
        *job_tools(_SET),
    ]


async def _plan(call: Call) -> Plan:
    folder = inside(call, str(call.get("photos")), "photos")
    plan = await call.fh.open_models.reconstruct(folder, types=call.get("types"), name=call.get("name"), dry_run=True)
    details = {
        "photos": f"{len(plan.photos)} ({plan.size / 1e6:.0f} MB) in {clean(str(folder), 200)}",
        "kinds": ", ".join(plan.types),
    }
    return Plan("Upload photos and make models of them. Each photo counts towards the quota.", details, call.arguments)


async def _reconstruct(call: Call) -> dict[str, Any]:
    folder = inside(call, str(call.get("photos")), "photos")

    async def work(job: Job) -> dict[str, Any]:
        jobs = await call.fh.open_models.reconstruct(
            folder, types=call.get("types"), name=call.get("name"), wait=False, progress=job.update
        )
        return {"models": dict(jobs.uuids), "next_step": "open_models_get has the state of each."}

    return started(*call.runtime.start("models of photos", call.project, work))
