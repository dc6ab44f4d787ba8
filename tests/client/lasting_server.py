"""A server that keeps its connections open, can be slow, speaks TLS if told, and counts what goes on at once."""

from __future__ import annotations

import json
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from .answering_server import Arrival

Pieces = bytes | Iterable[bytes | float]
"""An answer: all of it, or pieces of it and seconds to wait between them."""

SILENCE: Pieces = (30.0,)
"""Says nothing until the client has gone."""


def kept(body: Mapping[str, object] | bytes, status: int = 200, **headers: str) -> bytes:
    """An HTTP answer after which the connection stays open. Names of headers are given with underscores."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} As Told", f"Content-Length: {len(content)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + content


DONE = kept({"code": 0, "message": ""})


def dripping(answer: bytes, start: int, pause: float) -> Iterator[bytes | float]:
    """An answer whose bytes come one by one from some point on."""
    yield answer[:start]
    for index in range(start, len(answer)):
        yield pause
        yield answer[index : index + 1]


class LastingServer:
    """Serves on a free port, a thread per connection.

    Args:
        tls: Makes it speak HTTPS.
        hesitation: Seconds before it agrees on keys.

    Attributes:
        answer: What every request is answered, or what makes the answer of a request.
        arrivals: The requests so far.
        moments: When each of them was there, on the monotonic clock.
        connections: How many connections were made so far.
        open: How many of them are open now.
        most_busy: How many requests it worked on at once at most.
        peers: The certificate that each TLS client showed, None where it showed none.
    """

    def __init__(self, tls: ssl.SSLContext | None = None, hesitation: float = 0.0) -> None:
        self.answer: Pieces | Callable[[Arrival], Pieces] = DONE
        self.arrivals: list[Arrival] = []
        self.moments: list[float] = []
        self.connections = self.open = self.busy = self.most_busy = 0
        self.peers: list[dict[str, Any] | None] = []
        self._tls = tls
        self._hesitation = hesitation
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self.base_url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self._threads = [threading.Thread(target=self._listen, daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._over.set()
        socket.create_connection(("127.0.0.1", self.port)).close()
        for thread in self._threads:
            thread.join(timeout=10)
        self._listener.close()

    def _listen(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._over.is_set():
                connection.close()
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self.connections += 1
            self.open += 1
        try:
            # An SSLError is an OSError.
            with suppress(OSError), connection:
                connection.settimeout(30)
                if self._tls is None:
                    self._requests(connection)
                else:
                    time.sleep(self._hesitation)
                    with self._tls.wrap_socket(connection, server_side=True) as wrapped:
                        self.peers.append(wrapped.getpeercert())
                        self._requests(wrapped)
        finally:
            with self._lock:
                self.open -= 1

    def _requests(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as stream:
            while self._is_readable(connection) and (line := stream.readline().decode()):
                method, target, _ = line.split(" ")
                headers: list[tuple[str, str]] = []
                while (line := stream.readline().decode("latin-1").strip()) != "":
                    name, _, value = line.partition(":")
                    headers.append((name.lower(), value.strip()))
                body = stream.read(int(dict(headers).get("content-length", "0")))
                self._respond(connection, Arrival(method, target, tuple(headers), body))

    def _is_readable(self, connection: socket.socket) -> bool:
        """Waits for the next request, or for the end of the test."""
        while not self._over.is_set():
            if isinstance(connection, ssl.SSLSocket) and connection.pending():
                return True
            if select.select([connection], [], [], 0.02)[0]:
                return True
        return False

    def _respond(self, connection: socket.socket, arrival: Arrival) -> None:
        with self._lock:
            self.arrivals.append(arrival)
            self.moments.append(time.monotonic())
            self.busy += 1
            self.most_busy = max(self.most_busy, self.busy)
        try:
            answer = self.answer(arrival) if callable(self.answer) else self.answer
            for piece in (answer,) if isinstance(answer, bytes) else answer:
                if isinstance(piece, bytes):
                    connection.sendall(piece)
                elif self._has_gone(connection, piece):
                    raise ConnectionResetError
        finally:
            with self._lock:
                self.busy -= 1

    def _has_gone(self, connection: socket.socket, seconds: float) -> bool:
        """Waits, no longer than the client does."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self._over.is_set():
            if select.select([connection], [], [], min(left, 0.05))[0]:
                return True
        return self._over.is_set()
