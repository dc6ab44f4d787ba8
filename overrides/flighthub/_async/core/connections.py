"""Connections, each of which answers one request at a time, of one process and one event loop.

The HTTP library's own pool gives one idle connection to several of the requests that wait; one that comes too late for
it can wait for seconds, again and again, while others stand idle (encode/httpcore#822). A request that is cancelled or
interrupted leaves a connection there that looks taken. So connections are made by that pool, and kept here: a request
waits for its slot, has a connection to itself until its response is closed, and leaves it to the next request only if
nothing of its own can still be on its way.
"""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any, Final, cast

import httpcore

from flighthub_runtime.secrets import Masked

from .concurrency import FairSemaphore, PerLoop, Permit
from .network import SocketBackend

_KEPT: Final = 5.0
"""Seconds for which a connection is kept that nobody needs."""


QUERY: Final = "flighthub_query"
"""The extension with the query, which is put into the address behind what error trackers patch: they keep addresses."""


class ConnectionPool:
    """What the HTTP library's transport sends through, in place of the library's own pool.

    Args:
        template: That pool. It makes connections, through a proxy or not, and is used for nothing else.
        size: How many connections there are at most, in each event loop.
    """

    def __init__(self, template: httpcore.AsyncConnectionPool, size: int) -> None:
        settings = cast(Any, template)
        settings._network_backend, settings._keepalive_expiry = SocketBackend(), _KEPT
        self._slots = PerLoop(partial(_Slots, size, template.create_connection))
        self._closed = False

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """The head of the response to a request, which is sent when there is a slot for it.

        Raises:
            httpcore.PoolTimeout: There was none in time.
        """
        slots = self._slots.get()
        for closed in self._slots.pop_closed():
            await closed.close_idle()
        query: Masked[bytes] | None = cast(Any, request).extensions.pop(QUERY, None)
        if query is not None:
            request.url.target += b"?" + query.reveal()
        timeouts = cast(Any, request).extensions["timeout"]
        timeouts.permit = permit = slots.semaphore.permit()
        connection: httpcore.AsyncConnectionInterface | None = None
        try:
            if not await permit.acquire(timeouts.get("pool")):
                raise httpcore.PoolTimeout
            connection = await slots.take(request.url.origin)
            response = await connection.handle_async_request(request)
            response.stream = _Body(response, self, slots, connection, permit)
        except BaseException:
            try:
                if connection is not None:
                    await slots.close(connection)
            finally:
                permit.leave()
                permit.wake_next()
            raise
        return response

    def can_keep(self, connection: httpcore.AsyncConnectionInterface) -> bool:
        """Whether a connection may answer another request: it is certainly idle, and the client still open."""
        return _is_certainly_idle(connection) and not self._closed

    async def aclose(self) -> None:
        """Closes all idle connections; the others as soon as they have answered."""
        self._closed = True
        for slots in self._slots.pop_all():
            await slots.close_idle()


class _Slots:
    """The connections of one event loop. No step of it takes a lock, so that none can be held for ever.

    Args:
        size: How many connections there are at most.
        create: Makes one.
    """

    def __init__(self, size: int, create: Callable[[httpcore.Origin], httpcore.AsyncConnectionInterface]) -> None:
        self.semaphore = FairSemaphore(size)
        self._size = size
        self._create = create
        # The one that was used last is last.
        self.idle: deque[httpcore.AsyncConnectionInterface] = deque()
        self._open: set[weakref.ref[httpcore.AsyncConnectionInterface]] = set()

    async def take(self, origin: httpcore.Origin) -> httpcore.AsyncConnectionInterface:
        """A connection to where a request goes: one that is idle, or another one."""
        await self._close_expired()
        for each in reversed(list(self.idle)):
            if each.can_handle_request(origin) and self._claim(each):
                if each.is_idle() and not each.has_expired():
                    return each
                await self.close(each)
        while len(self._open) >= self._size and self.idle:
            await self.close(self.idle.popleft())
        connection = self._create(origin)
        self._open.add(weakref.ref(connection, self._open.discard))
        return connection

    async def close(self, connection: httpcore.AsyncConnectionInterface) -> None:
        """Closes a connection, which makes room for another one."""
        self._open.discard(weakref.ref(connection))
        await connection.aclose()

    async def close_idle(self) -> None:
        """Closes all that nobody uses."""
        while self.idle:
            await self.close(self.idle.pop())

    async def _close_expired(self) -> None:
        """Closes what nobody has needed for long, the oldest first."""
        for each in list(self.idle)[:-1]:
            if not each.has_expired():
                return
            if self._claim(each):
                await self.close(each)

    def _claim(self, connection: httpcore.AsyncConnectionInterface) -> bool:
        """Takes an idle connection, unless another thread was faster."""
        try:
            self.idle.remove(connection)
        except ValueError:
            return False
        return True


class _Body:
    """The body of a response, after which the connection is free again.

    Args:
        response: What it is the body of.
        pool: Where the connection goes.
        slots: The pool that it belongs to.
        connection: The connection.
        permit: Its slot.
    """

    def __init__(
        self,
        response: httpcore.Response,
        pool: ConnectionPool,
        slots: _Slots,
        connection: httpcore.AsyncConnectionInterface,
        permit: Permit,
    ) -> None:
        self._stream = self._pieces = cast(Any, response.stream)
        self._pool = pool
        self._slots = slots
        self._connection = connection
        self._permit = permit
        self._is_complete = self._is_closed = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        self._pieces = self._stream.__aiter__()
        return self

    async def __anext__(self) -> bytes:
        try:
            return cast(bytes, await self._pieces.__anext__())
        except StopAsyncIteration:
            self._is_complete = True
            raise

    async def aclose(self) -> None:
        """Ends the exchange, whether or not the body was read."""
        if self._is_closed:
            return
        self._is_closed = True
        connection = self._connection
        try:
            is_kept = False
            if self._is_complete:
                await self._stream.aclose()
                is_kept = self._pool.can_keep(connection)
            if not is_kept:
                await self._slots.close(connection)
        except BaseException:
            try:
                await self._slots.close(connection)
            finally:
                self._permit.leave()
                self._permit.wake_next()
            raise
        if is_kept:
            # From this step on it is the next one's. Whatever is raised before it ends the connection with this frame.
            self._slots.idle.append(connection)
        self._permit.leave()
        self._permit.wake_next()


def _is_certainly_idle(connection: httpcore.AsyncConnectionInterface) -> bool:
    """Whether the response has ended, and nothing follows that might be taken for the response to the next call."""
    inner: Any = connection
    while hasattr(inner, "_connection"):
        inner = inner._connection
    parser = getattr(inner, "_h11_state", None)
    return connection.is_idle() and parser is not None and not parser.trailing_data[0] and not connection.has_expired()
