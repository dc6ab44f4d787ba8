"""Large objects of the store, which are files of this machine and never in memory as a whole.

Moto reads whatever it stores or gives. A large body is written into a file here, Moto is sent an empty one instead, and
what it makes of that gets the file. Small bodies, and those with checksums that Moto computes, are left to it.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

LARGE = 1 << 20
"""Bytes above which an object is a file."""

PIECE = 1 << 16

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_FILE = "flighthub_file"
"""The attribute of Moto's keys that says that they have a file of ours."""

App = Callable[["WSGIEnvironment", "StartResponse"], Iterable[bytes]]


def is_large(environ: WSGIEnvironment) -> bool:
    """Whether a request sends a large object, or a part of one, as it is."""
    headers = " ".join(environ)
    return (
        environ["REQUEST_METHOD"] == "PUT"
        and int(environ.get("CONTENT_LENGTH") or 0) > LARGE
        and not str(environ.get("HTTP_X_AMZ_CONTENT_SHA256", "")).startswith("STREAMING-")
        and not any(each in headers for each in ("X_AMZ_CHECKSUM", "X_AMZ_SDK_CHECKSUM", "HTTP_CONTENT_MD5"))
    )


class Keep:
    """A file with the body of a request.

    Args:
        pieces: The body.
        declared: The SHA-256 that was signed; empty where there is none.

    Attributes:
        file: The file.
        size: Bytes.
        etag: MD5 of the body.
        is_whole: Whether it is what was signed.
    """

    def __init__(self, pieces: Iterable[bytes], declared: str) -> None:
        self.file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - the object has it from here on
        self.size = 0
        summed, signed = hashlib.md5(usedforsecurity=False), hashlib.sha256() if declared else None
        try:
            for piece in pieces:
                self.file.write(piece)
                self.size += len(piece)
                summed.update(piece)
                if signed is not None:
                    signed.update(piece)
        except BaseException:
            # The sender has gone.
            self.file.close()
            raise
        self.etag = summed.hexdigest()
        self.is_whole = signed is None or signed.hexdigest() == declared

    def store(self, app: App, environ: WSGIEnvironment, find: Callable[[], Any]) -> Answer:
        """Has Moto store an empty body, and gives what it stored the file.

        Args:
            app: Moto.
            environ: The request.
            find: Finds the key that has been stored.
        """
        answer = Answer(app, {**environ, "wsgi.input": io.BytesIO(), "CONTENT_LENGTH": "0"})
        if answer.is_success:
            _attach(find(), self.file, self.size, self.etag)
            answer.headers["etag"] = ("ETag", f'"{self.etag}"')
        else:
            self.file.close()
        return answer


class Answer:
    """What Moto answers, held until it is known to be right."""

    def __init__(self, app: App, environ: Mapping[str, Any]) -> None:
        self.status, self.headers = "", dict[str, tuple[str, str]]()

        def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
            self.status = status
            self.headers = {name.lower(): (name, value) for name, value in headers}

        self._body = [*app(dict(environ), start)]

    @property
    def is_success(self) -> bool:
        """Whether the request was carried out."""
        return self.status.startswith("2")

    def give(self, start_response: StartResponse) -> Iterable[bytes]:
        """Answers."""
        start_response(self.status, [*self.headers.values()])
        return self._body


def join(upload: Any) -> Callable[[Any], None]:
    """Has the parts of an upload put together in a file, when Moto completes it.

    Returns:
        What gives the file to a key, and does nothing where the upload was not completed.
    """
    from moto.s3.exceptions import EntityTooSmall, InvalidPart, MalformedXML
    from moto.settings import S3_UPLOAD_PART_MIN_SIZE

    joined: list[tuple[IO[bytes], int, str]] = []

    def complete(body: Iterable[tuple[int, str]]) -> tuple[bytes, str, None]:
        parts: list[Any] = []
        for number, etag in body:
            part = upload.parts.get(number)
            if part is None or part.etag.strip('"') != etag.strip('"'):
                raise InvalidPart
            if parts and parts[-1].contentsize < S3_UPLOAD_PART_MIN_SIZE:
                raise EntityTooSmall
            parts.append(part)
        if not parts:
            raise MalformedXML
        file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - the object has it from here on
        for part in parts:
            for piece in _pieces(part, 0, part.contentsize):
                file.write(piece)
        sums = b"".join(bytes.fromhex(part.etag.strip('"')) for part in parts)
        etag = f"{hashlib.md5(sums, usedforsecurity=False).hexdigest()}-{len(parts)}"
        joined.append((file, sum(part.contentsize for part in parts), etag))
        return b"", etag, None

    if not upload.metadata.get("x-amz-checksum-algorithm"):
        upload.complete = complete

    def attach(key: Any) -> None:
        for file, size, etag in joined:
            _attach(key, file, size, etag)
            for part in upload.parts.values():
                part._value_buffer.close()

    return attach


def open_file(key: Any) -> bool:
    """Whether an object has a file of ours."""
    return key is not None and getattr(key, _FILE, False)


def send(
    key: Any, app: App, environ: WSGIEnvironment, query: Mapping[str, str], start: StartResponse
) -> Iterable[bytes]:
    """Answers with an object, or a range of it, piece by piece."""
    told = str(environ.get("HTTP_RANGE", ""))
    asked = {name: value for name, value in environ.items() if name != "HTTP_RANGE"}
    answer = Answer(app, {**asked, "REQUEST_METHOD": "HEAD"})
    if answer.status[:3] != "200":
        return answer.give(start)
    size, headers = key.contentsize, answer.headers
    if "response-content-disposition" in query:
        headers["content-disposition"] = ("Content-Disposition", query["response-content-disposition"])
    headers["accept-ranges"] = ("Accept-Ranges", "bytes")
    begin, end, status = 0, size, "200 OK"
    found = _RANGE.fullmatch(told)
    if found is not None and any(found.groups()):
        first, last = found.groups()
        begin = int(first) if first else max(0, size - int(last))
        end = min(size, int(last) + 1) if first and last else size
        if begin >= size or end <= begin:
            start(
                "416 Requested Range Not Satisfiable", [("Content-Range", f"bytes */{size}"), ("Content-Length", "0")]
            )
            return []
        status = "206 Partial Content"
        headers["content-range"] = ("Content-Range", f"bytes {begin}-{end - 1}/{size}")
    headers["content-length"] = ("Content-Length", str(end - begin))
    start(status, [*headers.values()])
    return _pieces(key, begin, end)


def _attach(key: Any, file: IO[bytes], size: int, etag: str) -> None:
    """Gives a key of Moto a file as its content."""
    with key.lock:
        key._value_buffer.close()
        key._value_buffer = file
        key.contentsize = size
        key._etag = etag
        setattr(key, _FILE, True)


def _pieces(key: Any, begin: int, end: int) -> Iterator[bytes]:
    while begin < end:
        with key.lock:
            key._value_buffer.seek(begin)
            piece: bytes = key._value_buffer.read(min(PIECE, end - begin))
        if not piece:
            return
        begin += len(piece)
        yield piece
