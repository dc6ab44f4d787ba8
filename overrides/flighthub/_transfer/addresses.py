"""Which addresses links may lead to. Links are strangers: what a server chose is parsed, and checked before its use."""

from __future__ import annotations

import re
import socket
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from flighthub_runtime.secrets import Secret

from .failures import StoreError

MAX_REDIRECTS: Final = 4
"""Redirects that one link may take."""

PORTS: Final = {"http": 80, "https": 443}

_NAT64: Final = ip_network("64:ff9b::/96")
_NUMERIC: Final = re.compile(r"(0x[0-9a-f]+|[0-9]+)(\.(0x[0-9a-f]+|[0-9]+)){0,3}", re.IGNORECASE)
"""Spellings of IPv4 addresses that the resolver takes and `ipaddress` does not, such as `127.1` and `0x7f000001`."""

_UNRESERVED: Final = "%/:=&?~+!$,;'@()*[]-._"


_SAFE: Final = r"[A-Za-z0-9%/:=&~+!$,;'@()*._-]"

_PLAIN: Final = re.compile(
    rf"(?P<origin>https?://[A-Za-z0-9._~-]{{1,253}}(:[0-9]{{1,5}})?)(?P<target>/{_SAFE}*(\?({_SAFE}|\?)+)?)"
)
"""Links as stores make them, in which nothing has to be quoted."""

_GARBLED: Final = "cannot be understood"


class Address(NamedTuple):
    """Where a request goes.

    Attributes:
        scheme: `http` or `https`.
        host: Name or literal, in ASCII and without brackets.
        port: Port.
        target: Path and query, which may hold a signature.
    """

    scheme: str
    host: str
    port: int
    target: Secret

    @property
    def origin(self) -> tuple[str, str, int]:
        """What connections are kept by."""
        return self.scheme, self.host, self.port

    @property
    def authority(self) -> str:
        """The value of a `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> Secret:
        """All of it, as a proxy is asked for it."""
        return Secret(f"{self.scheme}://{self.authority}{self.target.reveal()}")

    def __repr__(self) -> str:
        return f"Address({self.scheme}://{self.authority}/...)"


_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f\\]")
"""Characters that no address has, and that are read in several ways."""


def parse_link(link: Secret) -> Address:
    """The address of a link; StoreError when it is none that may be followed."""
    made = _parse(link)
    if isinstance(made, str):
        raise StoreError(f"its link {made}", refused=True)
    return made


def parse_redirect(address: Address, location: Secret) -> Address:
    """Where a response sends a request on to; StoreError when that must not be followed."""
    made = _join(address, location)
    if isinstance(made, str):
        # One that is garbled may be right the next time; one that leads elsewhere is meant so.
        raise StoreError(f"it is redirected, and that address {made}", refused=made != _GARBLED)
    if address.scheme == "https" and made.scheme != "https":
        raise StoreError("it is redirected from https to http, which is not followed", refused=True)
    return made


# Both give the text of what is wrong in place of raising: no traceback is to hold their local variables.


def _join(address: Address, location: Secret) -> Address | str:
    try:
        # Headers are Latin-1 to the parser, and UTF-8 to those who send more than ASCII.
        text = location.reveal().encode("latin-1").decode("utf-8", "replace")
        joined = Secret(urljoin(address.url.reveal(), text))
    except ValueError:
        return _GARBLED
    return _parse(joined)


def _parse(link: Secret) -> Address | str:
    plain = _PLAIN.fullmatch(link.reveal())
    if plain is not None:
        origin = _parse_origin(plain["origin"])
        return origin if isinstance(origin, str) else origin._replace(target=Secret(plain["target"]))
    return _parse_any(link)


@lru_cache(64)
def _parse_origin(text: str) -> Address | str:
    """A host without a path, which many links share."""
    return _parse_any(Secret(text))


def _parse_any(link: Secret) -> Address | str:
    text = link.reveal().strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        if parts.scheme not in PORTS:
            scheme = parts.scheme if re.fullmatch(r"[a-z][a-z0-9+.-]{0,15}", parts.scheme) else "no scheme"
            return f"is neither http nor https ({scheme})"
        if not host or port == 0 or _UNFIT.search(text):
            return _GARBLED
        if parts.username is not None or parts.password is not None:
            return "holds a user name"
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
        if not re.fullmatch(r"[A-Za-z0-9._~%:-]+", host) or any(len(label) > 63 for label in host.split(".")):
            return "names no host"
    except ValueError:
        return _GARBLED
    path = quote(parts.path or "/", safe=_UNRESERVED, errors="replace")
    query = f"?{quote(parts.query, safe=_UNRESERVED, errors='replace')}" if parts.query else ""
    return Address(parts.scheme, host.lower(), port or PORTS[parts.scheme], Secret(path + query))


def find_literal(host: str) -> IPv4Address | IPv6Address | None:
    """The IP address that a host is written as, in any spelling that resolvers take; None for a name."""
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        pass
    if _NUMERIC.fullmatch(host):
        try:
            return IPv4Address(socket.inet_aton(host))
        except (OSError, ValueError):
            return None
    return None


def is_private_host(host: str) -> bool:
    """Whether a host is, by what it is called alone, on this machine or in a network of its own."""
    literal = find_literal(host)
    if literal is None:
        name = host.rstrip(".").lower()
        return name == "localhost" or name.endswith(".localhost")
    return is_private(literal)


def is_private(address: IPv4Address | IPv6Address) -> bool:
    """Whether an IP address is loopback, link-local, private, shared or otherwise not on the public Internet."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(inner)
    return not address.is_global or address.is_multicast
