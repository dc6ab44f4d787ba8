"""One call, or several, through either client, so that a test holds for both."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from inspect import isawaitable
from typing import Any

from flighthub import AsyncFlightHub, FlightHub, Pager, RequestOptions

from .transcription import call_of, example_arguments

CLIENTS = ("sync", "async")
TOKEN = "planted-organization-key"
PROJECT = "5b1f0c52-7a0e-4a39-9b1d-2f6f4c0d9a11"


def send(
    client: str,
    base_url: str,
    operation_id: str,
    /,
    arguments: Mapping[str, Any] | None = None,
    options: RequestOptions | None = None,
    **settings: Any,
) -> Any:
    """Sends an operation with its example arguments, or those given, and gives its result."""
    call = call_of(operation_id)
    given = example_arguments(operation_id) if arguments is None else arguments
    told: dict[str, Any] = {"token": TOKEN, "project": PROJECT, "base_url": base_url, "retry": False, **settings}
    if client == "sync":
        with FlightHub(**told) as fh:
            return fh.call(call, given, options)

    async def sent() -> Any:
        async with AsyncFlightHub(**told) as fh:
            return await fh.call(call, given, options)

    return asyncio.run(sent())


def _with(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {"token": TOKEN, "project": PROJECT, "retry": False, **settings}


async def _settled(made: Any) -> Any:
    return await made if isawaitable(made) else made


@contextmanager
def opened(client: str, **settings: Any) -> Iterator[Callable[[Callable[[Any], Any]], Any]]:
    """A client for several steps: each is a function of the client, and what it gives is awaited or fetched whole."""
    if client == "sync":
        with FlightHub(**_with(settings)) as fh:

            def step(work: Callable[[Any], Any]) -> Any:
                made = work(fh)
                return list(made) if isinstance(made, Pager) else made

            yield step
        return

    with asyncio.Runner() as runner:
        async_fh = AsyncFlightHub(**_with(settings))
        try:
            yield lambda work: runner.run(_settled(work(async_fh)))
        finally:
            runner.run(async_fh.aclose())


def using(client: str, work: Callable[[Any], Any], /, **settings: Any) -> Any:
    """What a single step gives."""
    with opened(client, **settings) as step:
        return step(work)
