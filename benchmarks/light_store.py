"""An object store that costs next to nothing, with the few operations of the API that lead to it, in one process.

It takes what is stored and forgets it, serves the same bytes behind every link, and answers with fixed ETags. Bodies
stay in the kernel on both ways, so that it leaves the processor to the clients. What it leaves out: signatures,
checksums, chunked bodies, lists, errors, and keeping anything. It is for measuring what clients cost, not for
trying what they do. `GET /moved` tells how many bytes of files went up and down since the last time it was asked.
With a certificate it speaks TLS, and bodies pass through this process.

    python light_store.py COUNT SIZE DEVICES [CERTIFICATE]      prints its address, and serves until it is ended
"""

from __future__ import annotations

import json
import os
import re
import socket
import ssl
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flighthub_api import OPERATIONS

PATTERN = bytes(range(256)) * 65536
"""What files are made of: 16 MiB, over and over."""

DISCARD = socket.MSG_TRUNC if sys.platform == "linux" else 0
"""Makes Linux drop what came instead of copying it."""

EXAMPLES = Path(__file__).resolve().parent.parent / "spec" / "examples"
STATE = EXAMPLES / "getDeviceState.dock_3.answer.json"
TASK = EXAMPLES / "getFlightTask.answer.json"

UUID = "14513788-a0c6-47e0-96d8-29736a44546a"


class Service:
    """What is asked of the API, and what it says.

    Args:
        address: Where it listens.
        count: Files of a flight.
        size: Bytes of each.
        devices: Docks with aircraft.
    """

    def __init__(self, address: str, count: int, size: int, devices: int) -> None:
        self._address = address
        self._count, self._size, self._devices = count, size, devices
        self._names: list[str] = []
        self._turn = 0
        state = json.loads(STATE.read_text(encoding="utf-8"))
        state["data"]["device_state"]["wind_speed"] = "@"
        self._state = json.dumps(state).encode()
        self._lock = threading.Lock()
        self._moved = 0
        self.content = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self.content.write(PATTERN)
        self.content.flush()
        self._routes = [
            (each.http_method, re.compile(re.sub(r"{\w+}", "[^/]+", each.path)), id) for id, each in OPERATIONS.items()
        ]

    def answer(self, method: str, path: str, body: bytes) -> Any:
        """The `data` of an answer."""
        found = next(id for verb, pattern, id in self._routes if verb == method and pattern.fullmatch(path))
        return getattr(self, found)(body)

    def obtainOpenModelUploadToken(self, body: bytes) -> Any:
        """Where to store."""
        self._names.clear()
        return {
            "cloud_name": "AWS_S3", "access_key_id": "id", "secret_access_key": "secret", "session_token": "token",
            "region": "eu-central-1", "cloud_bucket_name": "bucket", "end_point": self._address,
            "callback_param": "callback", "store_path": f"sets/{UUID}/{{fileName}}", "expire_time": 4_102_444_800,
        }  # fmt: skip

    def notifyOpenModelUpload(self, body: bytes) -> Any:
        """Counts what was stored."""
        names = [each["name"] for each in json.loads(body)["files"]]
        self._names += names
        return {"resource_uuid": UUID, "upload_count": len(names), "file_name_list": names}

    def getOpenModelResource(self, body: bytes) -> Any:
        """What was counted."""
        return {"resource_uuid": UUID, "status": 1, "resource_size": 0, "file_names": self._names}

    def getFlightTask(self, body: bytes) -> Any:
        """A flight task as documented."""
        return json.loads(TASK.read_text(encoding="utf-8"))["data"]

    def listFlightTaskMedia(self, body: bytes) -> Any:
        """Files with links."""
        rows = [
            {
                "uuid": f"file-{number}", "name": f"DJI_{number:05}", "file_type": "video", "suffix": ".MP4",
                "size": self._size, "original_url": f"{self._address}/files/{self._size}/{number}?signature=x",
            }
            for number in range(self._count)
        ]  # fmt: skip
        return {"list": rows}

    def listProjectDevices(self, body: bytes) -> Any:
        """Docks."""
        rows = [
            {"gateway": {"sn": f"7CTDEXAMPLE{number:04}", "callsign": f"Dock {number}", "device_online_status": True}}
            for number in range(self._devices)
        ]
        return {"list": rows}

    def getDeviceState(self, body: bytes) -> bytes:
        """A full state that differs from every other one, with the envelope around it."""
        with self._lock:
            self._turn += 1
            return self._state.replace(b'"@"', b"%d.5" % self._turn)

    def count(self, size: int) -> None:
        """Counts bytes of files that went up or down."""
        with self._lock:
            self._moved += size

    def moved(self) -> int:
        """Bytes of files since the last time."""
        with self._lock:
            moved, self._moved = self._moved, 0
        return moved


def serve(connection: socket.socket, service: Service) -> None:
    """Answers the requests of a connection, one after another, until the client has enough."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with connection:
        try:
            # Whoever connects and goes without a word is no error.
            if isinstance(connection, ssl.SSLSocket):
                connection.do_handshake()
            _serve(connection, service)
        except (ConnectionError, ssl.SSLError):
            # A client that is through with its work does not say goodbye.
            return


def _serve(connection: socket.socket, service: Service) -> None:
    trash = bytearray(2**20)
    waiting = b""
    while True:
        while b"\r\n\r\n" not in waiting:
            waiting += received(connection)
        head, _, waiting = waiting.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.lower(): text.strip() for name, _, text in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", 0))
        if headers.get("expect"):
            connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        parts = urlsplit(target)
        if parts.path == "/moved":
            answer(connection, service.moved())
            continue
        if parts.path.startswith("/openapi/"):
            while len(waiting) < length:
                waiting += received(connection)
            body, waiting = waiting[:length], waiting[length:]
            found = service.answer(method, parts.path, body)
            answer(connection, found if isinstance(found, bytes) else {"code": 0, "message": "", "data": found})
            continue
        left = length - min(length, len(waiting))
        waiting = waiting[length:]
        while left:
            size = min(left, len(trash))
            is_tls = isinstance(connection, ssl.SSLSocket)
            dropped = connection.recv_into(trash, size) if is_tls else connection.recv_into(trash, size, DISCARD)
            if not dropped:
                raise ConnectionError("a body broke off")
            left -= dropped
        if method == "GET":
            give(connection, service, int(parts.path.split("/")[-2]), headers.get("range", ""))
        else:
            if method == "PUT":
                service.count(length)
            take(connection, method, parse_qs(parts.query, keep_blank_values=True))


def received(connection: socket.socket) -> bytes:
    """What comes next."""
    piece = connection.recv(65536)
    if not piece:
        raise ConnectionError("the client is gone")
    return piece


def answer(connection: socket.socket, content: Any) -> None:
    """Answers with JSON, which may be made already."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body)


def take(connection: socket.socket, method: str, query: dict[str, list[str]]) -> None:
    """Says that something is stored."""
    body = b""
    if method == "POST" and "uploads" in query:
        body = b"<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>"
    elif method == "POST":
        body = b'<CompleteMultipartUploadResult><ETag>"etag-2"</ETag></CompleteMultipartUploadResult>'
    head = f'HTTP/1.1 200 OK\r\nETag: "etag"\r\nContent-Length: {len(body)}\r\n\r\n'
    connection.sendall(head.encode() + body)


def give(connection: socket.socket, service: Service, size: int, asked: str) -> None:
    """Serves a file, from an offset on."""
    found = re.match(r"bytes=(\d+)-(\d*)", asked)
    start = int(found[1]) if found else 0
    end = min(int(found[2]) + 1, size) if found and found[2] else size
    lines = [
        f"HTTP/1.1 {'206 Partial Content' if found else '200 OK'}",
        f"Content-Length: {end - start}",
        "Last-Modified: Mon, 02 Mar 2026 09:00:00 GMT",
        'ETag: "etag"',
        *([f"Content-Range: bytes {start}-{end - 1}/{size}"] if found else []),
    ]
    connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
    service.count(end - start)
    while start < end:
        if isinstance(connection, ssl.SSLSocket):
            # Always the same piece, which stays where the processor has it at hand.
            begin = start % 256
            length = min(end - start, 2**18)
            connection.sendall(memoryview(PATTERN)[begin : begin + length])
            start += length
        else:
            begin = start % len(PATTERN)
            length = min(end - start, len(PATTERN) - begin)
            start += os.sendfile(connection.fileno(), service.content.fileno(), begin, length)


def main() -> None:
    """Listens, and serves each connection in a thread."""
    count, size, devices = map(int, sys.argv[1:4])
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)
    scheme = "http"
    if len(sys.argv) > 4:
        scheme = "https"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[4])
        listener = context.wrap_socket(listener, server_side=True, do_handshake_on_connect=False)
    address = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"
    service = Service(address, count, size, devices)
    print(address, flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection, service), daemon=True).start()


if __name__ == "__main__":
    main()
