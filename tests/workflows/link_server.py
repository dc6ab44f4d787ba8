"""A host of files that behaves as told: what links of the API lead to, on its good and its bad days."""

from __future__ import annotations

import re
import ssl
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass
class LinkServer:
    """Serves the same content behind every path.

    Attributes:
        content: What it serves.
        knows_ranges: Whether it heeds a Range header.
        cuts: Bytes after which a body breaks off, one for each of the next requests.
        refusals: HTTP statuses of the next requests.
        redirects: Addresses that the next requests are sent on to.
        etag: What tells this content from another one; None for a server that has no such thing.
        gate: What each answer waits for after its first 1000 bytes; None for nothing.
        silent: Seconds for which a request is left without an answer, before it is hung up.
        context: What it speaks TLS with; None for plain HTTP.
        seen: Path, and headers in lower case, of each request.
    """

    content: bytes
    knows_ranges: bool = True
    cuts: list[int] = field(default_factory=list[int])
    refusals: list[int] = field(default_factory=list[int])
    redirects: list[str] = field(default_factory=list[str])
    etag: str | None = '"one"'
    gate: threading.Event | None = None
    silent: float = 0.0
    context: ssl.SSLContext | None = None
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list[tuple[str, dict[str, str]]])

    def __enter__(self) -> Self:
        told = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                told._answer(self)

            def log_message(self, format: str, *args: Any) -> None:
                """Says nothing."""

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, request: Any, client_address: Any) -> None:
                """Says nothing: whoever is cancelled goes without a word."""

        self._over = threading.Event()
        self._server = Quiet(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if self.context is not None:
            self._server.socket = self.context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()

    def link(self, name: str) -> str:
        """A signed link, as far as its looks go."""
        scheme = "http" if self.context is None else "https"
        return f"{scheme}://127.0.0.1:{self._server.server_port}/{name}?signature=planted-signature"

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        self.seen.append((request.path, {name.lower(): text for name, text in request.headers.items()}))
        if self.silent:
            self._over.wait(self.silent)
            request.close_connection = True
            return
        if self.redirects:
            request.send_response(302)
            request.send_header("Location", self.redirects.pop(0))
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        if self.refusals:
            request.send_response(self.refusals.pop(0))
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        asked = re.fullmatch(r"bytes=(\d+)-\d*", request.headers.get("range", ""))
        start = int(asked[1]) if asked is not None and self.knows_ranges else 0
        if start and start >= len(self.content):
            request.send_response(416)
            request.send_header("Content-Range", f"bytes */{len(self.content)}")
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        body = self.content[start:]
        request.send_response(206 if start else 200)
        request.send_header("Content-Length", str(len(body)))
        request.send_header("Last-Modified", "Mon, 02 Mar 2026 09:00:00 GMT")
        if self.etag is not None:
            request.send_header("ETag", self.etag)
        if start:
            request.send_header("Content-Range", f"bytes {start}-{len(self.content) - 1}/{len(self.content)}")
        request.end_headers()
        if self.cuts:
            request.wfile.write(body[: self.cuts.pop(0)])
            request.wfile.flush()
            # Not a reset: that would take away, too, what has arrived and is not read yet.
            request.close_connection = True
        elif self.gate is not None:
            request.wfile.write(body[:1000])
            request.wfile.flush()
            self.gate.wait()
            request.wfile.write(body[1000:])
        else:
            request.wfile.write(body)
