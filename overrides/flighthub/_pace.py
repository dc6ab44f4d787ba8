"""A limit of our own to how often requests leave, so that the server needs none."""

from __future__ import annotations

import threading
import time


class Pace:
    """Spaces requests evenly.

    Args:
        rate: Requests per second at most; None for as many as come.
    """

    def __init__(self, rate: float | None) -> None:
        self._interval = 0.0 if rate is None else 1 / rate
        self._next = 0.0
        self._lock = threading.Lock()

    def reserve(self) -> float:
        """Takes the next free moment, and says how many seconds away it is."""
        if not self._interval:
            return 0.0
        now = time.monotonic()
        with self._lock:
            moment = max(now, self._next)
            self._next = moment + self._interval
        return moment - now
