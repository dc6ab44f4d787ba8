"""Storing one file in the object store, again while that can help."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Final

from ..._core.retry import Retry
from ..._transfer.failures import StoreError
from ..._transfer.object_store import Grant, Store
from ..._transfer.supervisor import Supervisor, check_job_timeout
from ...errors import TransferError
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread, pause

ATTEMPTS: Final = 5
"""How often a file is sent before it is given up. Below that, the store client repeats what breaks."""

BACKOFF: Final = Retry(attempts=ATTEMPTS)
"""The pauses between these attempts."""


async def store_bytes(
    client: AsyncFlightHub,
    grant: Grant,
    key: str,
    content: bytes,
    counted: Callable[[int], None],
    timeout: float | None = None,
    cancel: Event | None = None,
) -> str:
    """Stores one file, again while that can help and there is time, and gives its ETag."""
    supervisor = Supervisor("upload", cancel=cancel, timeout=check_job_timeout(timeout))
    store = await in_thread(Store, grant, client.configuration, supervisor)
    try:
        for attempt in range(1, ATTEMPTS + 1):
            supervisor.check()
            try:
                return await in_thread(store.put, key, content, counted)
            except StoreError as error:
                supervisor.check()
                if error.refused or error.expired or attempt == ATTEMPTS:
                    raise TransferError(f"the storage did not take the file: {error}") from error
                delay = max(BACKOFF.pause(attempt), error.wait or 0.0)
                await pause(min(delay, max(0.0, supervisor.remaining)), cancel)
    finally:
        supervisor.stop.set()
        store.close()
    raise AssertionError("the last attempt returns or raises")
