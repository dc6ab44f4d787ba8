"""An incident that was handed to a workflow, once for each key, and the flight task that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from flighthub_api.groups.workflows import TRIGGER
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import NoPublicConstructor, create, exported
from flighthub_runtime.secrets import mask_argument

from ..._core.once_journal import Claim, Damaged, JournalEntry, OnceKey
from ..._core.request_options import Options, options_for_later, options_for_reading, override_options
from ..._flights.launch import Window, is_dock
from ..._workflows.dispatch import (
    Accepted,
    Incident,
    TaskSearch,
    doubt,
    marked,
    refuse_other_use,
    refuse_swapped,
    search_window,
    sole,
)
from ...errors import APIError, FlightHubError, OutcomeUnknown, WaitTimeout
from ..client import AsyncFlightHub
from ..core.concurrency import map_concurrent
from ..core.once import send_once
from ..core.polling import wait_until
from ..devices.readiness import read_state
from ..flights.launch import list_in
from ..flights.task_handle import AsyncFlightTaskHandle

if TYPE_CHECKING:
    from flighthub_api.models import FlightTaskSummary, WorkflowTriggered
else:
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")
    WorkflowTriggered = lazy_type("flighthub_api.models", "WorkflowTriggered")

_POSITIONS_KEPT = 300.0
"""Seconds for which the state of a dock is used again to learn where it stands."""

_POSITION_DEADLINE = 10.0
"""Seconds that learning where docks stand may take. An alarm is not held up by a dock that does not answer."""

_AT_LEAST = 0.001
"""Seconds that a call is given whose time is over, so that it says so itself."""


@exported
class AsyncDispatch(metaclass=NoPublicConstructor):
    """An incident that a workflow has accepted: see `fh.workflows.dispatch`. It reads nothing by itself.

    Attributes:
        name: Name of the incident, and of the flight task that comes of it; with a key it has the key's mark.
        workflow: Id of the workflow.
        key: The key; None where there is none.
        incident_uuid: Id of the incident; None where the server did not tell it.
        sent_at: When the trigger was sent, by this machine's clock.
        was_sent: Whether the call that gave this object sent it. False where that happened before.
        answer: What the server answered; None where the trigger was sent before.

    Example:
        >>> incident = await fh.workflows.dispatch(
        ...     (46.0552, 14.4990),
        ...     workflow="00000000-0000-4000-8000-00000000a001",
        ...     level=4,
        ...     name="Fence alarm",
        ...     key="alarm-4711",
        ... )
        >>> incident.was_sent
        True
    """

    def __init__(
        self,
        client: AsyncFlightHub,
        accepted: Accepted,
        search: TaskSearch,
        *,
        workflow: str,
        key: str | None,
        sent_at: datetime,
        was_sent: bool,
        answer: WorkflowTriggered | None,
        options: RequestOptions | None,
    ) -> None:
        self._client = client
        self._search = search
        self._task = accepted.task
        self._options = options
        self.name = search.name
        self.workflow = workflow
        self.key = key
        self.incident_uuid = accepted.incident
        self.sent_at = sent_at
        self.was_sent = was_sent
        self.answer = answer

    async def find_task(self, *, request_options: RequestOptions | None = None) -> AsyncFlightTaskHandle | None:
        """Look once for the flight task that came of the incident.

        Tasks of all docks of the project are looked at, those that begin after the trigger. Task and incident have the
        same name; with a key it is like no other. Without a key, a task of another workflow does not count where the
        deployment tells the workflow of a task, which V1.0 does not.

        Args:
            request_options: What to set for these calls alone.

        Returns:
            A handle of the task; None while there is none: it may take a moment, or somebody has to confirm the
            incident in the message centre.

        Raises:
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain flight task list", "Get Task Details".

        Example:
            >>> incident = await fh.workflows.dispatch(
            ...     (46.0552, 14.4990), workflow="00000000-0000-4000-8000-00000000a001", level=4, name="Fence alarm"
            ... )
            >>> task = await incident.find_task()
        """
        options = override_options(self._options, mask_argument(request_options))
        if self._task is not None:
            return create(AsyncFlightTaskHandle, self._client, self._task, options=options_for_later(options))
        rows = await list_tasks(self._client, await docks_of(self._client, options), self._search.window, options)
        clock = self._client._server_clock  # pyright: ignore[reportPrivateUsage]
        found = self._search.among(rows, clock.now())
        if self._search.mark is None:
            found = [row for row in found if await self._may_be_of_the_workflow(row, options)]
        task = sole(found)
        if task is None:
            return None
        return create(
            AsyncFlightTaskHandle,
            self._client,
            task.uuid,
            name=task.name,
            sn=task.sn,
            wayline_uuid=task.wayline_uuid,
            options=options_for_later(options),
        )

    async def wait_for_task(
        self,
        *,
        timeout: float | None = 600.0,
        interval: float = 5.0,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncFlightTaskHandle:
        """Wait for the flight task that comes of the incident.

        There may never be one: below its threshold a workflow waits for somebody to confirm the incident in the message
        centre, and that person may dismiss it.

        Args:
            timeout: Seconds to wait; None for as long as it takes.
            interval: Seconds between two looks.
            cancel: Set it, from any thread, to end the wait.
            request_options: What to set for these calls alone.

        Returns:
            A handle of the task: `wait()` for its landing, fetch its `media()`.

        Raises:
            WaitTimeout: None came in time. Waiting changes nothing: one may still come.
            WaitCancelled: `cancel` was set.
            FlightHubError: Reading failed in a way that does not pass.

        Documentation: "Obtain flight task list", "Get Task Details".

        Example:
            >>> incident = await fh.workflows.dispatch(
            ...     (46.0552, 14.4990), workflow="00000000-0000-4000-8000-00000000a001", level=4, name="Fence alarm"
            ... )
            >>> task = await incident.wait_for_task(timeout=120, interval=0.2)
            >>> task = await task.wait("media_uploaded", interval=0.2)
        """
        request_options = mask_argument(request_options)

        async def look() -> AsyncFlightTaskHandle | None:
            return await self.find_task(request_options=request_options)

        try:
            found = await wait_until(
                look,
                _is_there,
                what=f"a flight task of the incident {self.name!r}",
                timeout=timeout,
                interval=interval,
                seen_as=_is_there,
                cancel=cancel,
            )
        except WaitTimeout as over:
            text = f"{over}. Somebody may have to confirm the incident in the message centre of FlightHub 2."
            raise WaitTimeout(text, last=over.last, waited=over.waited) from over.__cause__
        return cast(AsyncFlightTaskHandle, found)

    async def _may_be_of_the_workflow(self, row: FlightTaskSummary, options: RequestOptions | None) -> bool:
        """Whether a task of the incident's name is of the incident's workflow, as far as the deployment tells."""
        try:
            detail = await self._client.flight_tasks.get_detail(task_uuid=row.uuid, request_options=options)
        except APIError:
            return True
        named = {piece.workflow_uuid for piece in detail.flight_pieces if piece.workflow_uuid}
        return not named or self.workflow in named

    def __repr__(self) -> str:
        known = "sent now" if self.was_sent else "sent before"
        return f"<{type(self).__name__} {self.name!r}, {known}>"


def _is_there(found: object) -> bool:
    return found is not None


async def dispatch(
    client: AsyncFlightHub,
    incident: Incident,
    key: OnceKey | None,
    entry: JournalEntry | None,
    options: RequestOptions | None,
    reading: RequestOptions | None,
) -> AsyncDispatch:
    """Hands an incident to its workflow, unless that has been done under its key.

    Args:
        client: Who sends.
        incident: The incident.
        key: Its key, if it has one.
        entry: The place of the key in the journal.
        options: What to set for the trigger.
        reading: What to set for the calls that read.
    """
    call = _DispatchOnce(client, incident, key, entry, options, reading)
    clock = client._server_clock  # pyright: ignore[reportPrivateUsage]
    if entry is None:
        await call.prepare()
        accepted, was_sent = Accepted.read(await call.send()), True
    else:
        patience = Options(reading, client.configuration, None).deadline
        once = await send_once(call, entry, clock, patience)
        accepted, was_sent = Accepted.read(once.id), once.was_sent
    claim = None if was_sent else call.claim
    sent_at = call.sent_at if claim is None else claim.claimed_at
    server_time = clock.at(call.sent_at) if claim is None else claim.server_time
    name = call.arguments["name"] if claim is None else str(claim.arguments.get("name") or call.arguments["name"])
    return create(
        AsyncDispatch,
        client,
        accepted,
        TaskSearch(name, None if key is None else key.mark, sent_at, server_time),
        workflow=incident.workflow,
        key=None if key is None else key.key,
        sent_at=sent_at,
        was_sent=was_sent,
        answer=call.answer,
        options=options_for_later(options),
    )


class _DispatchOnce:
    """A trigger, as `send_once` wants it."""

    def __init__(
        self,
        client: AsyncFlightHub,
        incident: Incident,
        key: OnceKey | None,
        entry: JournalEntry | None,
        options: RequestOptions | None,
        reading: RequestOptions | None,
    ) -> None:
        self._client = client
        self._incident = incident
        self._key = key
        self._entry = entry
        self._options = options
        self._reading = reading
        self._told = incident.arguments(key)
        # What cannot be right is refused before a key is claimed.
        TRIGGER.request(self._told)
        self.claim: Claim | None = None
        self.answer: WorkflowTriggered | None = None
        self.sent_at = datetime.now(UTC)
        self._docks: list[str] | None = None

    @property
    def arguments(self) -> Mapping[str, Any]:
        return self._told

    def refuse_other_use(self, claim: Claim) -> None:
        self.claim = claim
        if self._key is not None:
            refuse_other_use(self._key, claim, self._told)

    async def find(self, claim: Claim | None) -> str | None:
        if self._key is None:
            return None

        def window(server_now: datetime | None) -> Window:
            return search_window(claim, server_now)

        self._docks = await docks_of(self._client, self._reading)
        found = sole(marked(await list_tasks(self._client, self._docks, window, self._reading), self._key.mark))
        return None if found is None else Accepted(task=found.uuid).text

    async def prepare(self) -> None:
        """Refuses a place that looks swapped, as far as it can be learned where the docks stand."""
        if abs(self._incident.point.longitude) > 90:
            return
        if self._docks is None:
            try:
                self._docks = await docks_of(self._client, self._reading)
            except FlightHubError:
                return
        refuse_swapped(self._incident.point, await _positions_of(self._client, self._docks, self._reading))

    async def send(self) -> str:
        self.sent_at = datetime.now(UTC)
        came = await self._client.call_raw(TRIGGER, self._told, self._options)
        self.answer = came.result
        # None where the answer has no data, which is no failure: the code alone says that it was accepted.
        return Accepted(incident=getattr(came.result, "incident_uuid", None) or None).text

    def doubt(self, known: Claim | Damaged | None) -> OutcomeUnknown:
        key, entry = cast("OnceKey", self._key), cast("JournalEntry", self._entry)
        return doubt(key, known, Path(entry.file), self._told)


async def docks_of(client: AsyncFlightHub, options: RequestOptions | None) -> list[str]:
    """Serial numbers of the docks of the project."""
    pairs = await client.devices.list(request_options=options)
    gateways = [pair.gateway for pair in pairs if pair.gateway is not None]
    return list(dict.fromkeys(each.sn for each in gateways if each.sn and is_dock(each)))


async def list_tasks(
    client: AsyncFlightHub,
    docks: Sequence[str],
    window: Callable[[datetime | None], Window],
    options: RequestOptions | None,
) -> list[FlightTaskSummary]:
    """The tasks of many docks in a window, each once."""

    async def listed(sn: str) -> Sequence[FlightTaskSummary]:
        return await list_in(client, sn, window, options)

    outcomes = await map_concurrent(listed, docks, client.configuration.max_concurrency)
    return list({row.uuid: row for outcome in outcomes for row in outcome.result()}.values())


async def _positions_of(
    client: AsyncFlightHub, docks: Sequence[str], options: RequestOptions | None
) -> list[tuple[float, float]]:
    """Where docks stand; those of which that cannot be learned in good time are left out."""
    end = monotonic() + _POSITION_DEADLINE

    def quickly() -> RequestOptions | None:
        left = max(end - monotonic(), _AT_LEAST)
        quick: RequestOptions = {"cache": _POSITIONS_KEPT, "deadline": left, "retry": False}
        return override_options(options_for_reading(options), quick)

    async def position(sn: str) -> tuple[float, float] | None:
        state = await read_state(client, sn, quickly())
        found = None if isinstance(state, FlightHubError) else state.position
        return None if found is None else (found.latitude, found.longitude)

    outcomes = await map_concurrent(position, docks, client.configuration.max_concurrency)
    return [found for found in (outcome.result() for outcome in outcomes) if found is not None]
