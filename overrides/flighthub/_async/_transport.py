"""The one way out: every request leaves here, and nothing else of this package knows the HTTP library.

A call is sent, judged, and sent again where its retry class allows, until its deadline. Nothing follows redirects or
keeps cookies. What the HTTP library raises is chained without its traceback, whose frames hold keys and bodies.

The HTTP library's own pool gives one idle connection to several of the requests that wait; one that comes too late for
it can wait for seconds, again and again, while others stand idle (encode/httpcore#822). So no request waits in such a
pool here: it waits for its turn, and then has a pool of a single connection to itself until its answer is closed.
"""

from __future__ import annotations

import json
import platform
from collections.abc import AsyncIterator, Callable, Mapping
from functools import lru_cache, partial
from threading import Lock
from time import monotonic
from typing import Any, Final, NamedTuple, cast
from uuid import uuid4

import httpx

from flighthub_api.operations import LANGUAGE_HEADER, PROJECT_HEADER, REQUEST_ID_HEADER, TOKEN_HEADER
from flighthub_api.runtime.operations import Operation, Request
from flighthub_api.runtime.problems import InvalidArgument
from flighthub_api.runtime.secrets import Hidden, Secret, revealed

from .._answers import Response, Verdict, already_gone, judge, outcome_unknown
from .._configuration import Configuration, Timeout, checked_token
from .._observation import Attempt, Hook, log, quieten, report
from .._options import Options
from .._pace import Pace
from .._retry import Fate, may_repeat
from .._tls import tls_context
from .._version import __version__
from ..errors import CallError, ConfigurationError, ConnectionFailed, RequestTimeout, UnexpectedResponse
from ._seam import Turns, ask, at_most, read_until, sleep

MAX_ANSWER: Final = 256 * 2**20
"""Bytes, decompressed, that an answer may have. A track of 100 000 points has 12 million."""

_GRACE: Final = 0.05
"""Seconds beyond the deadline in which a step of an attempt, which knows what it was doing, can end it itself."""

_NEVER_LEFT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
)
"""Failures after which the server certainly has not seen the request."""

_KEPT: Final = 5.0
"""Seconds for which a connection is kept that nobody needs."""

_Make = Callable[[], httpx.AsyncBaseTransport]

_TOKEN: Final = TOKEN_HEADER.encode()
_PROJECT: Final = PROJECT_HEADER.encode()
_REQUEST_ID: Final = REQUEST_ID_HEADER.encode()

_LOGGERS: Final = (
    "httpx",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "httpcore.socks",
)


class Exchange(NamedTuple):
    """A call that ended well: the last response, its envelope, and the ids of all attempts."""

    response: Response
    envelope: Mapping[str, Any]
    request_ids: tuple[str, ...]


class _Unreadable(Exception):
    """An answer came whose body cannot be read to its end."""

    def __init__(self, why: str, http_status: int) -> None:
        super().__init__(why)
        self.why = why
        self.http_status = http_status


class _Limits(dict[str, float]):
    """The timeouts of an attempt's steps as the HTTP library looks them up, none of them beyond the deadline."""

    def __init__(self, timeout: Timeout, end: float) -> None:
        super().__init__(timeout._asdict())
        self._end = end

    def get(self, name: str, default: Any = None) -> Any:
        """The timeout of a step that begins now."""
        return min(self[name], max(0.001, self._end - monotonic()))


class _Lane:
    """A pool of one connection."""

    def __init__(self, make: _Make) -> None:
        self.pool = make()
        self.origin: tuple[bytes, bytes] = (b"", b"")
        self.idle_since = monotonic()


class _Lanes(httpx.AsyncBaseTransport):
    """So many connections, made when they are needed.

    Args:
        make: _Makes a pool of one connection. It is asked for the first at once, so that bad settings show.
        count: How many requests can be under way at once.
    """

    def __init__(self, make: _Make, count: int) -> None:
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


class _Client(httpx.AsyncClient):
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


class Transport:
    """Sends requests over one pool of connections with one TLS context."""

    def __init__(self, configuration: Configuration, on_request: Hook | None, on_response: Hook | None) -> None:
        quieten(_LOGGERS)
        self._configuration = configuration
        self._on_request = on_request
        self._on_response = on_response
        self._pace = None if configuration.rate_limit is None else Pace(configuration.rate_limit)
        self._gate = Turns(1)
        self._client = _client(configuration, configuration.max_concurrency)
        # Parsing an address costs a fifth of a request, and the same few are asked again and again.
        self._url = lru_cache(256)(self._parsed)
        self._agent = f"flighthub/{__version__} python/{platform.python_version()}".encode()
        self._usual = [
            (b"Host", httpx.URL(configuration.base_url).netloc),
            (b"Accept", b"application/json"),
            (b"Accept-Encoding", b"gzip, deflate"),
            (b"Connection", b"keep-alive"),
            (b"User-Agent", self._agent),
            (LANGUAGE_HEADER.encode(), configuration.language.encode()),
        ]

    async def exchange(self, request: Request, options: Options, project: str | None, end: float) -> Exchange:
        """Sends a call, again where that is safe and can help, until it ends well or for good.

        The deadline covers everything, pauses included. Without await, a header that comes byte by byte is bounded by
        the read timeout of each byte alone.

        Args:
            request: What to send.
            options: The settings of this call.
            project: Id of the project to name in the header, if any.
            end: The moment, on the monotonic clock, at which the deadline passes.

        Raises:
            CallError: What became of it, with the ids of all attempts.
        """
        operation = request.operation
        request_ids: list[str] = []
        may_have_acted = False
        while True:
            request_ids.append(str(uuid4()))
            verdict, response = await self._attempt(request, options, project, request_ids, end)
            if verdict.envelope is not None:
                return Exchange(response, verdict.envelope, tuple(request_ids))
            error = cast("CallError", verdict.error)
            if may_have_acted and already_gone(operation, error):
                return Exchange(response, {"code": 0, "message": ""}, tuple(request_ids))
            may_have_acted = may_have_acted or verdict.fate in (Fate.LOST, Fate.BUSY, Fate.UNREADABLE)
            error.request_ids = tuple(request_ids)
            pause = self._pause(verdict, operation, options, len(request_ids), end, error)
            if pause is None:
                raise error
            log.info("%s is sent again in %.2f s", operation.name, pause)
            await sleep(pause)

    def _pause(
        self, verdict: Verdict, operation: Operation, options: Options, attempts: int, end: float, error: CallError
    ) -> float | None:
        """Seconds until the next attempt; None, with the reason noted in the error, when there is none."""
        if not may_repeat(operation, verdict.fate):
            return None
        if attempts >= options.retry.attempts:
            if attempts > 1:
                error.gave_up = f"It was tried {attempts} times."
            return None
        pause = options.retry.pause(attempts) if verdict.wait is None else verdict.wait
        if monotonic() + pause >= end:
            asked = "" if verdict.wait is None else f"The server asks to wait {verdict.wait:g} s. "
            error.gave_up = (
                f"{asked}It was not tried again: that would be beyond the deadline of {options.deadline:g} s."
            )
            return None
        return pause

    async def _attempt(
        self, request: Request, options: Options, project: str | None, request_ids: list[str], end: float
    ) -> tuple[Verdict, Response]:
        """Sends a call once, and judges what came of it."""
        operation = request.operation
        if self._client.is_closed:
            raise ConfigurationError("this client is closed; make a new one")
        key = await self._key()
        attempt = Attempt(operation.name, len(request_ids), request_ids[-1], operation.http_method, operation.path)
        response = Response(0, {}, b"")
        if self._pace is not None and not await self._may_leave(self._pace, end):
            return _late(operation, options, "its turn did not come"), response
        made = Hidden(self._build(request, options, project, key, attempt.request_id, end))
        if self._on_request is not None:
            self._on_request(attempt)
        started = monotonic()
        if started >= end:
            # What the key, or a hook, took so long for, must not lead to something that is carried out unheard.
            verdict = _late(operation, options, "it was not ready to be sent")
            self._observe(attempt, response, verdict.error, 0.0)
            return verdict, response
        failure: BaseException | None = None
        try:
            async with at_most(end - started + _GRACE):
                response = await self._fetch(cast(httpx.Request, made.value), end)
        except (httpx.RequestError, OSError, _Unreadable) as error:
            # Without await, TLS that fails late comes as one of the library's errors; with it, as it is.
            failure = _bare(error)
        except BaseException as error:
            self._observe(attempt, response, error, monotonic() - started)
            # Nothing below this line of the traceback is for anybody's eyes.
            raise error.with_traceback(None)  # noqa: B904
        verdict = (
            judge(operation, response, key, self._configuration.base_url)
            if failure is None
            else _failed(operation, options, failure, end)
        )
        self._observe(attempt, response, verdict.error, monotonic() - started)
        return verdict, response

    async def _may_leave(self, pace: Pace, end: float) -> bool:
        """Waits, in the order of coming, until a request may leave; false when that would be beyond the deadline."""
        if not await self._gate.take(end - monotonic()):
            return False
        try:
            left = pace.left()
            if monotonic() + left >= end:
                return False
            if left:
                await sleep(left)
            pace.leave()
            return True
        finally:
            self._gate.give_back()

    def _parsed(self, path: str) -> httpx.URL:
        return httpx.URL(self._configuration.base_url + path)

    async def _key(self) -> Secret:
        source = self._configuration.token
        if isinstance(source, Secret):
            return source
        return checked_token(await ask(source), "the function given as token")

    def _build(
        self, request: Request, options: Options, project: str | None, key: Secret, request_id: str, end: float
    ) -> httpx.Request:
        """The HTTP request. No local variable here ever holds what must not be seen."""
        usual = self._usual
        if options.headers:
            usual = [(name, text) for name, text in usual if name.lower().decode() not in options.headers]
        try:
            stream = httpx.ByteStream(_content(request, options))
            return httpx.Request(
                request.operation.http_method,
                self._url(request.path),
                params={**request.query, **options.query} if request.query or options.query else None,
                headers=[
                    *usual,
                    (_TOKEN, key.reveal().encode()),
                    (_REQUEST_ID, request_id.encode()),
                    *([] if project is None else [(_PROJECT, project.encode())]),
                    *((name.encode(), text.encode()) for name, text in options.headers.items()),
                    *_entity(request, options, stream),
                ],
                stream=stream,
                extensions={"timeout": _Limits(options.timeout, end)},
            )
        except (TypeError, ValueError, httpx.InvalidURL) as error:
            problem = type(error).__name__
        raise InvalidArgument("request", f"cannot be put into HTTP ({problem}); look at request_options and the path")

    async def _fetch(self, made: httpx.Request, end: float) -> Response:
        """The answer to a request, its body read piece by piece and no further than an answer may be long."""
        answer = await self._client.send(made, stream=True)
        try:
            body = bytearray()
            with read_until(end + _GRACE, answer.extensions.get("network_stream")):
                async for piece in answer.aiter_bytes():
                    body += piece
                    if len(body) > MAX_ANSWER:
                        raise _Unreadable(f"more than {MAX_ANSWER} bytes", answer.status_code)
            return Response(answer.status_code, dict(answer.headers.items()), bytes(body))
        except httpx.DecodingError:
            raise _Unreadable("what cannot be decompressed", answer.status_code) from None
        finally:
            await answer.aclose()

    def _observe(self, attempt: Attempt, response: Response, error: BaseException | None, duration: float) -> None:
        ended = attempt._replace(
            http_status=response.http_status or None,
            code=0 if error is None else getattr(error, "code", None),
            duration=duration,
            error="" if error is None else type(error).__name__,
        )
        report(ended)
        if self._on_response is not None:
            try:
                self._on_response(ended)
            except Exception as problem:
                log.warning("on_response raised %s and is ignored", type(problem).__name__)

    async def aclose(self) -> None:
        """Closes all connections."""
        await self._client.aclose()


def _laned(make: Callable[..., httpx.AsyncBaseTransport], given: Any, named: dict[str, Any]) -> _Lanes:
    """Lanes instead of the HTTP library's pool, made as it makes that, as many as that would have connections."""
    count = named["limits"].max_connections
    return _Lanes(partial(make, *given, **{**named, "limits": httpx.Limits(max_connections=1)}), count)


def _client(configuration: Configuration, connections: int) -> _Client:
    """The HTTP library's client with one TLS context for all connections, and the proxies of the environment.

    Raises:
        ConfigurationError: The proxy cannot be used.
    """
    verify = tls_context(configuration.ca_bundle, configuration.client_certificate)
    try:
        return _Client(
            verify=verify,
            proxy=None if configuration.proxy is None else configuration.proxy.reveal(),
            limits=httpx.Limits(max_connections=connections),
            follow_redirects=False,
        )
    except ImportError:
        problem = "SOCKS proxies need the package socksio"
    except (ValueError, httpx.InvalidURL):
        problem = "its address is no URL, or of a kind that is not known"
    raise ConfigurationError(f"the proxy, given as an argument or by the environment, cannot be used: {problem}")


def _content(request: Request, options: Options) -> bytes:
    """The body as bytes; empty when there is none."""
    if request.body is None and not options.body:
        return b""
    members = {**(request.body or {}), **options.body}
    return json.dumps(members, default=revealed, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _entity(request: Request, options: Options, stream: httpx.ByteStream) -> list[tuple[bytes, bytes]]:
    """The headers that describe the body."""
    if request.body is None and not options.body:
        return [] if request.operation.http_method in ("GET", "DELETE") else [(b"Content-Length", b"0")]
    length = sum(map(len, stream))
    kind = [] if "content-type" in options.headers else [(b"Content-Type", b"application/json")]
    return [*kind, (b"Content-Length", str(length).encode())]


def _bare(error: Exception) -> Exception:
    """An exception of the same type without what its traceback, its causes, its request and its text could show."""
    if isinstance(error, httpx.RequestError):
        text = "" if isinstance(error, httpx.ProtocolError) else str(error)
        return type(error)(text)
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def _late(operation: Operation, options: Options, what: str) -> Verdict:
    """What was not sent, and will not be."""
    return Verdict(
        Fate.ANSWERED,
        error=RequestTimeout(
            f"{operation.name}: {what} before the deadline of {options.deadline:g} s.", operation=operation.name
        ),
    )


def _failed(operation: Operation, options: Options, failure: BaseException, end: float) -> Verdict:
    """What an attempt without an answer amounts to."""
    name = operation.name
    fate = Fate.LOST
    error: CallError
    if isinstance(failure, _Unreadable):
        fate = Fate.UNREADABLE
        text = f"{name} answered with {failure.why} (HTTP {failure.http_status})."
        error = UnexpectedResponse(text, operation=name, http_status=failure.http_status)
    elif isinstance(failure, (httpx.TimeoutException, TimeoutError)):
        over = monotonic() >= end - _GRACE
        limit = f"the deadline of {options.deadline:g} s" if over else f"{type(failure).__name__}, {options.timeout}"
        error = RequestTimeout(f"{name} got no answer in time ({limit}).", operation=name)
    elif isinstance(failure, httpx.LocalProtocolError):
        # Its text repeats what was wrong, which may be a header that nobody is to see.
        return Verdict(Fate.ANSWERED, error=ConnectionFailed(f"{name} cannot be put into HTTP.", operation=name))
    else:
        hint = ""
        if "CERTIFICATE_VERIFY_FAILED" in str(failure):
            hint = " The server's certificate is not trusted: give the CA bundle of the installation as ca_bundle=…"
        error = ConnectionFailed(
            f"{name} got no answer: {f'{type(failure).__name__} {failure}'.strip()}.{hint}", operation=name
        )
    if isinstance(failure, _NEVER_LEFT):
        fate = Fate.NOT_CONNECTED
    error.__cause__ = failure
    if operation.retry == "safe" or fate is Fate.NOT_CONNECTED:
        return Verdict(fate, error=error)
    why = f"{type(failure).__name__.strip('_')} while it was under way"
    return Verdict(fate, error=outcome_unknown(operation, why, error))
