"""Waiting that Ctrl-C ends at once."""

from __future__ import annotations

from threading import Event
from time import monotonic

_STEP = 0.5
"""Seconds after which a wait looks around, as some systems do not interrupt one."""


def hold(seconds: float | None) -> None:
    """Waits for some seconds; until Ctrl-C where none are given."""
    end = None if seconds is None else monotonic() + seconds
    event = Event()
    while end is None or monotonic() < end:
        event.wait(_STEP if end is None else max(0.0, min(_STEP, end - monotonic())))
