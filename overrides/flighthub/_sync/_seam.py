"""What cannot be derived: sleeping, deadlines, many things at once. The twin in `_async/` is written by hand, too."""

from __future__ import annotations

import math
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, nullcontext
from typing import Any, Generic, ParamSpec, Self, TypeVar

from .._outcomes import INTERRUPTIONS, Outcome, describe_worker_end

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741
T = TypeVar("T")
P = ParamSpec("P")

sleep = time.sleep


at_most = nullcontext[float]
"""Nothing: a thread cannot be interrupted. The timeouts of each step bound what happens inside."""


class Turns:
    """So many at once; the others wait, in the order in which they came, which a semaphore does not keep."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: deque[threading.Event] = deque()
        self._lock = threading.Lock()

    def take(self, timeout: float) -> bool:
        """Waits for a turn, at most so many seconds, and says whether it came."""
        with self._lock:
            if self._free:
                self._free -= 1
                return True
            mine = threading.Event()
            self._waiting.append(mine)
        try:
            mine.wait(timeout)
        except BaseException:
            if self._came(mine):
                self.give_back()
            raise
        return self._came(mine)

    def _came(self, turn: threading.Event) -> bool:
        """Whether a turn came; if it did not, nobody waits for it any longer."""
        with self._lock:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return False
            return True

    def give_back(self) -> None:
        """Ends a turn, which is the next one's."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._free += 1


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


def pause(seconds: float, cancel: threading.Event | None = None) -> None:
    """Sleeps, no longer than until an event is set."""
    if cancel is None:
        time.sleep(seconds)
    else:
        cancel.wait(seconds)


def in_thread(function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
    """What a function gives that waits for a disk or a store; here, in the thread that asks."""
    return function(*arguments, **named)


def to_the_end(work: T) -> T:
    """What was carried out."""
    return work


def each(function: Callable[[I], O], items: Iterable[I], max_concurrency: int) -> list[Outcome[I, O]]:
    """Applies a function to items, so many at a time, and keeps the result or exception of each, in their order."""
    found: dict[int, Outcome[I, O]] = {}
    with _Workers(function, items, max_concurrency) as workers:
        for index, outcome in workers.outcomes():
            found[index] = outcome
    return [found[index] for index in sorted(found)]


def as_done(
    function: Callable[[I], O], items: Iterable[I], max_concurrency: int, stop: threading.Event | None = None
) -> Generator[Outcome[I, O]]:
    """As `each`, giving each outcome as soon as it is there. No more are made than are taken.

    `stop` is set when no more are wanted, for those that are under way to look at.
    """
    with _Workers(function, items, max_concurrency, stop) as workers:
        for _, outcome in workers.outcomes():
            yield outcome


class _Workers(Generic[I, O]):
    """Threads that apply a function to items. When the block is left early, they take no further item."""

    def __init__(
        self, function: Callable[[I], O], items: Iterable[I], count: int, stop: threading.Event | None = None
    ) -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._function = function
        self._source = enumerate(items)
        self._lock = threading.Lock()
        self._left = threading.Event()
        self._ready: queue.Queue[tuple[int, Outcome[I, O]] | BaseException | None] = queue.Queue(count)
        self._count = count
        self._stop = stop
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="flighthub")

    def __enter__(self) -> Self:
        for _ in range(self._count):
            self._pool.submit(self._work)
        return self

    def __exit__(self, *_: object) -> None:
        # First what cannot be interrupted: whoever presses Ctrl-C again must find it done.
        if self._stop is not None:
            self._stop.set()
        self._left.set()
        self._pool.shutdown()

    def outcomes(self) -> Generator[tuple[int, Outcome[I, O]]]:
        """What became of each item, with its number, as it comes."""
        working = self._count
        while working:
            found = self._ready.get()
            if found is None:
                working -= 1
            elif isinstance(found, BaseException):
                raise found
            else:
                yield found

    def _work(self) -> None:
        try:
            while not self._left.is_set():
                with self._lock:
                    index, item = next(self._source, (-1, None))
                if index < 0:
                    break
                try:
                    self._hand((index, Outcome(item, value=self._function(item))))  # type: ignore[arg-type]
                except Exception as error:
                    self._hand((index, Outcome(item, error=error)))  # type: ignore[arg-type]
                except INTERRUPTIONS:
                    raise
                except BaseException as error:
                    self._hand((index, Outcome(item, error=describe_worker_end(error))))  # type: ignore[arg-type]
        except BaseException as error:
            # The source of the items failed, or something meant to end the process: for the one who asked for it all.
            self._hand(error)
        self._hand(None)

    def _hand(self, what: tuple[int, Outcome[I, O]] | BaseException | None) -> None:
        while not self._left.is_set():
            try:
                return self._ready.put(what, timeout=0.1)
            except queue.Full:
                continue
