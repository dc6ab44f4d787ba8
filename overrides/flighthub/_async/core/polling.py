"""Waiting for a state: look, compare, pause, until it is there, the deadline passes, or somebody says stop."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from threading import Event
from typing import Generic, NamedTuple, TypeVar, cast

from ..._core.polling import Poller
from ..._core.request_options import waited_until
from ...errors import FlightHubError, WaitCancelled, WaitTimeout
from .concurrency import OnChange, call_back, check_callback, pause

S = TypeVar("S")


class Look(NamedTuple, Generic[S]):
    """A state that was read.

    Attributes:
        state: The state.
        is_new: Whether it differs from the one before; so does the first.
    """

    state: S
    is_new: bool


async def wait_until(
    read: Callable[[], Awaitable[S]],
    is_there: Callable[[S], bool],
    *,
    what: str,
    timeout: float | None,
    interval: float,
    on_change: OnChange[S] | None = None,
    seen_as: Callable[[S], object] | None = None,
    cancel: Event | None = None,
) -> S:
    """Reads a state again and again until it is as wished.

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
        InvalidArgument: `on_change` cannot be called; nothing was read.
        WaitTimeout: It was not reached in time; the last state is in it.
        WaitCancelled: `cancel` was set.
        FlightHubError: Reading failed in a way that does not pass, or for too long.
    """
    check_callback(on_change, "on_change")
    looks = look_until(read, is_there, what=what, timeout=timeout, interval=interval, seen_as=seen_as, cancel=cancel)
    last = cast("S", None)  # at least one state is read
    async with aclosing(looks) as states:
        async for state, is_new in states:
            if is_new and on_change is not None:
                await call_back(on_change, state)
            last = state
    return last


async def look_until(
    read: Callable[[], Awaitable[S]],
    is_there: Callable[[S], bool],
    *,
    what: str,
    timeout: float | None,
    interval: float,
    seen_as: Callable[[S], object] | None = None,
    cancel: Event | None = None,
) -> AsyncGenerator[Look[S]]:
    """As `wait_until`, giving each state as it is read; the last one is as wished.

    A state that nobody has documented is not what is waited for, so it is waited on. Failures that pass by themselves
    are looked past for some minutes.
    """
    poller = Poller(what, timeout, interval)
    last: S | None = None
    before: object = poller
    while True:
        if cancel is not None and cancel.is_set():
            raise WaitCancelled(f"waiting for {what} was cancelled", last=last)
        try:
            last = await _by(poller.end, read)
        except FlightHubError as error:
            if not poller.should_continue_after(error):
                raise
        else:
            poller.read()
            seen: object = last if seen_as is None else seen_as(last)
            is_new, before = seen != before, seen
            yield Look(last, is_new)
            if is_there(last):
                return
        if poller.is_over:
            shown = "nothing could be read" if before is poller else f"last seen: {before!r}"
            text = f"waiting for {what} took longer than {timeout:g} s; {shown}"
            raise WaitTimeout(text, last=last, waited=poller.waited) from poller.error
        await pause(poller.pause(), cancel)


async def _by(end: float, read: Callable[[], Awaitable[S]]) -> S:
    """Reads a state with calls that end when the wait does."""
    before = waited_until.set(min(end, waited_until.get()))
    try:
        return await read()
    finally:
        waited_until.reset(before)
