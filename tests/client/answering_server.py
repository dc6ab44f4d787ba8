"""A server that answers byte for byte what a test tells it, breaks connections, and notes what arrived."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import parse_qs, urlsplit


class Breaks(Enum):
    """What a server can do instead of answering, once it has read the request."""

    RESET = "resets the connection"
    SILENCE = "says nothing for as long as the test lasts"


class Arrival(NamedTuple):
    """A request as it arrived."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header that came once, None when it did not come."""
        values = [value for each, value in self.headers if each == name.lower()]
        assert len(values) < 2, f"{name} came {len(values)} times: {values}"
        return values[0] if values else None

    @property
    def path(self) -> str:
        """The path of the target, still percent-encoded."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, list[str]]:
        """The query of the target."""
        return parse_qs(urlsplit(self.target).query)


Answer = bytes | Breaks


def http(
    body: bytes | str | Mapping[str, object] = b"",
    status: int = 200,
    *,
    headers: Mapping[str, str] | None = None,
    length: int | None = None,
) -> bytes:
    """An HTTP answer. `length` is what it claims its length to be, where that is a lie."""
    content = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
    lines = [f"HTTP/1.1 {status} As Told", f"Content-Length: {len(content) if length is None else length}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode() + content


SUCCESS = http({"code": 0, "message": ""})
WEB_PAGE = "<!DOCTYPE html><html><body>Sign in</body></html>"


class AnsweringServer:
    """Serves on a free port, in threads, one request per connection.

    Attributes:
        answer: What every request is answered, or what makes the answer of a request.
        arrivals: The requests so far.
    """

    def __init__(self) -> None:
        self.answer: Answer | Callable[[Arrival], Answer] = SUCCESS
        self.arrivals: list[Arrival] = []
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._address: tuple[str, int] = self._listener.getsockname()
        self.base_url = f"http://127.0.0.1:{self._address[1]}"
        self._threads = [threading.Thread(target=self._listen, daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._over.set()
        socket.create_connection(self._address).close()
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
        with connection, connection.makefile("rb") as stream, suppress(OSError):
            line = stream.readline().decode()
            if not line:
                return
            method, target, _ = line.split(" ")
            headers: list[tuple[str, str]] = []
            while (line := stream.readline().decode("latin-1").strip()) != "":
                name, _, value = line.partition(":")
                headers.append((name.lower(), value.strip()))
            body = stream.read(int(dict(headers).get("content-length", "0")))
            arrival = Arrival(method, target, tuple(headers), body)
            self.arrivals.append(arrival)
            answer = self.answer(arrival) if callable(self.answer) else self.answer
            if isinstance(answer, bytes):
                connection.sendall(answer)
            elif answer is Breaks.RESET:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                self._over.wait(timeout=30)
