"""The sensor: the state of a flight task."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal, NoReturn

from airflow.sdk import BaseSensorOperator, Context

from .._flights.outcome import RESUME_TIMEOUT, SETTLE, Ending, Upload
from ..errors import FlightTaskFailed
from .ended import check_event, raise_failure
from .hook import FlightHubHook
from .provider import DEFAULT_CONNECTION
from .triggers import FlightTaskTrigger
from .versions import AirflowSkipException


class FlightTaskSensor(BaseSensorOperator):
    """Wait until a flight that somebody else has launched has ended well, or until its media are in the cloud, too.

    Args:
        task_uuid: Id of the flight task.
        until: `landed`, or `media_uploaded`.
        flighthub_conn_id: Id of the connection.
        project: Id or name of the project; the connection's own when not given.
        deferrable: Whether to wait in the triggerer. If not, `mode` says how the worker waits.
        media_timeout: Seconds after the end for which a count of no expected files is not believed.
        resume_timeout: Seconds after the end for which a flight that is resumed automatically may go on.
        arguments: What every sensor takes, such as `poke_interval`, `timeout` and `soft_fail`.

    Example:
        >>> from flighthub.airflow import FlightTaskSensor
        >>> landed = FlightTaskSensor(
        ...     task_id="landed", task_uuid="8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10", poke_interval=15
        ... )
    """

    __module__ = "flighthub.airflow"
    template_fields = ("task_uuid", "flighthub_conn_id", "project")
    ui_color = "#dcebf7"

    def __init__(
        self,
        *,
        task_uuid: str,
        until: Literal["landed", "media_uploaded"] = "landed",
        flighthub_conn_id: str = DEFAULT_CONNECTION,
        project: str | None = None,
        deferrable: bool = True,
        media_timeout: float = SETTLE,
        resume_timeout: float = RESUME_TIMEOUT,
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)  # pyright: ignore[reportUnknownMemberType]
        self.task_uuid = task_uuid
        self.until: Literal["landed", "media_uploaded"] = until
        self.flighthub_conn_id = flighthub_conn_id
        self.project = project
        self.deferrable = deferrable
        self.media_timeout = media_timeout
        self.resume_timeout = resume_timeout

    def execute(self, context: Context) -> Any:
        """Wait in the triggerer, or look again and again."""
        if not self.deferrable:
            return super().execute(context)
        try:
            if self.poke(context):
                return None
        except FlightTaskFailed as failed:
            self._fail(failed)
        self.defer(
            trigger=FlightTaskTrigger(
                self.task_uuid,
                self.flighthub_conn_id,
                self.project,
                self.until,
                self.poke_interval,
                self.media_timeout,
                self.resume_timeout,
            ),
            method_name="execute_complete",
            timeout=timedelta(seconds=self.timeout),
        )

    def execute_complete(self, context: Context, event: dict[str, Any]) -> None:
        """Take up what the trigger has waited for: raises where the flight has failed."""
        check_event(event)
        try:
            with FlightHubHook(self.flighthub_conn_id, self.project).get_conn() as fh:
                raise_failure(fh, self.task_uuid)
        except FlightTaskFailed as failed:
            self._fail(failed)

    def poke(self, context: Context) -> bool:
        """Look once."""
        with FlightHubHook(self.flighthub_conn_id, self.project).get_conn() as fh:
            task = fh.flight_tasks.get(self.task_uuid)
            now = fh._server_clock.now  # pyright: ignore[reportPrivateUsage]
            if not Ending(self.resume_timeout, now).is_final(task):
                return False
            # Each look is one of its own, so the end that the task has tells how long ago it was.
            ended_at, server_now = task.end_at, now()
            is_settled = (
                ended_at is not None
                and server_now is not None
                and server_now - ended_at >= timedelta(seconds=self.media_timeout)
            )
            upload = Upload(0 if is_settled else self.media_timeout)
            if self.until == "media_uploaded" and not upload.is_complete(task):
                return False
            raise_failure(fh, self.task_uuid)
        return True

    def _fail(self, failed: FlightTaskFailed) -> NoReturn:
        if self.soft_fail:
            raise AirflowSkipException(str(failed)) from failed
        raise failed
