"""Responses as `http.client` reads them, but for their heads, which it gives to the parser for e-mail.

That parser takes longer than all else of a small file, and ends a head at the first line that is no header, so that the
length of the body may come to stand in the body.
"""

from __future__ import annotations

import http.client
from collections.abc import Mapping, Sequence
from socket import socket
from typing import IO, Final, cast

from .connections import Connection

_MAX_INFORMATIONAL: Final = 20
"""Answers of the class 1xx before the real one."""

_MAX_LINE: Final = 2**16
"""Bytes of a header."""

_MAX_HEADERS: Final = 100

_BLANK: Final = " \t\r\n"

_NONE: Final = ("",)

_BODILESS: Final = (http.client.NO_CONTENT, http.client.NOT_MODIFIED)


class Response(http.client.HTTPResponse):
    """A response that begins with the first that is final, however many of the class 1xx come before.

    Args:
        connection: What it comes by.
        method: Of its request.

    Attributes:
        fields: The values of its headers, by names in lower case.
    """

    fields: Mapping[str, Sequence[str]]

    def __init__(self, connection: Connection, method: str) -> None:
        # Of a socket it wants no more than `makefile`.
        super().__init__(cast("socket", connection), method=method)
        self._final: tuple[str, int, str] | None = None

    def first(self, name: str) -> str:
        """The first header of a name in lower case; empty where there is none."""
        return self.fields.get(name, _NONE)[0]

    def is_wanted(self) -> bool:
        """Whether a host that was asked for it wants the body: it says so, or gives its response already."""
        status = self._final = super()._read_status()  # type: ignore[misc]
        if not 100 <= status[1] < 200:
            return False
        self._final = None
        _read_fields(self.fp)
        return True

    def begin(self) -> None:
        """Reads the head.

        Raises:
            HTTPException: It is none.
            OSError: It does not come.
        """
        version, status, self.reason = self._read_final_status()
        if not version.startswith("HTTP/1."):
            raise http.client.UnknownProtocol(version)
        self.version = 10 if version == "HTTP/1.0" else 11
        self.code = self.status = status
        self.fields = _read_fields(self.fp)
        self.chunked = self.first("transfer-encoding").lower() == "chunked"
        self.chunk_left = None
        length = self.first("content-length")
        self.length = int(length) if length.isascii() and length.isdigit() and not self.chunked else None
        if status in _BODILESS or self._method == "HEAD":  # type: ignore[attr-defined]
            self.length = 0

    def _read_final_status(self) -> tuple[str, int, str]:
        found, self._final = self._final, None
        for _ in range(_MAX_INFORMATIONAL):
            if found is None:
                found = cast("tuple[str, int, str]", super()._read_status())  # type: ignore[misc]
            if not 100 <= found[1] < 200:
                return found
            _read_fields(self.fp)
            found = None
        raise http.client.HTTPException("too many informational responses")


def _read_fields(source: IO[bytes]) -> dict[str, list[str]]:
    """Headers up to the empty line after them. Lines that are none do not matter."""
    found: dict[str, list[str]] = {}
    values: list[str] = []
    for _ in range(_MAX_HEADERS + 1):
        line = source.readline(_MAX_LINE + 1)
        if len(line) > _MAX_LINE:
            raise http.client.LineTooLong("header line")
        if not line.endswith(b"\n"):
            raise http.client.IncompleteRead(line)
        text = line.decode("latin-1").strip(_BLANK)
        if not text:
            return found
        if line[0] in b" \t":
            # It goes on with the one before.
            values[-1:] = [f"{value} {text}".strip() for value in values[-1:]]
            continue
        name, colon, value = text.partition(":")
        values = found.setdefault(name.rstrip(_BLANK).lower(), []) if colon else []
        values.append(value.lstrip(_BLANK))
    raise http.client.HTTPException(f"got more than {_MAX_HEADERS} headers")
