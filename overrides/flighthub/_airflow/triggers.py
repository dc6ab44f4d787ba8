"""What a triggerer waits for. All triggers of one process share a poller for each connection and project."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any, Literal

from airflow.triggers.base import BaseTrigger, TriggerEvent

from .._async.client import AsyncFlightHub
from .._async.reconstruction.jobs import has_ended
from .._flights.outcome import RESUME_TIMEOUT, SETTLE, Ending, Upload
from ..errors import FlightHubError
from .hook import FlightHubHook
from .provider import DEFAULT_CONNECTION
from .watcher import IsFinal, Subject, shared_watcher

INTERVAL = 15.0
"""Seconds between two looks."""


class _SharedTrigger(BaseTrigger):
    """A trigger that waits by the poller that all of its process share."""

    def __init__(self, flighthub_conn_id: str, project: str | None, interval: float) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyright: ignore[reportUnknownMemberType]
        self.flighthub_conn_id = flighthub_conn_id
        self.project = project
        self.interval = interval

    async def _wait(self, subject: Subject, make_test: Callable[[AsyncFlightHub], IsFinal], what: str) -> Any:
        hook = FlightHubHook(self.flighthub_conn_id, self.project)
        watcher = shared_watcher(self.flighthub_conn_id, self.project, hook.get_async_conn)
        return await watcher.wait(subject, make_test, what=what, interval=self.interval)


class FlightTaskTrigger(_SharedTrigger):
    """Fires when a flight has ended, well or not, or when its media are in the cloud, too.

    The event has the id of the task; `error` beside it says that it could not be waited for.

    Args:
        task_uuid: Id of the flight task.
        flighthub_conn_id: Id of the connection.
        project: The project that it is in; the connection's own when not given.
        until: `landed`, or `media_uploaded`.
        interval: Seconds between two looks.
        media_timeout: Seconds after the end for which a count of no expected files is not believed.
        resume_timeout: Seconds after the end for which a flight that is resumed automatically may go on.
    """

    __module__ = "flighthub.airflow"

    def __init__(
        self,
        task_uuid: str,
        flighthub_conn_id: str = DEFAULT_CONNECTION,
        project: str | None = None,
        until: Literal["landed", "media_uploaded"] = "landed",
        interval: float = INTERVAL,
        media_timeout: float = SETTLE,
        resume_timeout: float = RESUME_TIMEOUT,
    ) -> None:
        super().__init__(flighthub_conn_id, project, interval)
        self.task_uuid = task_uuid
        self.until: Literal["landed", "media_uploaded"] = until
        self.media_timeout = media_timeout
        self.resume_timeout = resume_timeout

    def serialize(self) -> tuple[str, dict[str, Any]]:
        """What makes the trigger again in a triggerer; no key is in it."""
        return f"flighthub.airflow.{type(self).__name__}", {
            "task_uuid": self.task_uuid,
            "flighthub_conn_id": self.flighthub_conn_id,
            "project": self.project,
            "until": self.until,
            "interval": self.interval,
            "media_timeout": self.media_timeout,
            "resume_timeout": self.resume_timeout,
        }

    async def run(self) -> AsyncIterator[TriggerEvent]:
        """Wait, and fire once."""

        def make_test(fh: AsyncFlightHub) -> IsFinal:
            ending = Ending(self.resume_timeout, fh._server_clock.now)  # pyright: ignore[reportPrivateUsage]
            upload = Upload(self.media_timeout) if self.until == "media_uploaded" else None
            return lambda task: ending.is_final(task) and (upload is None or upload.is_complete(task))

        event: dict[str, Any] = {"task_uuid": self.task_uuid}
        try:
            await self._wait(Subject("flight_task", self.task_uuid), make_test, f"flight task {self.task_uuid}")
        except FlightHubError as error:
            event["error"] = f"{type(error).__name__}: {error}"
        yield TriggerEvent(event)  # type: ignore[no-untyped-call]


class ModelTrigger(_SharedTrigger):
    """Fires when models have ended, well or not.

    A model on the map of a project has no state: it counts as ended once it can be downloaded. The event has the ids;
    `error` beside them says that they could not be waited for.

    Args:
        model_ids: Ids: whole numbers for models on the map of the project, texts for models of open modeling.
        flighthub_conn_id: Id of the connection.
        project: The project that they are in; the connection's own when not given.
        interval: Seconds between two looks.
        details: What the event hands on besides, as JSON.
    """

    __module__ = "flighthub.airflow"

    def __init__(
        self,
        model_ids: Sequence[int | str],
        flighthub_conn_id: str = DEFAULT_CONNECTION,
        project: str | None = None,
        interval: float = INTERVAL,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(flighthub_conn_id, project, interval)
        self.model_ids = list(model_ids)
        self.details = None if details is None else dict(details)

    def serialize(self) -> tuple[str, dict[str, Any]]:
        """What makes the trigger again in a triggerer; no key is in it."""
        return f"flighthub.airflow.{type(self).__name__}", {
            "model_ids": self.model_ids,
            "flighthub_conn_id": self.flighthub_conn_id,
            "project": self.project,
            "interval": self.interval,
            "details": self.details,
        }

    async def run(self) -> AsyncIterator[TriggerEvent]:
        """Wait, and fire once."""
        event: dict[str, Any] = {"model_ids": self.model_ids, "details": self.details}
        try:
            async with asyncio.TaskGroup() as group:
                for each in self.model_ids:
                    group.create_task(self._wait_for(each))
        except* FlightHubError as errors:
            event["error"] = "; ".join(f"{type(each).__name__}: {each}" for each in errors.exceptions)
        yield TriggerEvent(event)  # type: ignore[no-untyped-call]

    async def _wait_for(self, model: int | str) -> None:
        if isinstance(model, int):
            subject, is_final = Subject("model", str(model)), _is_ready
        else:
            subject, is_final = Subject("open_model", model), has_ended
        await self._wait(subject, lambda _: is_final, f"model {model}")


def _is_ready(model: Any) -> bool:
    return model is not None and bool(model.url)
