"""Workflows of a project, which turn an incident into a flight.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Constant, Limits, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.secrets import mask_argument

from ..operations.workflows import OPERATIONS

if TYPE_CHECKING:
    from ..models import WorkflowIncident, WorkflowTriggered
else:
    WorkflowIncident = lazy_type("..models", "WorkflowIncident", __package__)
    WorkflowTriggered = lazy_type("..models", "WorkflowTriggered", __package__)

TRIGGER: Call[WorkflowTriggered] = Call(
    OPERATIONS["triggerWorkflow"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("workflow_uuid", String(Limits(min_length=1), id=True), required=True),
        Member("trigger_type", Constant(0), required=True),
        Member("name", String(Limits(min_length=1)), required=True),
        Member("params", ObjectOf("WorkflowIncident", __package__), required=True),
    ),
    answer=ObjectOf("WorkflowTriggered", __package__),
)


class Workflows(Group):
    """Workflows of a project, which turn an incident into a flight."""

    def trigger(
        self,
        *,
        workflow_uuid: str,
        name: str,
        params: WorkflowIncident | Mapping[str, Any],
        trigger_type: Literal[0] | None = None,
        request_options: RequestOptions | None = None,
    ) -> WorkflowTriggered:
        """Trigger a workflow of the project.

        Opens an incident in the project, and the workflow decides what follows. When it dispatches by itself an
        aircraft takes off without anybody confirming it; otherwise somebody must confirm the incident in the message
        centre before anything flies. The workflow must be switched on and belong to the project, or 245008 follows. A
        second call opens a second incident and may send a second aircraft. No operation lists or cancels workflows or
        incidents.

        Args:
            workflow_uuid: The workflow, by the id that its editor in the project shows. (at least 1 characters)
            name: Name of the incident. The message centre shows it, and the flight task that follows is called so. How
                long it may be is not known. (at least 1 characters)
            params: The incident itself.
            trigger_type: Who triggers: 0 stands for a system outside FlightHub 2, and no other value is known.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            WorkflowTriggered: The incident was accepted and is being processed; nothing else is promised.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. An aircraft may be on its
                way: see whether the message centre of FlightHub 2 has the incident, and call fh.flight_tasks.list(sn=…,
                begin_at=…, end_at=…) for the docks of the project, with a window from the call on, to find a task of
                the incident's name; fh.flight_tasks.get_detail(task_uuid=…) names the workflow behind a task. Trigger
                it again only when neither is there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 user manual, not part of V1.0. Documentation: "Triggered workflow (user manual)" (user manual,
        2026-09-28; documented). Effect: dangerous. Repeating: never.

        Example:
            >>> answer = fh.workflows.trigger(
            ...     workflow_uuid="00000000-0000-4000-8000-00000000a001",
            ...     name="Fence alarm, north gate",
            ...     params={"creator": "gate-controller", "latitude": 48.100001, "longitude": 11.500001, "level": 3, "desc": "Cable 7 cut"},
            ...     trigger_type=0,
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            TRIGGER,
            {
                "workflow_uuid": workflow_uuid,
                "name": name,
                "params": params,
                "trigger_type": trigger_type,
            },
            request_options,
        )


class RawWorkflows(RawGroup):
    """As `Workflows`; each method returns the whole response: HTTP status, headers, body and answer."""

    trigger = _raw.call(Workflows.trigger)


class AsyncWorkflows(AsyncGroup):
    """Workflows of a project, which turn an incident into a flight."""

    async def trigger(
        self,
        *,
        workflow_uuid: str,
        name: str,
        params: WorkflowIncident | Mapping[str, Any],
        trigger_type: Literal[0] | None = None,
        request_options: RequestOptions | None = None,
    ) -> WorkflowTriggered:
        """Trigger a workflow of the project.

        Opens an incident in the project, and the workflow decides what follows. When it dispatches by itself an
        aircraft takes off without anybody confirming it; otherwise somebody must confirm the incident in the message
        centre before anything flies. The workflow must be switched on and belong to the project, or 245008 follows. A
        second call opens a second incident and may send a second aircraft. No operation lists or cancels workflows or
        incidents.

        Args:
            workflow_uuid: The workflow, by the id that its editor in the project shows. (at least 1 characters)
            name: Name of the incident. The message centre shows it, and the flight task that follows is called so. How
                long it may be is not known. (at least 1 characters)
            params: The incident itself.
            trigger_type: Who triggers: 0 stands for a system outside FlightHub 2, and no other value is known.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            WorkflowTriggered: The incident was accepted and is being processed; nothing else is promised.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. An aircraft may be on its
                way: see whether the message centre of FlightHub 2 has the incident, and call fh.flight_tasks.list(sn=…,
                begin_at=…, end_at=…) for the docks of the project, with a window from the call on, to find a task of
                the incident's name; fh.flight_tasks.get_detail(task_uuid=…) names the workflow behind a task. Trigger
                it again only when neither is there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 user manual, not part of V1.0. Documentation: "Triggered workflow (user manual)" (user manual,
        2026-09-28; documented). Effect: dangerous. Repeating: never.

        Example:
            >>> answer = await fh.workflows.trigger(
            ...     workflow_uuid="00000000-0000-4000-8000-00000000a001",
            ...     name="Fence alarm, north gate",
            ...     params={"creator": "gate-controller", "latitude": 48.100001, "longitude": 11.500001, "level": 3, "desc": "Cable 7 cut"},
            ...     trigger_type=0,
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            TRIGGER,
            {
                "workflow_uuid": workflow_uuid,
                "name": name,
                "params": params,
                "trigger_type": trigger_type,
            },
            request_options,
        )


class AsyncRawWorkflows(AsyncRawGroup):
    """As `AsyncWorkflows`; each method returns the whole response: HTTP status, headers, body and answer."""

    trigger = _raw.async_call(AsyncWorkflows.trigger)
