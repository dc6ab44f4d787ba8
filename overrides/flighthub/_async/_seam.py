"""What cannot be derived: sleeping, deadlines, many things at once. The twin in `_sync/` is written by hand, too."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import cache, partial
from inspect import isawaitable
from threading import Event
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from .._outcomes import INTERRUPTIONS, Outcome, describe_worker_end

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741
T = TypeVar("T")
P = ParamSpec("P")

sleep = asyncio.sleep


at_most = asyncio.timeout
"""Ends what happens inside with TimeoutError when it takes longer than so many seconds."""


class Turns:
    """So many at once; the others wait, in the order in which they came."""

    def __init__(self, count: int) -> None:
        self._semaphore = asyncio.Semaphore(count)

    async def take(self, timeout: float) -> bool:
        """Waits for a turn, at most so many seconds, and says whether it came."""
        if self._semaphore.locked():
            try:
                async with asyncio.timeout(timeout):
                    return await self._semaphore.acquire()
            except TimeoutError:
                return False
        return await self._semaphore.acquire()

    def give_back(self) -> None:
        """Ends a turn."""
        self._semaphore.release()


def read_until(end: float, stream: object) -> AbstractContextManager[None]:
    """Nothing: `at_most` ends the reading of a body, too."""
    return nullcontext()


async def ask(source: Callable[[], T] | Callable[[], Awaitable[T]]) -> T:
    """What a function gives, awaited where that is needed."""
    given = source()
    return cast(T, await given if isawaitable(given) else given)


async def pause(seconds: float, cancel: Event | None = None) -> None:
    """Sleeps, no longer than until an event is set."""
    end = asyncio.get_running_loop().time() + seconds
    while cancel is not None and not cancel.is_set():
        left = end - asyncio.get_running_loop().time()
        if left <= 0:
            return
        await asyncio.sleep(min(left, _GLANCE))
    if cancel is None:
        await asyncio.sleep(seconds)


_GLANCE = 0.1
"""Seconds after which a sleeper looks whether an event is set."""


def _is_cancelled() -> bool:
    """Whether the task that asks is being cancelled, and does not only see that something else was."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


@cache
def _threads() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(32, thread_name_prefix="flighthub")


if hasattr(os, "register_at_fork"):
    # A child has none of the threads.
    os.register_at_fork(after_in_child=_threads.cache_clear)


async def in_thread(function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
    """What a function gives that waits for a disk or a store, without holding up the event loop."""
    work = partial(function, *arguments, **named)
    return await asyncio.get_running_loop().run_in_executor(_threads(), work)


async def to_the_end(work: Awaitable[T]) -> T:
    """What is carried out even when the one who waits for it is cancelled meanwhile, however often."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is None:
        return task.result()
    if not task.cancelled():
        task.exception()  # so that nobody complains that it was never looked at
    raise cancelled


async def each(function: Callable[[I], Awaitable[O]], items: Iterable[I], max_concurrency: int) -> list[Outcome[I, O]]:
    """Applies a function to items, so many at a time, and keeps the result or exception of each, in their order."""
    source = enumerate(items)
    found: dict[int, Outcome[I, O]] = {}
    broken: list[BaseException] = []

    async def work() -> None:
        while not broken:
            try:
                index, item = next(source, (-1, None))
            except Exception as error:
                # What is under way is not cancelled for it.
                broken.append(error)
                return
            if index < 0:
                return
            try:
                found[index] = Outcome(cast("I", item), value=await function(cast("I", item)))
            except Exception as error:
                found[index] = Outcome(cast("I", item), error=error)
            except asyncio.CancelledError as error:
                if _is_cancelled():
                    raise
                broken.append(error)
            except INTERRUPTIONS as error:
                broken.append(error)
            except BaseException as error:
                found[index] = Outcome(cast("I", item), error=describe_worker_end(error))

    async with asyncio.TaskGroup() as group:
        for _ in range(max_concurrency):
            group.create_task(work())
    for error in broken:
        raise error
    return [found[index] for index in sorted(found)]


async def as_done(
    function: Callable[[I], Awaitable[O]], items: Iterable[I], max_concurrency: int, stop: Event | None = None
) -> AsyncGenerator[Outcome[I, O]]:
    """As `each`, giving each outcome as soon as it is there. No more are made than are taken.

    `stop` is set when no more are wanted, for what still goes on in threads.
    """
    source = iter(items)
    ready: asyncio.Queue[Outcome[I, O] | BaseException | None] = asyncio.Queue(max_concurrency)

    async def work() -> None:
        try:
            for item in source:
                try:
                    await ready.put(Outcome(item, value=await function(item)))
                except Exception as error:
                    await ready.put(Outcome(item, error=error))
                except (asyncio.CancelledError, *INTERRUPTIONS):
                    raise
                except BaseException as error:
                    await ready.put(Outcome(item, error=describe_worker_end(error)))
        except (Exception, *INTERRUPTIONS) as error:
            # The source of the items failed, or somebody wants an end.
            await ready.put(error)
        except asyncio.CancelledError as error:
            if _is_cancelled():
                raise
            await ready.put(error)
        await ready.put(None)

    workers = [asyncio.create_task(work()) for _ in range(max_concurrency)]
    try:
        left = max_concurrency
        while left:
            outcome = await ready.get()
            if outcome is None:
                left -= 1
            elif isinstance(outcome, BaseException):
                raise outcome
            else:
                yield outcome
    finally:
        if stop is not None:
            stop.set()
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
