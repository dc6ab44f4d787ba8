"""Connections to hosts of files: made directly or through a proxy, kept open, and thrown away when in any doubt.

One thread uses a connection at a time. It is kept for the next request of the same job to the same origin only if its
response was read to the end and nothing followed it; never across a fork.
"""

from __future__ import annotations

import errno
import http.client
import io
import os
import queue
import selectors
import socket
import ssl
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from time import monotonic
from typing import Any, Final

from flighthub_runtime.secrets import Secret

from .._core.configuration import Configuration
from .._core.proxies import Proxy, find_proxy
from .._core.tls import tls_context
from . import tunnels
from .addresses import Address, is_private
from .failures import StoreError, describe
from .supervisor import Supervisor, Watch

BUFFER: Final = 2**18
"""Bytes that are read and written at a time: what is written is still where the processor has read it."""

MAX_IDLE: Final = 30.0
"""Seconds after which a connection is not used again; stores close idle ones about then."""

_STEP: Final = 0.1
"""Seconds between two looks whether what is waited for is still wanted."""


class Turns:
    """So many that may do something at a time. It costs less than a semaphore, which is written in Python.

    Args:
        count: How many.
    """

    def __init__(self, count: int) -> None:
        self._free: queue.SimpleQueue[None] = queue.SimpleQueue()
        for _ in range(count):
            self._free.put(None)

    def take(self) -> None:
        """Waits for a turn."""
        self._free.get()

    def give_back(self) -> None:
        """Ends a turn."""
        self._free.put(None)


class Connection:
    """A connection to an origin. Its socket blocks nobody: all waiting is done by `wait`.

    Args:
        connected: What is read from and written to.
        turns: Of all connections of the job.
        watch: Its limits.
        proxy: The proxy that takes requests in absolute form; None for a direct connection or a tunnel.
        is_private: Whether the other end is known to be in a private network.

    Attributes:
        socket: As given.
        watch: As given.
        proxy: As given.
        is_private: As given.
        was_used: Whether it has carried a request before.
        patience: Seconds that each step may wait; 0 while nothing is wanted.
        buffer: Room for what is read or written next.
        reader: What its last response is read with; closed with it.
        read_now: Reads at most so many bytes that are there into a buffer.
    """

    def __init__(
        self, connected: socket.socket, turns: Turns, watch: Watch, proxy: Proxy | None, is_private: bool
    ) -> None:
        connected.setblocking(False)
        self.socket = connected
        self.watch = watch
        self.proxy = proxy
        self.is_private = is_private
        self.was_used = False
        self.idle_since = monotonic()
        self.patience = 0.0
        self.buffer = memoryview(bytearray(BUFFER))
        self.reader: http.client.HTTPResponse | None = None
        self.read_now: Callable[[int, memoryview], int] = lambda size, room: connected.recv_into(room, size)
        # The object below that of TLS, where there is one: that is a step less of Python for each record.
        below = getattr(connected, "_sslobj", None)
        if below is not None:
            self.read_now = below.read
        self._turns = turns
        self._has_turn = False
        self._selector = tunnels.make_selector()
        self._awaited = 0

    @property
    def is_tls(self) -> bool:
        """Whether the end of what comes is protected."""
        return isinstance(self.socket, ssl.SSLSocket)

    @property
    def is_readable(self) -> bool:
        """Whether there is something to read, be it only the end. Over TLS, the first byte of it is lost."""
        if not self.is_tls:
            return self.wait(selectors.EVENT_READ, 0)
        try:
            self.read_now(1, self.buffer)
        except ssl.SSLWantReadError:
            # What TLS has to say for itself, such as a ticket, was taken in.
            return False
        except OSError:
            pass
        return True

    @contextmanager
    def turn(self) -> Generator[None]:
        """A turn for reading and writing what comes over TLS. While the network is waited for, another thread has it.

        Each record of 16 KiB lets go of the interpreter. Threads that all do so at a time spend more on handing it to
        one another than on the records. What comes in the clear needs no turn.
        """
        if not self.is_tls:
            yield
            return
        self._turns.take()
        self._has_turn = True
        try:
            yield
        finally:
            self._has_turn = False
            self._turns.give_back()

    @contextmanager
    def out_of_turn(self) -> Generator[None]:
        """Lets another thread have the turn, if this one has it."""
        if not self._has_turn:
            yield
            return
        self._turns.give_back()
        try:
            yield
        finally:
            self._turns.take()

    def wait(self, events: int, seconds: float) -> bool:
        """Whether one of some events of its socket comes within a time."""
        if events != self._awaited:
            if self._awaited:
                self._selector.unregister(self.socket)
            self._selector.register(self.socket, events)
            self._awaited = events
        if not self._has_turn or not seconds:
            return bool(self._selector.select(seconds))
        with self.out_of_turn():
            return bool(self._selector.select(seconds))

    def read(self, room: memoryview) -> int | None:
        """Reads what comes next; 0 at the end, None while nothing is wanted.

        Raises:
            TimeoutError: Nothing comes in time.
            OSError: The connection broke.
        """
        if not self.patience:
            return None
        events = 0 if self.is_tls else selectors.EVENT_READ
        while True:
            if events and not self.wait(events, self.patience):
                raise TimeoutError
            try:
                return self.read_now(len(room), room)
            except (BlockingIOError, ssl.SSLWantReadError):
                events = selectors.EVENT_READ
            except ssl.SSLWantWriteError:
                events = selectors.EVENT_WRITE

    def send(self, content: bytes | memoryview) -> None:
        """Sends all of it.

        Raises:
            TimeoutError: It does not leave in time.
            OSError: The connection broke.
        """
        view = memoryview(content)
        end = monotonic() + self.patience
        while view:
            try:
                view = view[self.socket.send(view) :]
                continue
            except (BlockingIOError, ssl.SSLWantWriteError):
                events = selectors.EVENT_WRITE
            except ssl.SSLWantReadError:
                events = selectors.EVENT_READ
            if not self.wait(events, max(0.0, end - monotonic())):
                raise TimeoutError

    def makefile(self, mode: str) -> io.BufferedReader:
        """What `http.client` reads a response from."""
        return io.BufferedReader(_Incoming(self))

    def close(self) -> None:
        """Closes it, without a goodbye of TLS, which might block."""
        self.watch.detach()
        with suppress(OSError, ValueError):
            if self.reader is not None:
                self.reader.close()
        with suppress(OSError):
            self.socket.close()


class _Incoming(io.RawIOBase):
    """What comes by a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int | None:
        return self._connection.read(memoryview(room))


class ConnectionPool:
    """The connections of one job.

    Args:
        configuration: Certificates, proxy and timeouts.
        supervisor: Ends what must end.

    Attributes:
        timeout: How long each step may take.
        supervisor: As given.
        accepting: Origins that have taken the last body that was sent to them.
    """

    def __init__(self, configuration: Configuration, supervisor: Supervisor) -> None:
        self.timeout = configuration.timeout
        self.accepting: set[tuple[str, str, int]] = set()
        self.supervisor = supervisor
        self._turns = _make_turns()
        self._configuration = configuration
        self._lock = threading.Lock()
        self._idle: dict[tuple[str, str, int], list[Connection]] = {}
        self._process = os.getpid()
        self._context: ssl.SSLContext | None = None
        self._is_closed = False

    def take(self, address: Address, *, fresh: bool = False, public_only: bool = False) -> Connection:
        """A connection to an origin: one that is idle, or a new one.

        Args:
            address: Where to.
            fresh: Whether it must be a new one.
            public_only: Whether a host in a private network is refused.

        Raises:
            StoreError: It cannot be made.
            WaitCancelled: The job was cancelled.
            WaitTimeout: The time of the job is over.
        """
        self.supervisor.check()
        while not fresh:
            with self._lock:
                if self._process != os.getpid():
                    # They are the parent's, whose sockets these still are: closed, without a word on the wire. Its
                    # threads, which would give their turns back, are not here.
                    self._idle, self._process, self._turns = {}, os.getpid(), _make_turns()
                idle = self._idle.get(address.origin)
                found = idle.pop() if idle else None
            if found is None:
                break
            is_good = monotonic() - found.idle_since < MAX_IDLE and not found.is_readable
            if is_good and not (public_only and found.is_private):
                return found
            found.close()
        return self._connect(address, public_only=public_only)

    def give_back(self, address: Address, connection: Connection) -> None:
        """Keeps a connection whose response was read to its end."""
        connection.watch.rest()
        connection.was_used = True
        connection.idle_since = monotonic()
        with self._lock:
            if not self._is_closed:
                self._idle.setdefault(address.origin, []).append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Closes the idle connections; the others are closed when they are given back."""
        with self._lock:
            self._is_closed = True
            idle = [each for group in self._idle.values() for each in group]
            self._idle = {}
        for each in idle:
            each.close()

    def fail(self, watch: Watch, error: BaseException) -> StoreError:
        """What became of a connection that broke; raises what ended the job where that was the reason."""
        self.supervisor.check()
        return StoreError(watch.problem) if watch.problem else describe(error)

    def _connect(self, address: Address, *, public_only: bool) -> Connection:
        proxy = find_proxy(*address.origin, self._configuration.proxy)
        seconds = self.timeout.connect
        end = monotonic() + seconds
        watch = self.supervisor.watch()
        watch.begin_phase("connecting", seconds)
        host, port = (address.host, address.port) if proxy is None else (proxy.host, proxy.port)
        found = _resolve(host, port, self.supervisor, end)
        if proxy is None and public_only:
            found = [each for each in found if not _is_private_peer(each)]
            if not found:
                raise StoreError("it is redirected from a public host to a private address", refused=True)
        connected, peer = self._connect_to_any(found, watch, end)
        failure: StoreError | None = None
        try:
            connected.settimeout(seconds)
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if proxy is not None:
                if proxy.scheme == "https":
                    connected = self._wrap(connected, watch, proxy.host)
                if proxy.scheme.startswith("socks5"):
                    tunnels.open_socks(connected, address, proxy)
                elif address.scheme == "https":
                    tunnels.open_tunnel(connected, address, proxy)
                    if isinstance(connected, ssl.SSLSocket):
                        watch.detach()
                        connected = tunnels.relay(connected)
            if address.scheme == "https":
                connected = self._wrap(connected, watch, address.host)
        except (OSError, ValueError, StoreError) as error:
            watch.detach()
            connected.close()
            failure = self.fail(watch, error)
        except BaseException:
            watch.detach()
            connected.close()
            raise
        if failure is not None:
            raise failure
        watch.rest()
        is_absolute = proxy is not None and address.scheme == "http" and not proxy.scheme.startswith("socks5")
        is_private_peer = proxy is None and _is_private_peer(peer)
        return Connection(connected, self._turns, watch, proxy if is_absolute else None, is_private_peer)

    def _connect_to_any(self, found: list[Any], watch: Watch, end: float) -> tuple[socket.socket, Any]:
        """A socket that is connected to the first address that answers."""
        failure = StoreError("the name of its host has no address")
        for number, each in enumerate(found):
            family, kind, protocol, _, where = each
            # Each gets its part of the time, so that one that swallows packets leaves some to the next.
            until = monotonic() + max(0.0, end - monotonic()) / (len(found) - number)
            connected = socket.socket(family, kind, protocol)
            try:
                watch.attach(connected)
                self._connect_to(connected, where, until)
            except OSError as error:
                watch.detach()
                connected.close()
                failure = self.fail(watch, error)
            except BaseException:
                watch.detach()
                connected.close()
                raise
            else:
                return connected, each
        raise failure

    def _connect_to(self, connected: socket.socket, where: Any, end: float) -> None:
        connected.setblocking(False)
        problem = connected.connect_ex(where)
        if problem in _IN_PROGRESS:
            while not tunnels.wait_ready(connected, selectors.EVENT_WRITE, _STEP):
                self.supervisor.check()
                if monotonic() >= end:
                    raise TimeoutError
            problem = connected.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if problem:
            raise OSError(problem, os.strerror(problem))

    def _wrap(self, connected: socket.socket, watch: Watch, host: str) -> ssl.SSLSocket:
        with self._lock:
            if self._context is None:
                self._context = tls_context(self._configuration.ca_bundle, self._configuration.client_certificate)
        # An end without a goodbye is an error: it may be somebody else's doing.
        wrapped = self._context.wrap_socket(
            connected,
            server_hostname=host.partition("%")[0],
            do_handshake_on_connect=False,
            suppress_ragged_eofs=False,
        )
        watch.attach(wrapped)
        try:
            wrapped.do_handshake()
        except BaseException:
            # It owns the descriptor now.
            watch.detach()
            wrapped.close()
            raise
        return wrapped


def _make_turns() -> Turns:
    """One for each core."""
    return Turns(os.cpu_count() or 1)


_IN_PROGRESS: Final = frozenset({errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY})


def _resolve(host: str, port: int, supervisor: Supervisor, end: float) -> list[Any]:
    """The socket addresses of a host. The resolver cannot be interrupted, so it is left behind when it takes long."""
    flags = socket.AI_NUMERICHOST
    with suppress(OSError, UnicodeError):
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    made: list[list[Any] | StoreError] = []
    done = threading.Event()

    def look_up() -> None:
        try:
            made.append([*socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)])
        except (OSError, UnicodeError) as error:
            made.append(describe(error))
        finally:
            done.set()

    threading.Thread(target=look_up, name="flighthub-resolver", daemon=True).start()
    while not done.wait(_STEP):
        supervisor.check()
        if monotonic() >= end:
            raise StoreError("the name of its host was not resolved in time")
    (found,) = made or [StoreError("the name of its host cannot be resolved")]
    if isinstance(found, StoreError):
        raise found
    return found


def resolves_privately(host: str, supervisor: Supervisor, seconds: float) -> bool:
    """Whether all addresses of a host are in private networks; false when it has none."""
    try:
        found = _resolve(host, 0, supervisor, monotonic() + seconds)
    except StoreError:
        return False
    return bool(found) and all(map(_is_private_peer, found))


def _is_private_peer(found: Any) -> bool:
    return is_private(ip_address(str(found[4][0]).partition("%")[0]))


def authorization(connection: Connection) -> Secret | None:
    """What a proxy that takes requests in absolute form wants with each of them."""
    return None if connection.proxy is None else connection.proxy.authorization
