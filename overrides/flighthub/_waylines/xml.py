"""The XML of a route file, part by part: memory is taken for one waypoint at a time, however long the route is.

XML with a document type is refused, and so are entities of its own. Elements are named without namespaces, as those
change with the version of WPML.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple
from xml.parsers import expat

from flighthub_runtime.annotations import lazy_type

from ..errors import InvalidArgument
from .kmz import file_error

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
else:
    Element = lazy_type("xml.etree.ElementTree", "Element")

MAX_UNPACKED: Final = 384 * 2**20
"""Bytes that a document may unpack to: 65 536 waypoints with all their settings have some 300 MB."""

MAX_ELEMENTS: Final = 10_000_000
"""Elements that a document may have; 65 536 waypoints with all their settings have some six million."""

MAX_PART_ELEMENTS: Final = 20_000
"""Elements that one part may have: a waypoint, the mission settings."""

MAX_PARTS: Final = 200_000
"""Parts that a document may have: waypoints, and whatever stands beside them."""

MAX_TEXT: Final = 2**20
"""Characters that the texts of one part may have."""

MAX_TOKEN: Final = 2**21
"""Bytes that the parser may have to keep until a tag, with its attributes, or a comment ends."""

MAX_DEPTH: Final = 64

_PIECE: Final = 2**16
_ROOT: Final = ["kml", "Document"]
_FOLDER: Final = "Folder"


class Part(NamedTuple):
    """A member of the document, or of one of its folders.

    Attributes:
        folder: Number of the folder; None for a member of the document itself.
        element: The member with all that is in it; an empty `Folder` where a folder begins.
    """

    folder: int | None
    element: Element


def read_parts(stream: IO[bytes], name: str, entry_name: str) -> Iterator[Part]:
    """The parts of a document, one after another. Each is forgotten as soon as the next is asked for.

    Args:
        stream: The document.
        name: Name of the route file, for errors.
        entry_name: Name of the document in it, for errors.

    Raises:
        InvalidArgument: It is not XML, or no KML document, or larger than any route.
    """
    reader = _Reader(name, entry_name)
    size = 0
    while True:
        # What the archive says about the size need not be true.
        piece = stream.read(_PIECE)
        size += len(piece)
        if size > MAX_UNPACKED:
            raise file_error(name, f"{entry_name} unpacks to more than {MAX_UNPACKED} bytes")
        reader.feed(piece)
        yield from reader.take()
        if not piece:
            break
    if not reader.found_document:
        raise file_error(name, f"{entry_name} is not a KML document")


class _Reader:
    """Builds the parts from the events of the parser, within bounds."""

    def __init__(self, name: str, entry_name: str) -> None:
        self.found_document = False
        self._name = name
        self._entry_name = entry_name
        self._path: list[str] = []
        self._names: dict[str, str] = {}
        self._parts: list[Part] = []
        self._builder: Any = None
        self._part_depth = 0
        self._folder = -1
        self._fed = 0
        self._elements = self._part_count = self._part_elements = self._part_text = 0
        self._parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse_document_type

    def feed(self, piece: bytes) -> None:
        """Reads a piece; an empty one is the end."""
        try:
            self._parser.Parse(piece, not piece)
        except InvalidArgument:
            raise
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise self._error(f"is not XML: {error}") from error
        self._fed += len(piece)
        if piece and self._fed - self._parser.CurrentByteIndex > MAX_TOKEN:
            raise self._error(f"has a tag or a comment of more than {MAX_TOKEN} bytes")

    def take(self) -> list[Part]:
        """The parts that are complete."""
        parts, self._parts = self._parts, []
        return parts

    def _start(self, tag: str, _: dict[str, str]) -> None:
        name = self._names.get(tag)
        if name is None:
            name = self._names.setdefault(tag, tag.rpartition("}")[2])
        self._elements += 1
        depth = len(self._path)
        self._path.append(name)
        if self._elements > MAX_ELEMENTS or depth > MAX_DEPTH:
            raise self._error("has too many elements, or they are nested too deeply")
        if self._builder is not None:
            self._part_elements += 1
            if self._part_elements > MAX_PART_ELEMENTS:
                raise self._error(f"has more than {MAX_PART_ELEMENTS} elements in one {self._path[self._part_depth]}")
            self._builder.start(name, {})
            return
        self._part_count += 1
        if self._part_count > MAX_PARTS:
            raise self._error("has too many elements, or they are nested too deeply")
        if self._path[:2] != _ROOT:
            return
        self.found_document = True
        if depth == 2 and name == _FOLDER:
            self._folder += 1
            self._begin_part(name, depth)
            self._finish_part()
        elif depth == 2 or (depth == 3 and self._path[2] == _FOLDER):
            self._begin_part(name, depth)

    def _begin_part(self, name: str, depth: int) -> None:
        from xml.etree.ElementTree import TreeBuilder

        self._part_depth = depth
        self._part_elements = self._part_text = 0
        self._builder = TreeBuilder()
        self._builder.start(name, {})

    def _finish_part(self) -> None:
        builder, self._builder = self._builder, None
        builder.end(self._path[self._part_depth])
        inside = self._part_depth == 3 or self._path[2] == _FOLDER
        self._parts.append(Part(self._folder if inside else None, builder.close()))

    def _end(self, _: str) -> None:
        if self._builder is not None:
            if len(self._path) - 1 == self._part_depth:
                self._finish_part()
            else:
                self._builder.end(self._path[-1])
        self._path.pop()

    def _text(self, text: str) -> None:
        if self._builder is None:
            return
        self._part_text += len(text)
        if self._part_text > MAX_TEXT:
            raise self._error(f"has more than {MAX_TEXT} characters in one {self._path[self._part_depth]}")
        self._builder.data(text)

    def _refuse_document_type(self, *_: Any) -> None:
        raise self._error("has a document type, which could define entities; route files have none")

    def _error(self, problem: str) -> InvalidArgument:
        return file_error(self._name, f"{self._entry_name} {problem}")
