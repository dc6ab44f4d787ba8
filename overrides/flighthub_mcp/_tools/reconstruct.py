"""Models of pictures: counted first, then uploaded and started as a job, which spends quota."""

from __future__ import annotations

from typing import Any, Final

from .._results import clean
from .._runtime import Job
from .._schemas import Schema, text
from .._tool import Call, Plan, Tool, argument_of, operation_of
from .files import inside
from .jobs import job_tools, started

_SET: Final = "reconstruct"

_NOTIFY: Final = "open_models.notify_upload"
_START: Final = "open_models.start_reconstruction"

_PARAMETER: Final = "parameter_"
"""What the names of the arguments begin with that choose a kind of model."""


def _types() -> Schema:
    names = [each.name for each in operation_of(_START).arguments]
    kinds = [each.removeprefix(_PARAMETER) for each in names if each.startswith(_PARAMETER)]
    return {"type": "array", "items": {"enum": kinds}, "minItems": 1, "description": "Kinds of model."}


def tools() -> list[Tool]:
    """The tools for models."""
    return [
        Tool(
            "reconstruct_photos",
            "Make models of photos",
            "Start uploading the photos of a folder and making models of them; spends quota. Gives a job.",
            _SET,
            _reconstruct,
            {
                "photos": text("Folder below the server's own."),
                "types": _types(),
                "name": argument_of(_NOTIFY, "resource_name", "Name."),
            },
            ("photos", "types"),
            _plan,
            ("open_models.obtain_token", _NOTIFY, _START),
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
