"""The connections on which requests leave, each of which serves one request at a time.

The HTTP library's own pool gives one idle connection to several of the requests that wait; one that comes too late for
it can wait for seconds, again and again, while others stand idle (encode/httpcore#822). So no request waits in such a
pool here: it waits for its turn, and then has a pool of a single connection to itself until its answer is closed.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from functools import partial
from threading import Lock
from time import monotonic
from typing import Any, Final, cast

import httpx

from .._configuration import Configuration
from .._tls import tls_context
from ..errors import ConfigurationError
from ._seam import Turns

_KEPT: Final = 5.0
"""Seconds for which a connection is kept that nobody needs."""

Make = Callable[[], httpx.AsyncBaseTransport]


class _Lane:
    """A pool of one connection."""

    def __init__(self, make: Make) -> None:
        self.pool = make()
        self.origin: tuple[bytes, bytes] = (b"", b"")
        self.idle_since = monotonic()


class Lanes(httpx.AsyncBaseTransport):
    """So many connections, made when they are needed.

    Args:
        make: Makes a pool of one connection. It is asked for the first at once, so that bad settings show.
        count: How many requests can be under way at once.
    """

    def __init__(self, make: Make, count: int) -> None:
        self._make = make
        self._count = count
        self._turns = Turns(count)
        self._lock = Lock()
        # The one that was used last is last.
        self._idle = [_Lane(make)]
        self._all = set(self._idle)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The head of the answer to a request, which is sent when its turn has come.

        Raises:
            httpx.PoolTimeout: Its turn did not come in time.
        """
        if not await self._turns.take(request.extensions["timeout"].get("pool")):
            raise httpx.PoolTimeout("", request=request)
        lane: _Lane | None = None
        try:
            lane, unneeded = self._taken((request.url.raw_scheme, request.url.netloc))
            for each in unneeded:
                await each.pool.aclose()
            answer = await lane.pool.handle_async_request(request)
        except BaseException:
            try:
                # Whatever became of its connection, nobody else is to meet it.
                if lane is not None:
                    self._all.discard(lane)
                    await lane.pool.aclose()
            finally:
                self._turns.give_back()
            raise
        answer.stream = _Body(cast(httpx.AsyncByteStream, answer.stream), partial(self._give_back, lane))
        return answer

    def _taken(self, origin: tuple[bytes, bytes]) -> tuple[_Lane, list[_Lane]]:
        """A lane, if possible one that leads where a request goes, and those that nobody has needed for long."""
        with self._lock:
            moment = monotonic() - _KEPT
            unneeded = [each for each in self._idle if each.idle_since < moment]
            self._idle = self._idle[len(unneeded) :]
            self._all.difference_update(unneeded)
            fitting = [each for each in self._idle if each.origin == origin]
            if not fitting and len(self._all) < self._count:
                lane = _Lane(self._make)
                self._all.add(lane)
            else:
                lane = fitting[-1] if fitting else self._idle[0]
                self._idle.remove(lane)
            lane.origin = origin
        return lane, unneeded

    def _give_back(self, lane: _Lane) -> None:
        with self._lock:
            lane.idle_since = monotonic()
            self._idle.append(lane)
        self._turns.give_back()

    async def aclose(self) -> None:
        """Closes all connections."""
        for lane in list(self._all):
            await lane.pool.aclose()


class _Body(httpx.AsyncByteStream):
    """The body of an answer, after which the connection is free again."""

    def __init__(self, stream: httpx.AsyncByteStream, ended: Callable[[], None]) -> None:
        self._stream = stream
        self._ended: Callable[[], None] | None = ended

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._stream.__aiter__()

    async def aclose(self) -> None:
        """Closes it."""
        ended, self._ended = self._ended, None
        try:
            await self._stream.aclose()
        finally:
            if ended is not None:
                ended()


class _NoCookies(httpx.Cookies):
    """Takes no cookies: nothing of one call or project is to show in another, and looking for them costs a sixth."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Does nothing."""


class Client(httpx.AsyncClient):
    """The HTTP library's client. Redirects are not followed, so the request for one is not built either."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._cookies = _NoCookies()

    def _build_redirect_request(self, request: httpx.Request, response: httpx.Response) -> httpx.Request:
        return request

    def _init_transport(self, *given: Any, **named: Any) -> httpx.AsyncBaseTransport:
        return _laned(super()._init_transport, given, named)

    def _init_proxy_transport(self, *given: Any, **named: Any) -> httpx.AsyncBaseTransport:
        return _laned(super()._init_proxy_transport, given, named)


def _laned(make: Callable[..., httpx.AsyncBaseTransport], given: Any, named: dict[str, Any]) -> Lanes:
    """Lanes instead of the HTTP library's pool, made as it makes that, as many as that would have connections."""
    count = named["limits"].max_connections
    return Lanes(partial(make, *given, **{**named, "limits": httpx.Limits(max_connections=1)}), count)


def client(configuration: Configuration) -> Client:
    """The HTTP library's client with one TLS context for all connections, and the proxies of the environment.

    Raises:
        ConfigurationError: The proxy cannot be used.
    """
    verify = tls_context(configuration.ca_bundle, configuration.client_certificate)
    try:
        return Client(
            verify=verify,
            proxy=None if configuration.proxy is None else configuration.proxy.reveal(),
            limits=httpx.Limits(max_connections=configuration.max_concurrency),
            follow_redirects=False,
        )
    except ImportError:
        problem = "SOCKS proxies need the package socksio"
    except (ValueError, httpx.InvalidURL):
        problem = "its address is no URL, or of a kind that is not known"
    raise ConfigurationError(f"the proxy, given as an argument or by the environment, cannot be used: {problem}")
