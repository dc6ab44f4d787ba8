"""A receiver of events on a real socket, which answers as it is told, and takes down what arrived."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Arrival(NamedTuple):
    """A request that arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The kind of the event."""
        return str(json.loads(self.body)["type"])

    @property
    def data(self) -> Any:
        """The data of the event."""
        return json.loads(self.body)["data"]


class Receiver:
    """What arrived, and how it is answered.

    Attributes:
        arrivals: All requests, in the order in which they arrived.
        status: HTTP status of the answers.
        headers: Further headers of the answers.
        may_answer: Answers wait until it is set.
    """

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/flighthub?from=simulator"
        self.arrivals: list[Arrival] = []
        self.status = 200
        self.headers: dict[str, str] = {}
        self.may_answer = threading.Event()
        self.may_answer.set()

    def kinds(self) -> list[str]:
        """The kinds of all events, in the order in which they arrived."""
        return [each.kind for each in self.arrivals]

    def of(self, kind: str) -> list[Any]:
        """The data of all events of a kind."""
        return [each.data for each in self.arrivals if each.kind == kind]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver that listens as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            receiver.arrivals.append(Arrival(self.command, self.path, dict(self.headers.items()), body))
            receiver.may_answer.wait(20)
            self.send_response(receiver.status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            answer = b'{"code": 0, "message": "success"}'
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST

        def log_message(self, format: str, *args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """Whoever is cut off in the middle is no matter here."""

    with Server(("127.0.0.1", 0), Handler) as server:
        receiver = Receiver(server.server_port)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield receiver
        finally:
            receiver.may_answer.set()
            server.shutdown()
            thread.join()
