"""Workflows of a project: the generated operation, and dispatching at most once per key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from flighthub_api.groups.workflows import TRIGGER, AsyncWorkflows
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import mask_argument

from ..._core.once_journal import forget
from ..._core.request_options import options_for_reading
from ..._devices.places import parse_point
from ..._workflows.dispatch import CREATOR, Incident
from ...errors import InvalidArgument
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread, run_shielded
from ..core.once import entry_of, key_of
from .dispatch import AsyncDispatch, dispatch

if TYPE_CHECKING:
    from ..._devices.places import PointLike
else:
    PointLike = lazy_type("..._devices.places", "PointLike", __package__)


class WorkflowsGroup(AsyncWorkflows):
    """Workflows of a project, which turn an incident into a flight."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    async def dispatch(
        self,
        point: PointLike,
        *,
        workflow: str | UUID,
        level: int,
        name: str,
        desc: str | None = None,
        creator: str | None = CREATOR,
        key: str | None = None,
        state: Path | str | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncDispatch:
        """Hand an incident at a place to a workflow of the project, which may send an aircraft there.

        Accepted is not flown. A workflow that dispatches by itself has an aircraft take off without anybody confirming
        it; otherwise, and below the workflow's threshold, a person has to confirm the incident in the message centre of
        FlightHub 2 first. No operation lists, confirms or cancels incidents. The trigger is never repeated, by no
        retry: a second one opens a second incident, and may send a second aircraft.

        Args:
            point: Where to go, in degrees of WGS-84, in China too: `(latitude, longitude)`; an object or a mapping with
                `latitude` and `longitude`; a GeoJSON Point, or anything whose `__geo_interface__` is one. Refused are
                0, 0, longitudes that count from 0 to 360, and a place that is more than 100 km from every dock of the
                project but near one with latitude and longitude swapped (inferred limits); where docks stand is read
                from their states, within ten seconds.
            workflow: Id of the workflow, which its editor shows. It must be switched on and belong to the project.
            level: How serious it is, 1 to 5, where 5 is the worst. The workflow compares it with its threshold, which
                is 3 unless changed.
            name: Name of the incident, which the flight task gets as well.
            desc: Text about it; the name when not given.
            creator: Who or what raised it, for those who read it; None leaves it out. Whether the server insists on it
                is not settled.
            key: What the incident is, such as the id of an alarm: 1 to 200 characters. For each key of a project the
                trigger is sent at most once, ever, whatever crashes, and however many processes dispatch it: a later
                dispatch gives what is known of the first. The name gets the beginning of the key and 16 hexadecimal
                digits. See "From an alarm to a flight".
            state: Folder of the journal of keys; one in the user's own state folder when not given. All who dispatch by
                the same keys must share it.
            request_options: What to set for these calls alone. Members that it adds go into the trigger only.

        Returns:
            The incident: `was_sent` tells whether it was sent now; `find_task()` and `wait_for_task()` give the flight
            task that comes of it.

        Raises:
            InvalidArgument: The place, the level, a text or the key cannot be right, or the key was used for another
                workflow, place or level; nothing was sent.
            OutcomeUnknown: The response was lost, and an aircraft may be on its way. With a key: or an earlier dispatch
                may have been sent, and no flight task tells of it; nothing was sent now.
            InvalidRequest: The project has no such workflow, or it is switched off (245008).
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Triggered workflow (user manual)".

        Example:
            >>> incident = await fh.workflows.dispatch(
            ...     (46.0552, 14.4990),
            ...     workflow="00000000-0000-4000-8000-00000000a001",
            ...     level=4,
            ...     name="Fence alarm, north gate",
            ...     key="alarm-4712",
            ... )
            >>> incident.key, incident.was_sent
            ('alarm-4712', True)
        """
        request_options = mask_argument(request_options)
        incident = Incident.of(workflow, name, parse_point(point, "point"), level, desc, creator)
        reading = options_for_reading(request_options)
        if key is None and state is not None:
            raise InvalidArgument("state", "is where keys are kept: give a key as well")
        once = None if key is None else await key_of(self._client, TRIGGER.operation, key, reading)
        entry = None if once is None else entry_of(once, state)
        return await dispatch(self._client, incident, once, entry, request_options, reading)

    async def forget_dispatch(
        self, key: str, *, state: Path | str | None = None, request_options: RequestOptions | None = None
    ) -> None:
        """Free a key of `dispatch` of which nobody knows whether its trigger was sent. Sends nothing.

        For a key for which `dispatch` goes on raising `OutcomeUnknown`. Look first: it may be sent again after this, so
        the message centre must have no such incident, and the list of tasks no such flight.

        Args:
            key: The key.
            state: Folder of the journal, as `dispatch` was given it.
            request_options: Its project is the one that the key belongs to.

        Raises:
            InvalidArgument: The trigger was accepted under the key, or another process is about to send it; the key is
                not freed.

        Documentation: none, as it calls no operation.

        Example:
            >>> await fh.workflows.forget_dispatch("alarm-4713")
        """
        request_options = options_for_reading(mask_argument(request_options))
        entry = entry_of(await key_of(self._client, TRIGGER.operation, key, request_options), state)
        await run_shielded(in_thread(forget, entry))
