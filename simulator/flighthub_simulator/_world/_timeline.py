"""What is going to happen, in order."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import datetime
from itertools import count

Action = Callable[[], None]


class Timeline:
    """Actions at simulated moments. Those of one moment happen in the order in which they were planned."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._planned: list[tuple[datetime, int, Action]] = []
        self._numbers = count()
        self.on_plan: Action | None = None
        """Called when an action was planned."""

    @property
    def due(self) -> datetime | None:
        """When the next action happens; None where none is planned."""
        try:
            return self._planned[0][0]
        except IndexError:
            return None

    def at(self, when: datetime, action: Action) -> None:
        """Plans an action; one in the past happens at once when the timeline next moves."""
        heapq.heappush(self._planned, (max(when, self.now), next(self._numbers), action))
        if self.on_plan is not None:
            self.on_plan()

    def move(self, to: datetime) -> None:
        """Carries out what is due until a moment. During an action, `now` is the moment of the action."""
        while self._planned and self._planned[0][0] <= to:
            self.now, _, action = heapq.heappop(self._planned)
            action()
        self.now = max(self.now, to)
