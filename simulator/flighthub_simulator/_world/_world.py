"""The world: its parts, its time, and chance that is the same every time."""

from __future__ import annotations

import random
import threading
from collections import Counter, deque
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from .._clock import Clock
from ._annotations import Annotations
from ._areas import FlightAreas
from ._commands import Commands
from ._detections import Detections
from ._events import happen, plan
from ._fleet import Fleet
from ._flight_tasks import FlightTasks
from ._open_models import OpenModels
from ._payloads import Payloads
from ._project_models import ProjectModels
from ._refusal import Refused
from ._scenario import people, projects_of
from ._streams import Streams
from ._things import Member, Project
from ._timeline import Timeline
from ._waylines import Waylines
from ._weather import Imposed
from ._workflows import Workflows

if TYPE_CHECKING:
    from .._store import Store

AGE = timedelta(days=400)
"""How old the organization is when a world begins."""


class World:
    """All that a simulator knows.

    Args:
        scenario: What it starts with, in the form of `scenario.yaml`.
        seed: Decides everything that chance decides.
        clock: Its time.
        store: Where its files are.
        lock: Held while it changes; one of its own when not given.

    Attributes:
        projects: All projects, by their ids.
        fleet: Docks, remote controllers, aircraft and what they report.
        waylines: Routes and their files.
        flight_tasks: Tasks, flights, tracks and media.
        payloads: Cameras and who controls them.
        streams: Livestreams and stream forwarders.
        annotations: What was put on the map.
        flight_areas: Where aircraft may fly.
        commands: What became of commands.
        detections: What algorithms found.
        workflows: Workflows, and the message centre with their incidents.
        project_models: Models made of the media of a task.
        open_models: Uploaded pictures and the models made of them.
        organization: `uuid` and `name` of the organization.
        founded: When it was made.
        imposed_weather: What events say of the weather, by the ids of projects; later ones go before earlier ones.
        requests: The last requests, newest last, for people to look at.
        listener: Whom the world tells what the real server would send to a webhook, by kind and data; None for nobody.
    """

    def __init__(
        self,
        scenario: Mapping[str, Any],
        *,
        seed: int,
        clock: Clock,
        store: Store,
        lock: AbstractContextManager[object] | None = None,
    ) -> None:
        self.lock = lock or threading.RLock()
        self.seed = seed
        self.clock = clock
        self.store = store
        self._counts: Counter[str] = Counter()
        self.timeline = Timeline(clock.now())
        made_up = {"uuid": self.uuid("organization"), "name": "Example Aerial Works"}
        self.organization: Mapping[str, str] = {**made_up, **scenario.get("organization", {})}
        self.founded = clock.now().replace(microsecond=0) - AGE
        self.owner, self.colleagues = people(scenario)
        self.forms: str = scenario.get("forms", "words")
        self.provider: str = scenario.get("provider", "minio")
        self.imposed_weather: dict[str, list[Imposed]] = {}
        self.listener: Callable[[str, Mapping[str, Any]], None] | None = None
        self.requests: deque[Mapping[str, Any]] = deque(maxlen=60)
        self.projects: dict[str, Project] = projects_of(scenario, self)
        self.fleet = Fleet(self, scenario)
        self.commands = Commands(self)
        self.detections = Detections(self)
        self.flight_areas = FlightAreas(self, scenario)
        self.waylines = Waylines(self, scenario)
        self.flight_tasks = FlightTasks(self, scenario)
        self.workflows = Workflows(self, scenario)
        self.payloads = Payloads(self)
        self.streams = Streams(self, scenario)
        self.annotations = Annotations(self)
        self.project_models = ProjectModels(self)
        self.open_models = OpenModels(self)
        plan(self, scenario.get("events", ()))

    @property
    def now(self) -> datetime:
        """The simulated time: of what is happening, or else of the clock when the world was last looked at."""
        return self.timeline.now

    def look(self) -> None:
        """Lets everything happen that is due."""
        with self.lock:
            self.timeline.move(self.clock.now())

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        """Plans an action so many simulated seconds from now."""
        self.timeline.at(self.now + timedelta(seconds=seconds), action)

    def chance(self, *of: object) -> random.Random:
        """Chance for one purpose; the same for the same seed and purpose, whatever else was drawn before."""
        return random.Random(f"{self.seed}/{'/'.join(map(str, of))}")  # noqa: S311 - nothing here is to be secret

    def happen(self, event: str, arguments: Mapping[str, Any]) -> None:
        """Lets something happen that nobody asks a server for: see `_events.py`.

        Raises:
            ValueError: There is no such event, or it does not take these arguments.
        """
        with self.lock:
            happen(self, event, arguments)

    def push(self, kind: str, data: Callable[[], Mapping[str, Any]]) -> None:
        """Tells the listener of an event. What it holds is made only where there is one."""
        if self.listener is not None:
            self.listener(kind, data())

    def number(self, kind: str) -> int:
        """The next number of a kind, from 1."""
        self._counts[kind] += 1
        return self._counts[kind]

    def uuid(self, kind: str) -> str:
        """The next id of a kind."""
        return str(UUID(int=self.chance("uuid", kind, self.number(kind)).getrandbits(128), version=4))

    @property
    def people(self) -> list[Member]:
        """Everybody of the organization, those included whom somebody has added to a project."""
        members = (each for project in self.projects.values() for each in project.members.values())
        found = {each.user_id: each for each in members}
        return [*{**self.colleagues, **{id: each for id, each in found.items() if id not in self.colleagues}}.values()]

    def callsign(self, user_id: str) -> str:
        """The name of a person in the organization."""
        return next((each.nickname for each in self.people if each.user_id == user_id), "")

    def folder(self, project: Project, kind: str) -> str:
        """Where the store keeps files of one kind of a project."""
        return f"{self.organization['uuid']}/{project.uuid}/{kind}"

    def project(self, uuid: str) -> Project:
        """A project that the owner of the key may see."""
        found = self.projects.get(uuid)
        if found is None or self.owner.user_id not in found.members:
            # L: no project, or a project of which the key's owner is no member.
            raise Refused(200403, "Forbidden", status=403)
        return found
