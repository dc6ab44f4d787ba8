"""A server of the console on loopback, for `flighthub console`. It answers browsers of this machine alone."""

from __future__ import annotations

import socket
import threading
import time
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ._pages import HEADERS, Feed, Settings, page_routes

_NAMES: Final = ("localhost",)
"""Names that cannot be made to point elsewhere."""


def is_loopback(host: str) -> bool:
    """Whether a host, with or without a port, is this machine, by a name or address that nobody else can claim."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name in _NAMES or ip_address(name).is_loopback
    except ValueError:
        return False


class LoopbackOnly:
    """An application that hears only what this machine's own pages and programs ask it for.

    A page of another origin can make a browser send requests here, and a name of another's domain can be made to point
    here. Both are refused: the host has to be loopback, and an origin, where there is one, the same host.

    Args:
        app: The application.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses, or answers."""
        if scope["type"] == "http":
            problem = self._problem(scope)
            if problem is not None:
                await PlainTextResponse(problem, status_code=403, headers=HEADERS)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _problem(self, scope: Scope) -> str | None:
        received: list[tuple[bytes, bytes]] = scope["headers"]

        def values(name: bytes) -> list[str]:
            return [value.decode("latin-1") for key, value in received if key == name]

        hosts = values(b"host")
        if len(hosts) != 1 or not is_loopback(hosts[0]):
            return "the host of a request is 127.0.0.1 or localhost"
        for origin in values(b"origin"):
            if urlsplit(origin).netloc.lower() != hosts[0].lower() or urlsplit(origin).scheme != "http":
                return "pages of another origin are not answered"
        if any(each not in ("same-origin", "none") for each in values(b"sec-fetch-site")):
            return "pages of another origin are not answered"
        return None


class ConsoleServer:
    """The console on a socket of its own, in a thread.

    Args:
        feed: What makes the snapshots.
        settings: What the page does beside showing them.
        host: Address to listen on, which has to be loopback.
        port: Port to listen on; 0 for a free one.

    Attributes:
        url: Where the page is.

    Raises:
        ValueError: The address is not loopback.
        OSError: The port is taken.
    """

    def __init__(self, feed: Feed, settings: Settings | None = None, *, host: str = "127.0.0.1", port: int = 0) -> None:
        if not is_loopback(f"[{host}]" if ":" in host else host):
            raise ValueError(f"the console listens on loopback alone, not on {host}")
        app = Starlette(routes=page_routes("/", feed, settings))
        app.router.redirect_slashes = False
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family)
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self._socket.getsockname()[1]}/"
        self._server = uvicorn.Server(
            uvicorn.Config(
                LoopbackOnly(app),
                log_level="error",
                access_log=False,
                lifespan="off",
                server_header=False,
                ws="none",
                timeout_graceful_shutdown=1,
            )
        )
        self._thread = threading.Thread(target=self._run, name="flighthub-console", daemon=True)

    def _run(self) -> None:
        self._server.run(sockets=[self._socket])

    def start(self) -> None:
        """Starts serving, and returns once it does."""
        self._thread.start()
        deadline = time.monotonic() + 10
        while not self._server.started:
            if time.monotonic() > deadline or not self._thread.is_alive():
                raise RuntimeError("the console did not start")
            time.sleep(0.005)

    def stop(self) -> None:
        """Stops serving and closes the socket."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self._socket.close()
