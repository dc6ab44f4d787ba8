"""The pace of waiting: how long until the next look, when to give up, and which failures to look past. No I/O."""

from __future__ import annotations

import math
import random
import time
from typing import Final

from ..errors import APIError, ConnectionFailed, InvalidArgument, UnexpectedResponse

JITTER: Final = 0.1
"""Part of the interval by which a pause may be longer or shorter, so that many who wait do not ask at once."""

PATIENCE: Final = 600.0
"""Seconds for which reading the state may fail without a break before that failure ends the waiting."""


class Poller:
    """One wait for something: its deadline, its interval, and how long reading the state has been failing.

    Args:
        what: What is waited for, in words that follow "waiting for".
        timeout: Seconds to wait in all; None for as long as it takes.
        interval: Seconds between two looks.
    """

    def __init__(self, what: str, timeout: float | None, interval: float) -> None:
        if timeout is not None and not _are_seconds(timeout):
            raise InvalidArgument("timeout", f"must be a number of seconds from 0, or None, not {timeout!r}")
        if not _are_seconds(interval) or not interval:
            raise InvalidArgument("interval", f"must be a number of seconds above 0, not {interval!r}")
        self.what = what
        self._timeout = timeout
        self._interval = interval
        self._begun = time.monotonic()
        self._failing_since: float | None = None
        self.error: Exception | None = None

    @property
    def waited(self) -> float:
        """Seconds since the waiting began."""
        return time.monotonic() - self._begun

    @property
    def is_over(self) -> bool:
        """Whether the deadline has passed."""
        return self._timeout is not None and self.waited >= self._timeout

    @property
    def end(self) -> float:
        """The moment, on the monotonic clock, at which the deadline passes."""
        return math.inf if self._timeout is None else self._begun + self._timeout

    def read(self) -> None:
        """Takes down that the state could be read."""
        self._failing_since = self.error = None

    def should_continue_after(self, error: Exception) -> bool:
        """Whether to go on after reading the state has failed: an outage of some minutes ends no wait of hours."""
        self.error = error
        passes = isinstance(error, ConnectionFailed) or (isinstance(error, APIError) and error.retryable)
        if isinstance(error, UnexpectedResponse):
            passes = error.http_status >= 500
        now = time.monotonic()
        if self._failing_since is None:
            self._failing_since = now
        return passes and now - self._failing_since < PATIENCE

    def pause(self) -> float:
        """Seconds until the next look, which is not later than the deadline."""
        pause = self._interval * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - it guards nothing
        return pause if self._timeout is None else max(0.0, min(pause, self._timeout - self.waited))


def _are_seconds(given: object) -> bool:
    return isinstance(given, (int, float)) and 0 <= given < math.inf
