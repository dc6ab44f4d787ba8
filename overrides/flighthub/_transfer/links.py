"""Reading files by their links: redirects by our own rules, ranges that are believed only by what they say they are."""

from __future__ import annotations

import base64
import re
from binascii import Error as NotBase64
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import PurePosixPath
from time import monotonic
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from flighthub_runtime.secrets import Secret

from .._core.configuration import Configuration
from ..errors import WaitCancelled, WaitTimeout
from .addresses import MAX_REDIRECTS, is_private_host, parse_link, parse_redirect
from .connections import ConnectionPool, resolves_privately
from .exchanges import Exchange, send
from .failures import StoreError
from .file_names import digest
from .part_file import PartFile
from .refusals import read_refusal
from .supervisor import Supervisor

FLUSH_AFTER: Final = 0.5
"""Seconds after which what was received is written, however little it is."""

SLOW_WRITE: Final = 0.01
"""Seconds from which on a write has waited for the disk. The next one waits without keeping others from reading."""

_MARKUP: Final = frozenset({"text/html", "application/xhtml+xml", "text/xml", "application/xml"})
_MARKUP_SUFFIXES: Final = frozenset(
    {".html", ".htm", ".xhtml", ".xml", ".kml", ".gpx", ".svg", ".xmp", ".wpml", ".mrk"}
)
_MARKUP_BEGINNING: Final = re.compile(
    rb"(\xef\xbb\xbf)?\s{0,64}<(!doctype html|html[\s>]|\?xml\s|error>)", re.IGNORECASE
)

_RANGE: Final = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)")
_UNSATISFIED: Final = re.compile(r"bytes \*/(\d{1,18})")
_MD5: Final = re.compile(r'"?([0-9a-fA-F]{32})"?')
_STRONG: Final = re.compile(r'"[\x21\x23-\x7e]{1,200}"')


class _Answer(NamedTuple):
    """What a response brings.

    Attributes:
        start: Where in the file its body begins.
        end: Where it ends; None while nobody knows.
        total: Bytes of the whole file; None where it does not say.
        etag: Its ETag.
        md5: What the MD5 of the whole file should be, where it says; in hexadecimal.
    """

    start: int
    end: int | None
    total: int | None
    etag: str
    md5: str


class LinkReader:
    """Reads the files of one job. Safe to use from many threads.

    Args:
        configuration: Certificates, proxy and timeouts of the client.
        supervisor: Ends what must end.
    """

    def __init__(self, configuration: Configuration, supervisor: Supervisor) -> None:
        self._configuration = configuration
        self._supervisor = supervisor
        self._pool = ConnectionPool(configuration, supervisor)
        self._is_on_premises: bool | None = None

    def close(self) -> None:
        """Closes the connections."""
        self._pool.close()

    def read(self, link: Secret, part: PartFile, moved: Callable[[int], None]) -> None:
        """Reads what is missing of a file, and puts it in its place.

        Args:
            link: Where it is.
            part: What there is of it.
            moved: Called with numbers of bytes as they come; fewer than none where it begins anew.

        Raises:
            StoreError: The link does not work, or no longer, or what lies behind it breaks off.
            TransferError: It cannot be put in its place.
            OSError: It cannot be written.
        """
        while not part.is_in_place:
            self._supervisor.check()
            before = part.offset, part.unproven_end
            exchange = self._open(link, part)
            try:
                answer = self._judge(exchange, part, moved)
                if answer is not None:
                    self._receive(exchange, answer, part, moved)
            finally:
                exchange.release()
            if not part.is_in_place and (part.offset, part.unproven_end) == before:
                raise StoreError("nothing more comes")

    def look(self, link: Secret) -> tuple[int | None, str]:
        """Size and MD5 of what a link leads to, as its host says, from a request for a single byte.

        Args:
            link: Where it is.

        Returns:
            Bytes, and the MD5 that its ETag is in hexadecimal; None and empty where the host does not say.

        Raises:
            StoreError: The link does not work.
        """
        self._supervisor.check()
        exchange = self._follow(link, {"Range": "bytes=0-0"})
        try:
            if exchange.status == 416:
                unsatisfied = _UNSATISFIED.fullmatch(exchange.header("content-range"))
                return None if unsatisfied is None else int(unsatisfied[1]), ""
            if exchange.status not in (200, 206):
                said = read_refusal(exchange)
                raise StoreError(said.text, expired=not said.is_passing, refused=not said.is_passing)
            found = _RANGE.fullmatch(exchange.header("content-range"))
            size = exchange.left if exchange.status == 200 else None
            if found is not None and found[3] != "*":
                size = int(found[3])
            return size, _md5_of(exchange)
        finally:
            exchange.release()

    def _open(self, link: Secret, part: PartFile) -> Exchange:
        """The response to a link, from where a part ends."""
        headers: dict[str, str] = {}
        if part.offset or part.unproven_end is not None:
            headers["Range"] = f"bytes={part.offset}-"
            if _STRONG.fullmatch(part.mark):
                headers["If-Range"] = part.mark
        return self._follow(link, headers)

    def _follow(self, link: Secret, headers: dict[str, str]) -> Exchange:
        """The response to a link, with its redirects followed."""
        address = parse_link(link)
        exchange = send(self._pool, "GET", address, headers)
        for _ in range(MAX_REDIRECTS):
            location = exchange.redirect
            if location is None:
                return exchange
            from_private = exchange.connection.is_private or is_private_host(address.host)
            exchange.release()
            address = parse_redirect(address, location)
            public_only = not from_private and not self._is_private_installation()
            if public_only and is_private_host(address.host):
                raise StoreError("it is redirected from a public host to a private address", refused=True)
            exchange = send(self._pool, "GET", address, headers, public_only=public_only)
        if exchange.redirect is None:
            return exchange
        exchange.release()
        raise StoreError(f"it is redirected more than {MAX_REDIRECTS} times", refused=True)

    def _is_private_installation(self) -> bool:
        """Whether the API itself is in a private network, so that its files may be, too."""
        if self._is_on_premises is None:
            host = urlsplit(self._configuration.base_url).hostname or ""
            seconds = self._configuration.timeout.connect
            self._is_on_premises = is_private_host(host) or resolves_privately(host, self._supervisor, seconds)
        return self._is_on_premises

    def _judge(self, exchange: Exchange, part: PartFile, moved: Callable[[int], None]) -> _Answer | None:
        """What a response brings; None where it says that there is nothing more, and the file was put in its place.

        Raises:
            StoreError: It brings nothing that can be used.
        """
        status = exchange.status
        if status == 416 and (part.offset or part.unproven_end is not None):
            self._judge_end(exchange, part)
            return None
        if status not in (200, 206):
            said = read_refusal(exchange)
            refused = not said.is_passing
            raise StoreError(said.text, expired=refused and status >= 400, refused=refused, wait=exchange.wait)
        coding = exchange.header("content-encoding").lower()
        # Some stores keep the word for how it was sent to them.
        if coding not in ("", "identity", "aws-chunked"):
            raise StoreError(f"it is sent in a coding that was not asked for ({coding[:20]!r})", refused=True)
        kind = exchange.header("content-type").partition(";")[0].strip().lower()
        if kind in _MARKUP and _is_not_markup(part):
            raise StoreError(f"the response is a web page ({kind})", refused=True)
        answer = _read_range(exchange, part) if status == 206 else _whole(exchange)
        if part.size is not None and answer.total is not None and answer.total != part.size:
            if answer.total > part.size:
                moved(-part.offset)
                part.restart()
                raise StoreError(f"it has more than the {part.size} bytes that were announced", refused=True)
            raise StoreError(f"it has {answer.total} of the {part.size} bytes that were announced", refused=True)
        if answer.start != part.offset:
            moved(-part.offset)
            part.restart()
        _match(part, answer.etag)
        if answer.md5:
            part.hash_content()
        return answer

    def _judge_end(self, exchange: Exchange, part: PartFile) -> None:
        """Puts a part in its place after which, as the host says, nothing more comes."""
        unsatisfied = _UNSATISFIED.fullmatch(exchange.header("content-range"))
        # Of what an earlier run has left, nobody knows whether it is of the same content.
        was_read_to_its_end = part.size is None and part.offset == part.unproven_end
        if not was_read_to_its_end or (unsatisfied is not None and int(unsatisfied[1]) != part.offset):
            raise StoreError("it is shorter than what is there of it", stuck=True)
        part.finish()

    def _receive(self, exchange: Exchange, answer: _Answer, part: PartFile, moved: Callable[[int], None]) -> None:
        """Writes a body, and puts the part in its place when it is whole."""
        connection = exchange.connection
        view = connection.buffer
        filled = 0
        written_at = monotonic()
        is_disk_slow = False

        def write() -> None:
            nonlocal filled, written_at, is_disk_slow
            if filled:
                size, filled = filled, 0
                if part.offset == 0 and _MARKUP_BEGINNING.match(bytes(view[: min(size, 100)])) and _is_not_markup(part):
                    raise StoreError("the response is a web page", refused=True)
                began = monotonic()
                with connection.out_of_turn() if is_disk_slow else nullcontext():
                    part.write(view[:size])
                moved(size)
                written_at = monotonic()
                is_disk_slow = written_at - began > SLOW_WRITE

        try:
            with connection.turn():
                while size := exchange.read_into(view[filled:]):
                    filled += size
                    if filled == len(view) or monotonic() - written_at > FLUSH_AFTER:
                        self._supervisor.check()
                        write()
        except StoreError:
            # What was received before it broke off is kept.
            write()
            raise
        except (WaitCancelled, WaitTimeout):
            # So it is when the job ends, which whatever goes wrong with it does not change.
            with suppress(Exception):
                write()
            raise
        write()
        self._conclude(exchange, answer, part, moved)

    def _conclude(self, exchange: Exchange, answer: _Answer, part: PartFile, moved: Callable[[int], None]) -> None:
        """Puts a part in its place if it is whole; leaves it where more is to be asked for."""
        if answer.end is not None and part.offset != answer.end:
            raise StoreError(f"it ends after {part.offset} of {answer.end} bytes", stuck=part.offset > answer.end)
        size = answer.total if part.size is None else part.size
        if size is None:
            if answer.end is not None:
                # The range is complete; whether it was the last one shows when more is asked for.
                part.unproven_end = part.offset
                return
            # The end of a chunked body, or of TLS, is a statement. That of a plain connection may be an accident, so it
            # is believed once two responses agree on it.
            is_certain = exchange.is_chunked or exchange.connection.is_tls or part.offset == part.unproven_end
            if not is_certain:
                is_second = part.unproven_end is not None
                part.unproven_end = part.offset
                if is_second:
                    raise StoreError("it ends where it did not end before")
                return
        elif part.offset != size:
            if answer.end is not None and answer.start < answer.end:
                # A range that was shorter than what was asked for; the rest is asked for next.
                return
            raise StoreError(f"it ends after {part.offset} of {size} bytes")
        if answer.md5 and not part.has_digest(answer.md5):
            # Some stores give ETags that look like an MD5 and are none. The same content twice is what they have.
            moved(-part.offset)
            part.restart()
            raise StoreError("its content is not what its ETag says")
        part.finish()


def _whole(exchange: Exchange) -> _Answer:
    md5 = ""
    with suppress(NotBase64, ValueError):
        md5 = base64.b64decode(exchange.header("content-md5"), validate=True).hex()
    return _Answer(0, exchange.left, exchange.left, exchange.header("etag"), md5 or _md5_of(exchange))


def _read_range(exchange: Exchange, part: PartFile) -> _Answer:
    """What a 206 brings; StoreError where it does not say, or not what was asked for."""
    found = _RANGE.fullmatch(exchange.header("content-range"))
    if not part.offset and part.unproven_end is None:
        raise StoreError("the response is a part that was not requested", refused=True)
    if found is None:
        raise StoreError("the response is a part without a valid Content-Range", stuck=True)
    start, last = int(found[1]), int(found[2])
    total = None if found[3] == "*" else int(found[3])
    is_sound = start == part.offset and last >= start and (total is None or last < total)
    if not is_sound or exchange.left not in (None, last - start + 1):
        raise StoreError("the response is another part than was requested", stuck=True)
    exchange.left = last - start + 1 if not exchange.is_chunked else None
    return _Answer(start, last + 1, total, exchange.header("etag"), _md5_of(exchange))


def _md5_of(exchange: Exchange) -> str:
    """The MD5 that the ETag of a response is; empty where it is none, as of what was stored in parts or encrypted."""
    found = _MD5.fullmatch(exchange.header("etag"))
    if found is None or has_other_etag(exchange):
        return ""
    return found[1].lower()


def has_other_etag(exchange: Exchange) -> bool:
    """Whether a store says that what it has is encrypted with a key of its owner, whose ETag is no MD5."""
    if any(exchange.header(f"x-{name}-server-side-encryption-customer-algorithm") for name in ("amz", "oss")):
        return True
    return any(
        exchange.header(f"x-{name}-server-side-encryption").upper() not in ("", "AES256") for name in ("amz", "oss")
    )


def _is_not_markup(part: PartFile) -> bool:
    return PurePosixPath(part.target.name).suffix.lower() not in _MARKUP_SUFFIXES


def _match(part: PartFile, etag: str) -> None:
    """Sees to it that all of a part is of one content; StoreError when what is there is of another."""
    mark = etag if not etag or _STRONG.fullmatch(etag) else digest(etag)
    if mark and mark != part.mark:
        if part.offset:
            # Of what has no mark, whoever was killed at it has left little.
            raise StoreError("it may have changed since it was begun", stuck=True)
        part.mark = mark
