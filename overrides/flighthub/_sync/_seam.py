"""What cannot be derived: sleeping, deadlines, many things at once. The twin in `_async/` is written by hand, too."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import TypeVar

from .._outcomes import Outcome

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741
T = TypeVar("T")

sleep = time.sleep


at_most = nullcontext[float]
"""Nothing: a thread cannot be interrupted. The timeouts of each step bound what happens inside."""


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
