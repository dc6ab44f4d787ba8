"""A time limit for the heads of requests: who sends them byte by byte keeps no connection for ever (slow loris)."""

from __future__ import annotations

import asyncio
import io
import socket
import time
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LIMIT: Final = 10.0
"""Seconds from the beginning of a head to its end."""

_TIMED_OUT: Final = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class LimitedHeads(HttpToolsProtocol):
    """HTTP as uvicorn speaks it; the first head is due from the connection on, a later one from its first byte on."""

    _due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has connected."""
        super().connection_made(transport)
        self._due = self.loop.call_later(LIMIT, self._give_up)

    def data_received(self, data: bytes) -> None:
        """Something has come: a head or a body, or a part of one."""
        before: Any = self.cycle
        if self._due is None and before is not None and before.response_complete:
            self._due = self.loop.call_later(LIMIT, self._give_up)
        super().data_received(data)
        if self.cycle is not before:
            self._settle()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._settle()
        super().connection_lost(exc)

    def _settle(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _give_up(self) -> None:
        self._due = None
        self.transport.write(_TIMED_OUT)
        self.transport.close()


class LimitedReader(io.RawIOBase):
    """What comes from a socket that blocks; `TimeoutError` when a head takes too long from its first byte on.

    Args:
        connection: The socket.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._in_head = False
        self._due: float | None = None

    def begin_head(self) -> None:
        """The next byte is the first of a head."""
        self._in_head = True

    def end_head(self) -> None:
        """The head is read; a body may take its time."""
        self._in_head, self._due = False, None
        self._connection.settimeout(None)

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Reads what has come."""
        if self._due is not None:
            self._connection.settimeout(max(0.001, self._due - time.monotonic()))
        count = self._connection.recv_into(buffer)
        if self._in_head and self._due is None:
            self._due = time.monotonic() + LIMIT
        return count
