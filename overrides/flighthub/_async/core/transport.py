"""The one way out: every request leaves here, and nothing else of this package knows the HTTP library.

A call is sent, judged, and sent again where its retry class allows, until its deadline. Nothing follows redirects or
keeps cookies. What the HTTP library raises is chained without its traceback, whose frames hold keys and bodies.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from time import monotonic
from typing import Any, Final, NamedTuple, cast
from uuid import uuid4

import httpx

from flighthub_api.servers import LANGUAGE_HEADER, PROJECT_HEADER, REQUEST_ID_HEADER, TOKEN_HEADER
from flighthub_runtime.operations import Operation, Request
from flighthub_runtime.problems import InvalidArgument
from flighthub_runtime.secrets import Masked, MaskedMapping, Secret, reveal_for_json

from ..._core.configuration import Configuration, Timeout, validate_token
from ..._core.content_coding import ASKED_FOR, BodyDecoder, CodingError
from ..._core.hints import hint
from ..._core.hooks import Attempt, Hook, is_reported, log, redact_http_logs, report
from ..._core.proxies import proxy_for
from ..._core.rate_limit import RateLimiter
from ..._core.request_options import Options
from ..._core.responses import Classification, Response, classify_response, delete_already_done, outcome_unknown
from ..._core.retry import AttemptResult, should_retry, time_to_answer
from ..._core.step_timeout import StepTimeout
from ..._core.tls import context_that_trusts_nobody, tls_context
from ..._version import __version__
from ...errors import CallError, ConfigurationError, ConnectionFailed, RequestTimeout, UnexpectedResponse
from .concurrency import FairSemaphore, PerLoop, Permit, maybe_await, running_loop, sleep, timeout_after
from .connections import QUERY, ConnectionPool

MAX_ANSWER: Final = 256 * 2**20
"""Bytes, decompressed, that a response may have. A track of 100 000 points has 12 million."""

_GRACE: Final = 0.05
"""Seconds beyond the deadline in which a step of an attempt, which knows what it was doing, can end it itself."""

_NOT_READY: Final = "it was not ready to be sent in time for a response"

_NEVER_LEFT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
)
"""Failures after which the server certainly has not seen the request."""


def _header_name(name: str) -> tuple[bytes, bytes]:
    """A header's name as it is sent, and in lower case."""
    return name.encode(), name.lower().encode()


_TOKEN: Final = _header_name(TOKEN_HEADER)
_PROJECT: Final = _header_name(PROJECT_HEADER)
_REQUEST_ID: Final = _header_name(REQUEST_ID_HEADER)
_CONTENT_TYPE: Final = _header_name("Content-Type")
_CONTENT_LENGTH: Final = _header_name("Content-Length")

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
    envelope: MaskedMapping
    request_ids: tuple[str, ...]


class _Unreadable(Exception):
    """The body of a response cannot be read to its end."""

    def __init__(self, why: str, http_status: int) -> None:
        super().__init__(why)
        self.why = why
        self.http_status = http_status


class _Limits(NamedTuple):
    """Moments of a call on the monotonic clock.

    Attributes:
        latest: From then on, nothing is sent any more.
        end: The deadline.
    """

    latest: float
    end: float


class _TooLate(Exception):
    """Nothing was sent, as too little time is left for a response."""


class _StepTimeouts(dict[str, float]):
    """The timeouts of an attempt's steps as the HTTP library looks them up, none of them beyond the deadline.

    Attributes:
        sending_began: Whether the request, or a part of it, may have left: before, nobody asks how long writing may
            take.
        permit: The turn that the attempt has, or waits for, as soon as it does.
    """

    def __init__(self, timeout: Timeout, limits: _Limits) -> None:
        super().__init__(timeout._asdict())
        self.sending_began = False
        self.permit: Permit | None = None
        self._limits = limits

    def get(self, name: str, default: Any = None) -> Any:
        """The timeout of a step that begins now.

        Raises:
            _TooLate: It is the first step of sending, and too little time is left for a response.
        """
        if name == "write" and not self.sending_began:
            if monotonic() >= self._limits.latest:
                raise _TooLate
            self.sending_began = True
        if name == "pool":
            return min(self[name], max(0.0, self._limits.latest - monotonic()))
        return StepTimeout(self[name], self._limits.end)


class _Headers(httpx.Headers):
    """Headers that need no normalization, which costs a tenth of a request.

    Args:
        entries: Each header: its name as it is sent, its name in lower case, its value.
    """

    def __init__(self, entries: list[tuple[bytes, bytes, bytes]]) -> None:
        super().__init__()
        self._list = entries


class _NoCookies(httpx.Cookies):
    """Takes no cookies: nothing of one call or project is to show in another, and looking for them costs a sixth."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Does nothing."""


class _Client(httpx.AsyncClient):
    """The HTTP library's client, without what no call of ours needs and each would pay for: authentication in several
    steps, redirects, cookies."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._cookies = _NoCookies()

    async def _send_handling_auth(
        self, request: httpx.Request, auth: httpx.Auth, follow_redirects: bool, history: list[httpx.Response]
    ) -> httpx.Response:
        return await self._send_single_request(request)

    def _init_transport(self, *arguments: Any, **named: Any) -> httpx.AsyncBaseTransport:
        return _use_own_pool(super()._init_transport(*arguments, **named), named["limits"])

    def _init_proxy_transport(self, *arguments: Any, **named: Any) -> httpx.AsyncBaseTransport:
        return _use_own_pool(super()._init_proxy_transport(*arguments, **named), named["limits"])


class Transport:
    """Sends requests over one pool of connections with one TLS context."""

    def __init__(self, configuration: Configuration, on_request: Hook | None, on_response: Hook | None) -> None:
        redact_http_logs(_LOGGERS)
        self._configuration = configuration
        self._on_request = on_request
        self._on_response = on_response
        self._rate_limiter = None if configuration.rate_limit is None else RateLimiter(configuration.rate_limit)
        self._rate_limit_lines = PerLoop(partial(FairSemaphore, 1))
        self._client = _client(configuration, configuration.max_concurrency)
        # Parsing an address costs a fifth of a request, and the same few are asked again and again.
        self._url = lru_cache(256)(self._parsed)
        agent = f"flighthub/{__version__} python/{sys.version.split()[0]}"
        self._usual = [
            (*_header_name("Host"), httpx.URL(configuration.base_url).netloc),
            (*_header_name("Accept"), b"application/json"),
            (*_header_name("Accept-Encoding"), ASKED_FOR),
            (*_header_name("Connection"), b"keep-alive"),
            (*_header_name("User-Agent"), agent.encode()),
            (*_header_name(LANGUAGE_HEADER), configuration.language.encode()),
        ]

    async def exchange(self, request: Request, options: Options, project: str | None, end: float) -> Exchange:
        """Sends a call, again where that is safe and can help, until it ends well or for good.

        The deadline covers everything, pauses included.

        Args:
            request: What to send.
            options: The settings of this call.
            project: Id of the project to name in the header, if any.
            end: The moment, on the monotonic clock, at which the deadline passes.

        Raises:
            CallError: What became of it, with the ids of all attempts.
        """
        running_loop()
        operation = request.operation
        limits = _Limits(end - time_to_answer(operation, options.deadline), end)
        request_ids: list[str] = []
        may_have_acted = False
        last: CallError | None = None
        while True:
            request_ids.append(str(uuid4()))
            found, response = await self._attempt(request, options, project, request_ids, limits)
            if found.envelope is not None:
                return Exchange(response, found.envelope, tuple(request_ids))
            error = cast("CallError", found.error)
            if last is not None and found.result is AttemptResult.NOT_SENT:
                # What the server said last is worth more than that nothing was sent since.
                last.retry_stopped = _too_late(options, is_beyond=operation.retry == "safe")
                raise last
            if may_have_acted and delete_already_done(operation, error):
                return Exchange(response, MaskedMapping({"code": 0, "message": ""}), tuple(request_ids))
            may_have_acted = may_have_acted or found.result in (
                AttemptResult.LOST,
                AttemptResult.BUSY,
                AttemptResult.UNREADABLE,
            )
            error.request_ids = tuple(request_ids)
            pause = self._pause(found, operation, options, len(request_ids), limits, error)
            if pause is None:
                raise error
            last = error
            log.info("%s is sent again in %.2f s", operation.name, pause)
            await sleep(pause)

    def _pause(
        self,
        found: Classification,
        operation: Operation,
        options: Options,
        attempts: int,
        limits: _Limits,
        error: CallError,
    ) -> float | None:
        """Seconds until the next attempt; None, with the reason noted in the error, when there is none."""
        if not should_retry(operation, found.result):
            return None
        if attempts >= options.retry.attempts:
            if attempts > 1:
                error.retry_stopped = f"It was tried {attempts} times."
            return None
        pause = options.retry.pause(attempts) if found.wait is None else found.wait
        following = monotonic() + pause
        if following >= limits.latest:
            asked = "" if found.wait is None else f"The server asks to wait {found.wait:g} s. "
            error.retry_stopped = asked + _too_late(options, is_beyond=following >= limits.end)
            return None
        return pause

    async def _attempt(
        self, request: Request, options: Options, project: str | None, request_ids: list[str], limits: _Limits
    ) -> tuple[Classification, Response]:
        """Sends a call once, and classifies the result."""
        operation = request.operation
        if self._client.is_closed:
            raise ConfigurationError("this client is closed; make a new one")
        source = self._configuration.token
        key = source if isinstance(source, Secret) else await self._fetch_key(source)
        attempt = Attempt(operation.name, len(request_ids), request_ids[-1], operation.http_method, operation.path)
        response = Response(0, {}, b"")
        if self._rate_limiter is not None and not await self._await_rate_limit(self._rate_limiter, limits.latest):
            return _not_sent(operation, options, "its turn did not come"), response
        timeouts = _StepTimeouts(options.timeout, limits)
        try:
            made = Masked(self._build(request, options, project, key, attempt.request_id, timeouts))
        except BaseException as error:
            # Whatever interrupts it: the frames below hold what is sent.
            raise error.with_traceback(None)  # noqa: B904
        if self._on_request is not None:
            self._on_request(attempt)
        started = monotonic()
        if started >= limits.latest:
            # What the key, or a hook, took so long for, must not lead to something that is carried out unheard.
            found = _not_sent(operation, options, _NOT_READY)
            self._observe(attempt, response, found.error, 0.0)
            return found, response
        try:
            async with timeout_after(limits.end - started + _GRACE):
                response = await self._fetch(made.reveal())
            found = classify_response(
                operation,
                response,
                key,
                self._configuration.base_url,
                partial(_secrets_of, request, options),
                request.parse,
            )
        except _TooLate:
            found = _not_sent(operation, options, _NOT_READY)
        except Exception as error:
            # Without await, TLS that fails late comes as one of the library's errors; with it, as it is.
            is_known = isinstance(error, (httpx.RequestError, OSError, _Unreadable))
            if not is_known and (operation.retry == "safe" or not timeouts.sending_began):
                self._observe(attempt, response, error, monotonic() - started)
                raise error.with_traceback(None)  # noqa: B904
            found = _classify_failure(operation, options, _bare(error), timeouts.sending_began, limits.end)
        except BaseException as error:
            self._observe(attempt, response, error, monotonic() - started)
            # Nothing below this line of the traceback is for anybody's eyes.
            raise error.with_traceback(None)  # noqa: B904
        finally:
            # It has left by itself, unless it was interrupted in the middle of that.
            if timeouts.permit is not None:
                timeouts.permit.leave()
        self._observe(attempt, response, found.error, monotonic() - started)
        return found, response

    async def _await_rate_limit(self, limiter: RateLimiter, latest: float) -> bool:
        """Waits, in the order of coming, until a request may leave; false when that would be too late."""
        permit = self._rate_limit_lines.get().permit()
        try:
            if not await permit.acquire(latest - monotonic()):
                return False
            delay = limiter.delay()
            if monotonic() + delay >= latest:
                return False
            if delay:
                await sleep(delay)
            limiter.consume()
            return True
        finally:
            permit.leave()
            permit.wake_next()

    def _parsed(self, path: str) -> httpx.URL:
        return httpx.URL(self._configuration.base_url + path)

    async def _fetch_key(self, source: Callable[[], Any]) -> Secret:
        return validate_token(await maybe_await(source), "the function given as token")

    def _build(
        self,
        request: Request,
        options: Options,
        project: str | None,
        key: Secret,
        request_id: str,
        timeouts: _StepTimeouts,
    ) -> httpx.Request:
        """The HTTP request. No local variable here ever holds what must not be seen."""
        usual = self._usual
        if options.headers:
            usual = [each for each in usual if each[1].decode() not in options.headers]
        try:
            stream = httpx.ByteStream(_content(request, options))
            return httpx.Request(
                request.operation.http_method,
                self._url(request.path),
                headers=_Headers(
                    [
                        *usual,
                        (*_TOKEN, key.reveal().encode()),
                        (*_REQUEST_ID, request_id.encode()),
                        *([] if project is None else [(*_PROJECT, project.encode())]),
                        *((*_header_name(name), text.encode()) for name, text in options.headers.reveal().items()),
                        *_entity(request, options, stream),
                    ]
                ),
                stream=stream,
                extensions=_extensions(timeouts, _encode_query(request, options)),
            )
        except (TypeError, ValueError, httpx.InvalidURL) as error:
            problem = type(error).__name__
        raise InvalidArgument("request", f"cannot be put into HTTP ({problem}); look at request_options and the path")

    async def _fetch(self, made: httpx.Request) -> Response:
        """The response to a request, its body read piece by piece and no further than a response may be long."""
        answer = await self._client.send(made, stream=True)
        try:
            headers = _decode_headers(answer.headers.raw)
            body = BodyDecoder(headers.get("content-encoding", ""), MAX_ANSWER)
            async for piece in cast(httpx.AsyncByteStream, answer.stream):
                body.add(piece)
            return Response(answer.status_code, headers, body.finish())
        except CodingError as error:
            raise _Unreadable(str(error), answer.status_code) from None
        finally:
            await answer.aclose()

    def _observe(self, attempt: Attempt, response: Response, error: BaseException | None, duration: float) -> None:
        if self._on_response is None and not is_reported():
            return
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


def _use_own_pool(transport: httpx.AsyncBaseTransport, limits: httpx.Limits) -> httpx.AsyncBaseTransport:
    """Has a transport of the HTTP library send through a pool of ours."""
    sending = cast(Any, transport)
    sending._pool = ConnectionPool(sending._pool, cast(int, limits.max_connections))
    return transport


def _client(configuration: Configuration, connections: int) -> _Client:
    """The HTTP library's client with one TLS context for all connections, and the proxy that leads to the server.

    The library's own reading of the environment is off: it refuses networks and IPv6 addresses in `NO_PROXY`.

    Raises:
        ConfigurationError: The proxy cannot be used.
    """
    proxy = proxy_for(Secret(configuration.base_url), configuration.proxy)
    settings = configuration.ca_bundle, configuration.client_certificate
    is_tls = configuration.base_url.startswith("https:") or (proxy is not None and proxy.scheme == "https")
    try:
        return _Client(
            # Reading certificates takes longer than all else here, and in the clear nobody asks for them.
            verify=tls_context(*settings) if is_tls or settings != (None, None) else context_that_trusts_nobody(),
            proxy=None if proxy is None else proxy.url.reveal(),
            trust_env=False,
            limits=httpx.Limits(max_connections=connections),
            follow_redirects=False,
        )
    except ImportError:
        problem = "SOCKS proxies need the package socksio"
    except (ValueError, httpx.InvalidURL):
        problem = "its address is not a URL, or of a kind that is not known"
    raise ConfigurationError(f"the proxy that {'' if proxy is None else proxy.source} names cannot be used: {problem}")


def _extensions(timeouts: _StepTimeouts, query: bytes) -> dict[str, Any]:
    """What a request carries for the transport: timeouts and, where there is one, its query."""
    return {"timeout": timeouts, QUERY: Masked(query)} if query else {"timeout": timeouts}


def _encode_query(request: Request, options: Options) -> bytes:
    """The query as it stands in the address; empty when there is none."""
    if not request.query and not options.query:
        return b""
    return str(httpx.QueryParams({**request.query, **options.query})).encode()


def _decode_headers(entries: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by their names in lower case; what stands in several is joined by commas."""
    found: dict[str, str] = {}
    for name, value in entries:
        key = name.decode("latin-1").lower()
        try:
            text = value.decode()
        except UnicodeDecodeError:
            text = value.decode("latin-1")
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


def _secrets_of(request: Request, options: Options) -> Iterator[Secret]:
    yield from request.find_secrets()
    yield from options.find_secrets()


def _content(request: Request, options: Options) -> bytes:
    """The body as bytes; empty when there is none."""
    if request.body is None and not options.body:
        return b""
    return json.dumps(
        {**(request.body or {}), **options.body},
        default=reveal_for_json,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    ).encode()


def _entity(request: Request, options: Options, stream: httpx.ByteStream) -> list[tuple[bytes, bytes, bytes]]:
    """The headers that describe the body."""
    if request.body is None and not options.body:
        return [] if request.operation.http_method in ("GET", "DELETE") else [(*_CONTENT_LENGTH, b"0")]
    length = sum(map(len, stream))
    kind = [] if "content-type" in options.headers else [(*_CONTENT_TYPE, b"application/json")]
    return [*kind, (*_CONTENT_LENGTH, str(length).encode())]


def _bare(error: Exception) -> Exception:
    """An exception of the same type without what its traceback, its causes, its request and its text could show."""
    if isinstance(error, httpx.RequestError):
        text = "" if isinstance(error, httpx.ProtocolError) else str(error)
        return type(error)(text)
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def _too_late(options: Options, *, is_beyond: bool) -> str:
    """Why a call is not sent again: its repetition would itself be beyond the deadline, or may be answered there."""
    what = "that would be" if is_beyond else "its response might come"
    return f"It was not tried again: {what} beyond the deadline of {options.deadline:g} s."


def _not_sent(operation: Operation, options: Options, what: str) -> Classification:
    """What was not sent, and will not be."""
    return Classification(
        AttemptResult.NOT_SENT,
        error=RequestTimeout(
            f"{operation.name}: {what} before the deadline of {options.deadline:g} s.", operation=operation.name
        ),
    )


def _classify_failure(
    operation: Operation, options: Options, failure: Exception, sending_began: bool, end: float
) -> Classification:
    """What an attempt without a response that can be read amounts to."""
    name = operation.name
    result = AttemptResult.LOST
    error: CallError
    if isinstance(failure, _Unreadable):
        result = AttemptResult.UNREADABLE
        text = f"{name} answered with {failure.why} (HTTP {failure.http_status})."
        error = UnexpectedResponse(text, operation=name, http_status=failure.http_status)
    elif isinstance(failure, (httpx.TimeoutException, TimeoutError)):
        over = monotonic() >= end - _GRACE
        limit = f"the deadline of {options.deadline:g} s" if over else f"{type(failure).__name__}, {options.timeout}"
        error = RequestTimeout(f"{name} got no response in time ({limit}).", operation=name)
    elif isinstance(failure, httpx.LocalProtocolError):
        # Its text repeats what was wrong, which may be a header that nobody is to see.
        return Classification(
            AttemptResult.ANSWERED, error=ConnectionFailed(f"{name} cannot be put into HTTP.", operation=name)
        )
    elif isinstance(failure, (httpx.RequestError, OSError)):
        hints = (hint("connection.certificate"),) if "CERTIFICATE_VERIFY_FAILED" in str(failure) else ()
        what = f"{type(failure).__name__} {failure}".strip()
        text = " ".join((f"{name} got no response: {what}.", *(each.text for each in hints)))
        error = ConnectionFailed(text, operation=name, hints=hints)
    else:
        error = ConnectionFailed(f"{name} was ended by {type(failure).__name__}.", operation=name)
    if isinstance(failure, _NEVER_LEFT) or not sending_began:
        result = AttemptResult.NOT_CONNECTED
    error.__cause__ = failure
    if operation.retry == "safe" or result is AttemptResult.NOT_CONNECTED:
        return Classification(result, error=error)
    why = f"{type(failure).__name__.strip('_')} while it was under way"
    return Classification(result, error=outcome_unknown(operation, why, error))
