"""What all calls of a server share: clients, open questions, keys, lost responses, jobs."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from flighthub import (
    AsyncFlightHub,
    FlightHubError,
    InvalidArgument,
    OutcomeUnknown,
    ProgressUpdate,
    ServerError,
    UnexpectedResponse,
)

from ._confirmation import Keys, Questions
from ._settings import Settings

Lost = OutcomeUnknown | ServerError | UnexpectedResponse

_MOST: Final = 200

LONGEST_SEND: Final = 30.0
"""Seconds that the end of a server waits for calls that are being sent."""


class LostCall(NamedTuple):
    """A call whose response was lost.

    Attributes:
        error: What it raised.
        project: The project that it acted on; empty for none.
        tool: The tool that made it.
    """

    error: Lost
    project: str
    tool: str


@dataclass
class Job:
    """A job that goes on while nobody waits for it.

    Attributes:
        what: What it does.
        project: The project that it acts on.
        task: It.
        progress: How far it is, of how much, and what that is.
    """

    what: str
    project: str
    task: asyncio.Task[Any]
    progress: tuple[float, float | None, str] = (0, None, "")

    def update(self, step: ProgressUpdate) -> None:
        """Notes how far it is; called by the client."""
        total = float(step.items_total) if step.items_total else None
        self.progress = (float(step.items_done), total, step.job)


class Runtime:
    """What all calls share.

    Args:
        settings: What the server may do.
        fh: The client; it is the caller's to close.
    """

    def __init__(self, settings: Settings, fh: AsyncFlightHub) -> None:
        self.settings = settings
        self.fh = fh
        self.questions = Questions()
        self.keys = Keys()
        self.lost: dict[str, LostCall] = {}
        self.jobs: dict[str, Job] = {}
        self.sending: set[asyncio.Task[Any]] = set()
        self._clients: dict[str, AsyncFlightHub] = {}
        self._ids: dict[str, tuple[str, str]] = {}

    def client(self, project: str) -> AsyncFlightHub:
        """A client that acts on a project.

        Raises:
            InvalidArgument: It is none of the projects that may be acted on.
        """
        if project not in self.settings.projects:
            raise InvalidArgument("project", f"must be one of {', '.join(self.settings.projects)}")
        if project not in self._clients:
            self._clients[project] = self.fh.with_project(project)
        return self._clients[project]

    async def project_ids(self) -> dict[str, tuple[str, str]]:
        """Id and name of each project that may be acted on, by its name in the settings."""
        missing = [each for each in self.settings.projects if each not in self._ids]
        if missing:
            rows = [(each.uuid, each.name or "") for each in await self.fh.projects.list(usage="simple")]
            for wanted in missing:
                found = [row for row in rows if wanted in row]
                if len(found) == 1:
                    self._ids[wanted] = found[0]
        return dict(self._ids)

    def note_lost(self, lost: LostCall) -> str:
        """Remembers a lost response, and gives the id to look into it by."""
        while len(self.lost) >= _MOST:
            del self.lost[next(iter(self.lost))]
        found = f"outcome-{secrets.token_hex(4)}"
        self.lost[found] = lost
        return found

    def start(self, what: str, project: str, work: Any) -> tuple[str, Job]:
        """Starts a job. `work` takes it, and gives what is awaited."""
        if len(self.jobs) >= _MOST:
            self.jobs = {name: job for name, job in self.jobs.items() if not job.task.done()}

        async def run() -> Any:
            return await work(job)

        task = asyncio.get_running_loop().create_task(run())
        job = Job(what, project, task)
        name = f"job-{secrets.token_hex(4)}"
        self.jobs[name] = job
        return name, job

    async def close(self) -> None:
        """Ends the jobs that are under way. What is being sent is waited for, as it cannot be called back."""
        if self.sending:
            await asyncio.wait(self.sending, timeout=LONGEST_SEND)
        tasks = [each.task for each in self.jobs.values() if not each.task.done()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def explain(error: BaseException) -> Mapping[str, Any]:
    """What became of a job that failed."""
    from flighthub_cli.plain import error_facts

    message = str(error) if isinstance(error, FlightHubError) else f"{type(error).__name__} inside the server"
    return {"type": type(error).__name__, "message": message, **error_facts(error)}
