"""Scripts that are played with either client, so that a test holds for both.

A script is a generator over a client: each call that it yields is made, or awaited, and its result sent back, or its
error raised there; of a stream, all items. `Inside` enters a context manager and plays what is done in its block.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Generator
from functools import partial
from inspect import isawaitable
from types import GeneratorType
from typing import Any, NamedTuple

from flighthub import AsyncFlightHub, FlightHub
from flighthub_simulator import Simulator

Script = Generator[Any, Any, Any]


class Inside(NamedTuple):
    """A context manager, and what is done inside it: a function of its handle, which may be a script itself."""

    manager: Any
    body: Callable[[Any], Any]


class Each(NamedTuple):
    """A stream, and what is done with each of its items; what is true leaves the loop. Gives the items."""

    stream: Any
    body: Callable[[Any], Any]


def settings(simulator: Simulator, **others: Any) -> dict[str, Any]:
    """What a client of a simulator is made with. It does not repeat anything unless told so."""
    told = {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url}
    return {**told, "retry": False, **others}


def played(client: str, simulator: Simulator, script: Callable[[Any], Any], **others: Any) -> Any:
    """Plays a script with a client of its own, and gives what it returns."""
    if client == "sync":
        with FlightHub(**settings(simulator, **others)) as fh:
            return _played(script(fh))

    async def with_await() -> Any:
        async with AsyncFlightHub(**settings(simulator, **others)) as fh:
            return await played_async(script(fh))

    return asyncio.run(with_await())


def _played(made: Any) -> Any:
    if not isinstance(made, GeneratorType):
        return made
    step: Callable[[], Any] = partial(made.send, None)
    while True:
        try:
            asked = step()
        except StopIteration as end:
            return end.value
        try:
            step = partial(made.send, _done(asked))
        except BaseException as error:
            step = partial(made.throw, error)


def _done(asked: Any) -> Any:
    if isinstance(asked, Inside):
        with asked.manager as handle:
            return _played(asked.body(handle))
    if isinstance(asked, Each):
        taken: list[Any] = []
        for item in asked.stream:
            taken.append(item)
            if asked.body(item):
                break
        return taken
    return list(asked) if isinstance(asked, GeneratorType) else asked


async def played_async(made: Any) -> Any:
    """Plays a script of a client that is awaited."""
    if not isinstance(made, GeneratorType):
        return await made if isawaitable(made) else made
    step: Callable[[], Any] = partial(made.send, None)
    while True:
        try:
            asked = step()
        except StopIteration as end:
            return end.value
        try:
            step = partial(made.send, await _done_async(asked))
        except BaseException as error:
            step = partial(made.throw, error)


async def _done_async(asked: Any) -> Any:
    if isinstance(asked, Inside):
        async with asked.manager as handle:
            return await played_async(asked.body(handle))
    if isinstance(asked, Each):
        taken: list[Any] = []
        async for item in asked.stream:
            taken.append(item)
            enough = asked.body(item)
            if await enough if isawaitable(enough) else enough:
                break
        return taken
    if isinstance(asked, AsyncGenerator):
        return [each async for each in asked]
    return await asked if isawaitable(asked) else asked
