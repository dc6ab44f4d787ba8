"""Whether a host can be reached: its name, a connection, TLS. Nothing is sent; it waits, so it belongs in a thread."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

_PORTS: Final = {"https": 443, "http": 80}

_OUT_OF_DATE: Final = (9, 10)
_OTHER_NAME: Final = (62, 64)
"""Codes of OpenSSL for what is wrong with a certificate; the rest is about who vouches for it."""


class Reached(NamedTuple):
    """How far it went.

    Attributes:
        problem: What went wrong; empty when nothing did.
        what_to_do: What to do about it.
        certificate_ends: When the server's certificate expires; None without TLS.
    """

    problem: str = ""
    what_to_do: str = ""
    certificate_ends: datetime | None = None


def reach(address: str, named: str, context: Callable[[], ssl.SSLContext], seconds: float) -> Reached:
    """Looks up a host, connects to it and, for https, shakes hands.

    Args:
        address: Its URL.
        named: What the URL is called where it can be changed.
        context: Gives what TLS is spoken with.
        seconds: How long all of it may take.
    """
    parts = urlsplit(address)
    host, end = parts.hostname or "", time.monotonic() + seconds
    port = parts.port or _PORTS.get(parts.scheme, 443)
    found = _look_up(host, port, named, seconds)
    if isinstance(found, Reached):
        return found
    try:
        connection = _connect(found, end)
    except OSError as error:
        why = "it does not answer in time" if isinstance(error, TimeoutError) else error.strerror or str(error)
        return Reached(
            f"No connection to {host}, port {port}: {why}.",
            f"Check the port of {named}, that the server runs, and what firewalls and VPNs are in between.",
        )
    with connection:
        return _shaken_hands(connection, parts, named, context, end) if parts.scheme == "https" else Reached()


def _look_up(host: str, port: int, named: str, seconds: float) -> list[Any] | Reached:
    """The addresses of a host. The look-up has no timeout of its own, so it is left behind when it takes too long."""
    answers: list[Any] = []
    trouble: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            answers.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            trouble.append(error)

    thread = threading.Thread(target=ask, name="flighthub-look-up", daemon=True)
    thread.start()
    thread.join(seconds)
    if answers:
        return answers
    why = f" ({trouble[0]})" if trouble else ""
    return Reached(
        f"The name {host} cannot be looked up{why}.",
        f"Check the spelling of {named}, the network, and whether a VPN is needed to know this name.",
    )


def _connect(addresses: list[Any], end: float) -> socket.socket:
    """A connection to the first address that takes one. Those that are still to be tried share the time."""
    failure: OSError = TimeoutError()
    for place, (family, kind, protocol, _, address) in enumerate(addresses):
        left = end - time.monotonic()
        if left <= 0:
            break
        try:
            connection = socket.socket(family, kind, protocol)
        except OSError as error:  # this machine may not know the family
            failure = error
            continue
        try:
            connection.settimeout(left / (len(addresses) - place))
            connection.connect(address)
        except OSError as error:
            connection.close()
            failure = error
        else:
            return connection
    raise failure


def _shaken_hands(
    connection: socket.socket, parts: SplitResult, named: str, context: Callable[[], ssl.SSLContext], end: float
) -> Reached:
    host = parts.hostname or ""
    try:
        connection.settimeout(max(0.1, end - time.monotonic()))
        with context().wrap_socket(connection, server_hostname=host) as secured:
            certificate = secured.getpeercert() or {}
    except ssl.SSLCertVerificationError as error:
        return Reached(
            f"The certificate of {host} is refused: {error.verify_message}.", _mending(error.verify_code, named)
        )
    except OSError as error:
        reason = getattr(error, "reason", None) or error.strerror or type(error).__name__
        return Reached(
            f"{host} does not speak TLS as it should: {reason}.",
            f"Check the port of {named}; an installation without TLS has an address with http://.",
        )
    ends = certificate.get("notAfter")
    if not isinstance(ends, str):
        return Reached()
    return Reached(certificate_ends=datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC))


def _mending(code: int, named: str) -> str:
    if code in _OUT_OF_DATE:
        return "Renew the certificate of the installation, or set the clock of this machine."
    if code in _OTHER_NAME:
        return f"Use the host name that the certificate is made for in {named}."
    return "Give the CA bundle of the installation as ca_bundle=... or FLIGHTHUB_CA_BUNDLE."
