"""Answers that end their connection: what HTTP has no words for is done to the transport itself."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import MutableMapping
from typing import Any, Final

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_TRANSPORT: Final = "flighthub_simulator.transport"

_AT_ONCE: Final = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
"""SO_LINGER: what was not sent is thrown away, and the other side is sent a RST."""


def knowing_transports(app: ASGIApp) -> ASGIApp:
    """The application, whose answers may end their connections."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            # ASGI gives no way to the transport; uvicorn's `send` is a method of the exchange that holds it.
            extensions: MutableMapping[str, Any] = scope.setdefault("extensions", {})
            extensions[_TRANSPORT] = getattr(send, "__self__").transport  # noqa: B009 - it is no member of `Send`
        await app(scope, receive, send)

    return serve


class Reset(Response):
    """No answer: the connection is reset."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Resets the connection."""
        transport = scope["extensions"][_TRANSPORT]
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        transport.abort()
        await _ended(receive)


class Cut(Response):
    """The beginning of an answer that promised all of it.

    Args:
        whole: The answer.
        cut: How much of its body arrives: bytes, or a fraction as a float. The last byte never does.
    """

    def __init__(self, whole: Response, cut: float) -> None:
        super().__init__(status_code=whole.status_code)
        self.raw_headers = whole.raw_headers
        size = int(len(whole.body) * cut) if isinstance(cut, float) else cut
        self.body = bytes(whole.body[: max(0, min(size, len(whole.body) - 1))])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends what is to arrive, and closes the connection."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        scope["extensions"][_TRANSPORT].close()
        await _ended(receive)


async def _ended(receive: Receive) -> None:
    """Waits until the server knows that the connection is gone, as it would complete the answer otherwise."""
    while (await receive())["type"] != "http.disconnect":
        pass
