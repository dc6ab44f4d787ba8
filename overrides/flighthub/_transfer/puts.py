"""Storing a file with a signed request: never redirected, never believed without an ETag."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import IO, Final

from .addresses import Address
from .connections import ConnectionPool
from .exchanges import Body, Exchange, send
from .failures import StoreError
from .links import has_other_etag
from .refusals import read_refusal

_MD5: Final = re.compile(r"[0-9a-fA-F]{32}")


def put(
    pool: ConnectionPool, target: Address, source: IO[bytes] | bytes, size: int, counted: Callable[[int], None]
) -> str:
    """Stores content, and gives its ETag without quotes.

    Args:
        pool: Whose connections are used.
        target: Where to, signed for this request.
        source: An open file, or the content itself.
        size: Bytes of it.
        counted: Called with numbers of bytes as they leave. What it raises ends this, and is raised as it is.

    Raises:
        StoreError: It is not stored.
        OSError: The file cannot be read.
    """
    exchange = send(pool, "PUT", target, {}, Body(source, size, counted))
    try:
        return _judge(exchange, source)
    finally:
        exchange.release()


def _judge(exchange: Exchange, source: IO[bytes] | bytes) -> str:
    """The ETag that a response gives; StoreError where the content is not stored."""
    status = exchange.status
    if 300 <= status < 400:
        # The next host would get what was signed for this one, and nobody knows whose it is.
        raise StoreError(f"the host sends it elsewhere (HTTP {status}), which is not followed", refused=True)
    if status not in (200, 201, 204):
        said = read_refusal(exchange)
        raise StoreError(
            said.text,
            expired=said.has_ended,
            refused=not said.is_passing,
            wait=exchange.wait,
            is_clock=said.is_clock,
        )
    etag = exchange.header("etag").strip('"')
    if not etag:
        raise StoreError(f"the host gave no ETag for it (HTTP {status}), so it is not certain that it is stored")
    if _MD5.fullmatch(etag) and not has_other_etag(exchange) and etag.lower() != _md5(source):
        raise StoreError("what is stored is not what was sent: its ETag is another one")
    return etag


def _md5(source: IO[bytes] | bytes) -> str:
    found = hashlib.md5(usedforsecurity=False)
    if isinstance(source, bytes):
        found.update(source)
        return found.hexdigest()
    source.seek(0)
    while piece := source.read(2**18):
        found.update(piece)
    return found.hexdigest()
