"""What became of commands to devices: accepted is not done, and a device may fail at what was accepted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ._things import Pair

if TYPE_CHECKING:
    from ._world import World

LASTS = 4.0
"""Seconds from the acceptance of a command to its end. I: as in the only example."""

STEPS = 3
"""I: as in the only example."""

RTK = "rtk_calibration"
"""What the calibration of RTK is called among the commands of a dock. I: no list of names is published."""

KEPT = 500
"""How many executions are remembered."""


class Execution(NamedTuple):
    """A command that was accepted.

    Attributes:
        bid: Business id.
        name: What was commanded.
        created: When it was accepted.
        code: The device's own code at the end; 0 when it is carried out.
    """

    bid: str
    pair: Pair
    name: str
    created: datetime
    code: int = 0

    def part(self, now: datetime) -> float:
        """How much is done, 0 to 1."""
        return min(1.0, (now - self.created).total_seconds() / LASTS)

    def step(self, now: datetime) -> int:
        """The step it is at, from 1."""
        return min(STEPS, 1 + int(self.part(now) * STEPS))

    def changed(self, now: datetime) -> datetime:
        """When its state last changed."""
        return self.created + timedelta(seconds=min(LASTS, int((now - self.created).total_seconds())))


class Commands:
    """All commands that were accepted. What was refused was never given to a device."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.all: list[Execution] = []
        self._failures: dict[str, int] = {}

    def accept(self, pair: Pair, name: str) -> Execution:
        """Takes down that a command was accepted, and whether the device will carry it out."""
        code = self._failures.pop(pair.gateway.sn, 0)
        made = Execution(self._world.uuid("command"), pair, name, self._world.now, code)
        self.all = [*self.all[-KEPT + 1 :], made]
        return made

    def fail_next(self, pair: Pair, code: int) -> None:
        """Lets a device fail at the next command that is accepted, with a code of the device."""
        self._failures[pair.gateway.sn] = code

    def of(self, pair: Pair, bids: Collection[str] = ()) -> dict[str, Execution]:
        """The newest execution of each command of a device, or of those with some business ids."""
        return {each.name: each for each in self.all if each.pair is pair and (not bids or each.bid in bids)}
