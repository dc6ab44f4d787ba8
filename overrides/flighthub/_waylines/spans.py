"""Documents of a route file with the place of each element in their bytes: a change leaves all else as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final
from xml.parsers import expat

from .kmz import file_error

MAX_EDITED: Final = 64 * 2**20
"""Bytes that a document may have to be edited: all its elements are held at once."""

MAX_ELEMENTS: Final = 2_000_000
MAX_DEPTH: Final = 64

_ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_COMMENT: Final = re.compile(r"(<!\[CDATA\[.*?\]\]>)|<!--.*?-->", re.DOTALL)
_BOM: Final = b"\xef\xbb\xbf"

Change = tuple[int, int, bytes]
"""From where to where the bytes of a document are replaced, and by what."""


class Span:
    """An element, and where it is.

    Attributes:
        name: Its name without a namespace.
        start: Where its tag begins.
        inner: Where its content begins; where it ends, for an element without any.
        inner_end: Where its content ends.
        end: Where it ends.
        children: The elements in it.
    """

    __slots__ = ("children", "end", "inner", "inner_end", "name", "start")

    def __init__(self, name: str, start: int, inner: int) -> None:
        self.name = name
        self.start = start
        self.inner = self.inner_end = self.end = inner
        self.children: list[Span] = []

    def child(self, *path: str) -> Span | None:
        """The first element at a path."""
        found: Span | None = self
        for name in path:
            found = next((each for each in found.children if each.name == name), None) if found else None
        return found

    def all(self, name: str) -> list[Span]:
        """The elements of a name in it."""
        return [each for each in self.children if each.name == name]

    def walk(self) -> Iterator[Span]:
        """It, and all elements below it."""
        waiting: list[Span] = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(reversed(found.children))


class Document:
    """A document by its bytes.

    Args:
        content: Its bytes.
        file: Name of the route file, for errors.
        entry: Name of the document, for errors.

    Raises:
        InvalidArgument: It is too large, not in UTF-8, or not XML.
    """

    def __init__(self, content: bytes, file: str, entry: str) -> None:
        self.content = content
        self._file = file
        self._entry = entry
        if len(content) > MAX_EDITED:
            raise file_error(file, f"{entry} has {len(content)} bytes, more than the {MAX_EDITED} that can be edited")
        told = _ENCODING.match(content.removeprefix(_BOM))
        is_other = told is not None and told[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")
        if is_other or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise file_error(file, f"{entry} is not in UTF-8, in which it could be edited byte by byte")
        self.root = _parse(content, file, entry)

    def change(self, changes: Sequence[Change]) -> Document:
        """The document with some bytes replaced."""
        parts: list[bytes] = []
        place = 0
        for start, end, text in sorted(changes):
            parts += [self.content[place:start], text]
            place = end
        return Document(b"".join([*parts, self.content[place:]]), self._file, self._entry)

    def text(self, span: Span | None) -> str:
        """The text of an element that has only text; empty for None."""
        if span is None:
            return ""
        raw = self.content[span.inner : span.inner_end].decode("utf-8", "replace")
        # Odd pieces are what stands in a CDATA section, as it is; comments are no text.
        pieces = _CDATA.split(_COMMENT.sub(lambda found: found[1] or "", raw))
        return "".join(each if place % 2 else unescape(each) for place, each in enumerate(pieces)).strip()

    def raw(self, span: Span) -> bytes:
        """An element with its tags."""
        return self.content[span.start : span.end]

    def set_text(self, span: Span, text: str) -> Change:
        """Replaces the text of an element."""
        if span.inner == span.end:
            tag = self._tag(span)
            return span.start, span.end, f"<{tag}>{text}</{tag}>".encode()
        return span.inner, span.inner_end, text.encode()

    def insert_after(self, span: Span, xml: str) -> Change:
        """Puts elements of WPML behind an element; they are written with the prefix `wpml`."""
        return span.end, span.end, self.with_prefix(xml).encode()

    def with_prefix(self, xml: str) -> str:
        """Elements that are written with the prefix `wpml`, with that of the document."""
        return xml.replace("<wpml:", f"<{self._prefix()}").replace("</wpml:", f"</{self._prefix()}")

    def _prefix(self) -> str:
        for span in self.root.walk():
            if span.name in ("missionConfig", "index", "waylineId", "templateId"):
                prefix, colon, _ = self._tag(span).rpartition(":")
                return prefix + colon
        return "wpml:"

    def _tag(self, span: Span) -> str:
        found = re.match(rb"<([^\s/>]+)", self.content[span.start : span.start + 256])
        return found[1].decode() if found else span.name


def _parse(content: bytes, file: str, entry: str) -> Span:
    root = Span("", 0, 0)
    root.inner_end = root.end = len(content)
    open_spans = [root]
    parser = expat.ParserCreate()
    count = 0

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MAX_ELEMENTS or len(open_spans) > MAX_DEPTH:
            raise file_error(file, f"{entry} has too many elements to be edited, or they are nested too deeply")
        begin = parser.CurrentByteIndex
        found = Span(tag.rpartition(":")[2], begin, _end_of_tag(content, begin))
        open_spans[-1].children.append(found)
        open_spans.append(found)

    def end(_: str) -> None:
        found = open_spans.pop()
        if content[found.inner - 2 : found.inner] != b"/>":
            found.inner_end = parser.CurrentByteIndex
            found.end = content.index(b">", found.inner_end) + 1

    def refuse(*_: object) -> None:
        raise file_error(file, f"{entry} has a document type, which could define entities; route files have none")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise file_error(file, f"{entry} is not XML: {error}") from error
    return root


def _end_of_tag(content: bytes, begin: int) -> int:
    """Behind the `>` of a tag; one in quotes does not count."""
    place = begin
    while True:
        found = content.index(b">", place)
        tag = content[begin:found]
        for quote in (b'"', b"'"):
            if tag.count(quote) % 2 and tag.find(quote) == min(x for x in map(tag.find, (b'"', b"'")) if x >= 0):
                break
        else:
            return found + 1
        place = found + 1
