"""What cannot be derived: sleeping, deadlines, many things at once. The twin in `_sync/` is written by hand, too."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from inspect import isawaitable
from typing import TypeVar, cast

from .._outcomes import Outcome

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741
T = TypeVar("T")

sleep = asyncio.sleep


at_most = asyncio.timeout
"""Ends what happens inside with TimeoutError when it takes longer than so many seconds."""


def read_until(end: float, stream: object) -> AbstractContextManager[None]:
    """Nothing: `at_most` ends the reading of a body, too."""
    return nullcontext()


async def ask(source: Callable[[], T] | Callable[[], Awaitable[T]]) -> T:
    """What a function gives, awaited where that is needed."""
    given = source()
    return cast(T, await given if isawaitable(given) else given)


async def each(function: Callable[[I], Awaitable[O]], items: Iterable[I], max_concurrency: int) -> list[Outcome[I, O]]:
    """Applies a function to items, so many at a time, and keeps the result or exception of each, in their order."""
    source = enumerate(items)
    found: dict[int, Outcome[I, O]] = {}

    async def work() -> None:
        for index, item in source:
            try:
                found[index] = Outcome(item, value=await function(item))
            except Exception as error:
                found[index] = Outcome(item, error=error)

    async with asyncio.TaskGroup() as group:
        for _ in range(max_concurrency):
            group.create_task(work())
    return [found[index] for index in sorted(found)]
