"""Content codings of responses: those that were asked for, inflated no further than a response may be long."""

from __future__ import annotations

import zlib
from typing import Final

ASKED_FOR: Final = b"gzip, deflate"
"""What `Accept-Encoding` says."""

_GZIP: Final = 16 + zlib.MAX_WBITS
_ZLIB: Final = zlib.MAX_WBITS
_RAW_DEFLATE: Final = -zlib.MAX_WBITS


class CodingError(Exception):
    """A body is too large, or coded in a way that was not asked for or that is broken. The text completes "with …"."""


class BodyDecoder:
    """Collects a body piece by piece.

    Args:
        content_encoding: The header of that name, empty where there is none.
        limit: Bytes that the body may have, inflated or not.

    Raises:
        CodingError: The coding was not asked for.
    """

    def __init__(self, content_encoding: str, limit: int) -> None:
        names = [name for each in content_encoding.split(",") if (name := each.strip().lower()) not in ("", "identity")]
        if names not in ([], ["gzip"], ["x-gzip"], ["deflate"]):
            shown = ", ".join(names)[:60]
            raise CodingError(f"the content coding {shown!r}, which was not asked for")
        self._coding = names[0] if names else ""
        self._limit = limit
        self._body = bytearray()
        self._came = 0
        self._start = b""
        self._inflater: zlib._Decompress | None = None  # pyright: ignore[reportPrivateUsage] - it has no other name

    def add(self, piece: bytes) -> None:
        """Takes the next piece.

        Raises:
            CodingError: It is too much, or cannot be inflated.
        """
        self._came += len(piece)
        if self._came > self._limit:
            raise self._too_large()
        if not self._coding:
            self._body += piece
            return
        if self._inflater is None:
            self._start += piece
            if len(self._start) < 2:
                return
            self._inflater, piece = zlib.decompressobj(self._window()), self._start
        if self._inflater.eof:
            return
        try:
            self._body += self._inflater.decompress(piece, self._limit + 1 - len(self._body))
        except zlib.error:
            raise CodingError("what cannot be decompressed") from None
        if len(self._body) > self._limit:
            raise self._too_large()

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            CodingError: Its end is missing.
        """
        if self._came and self._coding and (self._inflater is None or not self._inflater.eof):
            raise CodingError("what cannot be decompressed, as its end is missing")
        return bytes(self._body)

    def _window(self) -> int:
        """How the deflated data is wrapped. Some servers leave out the wrapper that `deflate` stands for."""
        if self._coding != "deflate":
            return _GZIP
        first, second = self._start[:2]
        return _ZLIB if first & 15 == 8 and (first * 256 + second) % 31 == 0 else _RAW_DEFLATE

    def _too_large(self) -> CodingError:
        return CodingError(f"more than {self._limit} bytes")
