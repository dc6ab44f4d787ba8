"""Which proxy leads to an address: the one that was given, else that of the environment, as `NO_PROXY` allows. No I/O.

Both ways out, API calls and files, ask here, so that a variable means the same to both.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import SplitResult

from flighthub_runtime.secrets import Secret

from ..errors import ConfigurationError
from .addresses import address_problem, split_address

SCHEMES: Final = ("http", "https", "socks5", "socks5h")
"""Kinds of proxy that can be named; whether SOCKS works depends on what is installed."""

_PORTS: Final = {"http": 80, "https": 443}


class Proxy(NamedTuple):
    """A proxy, and where it was named.

    Attributes:
        address: Its URL, which may hold a password.
        source: The argument or variable that names it.
    """

    address: Secret
    source: str


class Proxies:
    """The proxies of a client.

    Args:
        given: The client's argument; it is used for every address.
        variables: Environment variables, by default those of this process. Where the system has settings of its own
            (macOS, Windows), they hold when no variable is set.
    """

    def __init__(self, given: Secret | None, variables: Mapping[str, str] | None = None) -> None:
        self._given = given
        self._variables = variables

    def proxy_for(self, address: Secret) -> Proxy | None:
        """The proxy that leads to an address; None when it is reached directly.

        Args:
            address: An http or https URL.

        Raises:
            ConfigurationError: The proxy that would be used has no address that can be one; it names the variable.
        """
        if self._given is not None:
            return Proxy(self._given, "the argument proxy")
        parts = split_address(address)
        if parts is None or not parts.hostname:
            return None
        found = self._named(parts.scheme)
        if found is None or is_excluded(parts, self._excluded()):
            return None
        problem = address_problem(found.address, SCHEMES, credentials=True)
        if problem:
            raise ConfigurationError(f"{found.source} {problem}")
        return found

    def _named(self, scheme: str) -> Proxy | None:
        for name in (scheme, "all"):
            for variable in (f"{name}_proxy", f"{name}_proxy".upper()):
                if variable == "HTTP_PROXY" and "REQUEST_METHOD" in self._environment:
                    continue  # a header of a CGI request, not a variable of this machine (httpoxy)
                text = self._environment.get(variable, "").strip()
                if text:
                    return Proxy(Secret(text if "://" in text else f"http://{text}"), variable)
        if self._variables is not None or any(name.lower().endswith("_proxy") for name in os.environ):
            return None
        from urllib.request import getproxies

        settings = getproxies()
        text = settings.get(scheme) or settings.get("all") or ""
        return Proxy(Secret(text if "://" in text else f"http://{text}"), "the system's proxy") if text else None

    @property
    def _environment(self) -> Mapping[str, str]:
        return os.environ if self._variables is None else self._variables

    def _excluded(self) -> str:
        return self._environment.get("no_proxy") or self._environment.get("NO_PROXY") or ""


def is_excluded(parts: SplitResult, excluded: str) -> bool:
    """Whether `NO_PROXY` says that an address is reached directly.

    Args:
        parts: The address.
        excluded: Names, which stand for what is below them, too; addresses and networks (`10.0.0.0/8`, `fd07::/64`),
            in brackets or not; each with or without a port; or `*`. Separated by commas or blanks. What is none of
            these excludes nothing.
    """
    host = (parts.hostname or "").removesuffix(".")
    port = parts.port or _PORTS.get(parts.scheme)
    number = _number(host)
    for entry in re.split(r"[,\s]+", excluded.lower()):
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
