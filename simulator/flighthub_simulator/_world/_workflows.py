"""Workflows: an incident comes in, and an aircraft flies there, by itself or when a person confirms it.

No page describes what happens between the trigger and the flight. I: all of it here but these: below the threshold of
the workflow, or where it does not dispatch by itself, an incident waits in the message centre for a person (observed);
the task carries the name of the incident (documented) and the id of the workflow (documented for the task's detail).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from flighthub_api.enums import (
    FlightTaskType,
    OutOfControlAction,
    ResumableStatus,
    RthMode,
    WaylinePrecisionType,
)

from ._flight_tasks import LEAST_BATTERY, FlightTask
from ._flights import DRAIN, RETURN_AT, RETURN_SPEED
from ._refusal import Refused
from ._routes import Action, ActionGroup, Route, Waypoint
from ._things import Pair, Place, Project
from ._waylines import Wayline
from ._weather import weather

if TYPE_CHECKING:
    from ._world import World

NOT_OF_PROJECT = 245008

PROCESSING = 1.0
"""Seconds from the trigger until the workflow has decided; the answer says only that it was accepted."""

THRESHOLD = 3
"""D: the level from which a workflow dispatches by itself, where it does not say."""

ALTITUDE = 60.0
"""Metres above the take-off point."""

WATCHING = 60
"""Seconds over the place of the incident."""


class IncidentStatus(StrEnum):
    """What became of an incident."""

    PROCESSING = "processing"
    WAITING = "waiting"
    DISPATCHED = "dispatched"
    DISMISSED = "dismissed"


@dataclass(frozen=True)
class Workflow:
    """A workflow of a project.

    Attributes:
        enabled: Whether it is switched on.
        automatic: Whether it dispatches by itself, from its threshold on.
        threshold: The level from which it does.
        dock: Serial number of the dock that flies; empty for the nearest that can.
        confirm_after: Seconds after which a person confirms an incident that waits; None for never.
    """

    uuid: str
    project: Project
    name: str
    enabled: bool = True
    automatic: bool = False
    threshold: int = THRESHOLD
    dock: str = ""
    confirm_after: float | None = None


@dataclass
class Incident:
    """Something that has happened somewhere, as it stands in the message centre.

    Attributes:
        told: What the trigger said of it: `level`, `desc` and perhaps `creator`.
        status: What became of it.
        reason: Why it waits, for people to read.
        task: The task that came of it.
    """

    uuid: str
    workflow: Workflow
    name: str
    place: Place
    told: Mapping[str, Any]
    created: datetime
    status: IncidentStatus = IncidentStatus.PROCESSING
    reason: str = ""
    task: FlightTask | None = None

    @property
    def level(self) -> int:
        """How bad it is, 1 to 5."""
        return int(self.told["level"])


class Workflows:
    """All workflows, and the message centre with their incidents. No operation lists either."""

    def __init__(self, world: World, scenario: Mapping[str, Any]) -> None:
        self._world = world
        self.all: dict[str, Workflow] = {}
        self.incidents: list[Incident] = []
        for project, given in zip(world.projects.values(), scenario["projects"], strict=True):
            for told in given.get("workflows", ()):
                uuid = told.get("uuid") or world.uuid("workflow")
                settings: dict[str, Any] = {name: value for name, value in told.items() if name != "uuid"}
                self.all[uuid] = Workflow(uuid, project, **settings)

    def trigger(self, project: Project, uuid: str, name: str, told: Mapping[str, Any]) -> Incident:
        """Opens an incident. Doing it twice opens two, and may send two aircraft."""
        workflow = self.all.get(uuid)
        if workflow is None or workflow.project is not project or not workflow.enabled:
            # D: that it is not of the project. I: that one which is switched off is answered likewise.
            raise Refused(NOT_OF_PROJECT, "the workflow does not exist in the project")
        place = Place(float(told["latitude"]), float(told["longitude"]))
        made = Incident(self._world.uuid("incident"), workflow, name, place, told, self._world.now)
        self.incidents.append(made)
        self._world.after(PROCESSING, lambda: self._process(made))
        return made

    def waiting(self, incident: str = "") -> Incident:
        """The oldest incident that waits for a person: with an id or a name, or of all.

        Raises:
            ValueError: None of them waits.
        """
        for each in self.incidents:
            if each.status is IncidentStatus.WAITING and incident in ("", each.uuid, each.name):
                return each
        raise ValueError(f"no incident {incident!r} waits" if incident else "no incident waits")

    def confirm(self, incident: Incident) -> None:
        """A person confirms an incident: an aircraft flies there.

        Raises:
            ValueError: No aircraft can, so it goes on waiting.
        """
        if not self._dispatch(incident):
            raise ValueError(incident.reason)

    def dismiss(self, incident: Incident) -> None:
        """A person decides that nothing is to fly."""
        incident.status, incident.reason = IncidentStatus.DISMISSED, ""

    def of_task(self, task: FlightTask) -> str:
        """The id of the workflow that a task came of; empty when none."""
        line = (task, *task.parents)
        found = (each.workflow.uuid for each in self.incidents if any(each.task is one for one in line))
        return next(found, "")

    def _process(self, incident: Incident) -> None:
        workflow = incident.workflow
        if not workflow.automatic:
            self._wait(incident, "the workflow waits for a person to confirm")
        elif incident.level < workflow.threshold:
            self._wait(incident, f"level {incident.level} is below the threshold {workflow.threshold}")
        elif not self._dispatch(incident):
            self._wait(incident, incident.reason)

    def _wait(self, incident: Incident, reason: str) -> None:
        incident.status, incident.reason = IncidentStatus.WAITING, reason
        if incident.workflow.confirm_after is not None:
            self._world.after(incident.workflow.confirm_after, lambda: self._confirmed(incident))

    def _confirmed(self, incident: Incident) -> None:
        if incident.status is IncidentStatus.WAITING:
            self._dispatch(incident)

    def _dispatch(self, incident: Incident) -> bool:
        """Sends the nearest aircraft that can fly there; false where there is none."""
        workflow, world = incident.workflow, self._world
        docks = [
            pair
            for pair in world.fleet.of_project(workflow.project)
            if pair.is_dock and workflow.dock in ("", pair.gateway.sn) and self._can_fly(pair, incident.place)
        ]
        if not docks:
            incident.reason = "no aircraft can fly there now"
            return False
        pair = min(docks, key=lambda each: each.home.distance(incident.place))
        told = {
            "name": incident.name,
            "sn": pair.gateway.sn,
            "wayline_uuid": "",
            "time_zone": "UTC",
            "rth_altitude": int(ALTITUDE) + 20,
            "rth_mode": RthMode.OPTIMAL.value,
            "wayline_precision_type": WaylinePrecisionType.GPS.value,
            "out_of_control_action_in_flight": OutOfControlAction.RETURN_HOME.value,
            "resumable_status": ResumableStatus.MANUAL.value,
            "task_type": FlightTaskType.IMMEDIATE.value,
        }
        incident.task = world.flight_tasks.dispatch(pair, self._route(pair, incident), told)
        incident.status, incident.reason = IncidentStatus.DISPATCHED, ""
        return True

    def _can_fly(self, pair: Pair, place: Place) -> bool:
        world, drone = self._world, pair.drone
        if drone is None or not (pair.gateway.online and drone.online and pair.linked):
            return False
        if world.flight_tasks.is_busy(pair):
            return False
        if weather(world, pair.project, world.now).stops_flights is not None:
            return False
        battery, metres = world.fleet.moment(pair).battery, pair.home.distance(place)
        seconds = metres / Route((), "").transitional_speed + metres / RETURN_SPEED + WATCHING + 60
        return battery >= LEAST_BATTERY and seconds <= (battery - RETURN_AT) / DRAIN

    def _route(self, pair: Pair, incident: Incident) -> Wayline:
        """To the place and over it for a while, with a picture; no file, and in no list."""
        place, model = incident.place, "" if pair.drone is None else pair.drone.key
        actions = (Action("takePhoto", {}), Action("hover", {"hoverTime": str(WATCHING)}))
        group = ActionGroup(0, 0, "reachPoint", 0.0, actions)
        point = Waypoint(place.latitude, place.longitude, ALTITUDE, groups=(group,))
        route = Route((point,), model, stored=("wide",))
        return Wayline("", pair.project, incident.name, "", 0, self._world.now, route)
