"""The one way out: every request leaves here, and nothing else of this package knows the HTTP library."""

from __future__ import annotations

import platform
import ssl
from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import uuid4

import httpx

from flighthub_api.operations import LANGUAGE_HEADER, PROJECT_HEADER, REQUEST_ID_HEADER, TOKEN_HEADER

from .._answers import Response, outcome_unknown
from .._configuration import CONNECT_TIMEOUT, Configuration, checked_project, checked_timeout
from .._version import __version__
from ..errors import ConfigurationError, ConnectionFailed, InvalidArgument, RequestTimeout

if TYPE_CHECKING:
    from flighthub_api.runtime.groups import RequestOptions
    from flighthub_api.runtime.operations import Operation, Request

_OPTIONS = frozenset({"project", "timeout", "extra_headers", "extra_query", "extra_body"})

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)
"""Failures after which the server certainly has not seen the request."""

_tls: ssl.SSLContext | None = None


def _shared_tls() -> ssl.SSLContext:
    """One TLS context for all clients of a process: making one costs more than all else that a client needs."""
    global _tls
    if _tls is None:
        _tls = httpx.create_ssl_context()
    return _tls


class Transport:
    """Sends requests over one pool of connections. It repeats nothing and follows no redirect."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        verify = _shared_tls()
        if configuration.ca_bundle is not None:
            try:
                verify = ssl.create_default_context(cafile=str(configuration.ca_bundle))
            except (ssl.SSLError, OSError) as error:
                raise ConfigurationError(f"the CA bundle {configuration.ca_bundle} cannot be used: {error}") from None
        self._client = httpx.AsyncClient(verify=verify, follow_redirects=False)
        self._headers = {
            LANGUAGE_HEADER: configuration.language,
            "Accept": "application/json",
            "User-Agent": f"flighthub/{__version__} python/{platform.python_version()}",
        }

    async def send(self, request: Request, options: RequestOptions | None) -> Response:
        """Sends a request once.

        Args:
            request: What to send.
            options: What was set for this call alone.

        Returns:
            What came back, whatever its status.

        Raises:
            InvalidArgument: An option is unknown or malformed, or the call needs a project and has none.
            ConnectionFailed: The server was not reached, or the connection broke.
            RequestTimeout: It took too long.
            OutcomeUnknown: As the two before, where the call may have been carried out and must not be repeated.
        """
        if self._client.is_closed:
            raise ConfigurationError("this client is closed; make a new one")
        given = options or {}
        unknown = set(given) - _OPTIONS
        if unknown:
            raise InvalidArgument("request_options", f"has no {', '.join(sorted(unknown))}")
        operation = request.operation
        headers = {**self._headers, **self._identity(operation, given.get("project")), **given.get("extra_headers", {})}
        seconds = checked_timeout(given["timeout"]) if "timeout" in given else self._configuration.timeout
        made = self._client.build_request(
            operation.http_method,
            self._configuration.base_url + request.path,
            params={**request.query, **given.get("extra_query", {})} or None,
            json=_body(request, given.get("extra_body")),
            headers=headers,
            timeout=httpx.Timeout(seconds, connect=min(CONNECT_TIMEOUT, seconds)),
        )
        request_id = headers[REQUEST_ID_HEADER]
        try:
            answer = await self._client.send(made)
        except httpx.TransportError as error:
            raise _failure(operation, request_id, error) from error
        return Response(answer.status_code, answer.headers, answer.content, request_id)

    def _identity(self, operation: Operation, project: str | None) -> dict[str, str]:
        headers = {TOKEN_HEADER: self._configuration.token, REQUEST_ID_HEADER: str(uuid4())}
        if operation.sends_project:
            chosen = checked_project(project, "request_options['project']") if project else self._configuration.project
            if chosen is not None:
                headers[PROJECT_HEADER] = chosen
            elif operation.scope == "project":
                raise InvalidArgument(
                    "project",
                    f"{operation.name} acts on a project: give project=… to the client or in request_options; "
                    "fh.projects.list() names them",
                )
        return headers

    async def aclose(self) -> None:
        """Closes all connections."""
        await self._client.aclose()


def _body(request: Request, extra: Mapping[str, object] | None) -> dict[str, object] | None:
    if request.body is None and not extra:
        return None
    return {**(request.body or {}), **(extra or {})}


def _failure(operation: Operation, request_id: str, error: httpx.TransportError) -> Exception:
    """The error of a request that got no answer."""
    if operation.retry != "safe" and not isinstance(error, _NEVER_LEFT):
        return outcome_unknown(operation, request_id, f"the connection failed ({type(error).__name__})")
    kind = RequestTimeout if isinstance(error, httpx.TimeoutException) else ConnectionFailed
    return kind(
        f"{operation.name} got no answer: {type(error).__name__} {error} (request id {request_id})",
        operation=operation.name,
        request_id=request_id,
    )
