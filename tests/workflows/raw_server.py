"""A server that answers with exactly the bytes that a function gives for a request, in the clear or over TLS."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NamedTuple, Self


class Request(NamedTuple):
    """What came, with the names of headers in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


CLOSE = object()
"""Ends the connection."""

RESET = object()
"""Ends it with a reset, as on a bad line."""

Step = bytes | float | object


def ok(body: bytes, *lines: str, status: str = "200 OK", length: bool = True) -> bytes:
    """An answer as bytes."""
    told = [f"Content-Length: {len(body)}"] if length else []
    return "\r\n".join([f"HTTP/1.1 {status}", *told, *lines, "", ""]).encode("latin-1") + body


class RawServer:
    """Serves until the block is left.

    Args:
        answer: Gives for each request what is done: bytes are sent, numbers are seconds to wait.
        context: What it speaks TLS with; None for plain HTTP.
        reads_bodies: Whether bodies are read before it answers.

    Attributes:
        seen: The requests so far.
        connections: How many connections there were.
    """

    def __init__(
        self,
        answer: Callable[[Request], Iterable[Step]],
        context: ssl.SSLContext | None = None,
        *,
        reads_bodies: bool = True,
    ) -> None:
        self._answer = answer
        self._context = context
        self._reads_bodies = reads_bodies
        self.seen: list[Request] = []
        self.connections = 0
        self._over = threading.Event()

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    @property
    def address(self) -> str:
        return f"{'http' if self._context is None else 'https'}://127.0.0.1:{self.port}"

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError, ValueError):
            if self._context is not None:
                connection = self._context.wrap_socket(connection, server_side=True)
            with connection, connection.makefile("rb") as stream:
                while self._serve_one(connection, stream):  # type: ignore[arg-type]
                    pass

    def _serve_one(self, connection: socket.socket, stream: socket.SocketIO) -> bool:
        first = stream.readline().decode("latin-1").split()
        if len(first) != 3:
            return False
        headers: dict[str, str] = {}
        while line := stream.readline().strip():
            name, _, text = line.decode("latin-1").partition(":")
            headers[name.lower()] = text.strip()
        body = b""
        if self._reads_bodies:
            if headers.get("expect"):
                connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            body = stream.read(int(headers.get("content-length", 0))) or b""
        request = Request(first[0], first[1], headers, body)
        self.seen.append(request)
        for step in self._answer(request):
            if step is CLOSE:
                return False
            if step is RESET:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return False
            if isinstance(step, bytes):
                connection.sendall(step)
            else:
                self._over.wait(float(step))  # type: ignore[arg-type]
        return True


def until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    """Waits until something holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.01)
