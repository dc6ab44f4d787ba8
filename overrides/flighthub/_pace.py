"""A limit of our own to how often requests leave, so that the server needs none."""

from __future__ import annotations

import time


class Pace:
    """Spaces requests evenly. Whoever uses it asks and leaves while nobody else does.

    Args:
        rate: Requests per second at most.
    """

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._next = 0.0

    def left(self) -> float:
        """Seconds until a request may leave."""
        return max(0.0, self._next - time.monotonic())

    def leave(self) -> None:
        """Takes down that one leaves."""
        self._next = time.monotonic() + self._interval
