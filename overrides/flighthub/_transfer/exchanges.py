"""One request and its response on a connection: HTTP/1.1 as `http.client` reads it, within limits of our own."""

from __future__ import annotations

import http.client
import io
import os
import selectors
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from time import monotonic
from typing import IO, Final, cast

from flighthub_runtime.secrets import Secret

from .._core.retry import retry_after
from .._version import __version__
from ..errors import FlightHubError
from .addresses import Address
from .connections import Connection, ConnectionPool, authorization
from .failures import StaleConnection, StoreError
from .responses import Response

EXPECT_FROM: Final = 2**20
"""Bytes of a body from which the host is asked whether it wants it: a refusal then costs no upload. Each question takes
a way there and back, so it is asked until the host has taken a body, and again after a refusal."""

EXPECT_WAIT: Final = 1.0
"""Seconds for which that question may go unanswered; not all hosts know it."""

STILL_LEAVING: Final = 60.0
"""Seconds that the response to what was sent may take beyond the timeout: megabytes of it may still be on their way."""

_MAX_DRAINED: Final = 2**16
"""Bytes of a body that nobody needs that are read so that the connection can be kept."""

_MOMENT: Final = 0.05
"""Seconds for which a body is read before those who count its bytes hear of them."""

_MAX_WAIT: Final = 60.0
"""Seconds that a host may ask to wait."""

Counted = Callable[[int], None]


class Exchange:
    """A response whose head was read.

    Attributes:
        connection: What it comes by.
        status: Its HTTP status.
        left: Bytes of the body that are still to come; None while nobody knows.
        is_chunked: Whether the body says itself where it ends.
    """

    def __init__(self, pool: ConnectionPool, address: Address, connection: Connection, response: Response) -> None:
        self._pool = pool
        self._address = address
        self._response = response
        self._is_closed = False
        self._is_buffer_empty = False
        self._failed: Exception | None = None
        self.connection = connection
        self.status = response.status
        self.is_chunked = bool(response.chunked)
        self.left: int | None = response.length
        lengths = {*response.fields.get("content-length", ())}
        coding = ", ".join(response.fields.get("transfer-encoding", ())).lower()
        if (
            len(lengths) > 1
            or coding not in ("", "chunked", "identity")
            or (lengths and self.left is None and not coding)
        ):
            self.close()
            raise StoreError("its head does not say how long it is in a way that can be trusted", refused=True)
        connection.patience = pool.timeout.read
        connection.watch.begin_body()

    def header(self, name: str) -> str:
        """A header by its name in lower case; empty where there is none."""
        return self._response.first(name)

    @property
    def wait(self) -> float | None:
        """Seconds that the host asks to wait."""
        headers = {"retry-after": self.header("retry-after")}
        asked = retry_after(headers)
        return None if asked is None else min(asked, _MAX_WAIT)

    @property
    def redirect(self) -> Secret | None:
        """Where the request is sent on to; None where it is not."""
        if self.status not in (301, 302, 303, 307, 308) or not self.header("location"):
            return None
        return Secret(self.header("location"))

    def read_into(self, view: memoryview) -> int:
        """Reads what comes next into a buffer; 0 at the end.

        Raises:
            StoreError: The body breaks off.
        """
        if self.left == 0:
            return 0
        try:
            size = self._read_into(view)
        except (OSError, ValueError, http.client.HTTPException) as error:
            failure = self._pool.fail(self.connection.watch, error)
        else:
            self.connection.watch.moved += size
            if self.left is None or size:
                if self.left is not None:
                    self.left -= size
                return size
            failure = self._pool.fail(self.connection.watch, ConnectionResetError())
        self.close()
        raise failure

    def _read_into(self, view: memoryview) -> int:
        if self.is_chunked:
            piece = self._response.read1(len(view))
            view[: len(piece)] = piece
            return len(piece)
        room = view if self.left is None or self.left >= len(view) else view[: self.left]
        if self._is_buffer_empty:
            return self._fill(room)
        # What came together with the head is in the reader's buffer.
        size = self._response.fp.readinto1(room)
        self._is_buffer_empty = size < len(room)
        return size

    def _fill(self, room: memoryview) -> int:
        """Reads from the socket itself, until the room is full or a moment is over."""
        failed, self._failed = self._failed, None
        if failed is not None:
            raise failed
        connection, size = self.connection, len(room)
        filled = 0
        until = monotonic() + _MOMENT
        while True:
            events = selectors.EVENT_READ
            try:
                while filled < size and (found := connection.read_now(size - filled, room[filled:])):
                    filled += found
                return filled
            except (BlockingIOError, ssl.SSLWantReadError):
                pass
            except ssl.SSLWantWriteError:
                events = selectors.EVENT_WRITE
            except _NETWORK as error:
                if not filled:
                    raise
                # What came before it broke off is as good as any.
                self._failed = error
                return filled
            seconds = max(0.0, until - monotonic()) if filled else connection.patience
            if not connection.wait(events, seconds):
                if filled:
                    return filled
                raise TimeoutError

    def read_text(self, limit: int = _MAX_DRAINED) -> str:
        """The beginning of a body as text, for what the host says of a refusal."""
        found = bytearray()
        room = memoryview(bytearray(limit))
        with suppress(StoreError):
            while len(found) < limit and (size := self.read_into(room[: limit - len(found)])):
                found += room[:size]
        return found.decode("utf-8", "replace")

    def release(self) -> None:
        """Ends it. The connection is kept if its response is certainly over."""
        if self._is_closed:
            return
        if self.left is not None and 0 < self.left <= _MAX_DRAINED:
            with suppress(FlightHubError):
                while self.read_into(self.connection.buffer):
                    pass
        if self._is_closed or self.left != 0 or self.is_chunked or self._says_close() or not self._is_quiet():
            self.close()
            return
        self._is_closed = True
        self._response.close()
        self._pool.give_back(self._address, self.connection)

    def _says_close(self) -> bool:
        return self._response.version < 11 or "close" in self.header("connection").lower()

    def _is_quiet(self) -> bool:
        """Whether nothing came with the response that would be taken for the next one."""
        if self._response.isclosed():
            return True
        # What comes after it shows when the connection is taken again.
        self.connection.patience = 0.0
        try:
            return not self._response.fp.peek(1)
        except (OSError, ValueError):
            return False

    def close(self) -> None:
        """Ends it, and the connection."""
        self._is_closed = True
        self.connection.close()


class Body:
    """What a request carries.

    Args:
        source: An open file, which is read from its beginning, or the content.
        size: Bytes of it.
        counted: Called with numbers of bytes as they leave. What it raises ends the request, and is raised as it is.
    """

    def __init__(self, source: IO[bytes] | bytes, size: int, counted: Counted) -> None:
        self.source = source
        self.size = size
        self.counted = counted


class _SourceFailed(Exception):
    """The file cannot be read, or whoever counts has had enough: no fault of the connection."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error


def send(
    pool: ConnectionPool,
    method: str,
    address: Address,
    headers: Mapping[str, str],
    body: Body | None = None,
    *,
    public_only: bool = False,
) -> Exchange:
    """Sends a request, and gives its response, whose body is still to be read.

    Args:
        pool: Whose connections are used.
        method: HTTP method.
        address: Where to.
        headers: What is sent besides the usual headers.
        body: What it carries.
        public_only: Whether a host in a private network is refused.

    Raises:
        StoreError: There is no response.
        OSError: The file that it carries cannot be read.
    """
    for fresh in (False, True):
        connection = pool.take(address, fresh=fresh, public_only=public_only)
        try:
            return _send(pool, connection, method, address, headers, body)
        except StaleConnection:
            # It was closed by the other end while it was idle; the next one is new.
            connection.close()
        except BaseException:
            connection.close()
            raise
    raise AssertionError("a new connection is not stale")


def _send(
    pool: ConnectionPool,
    connection: Connection,
    method: str,
    address: Address,
    headers: Mapping[str, str],
    body: Body | None,
) -> Exchange:
    response = _begin_reading(connection, method)
    source_failed: BaseException | None = None
    broke: BaseException | None = None
    try:
        connection.patience = pool.timeout.write
        connection.watch.begin_phase("sending the request", pool.timeout.write)
        asks = body is not None and body.size >= EXPECT_FROM and address.origin not in pool.accepting
        connection.send(_build_head(method, address, headers, connection, body, asks=asks))
        if body is not None:
            response, is_wanted = _ask(connection, response, method) if asks else (response, True)
            if is_wanted:
                connection.watch.begin_body()
                _send_body(connection, response, body)
    except _SourceFailed as failed:
        source_failed = failed.error
    except _NETWORK as error:
        # The host may have refused it, and hung up over it: then there is a response all the same.
        broke = error
    if source_failed is not None:
        raise source_failed
    seconds = pool.timeout.read + (0.0 if body is None else STILL_LEAVING)
    try:
        connection.patience = seconds
        connection.watch.begin_phase("the response", seconds)
        response.begin()
    except _NETWORK as error:
        is_stale = connection.was_used and body is None and isinstance(error, ConnectionError)
        failure = pool.fail(connection.watch, broke or error)
    else:
        if body is not None and response.status < 300:
            pool.accepting.add(address.origin)
        elif body is not None:
            pool.accepting.discard(address.origin)
        return Exchange(pool, address, connection, response)
    if is_stale:
        raise StaleConnection
    raise failure


_NETWORK: Final = (OSError, ValueError, http.client.HTTPException)


def _build_head(
    method: str,
    address: Address,
    headers: Mapping[str, str],
    connection: Connection,
    body: Body | None,
    *,
    asks: bool,
) -> bytes:
    """The head of a request. No key, project, cookie or `Referer` goes to a host of files."""
    target = address.target if connection.proxy is None else address.url
    lines = [
        f"{method} {target.reveal()} HTTP/1.1",
        f"Host: {address.authority}",
        f"User-Agent: flighthub/{__version__}",
        "Accept: */*",
        # What is stored is wanted as it is stored.
        "Accept-Encoding: identity",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    if body is not None:
        lines.append(f"Content-Length: {body.size}")
    if asks:
        lines.append("Expect: 100-continue")
    credentials = authorization(connection)
    if credentials is not None:
        lines.append(f"Proxy-Authorization: {credentials.reveal()}")
    return "\r\n".join([*lines, "", ""]).encode("ascii")


def _begin_reading(connection: Connection, method: str) -> Response:
    """What the next response is read with."""
    if connection.reader is not None:
        connection.reader.close()
    connection.reader = made = Response(connection, method)
    return made


def _ask(connection: Connection, response: Response, method: str) -> tuple[Response, bool]:
    """What the response is to be read with, and whether the host wants the body, which it was asked."""
    patience = connection.patience
    connection.patience = min(EXPECT_WAIT, patience)
    try:
        return response, response.is_wanted()
    except TimeoutError:
        # It does not know the question. A reader cannot be used again after that.
        return _begin_reading(connection, method), True
    finally:
        connection.patience = patience


def _send_body(connection: Connection, response: Response, body: Body) -> None:
    if isinstance(body.source, bytes):
        _send_view(connection, memoryview(body.source), body.counted)
    elif connection.is_tls or not hasattr(os, "sendfile"):
        _send_pieces(connection, body, body.source)
    else:
        _send_file(connection, response, body, body.source)


def _send_view(connection: Connection, view: memoryview, counted: Counted) -> None:
    for begin in range(0, len(view), _AT_ONCE):
        piece = view[begin : begin + _AT_ONCE]
        connection.send(piece)
        _count(connection, len(piece), counted)


def _send_pieces(connection: Connection, body: Body, source: IO[bytes]) -> None:
    left = body.size
    descriptor, offset = source.fileno(), 0
    while left:
        room = connection.buffer if left >= len(connection.buffer) else connection.buffer[:left]
        try:
            os.lseek(descriptor, offset, os.SEEK_SET)
            size = cast(io.BufferedReader, source).readinto(room)
        except OSError as error:
            raise _SourceFailed(error) from None
        if not size:
            raise _SourceFailed(StoreError("the file became shorter while it was sent"))
        _send_view(connection, room[:size], body.counted)
        offset += size
        left -= size


def _send_file(connection: Connection, response: Response, body: Body, source: IO[bytes]) -> None:
    """Has the system send the file, without a copy of it in this process."""
    socket_, descriptor = connection.socket.fileno(), source.fileno()
    offset = 0
    while offset < body.size:
        try:
            size = os.sendfile(socket_, descriptor, offset, body.size - offset)
        except BlockingIOError:
            ready = connection.wait(selectors.EVENT_READ | selectors.EVENT_WRITE, connection.patience)
            if not ready:
                raise TimeoutError from None
            if connection.is_readable and not response.is_wanted():
                # The host has answered before it had all of it, and may read no more.
                return
        except (ConnectionError, TimeoutError):
            raise
        except OSError as error:
            raise _SourceFailed(error) from None
        else:
            if not size:
                raise _SourceFailed(StoreError("the file became shorter while it was sent"))
            offset += size
            _count(connection, size, body.counted)


def _count(connection: Connection, size: int, counted: Counted) -> None:
    connection.watch.moved += size
    try:
        counted(size)
    except BaseException as error:
        raise _SourceFailed(error) from None


_AT_ONCE: Final = 2**16
"""Bytes that go to the socket in one call: all of them have to leave within the timeout for writing."""
