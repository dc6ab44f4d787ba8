"""One poller for all that a process waits for: the triggers of a triggerer share it. Nothing of Airflow is here.

A watcher has one client, so one connection pool and one rate limit, for each connection and project. What several wait
for is read once. It ends when nobody waits any more, and the next one begins with the connection as it is then.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Literal, NamedTuple
from weakref import WeakKeyDictionary

from .._async.client import AsyncFlightHub
from .._core.polling import Poller
from ..errors import NotFound

Connect = Callable[[], Awaitable[AsyncFlightHub]]
IsFinal = Callable[[Any], bool]


class Subject(NamedTuple):
    """What is waited for.

    Attributes:
        kind: A flight task, a model on the map of a project, or a model of open modeling.
        id: Its id.
    """

    kind: Literal["flight_task", "model", "open_model"]
    id: str

    async def read(self, fh: AsyncFlightHub) -> Any:
        """Its present state; None for a model that the server does not show yet."""
        if self.kind == "flight_task":
            return await fh.flight_tasks.get(self.id)
        if self.kind == "open_model":
            return await fh.open_models.get(self.id)
        try:
            return await fh.models.get(int(self.id))
        except NotFound:
            return None


class _Waiting:
    """Somebody who waits."""

    def __init__(self, make_test: Callable[[AsyncFlightHub], IsFinal], what: str, interval: float) -> None:
        self.poller = Poller(what, None, interval)
        self.ended: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._make_test = make_test
        self._is_final: IsFinal | None = None

    def take(self, fh: AsyncFlightHub, state: Any) -> None:
        """Ends the wait where a state is what is waited for."""
        if self.ended.done():
            return
        self.poller.read()
        try:
            if self._is_final is None:
                self._is_final = self._make_test(fh)
            if self._is_final(state):
                self.ended.set_result(state)
        except Exception as error:
            self.ended.set_exception(error)

    def take_error(self, error: Exception) -> None:
        """Ends the wait where reading failed in a way that does not pass."""
        if not self.ended.done() and not self.poller.should_continue_after(error):
            self.ended.set_exception(error)


@dataclass(eq=False)
class _Watched:
    """What is read for those who wait for it."""

    waiting: list[_Waiting] = field(default_factory=list[_Waiting])
    due: float = 0.0
    look: asyncio.Task[None] | None = None


class Watcher:
    """Reads what many wait for, with one client.

    Args:
        connect: Makes the client.
        forget: Called with the watcher when nobody waits any more: it takes no more who wait.
    """

    def __init__(self, connect: Connect, forget: Callable[[Watcher], None]) -> None:
        self._connect = connect
        self._forget = forget
        self._watched: dict[Subject, _Watched] = {}
        self._changed = asyncio.Event()
        self._job: asyncio.Task[None] | None = None

    async def wait(
        self, subject: Subject, make_test: Callable[[AsyncFlightHub], IsFinal], *, what: str, interval: float
    ) -> Any:
        """Waits until something is as wished, for as long as it takes.

        Args:
            subject: What is read.
            make_test: Makes, with the client, what tells whether a state is the one that is waited for.
            what: What is waited for, in words that follow "waiting for".
            interval: Seconds between two looks.

        Returns:
            The state.

        Raises:
            FlightHubError: Reading failed in a way that does not pass, or for too long.
        """
        waiting = _Waiting(make_test, what, interval)
        watched = self._watched.setdefault(subject, _Watched())
        watched.waiting.append(waiting)
        watched.due = 0.0
        self._changed.set()
        if self._job is None:
            self._job = asyncio.create_task(self._run(), name="flighthub watcher")
        try:
            return await waiting.ended
        finally:
            watched.waiting.remove(waiting)
            self._changed.set()

    async def _run(self) -> None:
        try:
            async with await self._connect() as fh:
                await self._read_what_is_due(fh)
        except Exception as error:
            for waiting in [each for watched in self._watched.values() for each in watched.waiting]:
                if not waiting.ended.done():
                    waiting.ended.set_exception(error)
        finally:
            self._forget(self)

    async def _read_what_is_due(self, fh: AsyncFlightHub) -> None:
        try:
            while True:
                for subject, watched in list(self._watched.items()):
                    if not watched.waiting and watched.look is None:
                        del self._watched[subject]
                if not self._watched:
                    # From here to the end nothing is awaited before the next one who waits gets another watcher.
                    self._forget(self)
                    return
                now = time.monotonic()
                for subject, watched in self._watched.items():
                    if watched.look is None and watched.due <= now:
                        watched.look = asyncio.create_task(self._look(fh, subject, watched))
                soonest = min((each.due for each in self._watched.values() if each.look is None), default=math.inf)
                self._changed.clear()
                try:
                    async with asyncio.timeout(None if math.isinf(soonest) else max(0.0, soonest - now)):
                        await self._changed.wait()
                except TimeoutError:
                    continue
        finally:
            for watched in self._watched.values():
                if watched.look is not None:
                    watched.look.cancel()

    async def _look(self, fh: AsyncFlightHub, subject: Subject, watched: _Watched) -> None:
        watched.due = math.inf
        try:
            try:
                state = await subject.read(fh)
            except Exception as error:
                for waiting in list(watched.waiting):
                    waiting.take_error(error)
            else:
                for waiting in list(watched.waiting):
                    waiting.take(fh, state)
            # Who came meanwhile has set it to be read at once.
            pause = min((each.poller.pause() for each in watched.waiting), default=0.0)
            watched.due = min(watched.due, time.monotonic() + pause)
        finally:
            watched.look = None
            self._changed.set()


_WATCHERS: Final[WeakKeyDictionary[asyncio.AbstractEventLoop, dict[tuple[str, str | None], Watcher]]] = (
    WeakKeyDictionary()
)


def shared_watcher(conn_id: str, project: str | None, connect: Connect) -> Watcher:
    """The watcher of a connection and a project in this event loop. Wait on it before anything else is awaited.

    Args:
        conn_id: Id of the connection.
        project: The project, where it is not the connection's own.
        connect: Makes the client, if there is no watcher yet.
    """
    watchers = _WATCHERS.setdefault(asyncio.get_running_loop(), {})
    key = conn_id, project
    if key not in watchers:
        watchers[key] = Watcher(connect, partial(_forget, watchers, key))
    return watchers[key]


def _forget(watchers: dict[tuple[str, str | None], Watcher], key: tuple[str, str | None], watcher: Watcher) -> None:
    # Another one may have its place already.
    if watchers.get(key) is watcher:
        del watchers[key]
