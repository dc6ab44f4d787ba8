"""Jobs that take longer than a call may: looked at, waited for a while, ended."""

from __future__ import annotations

import asyncio
from typing import Any

from flighthub import InvalidArgument

from .._runtime import Job, explain
from .._schemas import text
from .._tool import Call, Tool
from .look import SECONDS


def job_tools(toolset: str) -> list[Tool]:
    """The tools for jobs, in a set that starts some."""
    job = {"job": text("Id of the job.")}
    return [
        Tool(
            "wait_for_job",
            "Wait for a job",
            "Wait for a job at most some seconds; gives its state either way. Call again while ended is false.",
            toolset,
            _wait,
            {**job, "seconds": SECONDS},
            ("job",),
            data={"type": "object", "properties": {"ended": {"type": "boolean"}}},
            without_project=True,
        ),
        Tool(
            "cancel_job",
            "Cancel a job",
            "End a job. What it has fetched or sent stays, and the same job goes on from there.",
            toolset,
            _cancel,
            job,
            ("job",),
            local=True,
            without_project=True,
        ),
    ]


def started(id: str, job: Job) -> dict[str, Any]:
    """What a tool says that has started a job."""
    return {"job": id, "what": job.what, "ended": False, "next_step": "wait_for_job follows it."}


def _find(call: Call) -> tuple[str, Job]:
    id = str(call.get("job"))
    if id not in call.runtime.jobs:
        raise InvalidArgument("job", "is the id of no job of this server")
    return id, call.runtime.jobs[id]


def _facts(id: str, job: Job) -> dict[str, Any]:
    done, total, what = job.progress
    facts: dict[str, Any] = {"job": id, "what": job.what, "ended": job.task.done()}
    if not job.task.done():
        return facts | {"step": what, "done": done, "of": total, "next_step": "It goes on. Call again to wait on."}
    if job.task.cancelled():
        return facts | {"cancelled": True}
    error = job.task.exception()
    return facts | ({"result": job.task.result()} if error is None else {"error": explain(error)})


async def _wait(call: Call) -> dict[str, Any]:
    id, job = _find(call)
    loop = asyncio.get_running_loop()
    end = loop.time() + float(call.get("seconds", 20))
    while not job.task.done() and loop.time() < end:
        await asyncio.wait([job.task], timeout=min(1.0, max(0.0, end - loop.time())))
        await call.tell(*job.progress)
    return _facts(id, job)


async def _cancel(call: Call) -> dict[str, Any]:
    id, job = _find(call)
    job.task.cancel()
    await asyncio.wait([job.task], timeout=5)
    return _facts(id, job)
