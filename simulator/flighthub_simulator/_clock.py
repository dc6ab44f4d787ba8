"""The simulator's clock, which can run faster than the world's, stand still, and be moved forward."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """A clock that starts at the present, or where told, and runs `speed` times as fast.

    Args:
        speed: Simulated seconds per real second; 0 stands still but for `advance`.
        start: The simulated time to start at, with a time zone; the present when not given.
    """

    def __init__(self, speed: float = 1.0, start: datetime | None = None) -> None:
        if not 0 <= speed < float("inf"):
            raise ValueError(f"speed must be at least 0, not {speed}")
        if start is not None and start.tzinfo is None:
            raise ValueError("the start of a clock has a time zone")
        self._speed = speed
        self.on_change: Callable[[], None] | None = None
        """Called when the clock was set or moved, or runs at another speed."""
        self.reset(start)

    def reset(self, start: datetime | None = None) -> None:
        """Starts anew."""
        self._start = (start or datetime.now(UTC)).astimezone(UTC)
        self._zero = time.monotonic()
        self._changed()

    def _changed(self) -> None:
        if self.on_change is not None:
            self.on_change()

    @property
    def speed(self) -> float:
        """Simulated seconds per real second."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if not 0 <= speed < float("inf"):
            raise ValueError(f"speed must be at least 0, not {speed}")
        self.reset(self.now())
        self._speed = speed
        self._changed()

    def now(self) -> datetime:
        """The simulated time, in UTC."""
        return self._start + timedelta(seconds=(time.monotonic() - self._zero) * self._speed)

    def advance(self, seconds: float) -> None:
        """Moves the clock forward by simulated seconds."""
        if seconds < 0:
            raise ValueError("a clock only goes forward")
        self._start += timedelta(seconds=seconds)
        self._changed()

    def real_seconds(self, simulated: float) -> float:
        """How many real seconds a simulated duration takes; none while the clock stands still."""
        return simulated / self._speed if self._speed else 0.0
