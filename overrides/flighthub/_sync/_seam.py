"""What cannot be derived: sleeping, deadlines, many things at once. The twin in `_async/` is written by hand, too."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, nullcontext
from typing import Any, TypeVar

from .._outcomes import Outcome

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741
T = TypeVar("T")

sleep = time.sleep


at_most = nullcontext[float]
"""Nothing: a thread cannot be interrupted. The timeouts of each step bound what happens inside."""


class _Reading(threading.local):
    """Until when the body that this thread is reading may take."""

    end = math.inf


_reading = _Reading()


class _BoundedRead:
    """The `read` of a connection, each piece bounded by what is left to the thread that reads.

    It stays with the connection, which may be another thread's as soon as a body has been read to its end.
    """

    def __init__(self, read: Callable[..., bytes]) -> None:
        self._read = read

    def __call__(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _reading.end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if timeout is None or left < timeout:
            timeout = None if left == math.inf else left
        return self._read(max_bytes, timeout=timeout)


@contextmanager
def read_until(end: float, stream: Any) -> Generator[None]:
    """Ends the reading of a body with TimeoutError at a moment on the monotonic clock.

    The HTTP library looks up the timeout of a read once for a whole body; here each piece has what is left.

    Args:
        end: The moment.
        stream: The connection that the HTTP library reads from; None when there is none to bound.
    """
    if stream is not None and not isinstance(stream.read, _BoundedRead):
        stream.read = _BoundedRead(stream.read)
    _reading.end = end
    try:
        yield
    finally:
        _reading.end = math.inf


def ask(source: Callable[[], T]) -> T:
    """What a function gives."""
    return source()


def each(function: Callable[[I], O], items: Iterable[I], max_concurrency: int) -> list[Outcome[I, O]]:
    """Applies a function to items, so many at a time, and keeps the result or exception of each, in their order."""
    from concurrent.futures import ThreadPoolExecutor

    source = enumerate(items)
    lock = threading.Lock()
    found: dict[int, Outcome[I, O]] = {}

    def work() -> None:
        while True:
            with lock:
                index, item = next(source, (-1, None))
            if index < 0:
                return
            try:
                found[index] = Outcome(item, value=function(item))  # type: ignore[arg-type]
            except Exception as error:
                found[index] = Outcome(item, error=error)  # type: ignore[arg-type]

    with ThreadPoolExecutor(max_concurrency, thread_name_prefix="flighthub") as pool:
        for worker in [pool.submit(work) for _ in range(max_concurrency)]:
            worker.result()
    return [found[index] for index in sorted(found)]
