"""A way to a server on which a process is killed when an answer to it has arrived here, before it gets there."""

from __future__ import annotations

import os
import signal
import socket
import threading
from urllib.parse import urlsplit


class KillingProxy:
    """Listens, passes on what comes, and kills a process at the answer to a certain request.

    Args:
        base_url: The server.
        request: The first words of the request, such as `POST /path HTTP`.
    """

    def __init__(self, base_url: str, request: str) -> None:
        self._server = urlsplit(base_url)
        self._request = request.encode()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.base_url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.pid = 0
        self.killed = threading.Event()
        self._sockets: list[socket.socket] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                inside, _ = self._listener.accept()
            except OSError:
                return
            outside = socket.create_connection((self._server.hostname or "", self._server.port or 80))
            self._sockets += [inside, outside]
            is_fatal = threading.Event()
            for source, target, answers in ((inside, outside, False), (outside, inside, True)):
                threading.Thread(target=self._pass_on, args=(source, target, answers, is_fatal), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, answers: bool, is_fatal: threading.Event) -> None:
        try:
            while data := source.recv(65536):
                if not answers and data.startswith(self._request):
                    is_fatal.set()
                if answers and is_fatal.is_set():
                    os.kill(self.pid, signal.SIGKILL)
                    self.killed.set()
                    return
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def close(self) -> None:
        """Listens no longer."""
        for each in (self._listener, *self._sockets):
            each.close()
