"""Which proxy a request goes through: the client's own, else that of the environment, where `NO_PROXY` may exclude it.

Entries of `NO_PROXY` are separated by commas or blanks: `*`, a host (its subdomains included, with or without a leading
dot), an IP address, or a network such as `10.0.0.0/8` or `fd07::/64`; brackets and a port are understood. What is none
of these matters to nobody and is left out.
"""

from __future__ import annotations

import base64
import re
from ipaddress import ip_network
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies

from flighthub_api.runtime.secrets import Secret

from ..errors import ConfigurationError
from .addresses import find_literal

_PORTS: Final = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


class Proxy(NamedTuple):
    """A proxy.

    Attributes:
        scheme: `http`, `https`, `socks5` or `socks5h`.
        host: Its host.
        port: Its port.
        user: Name that it asks for; None for none.
        password: Password that goes with it.
        url: All of it, as other libraries take it.
    """

    scheme: str
    host: str
    port: int
    user: Secret | None
    password: Secret
    url: Secret

    @property
    def authorization(self) -> Secret | None:
        """The value of the `Proxy-Authorization` header; None where there are no credentials."""
        if self.user is None:
            return None
        pair = f"{self.user.reveal()}:{self.password.reveal()}".encode()
        return Secret(f"Basic {base64.b64encode(pair).decode('ascii')}")


def find_proxy(scheme: str, host: str, port: int, own: Secret | None) -> Proxy | None:
    """The proxy for requests to a host; None when they go there directly.

    Args:
        scheme: Scheme of the address.
        host: Host of the address, without brackets.
        port: Port of the address.
        own: The proxy that was given to the client. It is used for all hosts.

    Raises:
        ConfigurationError: The proxy cannot be used.
    """
    if own is not None:
        return _parse(own, "the argument proxy")
    found = getproxies()
    name = scheme if found.get(scheme) else "all"
    if not found.get(name) or is_excluded(host, port, found.get("no", "")):
        return None
    return _parse(Secret(found[name]), f"the environment ({name}_proxy)")


def is_excluded(host: str, port: int, no_proxy: str) -> bool:
    """Whether a value of `NO_PROXY` excludes a host."""
    return any(_matches(entry, host.lower().rstrip("."), port) for entry in re.split(r"[\s,]+", no_proxy) if entry)


def _matches(entry: str, host: str, port: int) -> bool:
    if entry == "*":
        return True
    entry = entry.lower().rpartition("://")[2]
    bracketed = re.fullmatch(r"\[([0-9a-f:.]+)\](?:(/\d+)|:(\d+))?", entry)
    if bracketed is not None:
        entry, wanted = bracketed[1] + (bracketed[2] or ""), bracketed[3]
    else:
        named = re.fullmatch(r"([^:]+):(\d+)", entry)
        entry, wanted = (named[1], named[2]) if named is not None else (entry, None)
    if wanted is not None and wanted != str(port):
        return False
    literal = find_literal(host)
    if literal is not None:
        try:
            return literal in ip_network(entry, strict=False)
        except ValueError:
            return False
    entry = entry.removeprefix("*").strip(".")
    return bool(entry) and (host == entry or host.endswith(f".{entry}"))


def _parse(url: Secret, source: str) -> Proxy:
    made = _parts(url)
    if isinstance(made, str):
        raise ConfigurationError(f"the proxy of {source} cannot be used: {made}")
    return made


def _parts(url: Secret) -> Proxy | str:
    """A proxy, or the text of what is wrong: no traceback is to hold the local variables of this."""
    text = url.reveal().strip()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        return "its address is no URL"
    if parts.scheme not in _PORTS:
        return f"its scheme is none of {', '.join(_PORTS)}"
    if not host:
        return "its address names no host"
    user = None if parts.username is None else Secret(unquote(parts.username))
    whole = Secret(parts.geturl())
    return Proxy(parts.scheme, host, port or _PORTS[parts.scheme], user, Secret(unquote(parts.password or "")), whole)
