"""Waiting for a state: look, compare, pause, until it is there, the deadline passes, or somebody says stop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from threading import Event
from typing import TypeVar

from .._options import waited_until
from .._waiting import Vigil
from ..errors import FlightHubError, WaitCancelled, WaitTimeout
from ._seam import pause

S = TypeVar("S")


async def wait_until(
    read: Callable[[], Awaitable[S]],
    is_there: Callable[[S], bool],
    *,
    what: str,
    timeout: float | None,
    interval: float,
    on_change: Callable[[S], None] | None = None,
    seen_as: Callable[[S], object] | None = None,
    cancel: Event | None = None,
) -> S:
    """Reads a state again and again until it is as wished.

    A state that nobody has documented is not what is waited for, so it is waited on. Failures that pass by themselves
    are looked past for some minutes.

    Args:
        read: Gives the state.
        is_there: Whether a state is the one that is waited for. What it raises ends the wait.
        what: What is waited for, in words that follow "waiting for".
        timeout: Seconds to wait in all; None for as long as it takes. The state is read once at least.
        interval: Seconds between two looks.
        on_change: Called with each state that differs from the one before, the first included.
        seen_as: The part of a state whose change counts; all of it when not given.
        cancel: Set it, from any thread, to end the wait.

    Raises:
        WaitTimeout: It did not come in time; the last state is in it.
        WaitCancelled: `cancel` was set.
        FlightHubError: Reading failed in a way that does not pass, or for too long.
    """
    vigil = Vigil(what, timeout, interval)
    last: S | None = None
    before: object = vigil
    while True:
        if cancel is not None and cancel.is_set():
            raise WaitCancelled(f"waiting for {what} was cancelled", last=last)
        try:
            last = await _by(vigil.end, read)
        except FlightHubError as error:
            if not vigil.tolerates(error):
                raise
        else:
            vigil.read()
            seen: object = last if seen_as is None else seen_as(last)
            if on_change is not None and seen != before:
                on_change(last)
            before = seen
            if is_there(last):
                return last
        if vigil.is_over:
            shown = "nothing could be read" if before is vigil else f"last seen: {before!r}"
            text = f"waiting for {what} took longer than {timeout:g} s; {shown}"
            raise WaitTimeout(text, last=last, waited=vigil.waited) from vigil.error
        await pause(vigil.pause(), cancel)


async def _by(end: float, read: Callable[[], Awaitable[S]]) -> S:
    """Reads a state with calls that end when the wait does."""
    before = waited_until.set(min(end, waited_until.get()))
    try:
        return await read()
    finally:
        waited_until.reset(before)
