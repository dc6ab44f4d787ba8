"""What a request costs beyond the HTTP library: the same answer from the same in-memory transport, in turns.

Prints the best times per request in microseconds as JSON. Also run with `first` for a first answered request.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

BODY = json.dumps(
    {"code": 0, "message": "", "data": {"resource_uuid": "r", "status": 1, "file_names": ["a", "b"]}}
).encode()
PATH = "/openapi/v0.1/open_model/resource/14513788-a0c6-47e0-96d8-29736a44546a"
HOST = "http://127.0.0.1:30812"
REQUESTS = 400
HEADERS = {"X-User-Token": "t", "X-Request-Id": "i", "X-Language": "en", "Accept": "application/json"}


def answer(request: httpx.Request) -> httpx.Response:
    """What the in-memory server says to everything."""
    return httpx.Response(200, headers={"content-type": "application/json"}, content=BODY)


def best(ours: Callable[[], Any], theirs: Callable[[], Any], runs: int = 15) -> tuple[float, float]:
    """The best time per request of each, in microseconds, the two taking turns."""
    found = [float("inf"), float("inf")]
    for _ in range(runs):
        for index, job in enumerate((ours, theirs)):
            gc.collect()
            started = time.process_time()
            job()
            found[index] = min(found[index], (time.process_time() - started) / REQUESTS * 1e6)
    return found[0], found[1]


def sync() -> tuple[float, float]:
    """The sync client against `httpx.Client.get`."""
    from flighthub import FlightHub

    fh = FlightHub(token="t", base_url=HOST)
    fh._transport._client._transport = httpx.MockTransport(answer)
    plain = httpx.Client(transport=httpx.MockTransport(answer))

    def ours() -> None:
        for _ in range(REQUESTS):
            fh.open_models.get_resource("14513788-a0c6-47e0-96d8-29736a44546a")

    def theirs() -> None:
        for _ in range(REQUESTS):
            plain.get(HOST + PATH, headers=HEADERS).json()

    return best(ours, theirs)


def asynchronous() -> tuple[float, float]:
    """The async client against `httpx.AsyncClient.get`."""
    from flighthub import AsyncFlightHub

    loop = asyncio.new_event_loop()
    fh = AsyncFlightHub(token="t", base_url=HOST)
    fh._transport._client._transport = httpx.MockTransport(answer)
    plain = httpx.AsyncClient(transport=httpx.MockTransport(answer))

    async def ours() -> None:
        for _ in range(REQUESTS):
            await fh.open_models.get_resource("14513788-a0c6-47e0-96d8-29736a44546a")

    async def theirs() -> None:
        for _ in range(REQUESTS):
            (await plain.get(HOST + PATH, headers=HEADERS)).json()

    def run(job: Callable[[], Awaitable[None]]) -> Callable[[], None]:
        return lambda: loop.run_until_complete(job())  # type: ignore[arg-type]

    return best(run(ours), run(theirs))


if __name__ == "__main__":
    print(json.dumps({"sync": sync(), "async": asynchronous()}))
    sys.exit(0)
