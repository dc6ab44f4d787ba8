"""How a client reaches the server: its standard streams, or HTTP on the loopback for those who have the token."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Awaitable, Callable, Mapping
from hmac import compare_digest
from typing import TYPE_CHECKING, Any, Final

import anyio

from flighthub import AsyncFlightHub, Secret

from ._runtime import Runtime
from ._server import Server
from ._settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

PATH: Final = "/mcp"

_HOST: Final = "127.0.0.1"


async def _serve(settings: Settings, client: Mapping[str, Any], run: Callable[[Server], Awaitable[None]]) -> None:
    async with AsyncFlightHub(**client) as fh:
        runtime = Runtime(settings, fh)
        try:
            await run(Server(settings, runtime))
        finally:
            await runtime.close()


def run_stdio(settings: Settings, client: Mapping[str, Any]) -> None:
    """Serves one client over standard input and output, until it closes them.

    Args:
        settings: What the server may do.
        client: The arguments of the client of FlightHub 2.
    """
    anyio.run(_serve, settings, client, Server.run_stdio_async)


def run_http(
    settings: Settings, client: Mapping[str, Any], *, port: int, announce: Callable[[str, Secret], None]
) -> None:
    """Serves clients over HTTP on the loopback, until it is interrupted.

    Args:
        settings: What the server may do.
        client: The arguments of the client of FlightHub 2.
        port: Where to listen; 0 for a free one.
        announce: Called once, with the address and with the token that every request has to bring.
    """
    import uvicorn

    with socket.create_server((_HOST, port)) as listener:
        token = Secret(secrets.token_urlsafe(32))
        port = listener.getsockname()[1]

        async def run(server: Server) -> None:
            app = Guard(server.streamable_http_app(streamable_http_path=PATH, host=_HOST), token, port)
            config = uvicorn.Config(
                app, ws="none", log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=1
            )
            announce(f"http://{_HOST}:{port}{PATH}", token)
            await uvicorn.Server(config).serve([listener])

        anyio.run(_serve, settings, client, run)


class Guard:
    """Lets in requests that bring the token, name this machine as their host, and come from no other page.

    Args:
        app: What they are let in to.
        token: The token.
        port: The port of the server.
    """

    def __init__(self, app: ASGIApp, token: Secret, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = {f"{name}:{port}".encode() for name in (_HOST, "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or refuses it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, send)
            return
        status, text = refusal
        headers = [(b"content-type", b"text/plain; charset=utf-8")]
        headers += [(b"www-authenticate", b"Bearer")] if status == 401 else []
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": text.encode()})

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        if scope["type"] != "http":
            return 400, "Only HTTP is served."
        headers: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value)
        hosts, origins = headers.get(b"host", []), headers.get(b"origin", [])
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 421, "The host is not this machine."
        if any(each.lower() not in {b"http://" + host for host in self._hosts} for each in origins):
            return 403, "Requests of other pages are refused."
        keys = headers.get(b"authorization", [])
        wanted = f"Bearer {self._token.reveal()}".encode()
        if len(keys) != 1 or not compare_digest(keys[0], wanted):
            return 401, "Bring the token that the server printed: Authorization: Bearer …"
        return None
