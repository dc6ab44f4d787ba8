"""One call through either client, so that a test holds for both."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from flighthub import AsyncFlightHub, FlightHub, RequestOptions

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
