"""What was begun is ended, however the block ends that needed it; and no error hides another."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from ..._core.hooks import log
from ..._core.outcome import Outcome
from ...errors import APIError, ConfigurationError, ConnectionFailed, InvalidArgument, ServerError
from .concurrency import run_shielded

T = TypeVar("T")


@asynccontextmanager
async def run_at_end(end: Callable[[], Awaitable[None]], unended: str) -> AsyncGenerator[None]:
    """Carries out something when the block ends: by itself, by an error, an interruption or a cancellation.

    Args:
        end: What to carry out. Where it fails after a block that ended well, its error is raised; where the block
            failed, that error goes on, with a note about the other.
        unended: The note, in words that are followed by the reason.
    """
    try:
        yield
    except BaseException as error:
        ended = await _outcome_of(end, unended)
        if ended.error is not None:
            error.add_note(f"{unended}: {ended.error}")
        raise
    ended = await _outcome_of(end, unended)
    ended.result()


async def _outcome_of(end: Callable[[], Awaitable[None]], unended: str) -> Outcome[None, None]:
    """What became of the end; where the one who waits for it is cancelled, that is noted and logged."""
    found: list[Outcome[None, None]] = []

    async def work() -> Outcome[None, None]:
        found.append(await capture(end))
        return found[0]

    try:
        return await run_shielded(work())
    except BaseException as error:
        for ended in found:
            if ended.error is not None:
                error.add_note(f"{unended}: {ended.error}")
                log.warning("%s: %s", unended, ended.error)
        raise


async def capture(work: Callable[[], Awaitable[T]]) -> Outcome[None, T]:
    """The result of something or the exception that it ended in, which nobody may be left to collect."""
    try:
        return Outcome(None, value=await work())
    except Exception as error:
        return Outcome(None, error=error)


def certainly_not_executed(error: BaseException) -> bool:
    """Whether a call that is not safe to repeat has certainly changed nothing."""
    if isinstance(error, APIError):
        return not isinstance(error, ServerError)
    # Such a call raises ConnectionFailed only where no connection came about, OutcomeUnknown otherwise.
    return isinstance(error, (InvalidArgument, ConfigurationError, ConnectionFailed))
