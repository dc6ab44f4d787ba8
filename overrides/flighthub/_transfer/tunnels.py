"""Ways through a proxy: `CONNECT`, SOCKS 5, and TLS inside of TLS."""

from __future__ import annotations

import selectors
import socket
import ssl
import threading
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

from .._core.proxies import Proxy
from .._version import __version__
from .addresses import Address
from .failures import StoreError

_MAX_HEAD: Final = 2**16
_PIECE: Final = 2**16

_STEP: Final = 0.005
"""Seconds for which one side is waited for before the other is looked at."""

make_selector: Final[type[selectors.BaseSelector]] = getattr(selectors, "PollSelector", selectors.SelectSelector)
"""Cheaper than `epoll` for a single socket, and without a descriptor of its own."""


def open_tunnel(connected: socket.socket, address: Address, proxy: Proxy) -> None:
    """Asks a proxy for a tunnel to an address.

    Raises:
        StoreError: It refuses.
        OSError: The connection broke.
    """
    connected.sendall(_build_connect(address, proxy))
    head = bytearray()
    while not head.endswith(b"\r\n\r\n"):
        # Byte by byte: what follows belongs to the tunnel.
        piece = connected.recv(1)
        if not piece or len(head) > _MAX_HEAD:
            raise StoreError("the proxy gave no response")
        head += piece
    words = bytes(head[:100]).split(maxsplit=2)
    status = int(words[1]) if len(words) > 1 and words[1].isdigit() and len(words[1]) == 3 else 0
    if not 200 <= status < 300:
        hint = "; it asks for other credentials" if status == 407 else ""
        raise StoreError(f"the proxy refuses a tunnel (HTTP {status}){hint}", refused=400 <= status < 500)


def _build_connect(address: Address, proxy: Proxy) -> bytes:
    host = f"[{address.host}]" if ":" in address.host else address.host
    target = f"{host}:{address.port}"
    lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}", f"User-Agent: flighthub/{__version__}"]
    authorization = proxy.authorization
    if authorization is not None:
        lines.append(f"Proxy-Authorization: {authorization.reveal()}")
    return "\r\n".join([*lines, "", ""]).encode("ascii")


def open_socks(connected: socket.socket, address: Address, proxy: Proxy) -> None:
    """Asks a SOCKS 5 proxy for a connection to an address, whose name it resolves.

    Raises:
        StoreError: It refuses.
        OSError: The connection broke.
    """
    connected.sendall(b"\x05\x01\x00" if proxy.user is None else b"\x05\x02\x00\x02")
    method = _receive(connected, 2)[1]
    if method == 2 and proxy.user is not None:
        connected.sendall(b"\x01" + _counted(proxy.user.reveal()) + _counted(proxy.password.reveal()))
        if _receive(connected, 2)[1]:
            raise StoreError("the proxy refuses the credentials", refused=True)
    elif method:
        raise StoreError("the proxy asks for other credentials", refused=True)
    connected.sendall(b"\x05\x01\x00" + _socks_address(address.host) + address.port.to_bytes(2, "big"))
    _, problem, _, kind = _receive(connected, 4)
    if problem:
        raise StoreError(f"the proxy cannot reach the host (SOCKS reply {problem})")
    size = {1: 4, 4: 16}.get(kind)
    _receive(connected, (_receive(connected, 1)[0] if size is None else size) + 2)


def _socks_address(host: str) -> bytes:
    try:
        literal = ip_address(host.partition("%")[0])
    except ValueError:
        return b"\x03" + _counted(host)
    kinds: dict[type[IPv4Address] | type[IPv6Address], bytes] = {IPv4Address: b"\x01", IPv6Address: b"\x04"}
    return kinds[type(literal)] + literal.packed


def _counted(text: str) -> bytes:
    raw = text.encode()[:255]
    return bytes([len(raw)]) + raw


def _receive(connected: socket.socket, size: int) -> bytes:
    found = bytearray()
    while len(found) < size:
        piece = connected.recv(size - len(found))
        if not piece:
            raise StoreError("the proxy gave no response")
        found += piece
    return bytes(found)


def relay(outer: ssl.SSLSocket) -> socket.socket:
    """A plain socket whose traffic goes through another one, which speaks TLS: `ssl` cannot put TLS inside of TLS.

    Args:
        outer: The tunnel. It ends when the socket that comes back is closed.
    """
    ours, theirs = socket.socketpair()
    ours.settimeout(outer.gettimeout())
    threading.Thread(target=_relay, args=(outer, theirs), name="flighthub-relay", daemon=True).start()
    return ours


def _relay(outer: ssl.SSLSocket, inner: socket.socket) -> None:
    """Passes on what either side says. One thread does both, as two must not use one TLS connection at once."""
    outer.settimeout(None)
    with outer, inner, suppress(OSError):
        while True:
            if outer.pending() or wait_ready(outer, selectors.EVENT_READ, 0):
                piece = outer.recv(_PIECE)
                if not piece:
                    return
                inner.sendall(piece)
            elif wait_ready(inner, selectors.EVENT_READ, _STEP):
                piece = inner.recv(_PIECE)
                if not piece:
                    return
                outer.sendall(piece)


def wait_ready(connected: socket.socket, event: int, seconds: float) -> bool:
    """Whether a socket becomes ready in time."""
    with make_selector() as selector:
        selector.register(connected, event)
        return bool(selector.select(seconds))
