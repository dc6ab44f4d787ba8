"""A limit of our own to how often requests leave, so that the server needs none."""

from __future__ import annotations

import time


class RateLimiter:
    """Spaces requests evenly. Whoever uses it asks for the delay and consumes while nobody else does.

    Args:
        rate: Requests per second at most.
    """

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._next = 0.0

    def delay(self) -> float:
        """Seconds until a request may leave."""
        return max(0.0, self._next - time.monotonic())

    def consume(self) -> None:
        """Notes that a request leaves now."""
        self._next = time.monotonic() + self._interval
