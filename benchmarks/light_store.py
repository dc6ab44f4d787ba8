"""An object store that costs next to nothing, with the few operations of the API that lead to it, in one process.

It takes what is stored and forgets it, serves the same bytes behind every link, and answers with fixed ETags. It checks
no signature, keeps no object, and knows no error: it is for measuring what clients cost, not for trying what they do.

    python light_store.py COUNT SIZE DEVICES      prints its address, and serves until it is ended
"""

from __future__ import annotations

import json
import re
import socket
import sys
import threading
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flighthub_api import OPERATIONS

PATTERN = bytes(range(256)) * 4096
"""What files are made of: a megabyte."""

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

    def listFlightTaskMedia(self, body: bytes) -> Any:
        """Files with links."""
        rows = [
            {
                "uuid": f"file-{number}", "name": f"DJI_{number:04}", "file_type": "video", "suffix": ".MP4",
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

    def getDeviceState(self, body: bytes) -> Any:
        """A state that differs from the last one."""
        self._turn += 1
        state = {"mode_code": "idle", "temperature": self._turn % 40, "latitude": 46.0, "longitude": 14.5}
        return {"device_sn": "7CTDEXAMPLE0001", "device_model": {"key": "3-3-0"}, "device_state": state}


def serve(connection: socket.socket, service: Service) -> None:
    """Answers the requests of a connection, one after another."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    trash = bytearray(2**20)
    waiting = b""
    with connection:
        while True:
            while b"\r\n\r\n" not in waiting:
                piece = connection.recv(65536)
                if not piece:
                    return
                waiting += piece
            head, _, waiting = waiting.partition(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            method, target, _ = first.split(" ")
            headers = {name.lower(): text.strip() for name, _, text in (line.partition(":") for line in lines)}
            left = int(headers.get("content-length", 0))
            if headers.get("expect"):
                connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            parts = urlsplit(target)
            if parts.path.startswith("/openapi/"):
                body = waiting[:left]
                waiting = waiting[left:]
                while len(body) < left:
                    body += connection.recv(65536)
                answer(connection, {"code": 0, "message": "", "data": service.answer(method, parts.path, body)})
                continue
            left -= min(left, len(waiting))
            waiting = b""
            while left:
                left -= connection.recv_into(trash, min(left, len(trash)))
            if method == "GET":
                give(connection, int(parts.path.split("/")[-2]), headers.get("range", ""))
            else:
                take(connection, method, parse_qs(parts.query, keep_blank_values=True))


def answer(connection: socket.socket, content: Any) -> None:
    """Answers with JSON."""
    body = json.dumps(content).encode()
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


def give(connection: socket.socket, size: int, asked: str) -> None:
    """Serves a file, from an offset on."""
    found = re.match(r"bytes=(\d+)-", asked)
    start = int(found[1]) if found else 0
    lines = [
        f"HTTP/1.1 {'206 Partial Content' if found else '200 OK'}",
        f"Content-Length: {size - start}",
        "Last-Modified: Mon, 02 Mar 2026 09:00:00 GMT",
        'ETag: "etag"',
        *([f"Content-Range: bytes {start}-{size - 1}/{size}"] if found else []),
    ]
    connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
    view = memoryview(PATTERN)
    while start < size:
        begin = start % len(PATTERN)
        piece = view[begin : begin + size - start]
        connection.sendall(piece)
        start += len(piece)


def main() -> None:
    """Listens, and serves each connection in a thread."""
    count, size, devices = map(int, sys.argv[1:])
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    service = Service(address, count, size, devices)
    print(address, flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection, service), daemon=True).start()


if __name__ == "__main__":
    main()
