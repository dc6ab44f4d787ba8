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

    def at(self, when: datetime, action: Action) -> None:
        """Plans an action; one in the past happens at once when the timeline next moves."""
        heapq.heappush(self._planned, (max(when, self.now), next(self._numbers), action))

    def move(self, to: datetime) -> None:
        """Carries out what is due until a moment. During an action, `now` is the moment of the action."""
        while self._planned and self._planned[0][0] <= to:
            self.now, _, action = heapq.heappop(self._planned)
            action()
        self.now = max(self.now, to)
