"""What cannot be derived: sleeping, sockets, many things at once. The twin in `_sync/` is written by hand, too."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Iterable
from functools import cache, partial
from inspect import isawaitable
from threading import Event
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from flighthub_runtime.annotations import lazy_type

from ..._core.forks import register
from ..._core.outcome import INTERRUPTIONS, Outcome, describe_worker_end
from ..._core.step_timeout import time_left
from ..._core.waiting_line import Line, Place
from ...errors import ConfigurationError, InvalidArgument

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor
else:
    ThreadPoolExecutor = lazy_type("concurrent.futures", "ThreadPoolExecutor")

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741
T = TypeVar("T")
P = ParamSpec("P")

sleep = asyncio.sleep


timeout_after = asyncio.timeout
"""Ends what happens inside with TimeoutError when it takes longer than so many seconds."""


class Permit(Place):
    """A turn, once it is acquired. Whoever ends it leaves, and wakes the next."""

    __slots__ = ("_wakeup",)

    def __init__(self, line: Line) -> None:
        super().__init__(line)
        self._wakeup: asyncio.Future[None] | None = None

    async def acquire(self, timeout: float) -> bool:
        """Waits for the turn, at most so many seconds, and returns whether it has it."""
        has_turn = False
        try:
            self.join()
            if not self.has_turn():
                async with asyncio.timeout(timeout):
                    while not self.has_turn():
                        self._wakeup = asyncio.get_running_loop().create_future()
                        await self._wakeup
            has_turn = True
        except TimeoutError:
            pass
        finally:
            if not has_turn:
                self.leave()
                self.wake_next()
        return has_turn

    def wake_next(self) -> None:
        """Tells whoever has a turn now."""
        following = self.line.last_with_turn()
        if isinstance(following, Permit) and following._wakeup is not None and not following._wakeup.done():
            following._wakeup.set_result(None)


class FairSemaphore:
    """So many at once; the others wait, in their order.

    Args:
        size: How many.
    """

    def __init__(self, size: int) -> None:
        self.line = Line(size)

    def permit(self) -> Permit:
        """A permit that is still to be acquired."""
        return Permit(self.line)


class PerLoop(Generic[T]):
    """What belongs to one event loop of one process.

    Args:
        create: Makes it when a loop first asks for it.
    """

    def __init__(self, create: Callable[[], T]) -> None:
        self._create = create
        self._by_loop: dict[asyncio.AbstractEventLoop, T] = {}
        register(self)

    def get(self) -> T:
        """What belongs to the loop that is running.

        Raises:
            ConfigurationError: None is.
        """
        loop = running_loop()
        return self._by_loop.get(loop) or self._by_loop.setdefault(loop, self._create())

    def pop_closed(self) -> list[T]:
        """What belonged to loops that are closed. It is forgotten."""
        if len(self._by_loop) < 2:
            return []
        closed = [loop for loop in list(self._by_loop) if loop.is_closed()]
        return [gone for loop in closed if (gone := self._by_loop.pop(loop, None)) is not None]

    def pop_all(self) -> list[T]:
        """What belongs to any loop. It is forgotten."""
        forgotten, self._by_loop = self._by_loop, {}
        return list(forgotten.values())

    def reset_after_fork(self) -> None:
        """Forgets all, as no loop of the parent runs here."""
        self._by_loop = {}


def running_loop() -> asyncio.AbstractEventLoop:
    """The event loop that is running.

    Raises:
        ConfigurationError: None of asyncio is.
    """
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        pass
    raise ConfigurationError(
        "AsyncFlightHub needs a running event loop of asyncio, and there is none (trio's is another kind). "
        "Use asyncio, or call FlightHub in a thread, with trio.to_thread.run_sync(…) for instance."
    )


async def connect(host: str, port: int, timeout: float | None) -> socket.socket:
    """A socket connected to a host. Of several addresses a later one is tried when an earlier one takes long."""
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(time_left(timeout)):
        try:
            # An address is not looked up, which would take a thread.
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        except socket.gaierror:
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if len(found) == 1:
            return await _connect_to(found[0])
        from asyncio.staggered import staggered_race

        connected, _, problems = await staggered_race([partial(_connect_to, each) for each in found], _STAGGER)
        if connected is not None:
            return cast(socket.socket, connected)
        raise next((each for each in problems if each is not None), OSError("no address"))


async def _connect_to(address: tuple[Any, ...]) -> socket.socket:
    family, kind, protocol, _, where = address
    made = socket.socket(family, kind, protocol)
    try:
        made.setblocking(False)
        await asyncio.get_running_loop().sock_connect(made, where)
    except BaseException:
        made.close()
        raise
    return made


async def receive(connected: socket.socket, max_bytes: int, timeout: float | None) -> bytes:
    """The next bytes that come, none at the end; TimeoutError when it takes longer."""
    async with asyncio.timeout(timeout):
        return await asyncio.get_running_loop().sock_recv(connected, max_bytes)


async def send_all(connected: socket.socket, data: bytes, timeout: float | None) -> None:
    """Sends all bytes; TimeoutError when it takes longer."""
    async with asyncio.timeout(time_left(timeout)):
        await asyncio.get_running_loop().sock_sendall(connected, data)


async def maybe_await(source: Callable[[], T] | Callable[[], Awaitable[T]]) -> T:
    """What a function gives, awaited where that is needed."""
    given = source()
    return cast(T, await given if isawaitable(given) else given)


OnChange = Callable[[T], Awaitable[None] | None]
"""A function, or an `async def`, that is called with each state that is new."""


def check_callback(function: Callable[..., object] | None, argument: str) -> None:
    """Refuses what cannot be called.

    Raises:
        InvalidArgument: It is not a function.
    """
    if function is not None and not callable(function):  # pyright: ignore[reportUnnecessaryComparison]
        raise InvalidArgument(argument, f"must be a function, not {type(function).__name__}")


async def call_back(function: OnChange[T], state: T) -> None:
    """Calls a function that somebody gave, and awaits it where it is an `async def`."""
    given = function(state)
    if isawaitable(given):
        await given


async def pause(seconds: float, cancel: Event | None = None) -> None:
    """Sleeps, no longer than until an event is set."""
    end = asyncio.get_running_loop().time() + seconds
    while cancel is not None and not cancel.is_set():
        left = end - asyncio.get_running_loop().time()
        if left <= 0:
            return
        await asyncio.sleep(min(left, _GLANCE))
    if cancel is None:
        await asyncio.sleep(seconds)


_STAGGER = 0.25
"""Seconds that an address has before the next one is tried beside it."""

_GLANCE = 0.1
"""Seconds after which a sleeper looks whether an event is set."""


def _is_cancelled() -> bool:
    """Whether the task that asks is being cancelled, and does not only see that something else was."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


@cache
def _threads() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(32, thread_name_prefix="flighthub")


if hasattr(os, "register_at_fork"):
    # A child has none of the threads.
    os.register_at_fork(after_in_child=_threads.cache_clear)


async def in_thread(function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
    """What a function gives that waits for a disk or a store, without holding up the event loop."""
    work = partial(function, *arguments, **named)
    return await asyncio.get_running_loop().run_in_executor(_threads(), work)


async def run_shielded(work: Awaitable[T]) -> T:
    """What is carried out even when the one who waits for it is cancelled meanwhile, however often."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is None:
        return task.result()
    if not task.cancelled():
        task.exception()  # so that nobody complains that it was never looked at
    raise cancelled


async def map_concurrent(
    function: Callable[[I], Awaitable[O]], items: Iterable[I], max_concurrency: int
) -> list[Outcome[I, O]]:
    """Applies a function to items, so many at a time, and keeps the result or exception of each, in their order."""
    running_loop()
    source = enumerate(items)
    found: dict[int, Outcome[I, O]] = {}
    broken: list[BaseException] = []

    async def work() -> None:
        while not broken:
            try:
                index, item = next(source, (-1, None))
            except Exception as error:
                # What is under way is not cancelled for it.
                broken.append(error)
                return
            if index < 0:
                return
            try:
                found[index] = Outcome(cast("I", item), value=await function(cast("I", item)))
            except Exception as error:
                found[index] = Outcome(cast("I", item), error=error)
            except asyncio.CancelledError as error:
                if _is_cancelled():
                    raise
                broken.append(error)
            except INTERRUPTIONS as error:
                broken.append(error)
            except BaseException as error:
                found[index] = Outcome(cast("I", item), error=describe_worker_end(error))

    async with asyncio.TaskGroup() as group:
        for _ in range(max_concurrency):
            group.create_task(work())
    for error in broken:
        raise error
    return [found[index] for index in sorted(found)]


async def run_all(
    function: Callable[[I], Awaitable[O]],
    items: Iterable[I],
    max_concurrency: int,
    keep: Callable[[Outcome[I, O]], object],
    stop: Event | None = None,
) -> None:
    """Applies a function to items, so many at a time, and another one to each outcome.

    What that raises ends it all. `stop` is set then, for what still goes on in threads.
    """
    source = iter(items)
    broken: list[BaseException] = []

    async def work() -> None:
        try:
            for item in source:
                keep(await _outcome_of(function, item))
        except (Exception, *INTERRUPTIONS) as error:
            broken.append(error)
        except asyncio.CancelledError as error:
            if _is_cancelled():
                raise
            broken.append(error)

    workers = {asyncio.create_task(work()) for _ in range(max_concurrency)}
    working = workers
    try:
        while working and not broken:
            _, working = await asyncio.wait(working, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await _end(workers, stop)
    for error in broken:
        raise error


async def _outcome_of(function: Callable[[I], Awaitable[O]], item: I) -> Outcome[I, O]:
    """What became of an item. What ends the job is raised."""
    try:
        return Outcome(item, value=await function(item))
    except Exception as error:
        return Outcome(item, error=error)
    except (asyncio.CancelledError, *INTERRUPTIONS):
        raise
    except BaseException as error:
        return Outcome(item, error=describe_worker_end(error))


async def _end(workers: Collection[asyncio.Task[None]], stop: Event | None) -> None:
    """Ends tasks, and waits until they are."""
    if stop is not None:
        stop.set()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


async def as_completed(
    function: Callable[[I], Awaitable[O]], items: Iterable[I], max_concurrency: int, stop: Event | None = None
) -> AsyncGenerator[Outcome[I, O]]:
    """As `each`, giving each outcome as soon as it is there. No more are made than are taken.

    `stop` is set when no more are wanted, for what still goes on in threads.
    """
    source = iter(items)
    ready: asyncio.Queue[Outcome[I, O] | BaseException | None] = asyncio.Queue(max_concurrency)

    async def work() -> None:
        try:
            for item in source:
                await ready.put(await _outcome_of(function, item))
        except (Exception, *INTERRUPTIONS) as error:
            # The source of the items failed, or somebody wants an end.
            await ready.put(error)
        except asyncio.CancelledError as error:
            if _is_cancelled():
                raise
            await ready.put(error)
        await ready.put(None)

    workers = [asyncio.create_task(work()) for _ in range(max_concurrency)]
    try:
        left = max_concurrency
        while left:
            outcome = await ready.get()
            if outcome is None:
                left -= 1
            elif isinstance(outcome, BaseException):
                raise outcome
            else:
                yield outcome
    finally:
        await _end(workers, stop)
