"""What cannot be derived: sleeping, sockets, many things at once. The twin in `_async/` is written by hand, too."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import nullcontext, suppress
from inspect import isawaitable, iscoroutine, iscoroutinefunction
from typing import Final, Generic, ParamSpec, Self, TypeVar

from ..._core.forks import register
from ..._core.step_timeout import time_left
from ..._core.waiting_line import Line, Place
from ..._core.outcome import INTERRUPTIONS, Outcome, describe_worker_end
from ...errors import InvalidArgument

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741
T = TypeVar("T")
P = ParamSpec("P")

_GLANCE = 0.05
"""Seconds after which a thread that waits for its turn looks by itself whether it has come."""

_LONGEST_WAIT: Final = 0.5
"""Seconds that a thread waits without a look around. A signal that comes after the interpreter's last look and before
the thread is asleep, or that the system gives to another thread, wakes nobody: Ctrl-C is heard at the next look."""


timeout_after = nullcontext[float]
"""Nothing: a thread cannot be interrupted. The timeouts of each step bound what happens inside."""


class Permit(Place):
    """A turn, once it is acquired. Whoever ends it leaves, and wakes the next."""

    __slots__ = ("_wakeup",)

    def __init__(self, line: Line) -> None:
        super().__init__(line)
        self._wakeup = threading.Lock()

    def acquire(self, timeout: float) -> bool:
        """Waits for the turn, at most so many seconds, and returns whether it has it."""
        has_turn = False
        try:
            self.join()
            has_turn = self.has_turn() or self._wait(timeout)
        finally:
            if not has_turn:
                self.leave()
                self.wake_next()
        return has_turn

    def _wait(self, timeout: float) -> bool:
        end = time.monotonic() + timeout
        while not self.has_turn():
            left = end - time.monotonic()
            if left <= 0:
                return False
            # Taken once and released by whoever makes room; a glance now and then in case that one was interrupted.
            self._wakeup.acquire(timeout=min(left, _GLANCE))
        return True

    def wake_next(self) -> None:
        """Tells whoever has a turn now."""
        following = self.line.last_with_turn()
        if isinstance(following, Permit):
            with suppress(RuntimeError):  # it is not held, so its waiter is about to look anyhow
                following._wakeup.release()


class FairSemaphore:
    """So many at once; the others wait, in their order, which a semaphore does not keep.

    Args:
        size: How many.
    """

    def __init__(self, size: int) -> None:
        self.line = Line(size)

    def permit(self) -> Permit:
        """A permit that is still to be acquired."""
        return Permit(self.line)


class PerLoop(Generic[T]):
    """What belongs to one process, whose threads share it.

    Args:
        create: Makes it.
    """

    def __init__(self, create: Callable[[], T]) -> None:
        self._create = create
        self._value = create()
        register(self)

    def get(self) -> T:
        """What belongs to this process."""
        return self._value

    def pop_closed(self) -> list[T]:
        """Nothing: there is no event loop that could be closed."""
        return []

    def pop_all(self) -> list[T]:
        """What belonged to this process so far. It begins anew."""
        value, self._value = self._value, self._create()
        return [value]

    def reset_after_fork(self) -> None:
        """Begins anew."""
        self._value = self._create()


def running_loop() -> None:
    """Nothing: threads need no event loop."""


def connect(host: str, port: int, timeout: float | None) -> socket.socket:
    """A socket connected to a host, at the first of its addresses that answers."""
    problem: OSError = OSError("no address")
    for family, kind, protocol, _, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(time_left(timeout))
            made.connect(where)
        except OSError as error:
            made.close()
            problem = error
        except BaseException:
            made.close()
            raise
        else:
            return made
    raise problem


def receive(connected: socket.socket, max_bytes: int, timeout: float | None) -> bytes:
    """The next bytes that come, none at the end; TimeoutError when it takes longer."""
    connected.settimeout(timeout)
    return connected.recv(max_bytes)


def send_all(connected: socket.socket, data: bytes, timeout: float | None) -> None:
    """Sends all bytes; TimeoutError when one step of it takes longer."""
    rest = memoryview(data)
    while rest:
        connected.settimeout(time_left(timeout))
        rest = rest[connected.send(rest) :]


def maybe_await(source: Callable[[], T]) -> T:
    """What a function gives."""
    return source()


OnChange = Callable[[T], None]
"""A function that is called with each state that is new."""

_NOT_AWAITED: Final = (
    "must be a function, as nothing awaits an async def here. Give a function, or use AsyncFlightHub, which awaits it"
)


def check_callback(function: Callable[..., object] | None, argument: str) -> None:
    """Refuses what cannot be called, and an `async def`, which nobody would await.

    Raises:
        InvalidArgument: It is not a function, or it is an `async def`.
    """
    if function is None:
        return
    if not callable(function):  # pyright: ignore[reportUnnecessaryComparison]
        raise InvalidArgument(argument, f"must be a function, not {type(function).__name__}")
    if iscoroutinefunction(function) or iscoroutinefunction(getattr(function, "__call__", None)):  # noqa: B004
        raise InvalidArgument(argument, _NOT_AWAITED)


def call_back(function: Callable[[T], object], state: T) -> None:
    """Calls a function that somebody gave.

    Raises:
        InvalidArgument: It gives something to await, which could not be seen before.
    """
    given = function(state)
    if isawaitable(given):
        if iscoroutine(given):
            given.close()
        raise InvalidArgument("on_change", _NOT_AWAITED)


def sleep(seconds: float) -> None:
    """Sleeps, and hears signals meanwhile."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, _LONGEST_WAIT))


def pause(seconds: float, cancel: threading.Event | None = None) -> None:
    """Sleeps, no longer than until an event is set."""
    if cancel is None:
        sleep(seconds)
        return
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and not cancel.wait(min(left, _LONGEST_WAIT)):
        pass


def in_thread(function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
    """What a function gives that waits for a disk or a store; here, in the thread that asks."""
    return function(*arguments, **named)


def run_shielded(work: T) -> T:
    """What was carried out."""
    return work


def map_concurrent(function: Callable[[I], O], items: Iterable[I], max_concurrency: int) -> list[Outcome[I, O]]:
    """Applies a function to items, so many at a time, and keeps the result or exception of each, in their order."""
    found: dict[int, Outcome[I, O]] = {}
    with _Workers(function, items, max_concurrency, keep=found.__setitem__) as workers:
        workers.join()
    return [found[index] for index in sorted(found)]


def run_all(
    function: Callable[[I], O],
    items: Iterable[I],
    max_concurrency: int,
    keep: Callable[[Outcome[I, O]], object],
    stop: threading.Event | None = None,
) -> None:
    """Applies a function to items, so many at a time, and another one to each outcome, in any thread.

    What that raises ends it all. `stop` is set then, for those that are under way to look at.
    """
    with _Workers(function, items, max_concurrency, stop, keep=lambda _, outcome: keep(outcome)) as workers:
        workers.join()


def as_completed(
    function: Callable[[I], O], items: Iterable[I], max_concurrency: int, stop: threading.Event | None = None
) -> Generator[Outcome[I, O]]:
    """As `each`, giving each outcome as soon as it is there. No more are made than are taken.

    `stop` is set when no more are wanted, for those that are under way to look at.
    """
    with _Workers(function, items, max_concurrency, stop) as workers:
        for _, outcome in workers.outcomes():
            yield outcome


class _Workers(Generic[I, O]):
    """Threads that apply a function to items. When the block is left early, they take no further item.

    What a thread has made waits in a queue until it is taken, and the thread makes no more before. Both the queue and
    the locks for that are the interpreter's own: those written in Python cost more than a small file or a short request
    where eight threads compete for the interpreter. Where a function keeps what was made, nobody waits for anybody.
    """

    def __init__(
        self,
        function: Callable[[I], O],
        items: Iterable[I],
        count: int,
        stop: threading.Event | None = None,
        *,
        keep: Callable[[int, Outcome[I, O]], object] | None = None,
    ) -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._function = function
        self._source = enumerate(items)
        self._lock = threading.Lock()
        self._left = False
        self._ready: queue.SimpleQueue[tuple[threading.Lock, tuple[int, Outcome[I, O]] | BaseException | None]]
        self._ready = queue.SimpleQueue()
        self._count = count
        self._stop = stop
        self._keep = keep
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="flighthub")
        self._taken = [threading.Lock() for _ in range(count)]

    def __enter__(self) -> Self:
        for taken in self._taken:
            self._pool.submit(self._work, taken)
        return self

    def __exit__(self, *_: object) -> None:
        # First what cannot be interrupted: whoever presses Ctrl-C again must find it done.
        if self._stop is not None:
            self._stop.set()
        self._left = True
        self._pool.shutdown()

    def outcomes(self) -> Generator[tuple[int, Outcome[I, O]]]:
        """What became of each item, with its number, as it comes."""
        working = self._count
        while working:
            try:
                taken, found = self._ready.get(timeout=_LONGEST_WAIT)
            except queue.Empty:
                continue
            if found is None:
                working -= 1
            elif isinstance(found, BaseException):
                raise found
            else:
                taken.release()
                yield found

    def join(self) -> None:
        """Waits until there are no more items, where what was made is kept."""
        for _ in self.outcomes():
            raise AssertionError("what is kept is not handed over")

    def _work(self, taken: threading.Lock) -> None:
        try:
            # As long as nobody has taken what was made last, there is no more. Whoever leaves takes nothing any more.
            while not self._left:
                if not taken.acquire(timeout=0.1) or self._left:
                    continue
                with self._lock:
                    following = next(self._source, None)
                if following is None:
                    break
                index, item = following
                outcome: Outcome[I, O]
                try:
                    outcome = Outcome(item, value=self._function(item))
                except Exception as error:
                    outcome = Outcome(item, error=error)
                except INTERRUPTIONS:
                    raise
                except BaseException as error:
                    outcome = Outcome(item, error=describe_worker_end(error))
                if self._keep is None:
                    self._ready.put((taken, (index, outcome)))
                else:
                    self._keep(index, outcome)
                    taken.release()
        except BaseException as error:
            # The source of the items failed, or something meant to end the process: for the one who asked for it all.
            self._ready.put((taken, error))
        self._ready.put((taken, None))
