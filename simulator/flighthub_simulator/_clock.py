"""The simulator's clock, which can run faster than the world's."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """A clock that starts at the present and runs `speed` times as fast.

    Args:
        speed: Simulated seconds per real second, above 0.
    """

    def __init__(self, speed: float = 1.0) -> None:
        if not 0 < speed < float("inf"):
            raise ValueError(f"speed must be above 0, not {speed}")
        self._speed = speed
        self._start = datetime.now(UTC)
        self._zero = time.monotonic()

    @property
    def speed(self) -> float:
        """Simulated seconds per real second."""
        return self._speed

    def now(self) -> datetime:
        """The simulated time, in UTC."""
        return self._start + timedelta(seconds=(time.monotonic() - self._zero) * self._speed)

    def advance(self, seconds: float) -> None:
        """Moves the clock forward by simulated seconds."""
        if seconds < 0:
            raise ValueError("a clock only goes forward")
        self._start += timedelta(seconds=seconds)

    def real_seconds(self, simulated: float) -> float:
        """How many real seconds a simulated duration takes."""
        return simulated / self._speed
