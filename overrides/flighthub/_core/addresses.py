"""Addresses that people type: taken apart and checked before anything is sent. No I/O."""

from __future__ import annotations

from typing import Final
from urllib.parse import SplitResult, urlsplit

from flighthub_runtime.secrets import Secret

_LONGEST_LABEL: Final = 63
_LONGEST_NAME: Final = 253
"""Characters of a host name and of each of its labels (RFC 1035, section 2.3.4)."""

_FORBIDDEN: Final = frozenset(' \\\t\r\n<>"{}|^`')
"""Characters that no URL holds (RFC 3986, appendix A), and that its readers take for different things."""


def address_problem(address: Secret, schemes: tuple[str, ...], *, credentials: bool = False) -> str | None:
    """What is wrong with an address, without showing it, as it may hold a password; None when nothing is.

    Args:
        address: The address.
        schemes: Those that it may have.
        credentials: Whether it may hold a user and a password.
    """
    text = address.reveal()
    # Names of users on a Windows domain have a backslash, and passwords have anything.
    beyond = text.rpartition("@")[2] if credentials else text
    if not text.isprintable() or " " in text or not _FORBIDDEN.isdisjoint(beyond):
        return "is not a URL: it has blanks, backslashes or other characters that no URL has"
    parts = split_address(address)
    if parts is None:
        return "is not a URL"
    if parts.scheme not in schemes or not parts.hostname:
        return f"must begin with {' or '.join(f'{each}://' for each in schemes)} and name a host"
    if parts.port == 0:
        return "is not a URL: there is no port 0"
    if "?" in beyond or "#" in beyond:
        return "must not have a query or a fragment"
    if not credentials and "@" in parts.netloc:
        return "must not have a user or a password"
    return host_problem(parts.hostname)


def split_address(address: Secret) -> SplitResult | None:
    """The parts of an address; None when it, its host or its port cannot be read."""
    try:
        parts = urlsplit(address.reveal())
        _ = parts.hostname, parts.port
    except ValueError:
        return None
    return parts


def host_problem(host: str) -> str | None:
    """What is wrong with the name of a host, without asking anybody for it; None when nothing is."""
    if ":" in host:  # an IPv6 address, which urlsplit has checked
        return None
    if not host.isascii():
        import idna

        try:
            host = idna.encode(host, uts46=True).decode()
        except idna.IDNAError:
            return "has a host name that is not one: it cannot be encoded (IDNA)"
    labels = host.removesuffix(".").split(".")
    if len(host) > _LONGEST_NAME or not all(1 <= len(each) <= _LONGEST_LABEL for each in labels):
        return (
            "has a host name that is not one: "
            f"each part has 1 to {_LONGEST_LABEL} characters, all together at most {_LONGEST_NAME}"
        )
    return None
