"""A server with a port for each operation, which misbehaves as `conformance.yaml` tells it and counts what arrives.

An arrival is a request that was read, or a connection that the server took and refused to read a request from.
"""

from __future__ import annotations

import gzip
import json
import selectors
import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self


class Breaks(Enum):
    """What the server can do instead of answering."""

    REFUSED = "refused"
    CLOSED_UNREAD = "closed unread"
    RESET_UNREAD = "reset unread"
    CLOSED = "closed"
    RESET = "reset"
    SILENT = "silent"
    TLS_PLAIN = "tls answered in plain text"
    TLS_SILENT = "tls never answered"
    TLS_UNTRUSTED = "tls with a certificate that nobody trusts"
    TLS_CERTIFICATE = "tls that wants a certificate of the client"


ENCRYPTED = (Breaks.TLS_UNTRUSTED, Breaks.TLS_CERTIFICATE)
OVER_TLS = (Breaks.TLS_PLAIN, Breaks.TLS_SILENT, *ENCRYPTED)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the server says to a request.

    Attributes:
        status: The HTTP status.
        headers: Further headers.
        retry_at: Seconds from now, maybe in the past, that `Retry-After` names as a date.
        json: The body, as JSON.
        text: The body, as text.
        claims: What Content-Length says, where that is a lie. The connection ends after the body.
        raw: All of the answer, byte for byte. The connection ends after it.
        coded: How the body is compressed and what Content-Encoding says: `gzip`, `GZIP`, `deflate`, `gzip, gzip`, or
            `raw deflate`, which says `deflate`.
        charset: The encoding of the text.
        behind: What comes behind the answer over the same connection, though nobody asked for it: another answer.
        trickles: The part that comes byte by byte, for longer than any deadline of the table: `head`, `body`, or
            `gzip`, a compressed body of which nothing can be decompressed before its end; or `announcements`, of which
            one comes after the other.
        stalls: Seconds after which half of the body comes; the rest does not.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    retry_at: float | None = None
    json: Any = None
    text: str = ""
    claims: int | None = None
    raw: str | None = None
    coded: str = ""
    charset: str = "utf-8"
    behind: dict[str, Any] | None = None
    trickles: str = ""
    stalls: float | None = None

    @property
    def is_whole(self) -> bool:
        """Whether another request can follow over the same connection."""
        return self.claims is None and self.raw is None and not self.trickles and self.stalls is None

    def to_bytes(self) -> bytes:
        """The answer on the wire, as far as it comes in one piece."""
        if self.raw is not None:
            return self.raw.encode("latin-1")
        body = (self.text if self.json is None else json.dumps(self.json)).encode(self.charset)
        lines = [f"HTTP/1.1 {self.status} As Told", *(f"{name}: {text}" for name, text in self.headers.items())]
        if self.coded:
            lines.append(f"Content-Encoding: {self.coded.removeprefix('raw ')}")
            body = _compressed(body, self.coded)
        if self.retry_at is not None:
            lines.append(f"Retry-After: {formatdate(int(time.time()) + self.retry_at, usegmt=True)}")
        if self.status != 204:
            lines.append(f"Content-Length: {len(body) if self.claims is None else self.claims}")
        behind = b"" if self.behind is None else Answer(**self.behind).to_bytes()
        return "\r\n".join([*lines, "", ""]).encode() + body + behind


def _compressed(body: bytes, coded: str) -> bytes:
    for each in coded.lower().split(", "):
        if each == "raw deflate":
            deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
            body = deflater.compress(body) + deflater.flush()
        else:
            body = {"gzip": gzip.compress, "deflate": zlib.compress}[each](body)
    return body


Step = Answer | Breaks

GOOD = Answer(json={"code": 0, "message": ""})


def step(told: str | dict[str, Any]) -> Step:
    """A step as the table writes it."""
    if isinstance(told, dict):
        return Answer(**told)
    return GOOD if told == "good" else Breaks(told)


class Arrival(NamedTuple):
    """What arrived: empty where the server did not read it."""

    line: str
    request_id: str
    body: bytes


class Port:
    """Where one operation arrives."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = steps
        self.arrivals: list[Arrival] = []
        self.connections = 0
        self.refused = sum(1 for each in steps if each is Breaks.REFUSED)
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.address: tuple[str, int] = self.socket.getsockname()

    def next(self) -> Step:
        """What the next arrival meets; the last step is for all that follow."""
        return self.steps[min(len(self.arrivals) + self.refused, len(self.steps) - 1)]

    def open(self) -> None:
        """Lets connections in. Until then they are refused, as the port is taken but not listened at."""
        self.socket.listen(16)
        self.socket.setblocking(False)

    def note(self, line: str = "", request_id: str = "", body: bytes = b"") -> None:
        """Counts an arrival."""
        self.arrivals.append(Arrival(line, request_id, body))


class FaultyServer:
    """Serves many operations, each at a port of its own, in threads.

    Args:
        names: The operations.
        steps: What the arrivals at each port meet, one after another; the last step is repeated.
        certificate: File with certificate and key, for steps that encrypt.
    """

    def __init__(self, names: Iterable[str], steps: Sequence[Step], certificate: Path | None = None) -> None:
        self.ports = {name: Port(steps) for name in names}
        self._scheme = "https" if steps[0] in OVER_TLS else "http"
        self._tls: ssl.SSLContext | None = None
        if steps[0] in ENCRYPTED:
            assert certificate is not None
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(certificate)
            if steps[0] is Breaks.TLS_CERTIFICATE:
                self._tls.verify_mode = ssl.CERT_REQUIRED
        self._over = threading.Event()
        self._selector = selectors.DefaultSelector()
        self._waker, self._wakes = socket.socketpair()
        self._selector.register(self._wakes, selectors.EVENT_READ)
        self._threads: list[threading.Thread] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        for name, port in self.ports.items():
            if port.steps[0] is not Breaks.REFUSED:
                self.open(name)
        self._listener.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._over.set()
        self._waker.send(b"!")
        for thread in [self._listener, *self._threads]:
            thread.join(timeout=10)
        self._selector.close()
        for each in (self._waker, self._wakes, *(port.socket for port in self.ports.values())):
            each.close()

    def base_url(self, name: str) -> str:
        """The address at which an operation is expected."""
        host, port = self.ports[name].address
        return f"{self._scheme}://{host}:{port}"

    def attempt(self, name: str, number: int) -> None:
        """Takes note that an attempt is about to be made, so that a port opens when it has refused often enough."""
        port = self.ports[name]
        if 0 < port.refused < len(port.steps) and number == port.refused + 1:
            self.open(name)

    def open(self, name: str) -> None:
        """Lets connections in."""
        port = self.ports[name]
        port.open()
        self._selector.register(port.socket, selectors.EVENT_READ, port)
        self._waker.send(b"!")

    def _listen(self) -> None:
        while not self._over.is_set():
            for key, _ in self._selector.select():
                if key.data is None:
                    self._wakes.recv(64)
                else:
                    self._accept(key.data)
        # What is still in line has arrived, too.
        for port in self.ports.values():
            with suppress(OSError):
                while True:
                    self._accept(port)

    def _accept(self, port: Port) -> None:
        connection, _ = port.socket.accept()
        connection.settimeout(10)
        port.connections += 1
        thread = threading.Thread(target=self._serve, args=(connection, port), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self, connection: socket.socket, port: Port) -> None:
        with connection, suppress(OSError):
            todo = port.next()
            if todo is Breaks.CLOSED_UNREAD:
                port.note()
            elif todo in OVER_TLS:
                self._shake_hands(connection, port, todo)
            else:
                with connection.makefile("rb") as stream:
                    while connection.recv(1, socket.MSG_PEEK) and self._answer(connection, stream, port):
                        pass

    def _shake_hands(self, connection: socket.socket, port: Port, todo: Step) -> None:
        port.note()
        if self._tls is not None:
            # Closed with something unread in it, the connection would be reset, and the reason for refusing it lost.
            with connection.dup() as beneath:
                with suppress(ssl.SSLError), self._tls.wrap_socket(connection, server_side=True) as encrypted:
                    encrypted.recv(1)
                beneath.shutdown(socket.SHUT_WR)
                while beneath.recv(65536):
                    pass
            return
        connection.recv(65536)
        if todo is Breaks.TLS_PLAIN:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        else:
            connection.recv(1)

    def _answer(self, connection: socket.socket, stream: Any, port: Port) -> bool:
        """Does to a request what is to be done; whether another one can follow."""
        todo = port.next()
        if todo is not Breaks.RESET_UNREAD:
            line = stream.readline().decode().strip()
            headers: dict[str, str] = {}
            while text := stream.readline().decode().strip():
                name, _, value = text.partition(":")
                headers[name.lower()] = value.strip()
            body = stream.read(int(headers.get("content-length", "0")))
            port.note(line, headers.get("x-request-id", ""), body)
        else:
            port.note()
        if isinstance(todo, Answer):
            if todo.trickles or todo.stalls is not None:
                self._send_slowly(connection, todo)
            else:
                connection.sendall(todo.to_bytes())
            return todo.is_whole
        if todo is Breaks.SILENT:
            connection.recv(1)  # which ends when the client has lost its patience
        elif todo is not Breaks.CLOSED:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return False

    def _send_slowly(self, connection: socket.socket, answer: Answer) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n"
        if answer.stalls is not None:
            connection.sendall(head + b"\r\n")
            self._over.wait(answer.stalls)
            connection.sendall(b" " * 500)
            connection.recv(1)
            return
        piece = b" "
        if answer.trickles == "announcements":
            head = piece = b"HTTP/1.1 103 Early Hints\r\n\r\n"
        elif answer.trickles == "head":
            head, piece = head + b"X-Slow: ", b"a"
        elif answer.trickles == "gzip":
            # The name of the file, which a gzip stream can begin with, goes on and on.
            head, piece = head + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\0", b"a"
        else:
            head += b"\r\n"
        connection.sendall(head)
        end = time.monotonic() + 4
        while time.monotonic() < end and not self._over.wait(0.05):
            connection.sendall(piece)
