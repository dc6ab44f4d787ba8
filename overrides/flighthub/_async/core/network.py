"""The sockets beneath the HTTP library's connections: bounded by the deadline, and sure of whether they are idle.

TLS runs in memory on top of whatever carries it, a tunnel of a proxy included. Closing never says goodbye, which after
a fork would be heard by the other process's peer.
"""

from __future__ import annotations

import socket
import ssl
from abc import abstractmethod
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, TypeVar

import httpcore

from ..._core.forks import register
from ..._core.step_timeout import time_left
from .concurrency import connect, receive, send_all

T = TypeVar("T")


class SocketBackend(httpcore.AsyncNetworkBackend):
    """Makes the connections of a pool."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connects to a host."""
        try:
            connected = await connect(host, port, timeout)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except (OSError, ValueError) as error:
            # A ValueError is of a name that no name server can be asked for.
            raise httpcore.ConnectError(str(error)) from error
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return _SocketStream(connected)


class _Stream(httpcore.AsyncNetworkStream):
    """What all streams can do."""

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Encrypts what follows."""
        stream = _TLSStream(self, ssl_context, server_hostname)
        try:
            await stream.shake_hands(timeout)
        except BaseException:
            await self.aclose()
            raise
        return stream

    @abstractmethod
    def has_input(self) -> bool:
        """Whether something can be read, be it the end, so that the connection is not idle."""

    def get_extra_info(self, info: str) -> Any:
        """What the HTTP library asks about a stream."""
        return self.has_input() if info == "is_readable" else None


class _SocketStream(_Stream):
    """A socket that belongs to one process.

    Args:
        connected: The socket.
    """

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        register(self)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next piece that comes; nothing at the end."""
        try:
            return await receive(self._socket, max_bytes, time_left(timeout))
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends all of it."""
        if not buffer:
            return
        try:
            await send_all(self._socket, buffer, timeout)
        except TimeoutError as error:
            raise httpcore.WriteTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """Closes it."""
        self._socket.close()

    def has_input(self) -> bool:
        """Whether something can be read, be it the end."""
        try:
            self._socket.setblocking(False)
            self._socket.recv(1, socket.MSG_PEEK)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError:
            return True
        return True

    def reset_after_fork(self) -> None:
        """Closes this process's copy."""
        self._socket.close()

    def __del__(self) -> None:
        self._socket.close()


class _TLSStream(_Stream):
    """TLS over another stream.

    Args:
        beneath: What carries it.
        context: Whom to trust.
        server_hostname: Whose certificate is expected.
    """

    def __init__(self, beneath: _Stream, context: ssl.SSLContext, server_hostname: str | None) -> None:
        self._beneath = beneath
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=server_hostname)

    async def shake_hands(self, timeout: float | None) -> None:
        """Agrees on keys."""
        try:
            await self._carry_out(self._tls.do_handshake, timeout)
        except (httpcore.ReadTimeout, httpcore.WriteTimeout) as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except (httpcore.NetworkError, ssl.SSLError, ValueError) as error:
            raise httpcore.ConnectError(str(error)) from error

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next piece that comes; nothing at the end."""
        try:
            return await self._carry_out(lambda: self._tls.read(max_bytes), timeout)
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b""
        except ssl.SSLError as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends all of it."""
        try:
            while buffer:
                sent = await self._carry_out(lambda: self._tls.write(buffer), timeout)  # noqa: B023 - used at once
                buffer = buffer[sent:]
        except ssl.SSLError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """Closes it."""
        await self._beneath.aclose()

    def has_input(self) -> bool:
        """Whether something can be read, be it encrypted, or the end."""
        return bool(self._tls.pending() or self._incoming.pending) or self._beneath.has_input()

    def get_extra_info(self, info: str) -> Any:
        """What the HTTP library asks about a stream."""
        return self._tls if info == "ssl_object" else super().get_extra_info(info)

    async def _carry_out(self, step: Callable[[], T], timeout: float | None) -> T:
        """What a step gives, which may have to read and write beforehand."""
        while True:
            try:
                result = step()
            except ssl.SSLWantReadError:
                await self._flush(timeout)
                data = await self._beneath.read(65536, timeout)
                if data:
                    self._incoming.write(data)
                else:
                    self._incoming.write_eof()
                continue
            except ssl.SSLError:
                # Sends the reason to the peer, if it still listens.
                with suppress(httpcore.NetworkError):
                    await self._flush(timeout)
                raise
            await self._flush(timeout)
            return result

    async def _flush(self, timeout: float | None) -> None:
        if self._outgoing.pending:
            await self._beneath.write(self._outgoing.read(), timeout)
