"""Which proxy leads to an address: the one that was given, else that of the environment, as `NO_PROXY` allows. No I/O.

Both ways out, API calls and files, ask here, so that a variable means the same to both.
"""

from __future__ import annotations

import base64
import ipaddress
import os
import re
from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from flighthub_runtime.secrets import Secret

from ..errors import ConfigurationError
from .addresses import address_problem, split_address

_PORTS: Final = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}

SCHEMES: Final = tuple(_PORTS)
"""Kinds of proxy that can be named; whether SOCKS works depends on what is installed."""


class Proxy(NamedTuple):
    """A proxy.

    Attributes:
        source: The argument or variable that names it.
        scheme: `http`, `https`, `socks5` or `socks5h`.
        host: Its host.
        port: Its port.
        user: Name that it asks for; None for none.
        password: Password that goes with it.
        url: All of it, as other libraries take it.
    """

    source: str
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


def proxy_for(address: Secret, given: Secret | None) -> Proxy | None:
    """The proxy that leads to an address; None when it is reached directly.

    Args:
        address: An http or https URL.
        given: The client's own proxy, which is used for every address.

    Raises:
        ConfigurationError: The proxy that would be used cannot be one.
    """
    parts = split_address(address)
    if parts is None or not parts.hostname:
        return None
    return find_proxy(parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme, 0), given)


def find_proxy(
    scheme: str, host: str, port: int, given: Secret | None, variables: Mapping[str, str] | None = None
) -> Proxy | None:
    """The proxy for requests to a host; None when they go there directly.

    Args:
        scheme: Scheme of the address.
        host: Host of the address, without brackets.
        port: Port of the address.
        given: The client's own proxy, which is used for every address.
        variables: Environment variables, by default those of this process. Where the system has settings of its own
            (macOS, Windows), they hold when no variable is set.

    Raises:
        ConfigurationError: The proxy that would be used cannot be one; the text names the argument or the variable.
    """
    if given is not None:
        return _parse(given, "the argument proxy")
    # No local variable here holds the environment, which holds keys and passwords: the frame is in tracebacks.
    named = _named_by(variables, scheme) or (None if variables is not None else _named_by_system(scheme))
    if named is None or is_excluded(host, port, _excluded_by(variables)):
        return None
    return _parse(*named)


def _excluded_by(variables: Mapping[str, str] | None) -> str:
    environment = os.environ if variables is None else variables
    return environment.get("no_proxy") or environment.get("NO_PROXY") or ""


def _named_by(variables: Mapping[str, str] | None, scheme: str) -> tuple[Secret, str] | None:
    environment = os.environ if variables is None else variables
    for name in (scheme, "all"):
        for variable in (f"{name}_proxy", f"{name}_proxy".upper()):
            if variable == "HTTP_PROXY" and "REQUEST_METHOD" in environment:
                continue  # a header of a CGI request, not a variable of this machine (httpoxy)
            text = environment.get(variable, "").strip()
            if text:
                return Secret(text), variable
    return None


def _named_by_system(scheme: str) -> tuple[Secret, str] | None:
    if any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    from urllib.request import getproxies

    settings = getproxies()
    text = settings.get(scheme) or settings.get("all")
    return (Secret(text), "the system's proxy") if text else None


def _parse(address: Secret, source: str) -> Proxy:
    url = address if "://" in address.reveal() else Secret(f"http://{address.reveal()}")
    problem = address_problem(url, SCHEMES, credentials=True)
    if problem:
        # Before the parts are in a local variable: the frame is in the traceback.
        raise ConfigurationError(f"{source} {problem}")
    parts = urlsplit(url.reveal())
    user = None if parts.username is None else Secret(unquote(parts.username))
    password = Secret(unquote(parts.password or ""))
    return Proxy(source, parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme], user, password, url)


def is_excluded(host: str, port: int, excluded: str) -> bool:
    """Whether `NO_PROXY` says that a host is reached directly.

    Args:
        host: Its name or address, without brackets.
        port: The port that is asked for.
        excluded: Names, which stand for what is below them, too; addresses and networks (`10.0.0.0/8`, `fd07::/64`),
            in brackets or not; each with or without a port; or `*`. Separated by commas or blanks. What is none of
            these excludes nothing.
    """
    host = host.lower().removesuffix(".")
    number = _number(host)
    for each in re.split(r"[,\s]+", excluded.lower()):
        entry = each.rpartition("://")[2]
        if entry == "*":
            return True
        name, wanted = _split_port(entry)
        if not name or (wanted is not None and wanted != port):
            continue
        if number is None:
            below = name.removeprefix("*").lstrip(".")
            if below and (host == below or host.endswith(f".{below}")):
                return True
        elif _contains(name, number):
            return True
    return False


def _split_port(entry: str) -> tuple[str, int | None]:
    if entry.startswith("["):
        name, _, rest = entry[1:].partition("]")
        entry = rest if rest.startswith(":") else ""
    elif entry.count(":") == 1:
        name, _, rest = entry.partition(":")
        entry = f":{rest}"
    else:
        return entry, None
    digits = entry[1:]
    return name, int(digits) if digits.isdecimal() and len(digits) <= 5 else None


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None


def _contains(entry: str, number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    try:
        network = ipaddress.ip_network(entry, strict=False)
    except ValueError:
        return False
    return number.version == network.version and number in network
