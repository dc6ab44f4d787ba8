"""The XML of a route file, piece by piece: memory is taken for one waypoint at a time, however long the route is.

Elements are named without namespaces, as those change with the version of WPML. A document type is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, SubElement
from xml.parsers import expat

LARGEST = 384 * 2**20
"""Bytes of a document: 65 536 waypoints with all their settings have some 300 MB."""

MOST_ELEMENTS, MOST_TEXT = 20_000, 2**20
"""Elements and characters of one waypoint, or whatever else stands beside the waypoints."""

MOST_PARTS = 200_000
DEEPEST = 64
_PIECE = 2**16


def parts(stream: IO[bytes]) -> Iterator[tuple[int | None, Element]]:
    """The members of the document and of its folders, with the number of the folder.

    An empty `Folder` comes where one begins. Tags are local names; the namespace is an attribute of each member.

    Raises:
        ValueError: It is no KML document, or larger than any route.
    """
    reader, size = _Reader(), 0
    while True:
        piece = stream.read(_PIECE)
        size += len(piece)
        if size > LARGEST:
            raise ValueError("the document is too large")
        try:
            reader.parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            raise ValueError(f"not XML: {error}") from None
        yield from reader.done
        reader.done.clear()
        if not piece:
            break
    if reader.folder is None:
        raise ValueError("not a KML document")


class _Reader:
    def __init__(self) -> None:
        self.folder: int | None = None
        self.done: list[tuple[int | None, Element]] = []
        self._path: list[str] = []
        self._open: list[Element] = []
        self._parts = self._elements = self._text = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _start(self, tag: str, _: object) -> None:
        name = tag.rpartition("}")[2]
        self._path.append(name)
        if len(self._path) > DEEPEST or self._parts > MOST_PARTS or self._elements > MOST_ELEMENTS:
            raise ValueError("too many elements, or too deep")
        if self._open:
            self._elements += 1
            self._open.append(SubElement(self._open[-1], name))
            return
        self._parts += 1
        if self._path == ["kml", "Document"]:
            self.folder = -1
        elif self._path == ["kml", "Document", "Folder"] and self.folder is not None:
            self.folder += 1
            self.done.append((self.folder, Element(name)))
        elif self._path[:2] == ["kml", "Document"] and (len(self._path) == 3 or self._path[2] == "Folder"):
            self._elements = self._text = 0
            self._open.append(Element(name, {"namespace": tag.rpartition("}")[0]}))

    def _end(self, _: str) -> None:
        self._path.pop()
        if self._open:
            element = self._open.pop()
            if not self._open:
                self.done.append((self.folder if len(self._path) == 3 else None, element))

    def _data(self, text: str) -> None:
        if self._open:
            self._text += len(text)
            if self._text > MOST_TEXT:
                raise ValueError("too much text")
            self._open[-1].text = (self._open[-1].text or "") + text

    def _refuse(self, *_: object) -> None:
        raise ValueError("a document type could define entities; route files have none")
