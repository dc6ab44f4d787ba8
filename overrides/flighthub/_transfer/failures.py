"""How an attempt to move a file fails. Only this package sees it: facades raise `TransferError`."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from pathlib import Path

from ..errors import FlightHubError


class StoreError(FlightHubError):
    """A host of files did not do what it was asked to.

    Attributes:
        expired: Whether the credentials, or the link, have ended.
        refused: Whether asking again in the same way is useless.
        stuck: Whether it cannot go on from the offset that was asked for, but perhaps from the beginning.
        wait: Seconds that the host asks to wait before the next attempt; None where it does not say.
        is_clock: Whether it was refused because the clocks of this machine and of the host differ.
    """

    def __init__(
        self,
        text: str,
        *,
        expired: bool = False,
        refused: bool = False,
        stuck: bool = False,
        wait: float | None = None,
        is_clock: bool = False,
    ) -> None:
        super().__init__(text)
        self.expired = expired
        self.refused = refused
        self.stuck = stuck
        self.wait = wait
        self.is_clock = is_clock


class StaleConnection(Exception):
    """A connection that was kept open broke before the first byte of a response: the request may be repeated."""


def describe_full_disk(error: OSError, folder: Path) -> str | None:
    """What to say where nothing more can be written to a folder, and what to do; None for any other error."""
    if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
        return None
    return (
        f"{folder} takes no more ({error.strerror}). What is whole is in its place; make room and download again, and "
        "the rest is fetched from where it broke off."
    )


def describe(error: BaseException) -> StoreError:
    """What the network or the HTTP parser raised, in words and without addresses, which may be signed links."""
    if isinstance(error, StoreError):
        return error
    if isinstance(error, ssl.SSLCertVerificationError):
        text = f"its certificate is not trusted ({error.verify_message}); give the CA bundle as ca_bundle=..."
        return StoreError(text, refused=True)
    if isinstance(error, TimeoutError):
        return StoreError("the host said nothing for as long as the timeout allows")
    if isinstance(error, ssl.SSLError):
        return StoreError(f"TLS failed: {error.reason or type(error).__name__}")
    if isinstance(error, socket.gaierror):
        return StoreError("the name of its host cannot be resolved")
    if isinstance(error, http.client.IncompleteRead):
        return StoreError("the connection broke off")
    if isinstance(error, ConnectionRefusedError):
        return StoreError("the host refuses connections")
    if isinstance(error, ConnectionError):
        return StoreError(f"the connection broke off ({type(error).__name__})")
    if isinstance(error, http.client.HTTPException):
        return StoreError(f"the response is not HTTP ({type(error).__name__})")
    if isinstance(error, OSError):
        return StoreError(f"the host cannot be reached: {error.strerror or type(error).__name__}")
    return StoreError(f"the response is not HTTP ({type(error).__name__})")
