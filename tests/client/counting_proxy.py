"""A proxy on the loopback that forwards plain requests, opens tunnels for TLS, and notes what it was asked for."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


class CountingProxy:
    """Serves on a free port, one request or tunnel per connection.

    Attributes:
        asked: The method and target of each request so far.
        credentials: The `Proxy-Authorization` header of each, None where there was none.
        refusal: Answered in place of forwarding, when set.
        elsewhere: Where all tunnels lead, whatever was asked for, when set.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.credentials: list[str | None] = []
        self.refusal: bytes = b""
        self.elsewhere: tuple[str, int] | None = None
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
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

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                piece = client.recv(65536)
                if not piece:
                    return
                head += piece
            lines, _, rest = head.partition(b"\r\n\r\n")
            first, *others = lines.decode("latin-1").split("\r\n")
            method, target, version = first.split(" ")
            headers = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in others)}
            self.asked.append((method, target))
            self.credentials.append(headers.get("proxy-authorization"))
            if self.refusal:
                client.sendall(self.refusal)
                return
            if method == "CONNECT":
                host, _, port = target.rpartition(":")
                with socket.create_connection(self.elsewhere or (host, int(port))) as server:
                    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    self._relay(client, server)
                return
            parts = urlsplit(target)
            with socket.create_connection((str(parts.hostname), parts.port or 80)) as server:
                path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
                passed = "\r\n".join(
                    [f"{method} {path} {version}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
                )
                server.sendall(passed.encode("latin-1") + rest)
                self._relay(client, server)

    def _relay(self, client: socket.socket, server: socket.socket) -> None:
        """Passes on what either side says until one of them is done."""

        def upwards() -> None:
            with suppress(OSError):
                while piece := client.recv(65536):
                    server.sendall(piece)
                server.shutdown(socket.SHUT_WR)

        thread = threading.Thread(target=upwards, daemon=True)
        thread.start()
        while piece := server.recv(65536):
            client.sendall(piece)
        client.shutdown(socket.SHUT_RDWR)
        thread.join(timeout=10)
