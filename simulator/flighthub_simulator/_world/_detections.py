"""What algorithms find in the pictures of aircraft: the AI alerts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from . import _pushes as pushes
from ._photographs import View, model_of, picture
from ._things import Pair, Place

if TYPE_CHECKING:
    from ._flight_tasks import FlightTask
    from ._world import World

LINKS_LAST = 12 * 3600
"""Seconds for which a link to a picture works, as one client reads the page."""

TARGETS = {"person": 1, "car": 2, "boat": 3}
"""I: the kinds of targets by their words; no list is published, and 1 for a person stands in an example."""


class Detection(NamedTuple):
    """Something that was found.

    Attributes:
        task: The task that was flown; None where the aircraft flew none.
        source: Which algorithm found it, by its number.
        label: What was found.
        certainty: How sure the algorithm is, 0 to 1.
        key: Where the store has the picture.
    """

    uuid: str
    pair: Pair
    task: FlightTask | None
    moment: datetime
    place: Place
    source: int
    label: str
    certainty: float
    key: str

    @property
    def flight(self) -> str:
        """The id of the flight. I: that of its task; empty where the aircraft flew none."""
        return "" if self.task is None else self.task.uuid


class Detections:
    """All of them, in order."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.all: list[Detection] = []

    def add(self, pair: Pair, label: str, source: int) -> Detection:
        """An algorithm finds something below the aircraft of a pair. This is the one place where that happens."""
        world = self._world
        uuid, moment, now = world.uuid("alert"), world.fleet.moment(pair), world.now
        key = f"{world.folder(pair.project, 'alert')}/{uuid}.jpeg"
        model, sn = model_of(pair.drone)
        angles = moment.heading, moment.gimbal_pitch, moment.gimbal_yaw
        view = View(moment.place, moment.elevation, *angles, model=model, sn=sn)
        world.store.offer(key, "image/jpeg", lambda: picture(view, now, world.chance("alert", uuid)))
        certainty = round(0.6 + 0.39 * world.chance("certainty", uuid).random(), 2)
        task = world.flight_tasks.flown_by(pair)
        made = Detection(uuid, pair, task, now, moment.place, source, label, certainty, key)
        self.all.append(made)
        world.push("ai_alert_record", lambda: pushes.alert(world, made))
        return made

    def link(self, detection: Detection) -> str:
        """A link to the picture."""
        return self._world.store.link(detection.key, LINKS_LAST)
