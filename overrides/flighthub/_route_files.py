"""Opening a route file that anybody may have made: the two documents in its archive, or what is wrong with it.

Nothing is unpacked to disk, nothing outside the two documents is read, and neither can grow beyond a bound, whatever
the archive says about itself. XML comes without document types, so without entities of its own.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple, cast
from xml.parsers import expat

from flighthub_api.runtime.annotations import lazy_type

from .errors import InvalidArgument

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile, ZipInfo
else:
    Element = lazy_type("xml.etree.ElementTree", "Element")
    ZipFile = lazy_type("zipfile", "ZipFile")
    ZipInfo = lazy_type("zipfile", "ZipInfo")

WAYLINES: Final = "wpmz/waylines.wpml"
TEMPLATE: Final = "wpmz/template.kml"

MAX_PACKED: Final = 64 * 2**20
"""Bytes that a route file may have."""

MAX_UNPACKED: Final = 32 * 2**20
"""Bytes that a document may unpack to: some thirty thousand waypoints with all their settings."""

MAX_ELEMENTS: Final = 1_000_000
"""Elements that a document may have; empty ones take far more memory than room in the file."""

MAX_DEPTH: Final = 64

_ENCRYPTED: Final = 0x1
_SHOWN: Final = 60


class Documents(NamedTuple):
    """The documents of a route file, their elements named without namespaces, as those change with the version."""

    name: str
    waylines: Element
    template: Element | None


def opened(path: object) -> Documents:
    """Reads the documents of a route file.

    Args:
        path: Where the file is, or its content.

    Raises:
        InvalidArgument: It cannot be read, and why.
    """
    import io

    if isinstance(path, bytes):
        return _documents("", io.BytesIO(path), len(path))
    if not isinstance(path, (str, os.PathLike)):
        raise InvalidArgument("path", f"must be a path, or the content as bytes, not {type(path).__name__}")
    file = Path(cast("str | os.PathLike[str]", path))
    try:
        if file.is_file():
            with file.open("rb") as stream:
                return _documents(file.name, stream, file.stat().st_size)
        problem = "is no file" if file.exists() else "there is no such file"
    except OSError as error:
        problem = f"cannot be read: {error.strerror or type(error).__name__}"
    raise InvalidArgument("path", f"{file}: {problem}")


def wrong(name: str, problem: str) -> InvalidArgument:
    """The error of a route file, named where it has a name."""
    return InvalidArgument("path", f"{name or 'the route file'}: {problem}")


def shown(text: str) -> str:
    """A text of somebody else's, short and without what a terminal would obey."""
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "...")


def _documents(name: str, stream: IO[bytes], size: int) -> Documents:
    import struct
    import zipfile
    import zlib

    if size > MAX_PACKED:
        raise wrong(name, f"has {size} bytes, and a route file no more than {MAX_PACKED}")
    try:
        with zipfile.ZipFile(stream) as archive:
            waylines, template = (_unpacked(archive, name, each) for each in (WAYLINES, TEMPLATE))
    except InvalidArgument:
        raise
    except (zipfile.BadZipFile, zlib.error, struct.error) as error:
        raise wrong(name, f"is no whole zip archive: {error}") from error
    except (OSError, EOFError, ValueError, RuntimeError, LookupError, OverflowError) as error:
        raise wrong(name, f"is a zip archive that cannot be read: {error}") from error
    if waylines is None:
        raise wrong(name, f"holds no {WAYLINES}, which is what an aircraft flies")
    parsed = _parsed(name, WAYLINES, waylines)
    return Documents(name, parsed, None if template is None else _parsed(name, TEMPLATE, template))


def _unpacked(archive: ZipFile, name: str, entry_name: str) -> bytes | None:
    """The content of an entry; None where there is none."""
    entries = [each for each in archive.infolist() if each.filename == entry_name]
    if not entries:
        return None
    if len(entries) > 1:
        raise wrong(name, f"holds {entry_name} {len(entries)} times")
    _admit(name, entries[0])
    with archive.open(entries[0]) as stream:
        # What the archive says about the size need not be true.
        content = stream.read(MAX_UNPACKED + 1)
    if len(content) > MAX_UNPACKED:
        raise _too_large(name, entry_name)
    return content


def _admit(name: str, entry: ZipInfo) -> None:
    import zipfile

    if entry.flag_bits & _ENCRYPTED:
        raise wrong(name, f"{entry.filename} is encrypted")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # Others may claim any amount of memory before the first byte comes out.
        raise wrong(name, f"{entry.filename} is compressed in a way that route files do not use")
    if entry.file_size > MAX_UNPACKED:
        raise _too_large(name, entry.filename)


def _too_large(name: str, entry_name: str) -> InvalidArgument:
    return wrong(name, f"{entry_name} unpacks to more than {MAX_UNPACKED} bytes")


def _parsed(name: str, entry_name: str, content: bytes) -> Element:
    """The root of a document, which has neither a document type nor more elements than can be meant."""
    # It only builds a tree; the parser below is what has to be careful.
    from xml.etree.ElementTree import TreeBuilder

    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    count = depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if count > MAX_ELEMENTS or depth > MAX_DEPTH:
            raise wrong(name, f"{entry_name} has too many elements, or they are nested too deeply")
        builder.start(tag.rpartition("}")[2], {})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag.rpartition("}")[2])

    def refused(*_: Any) -> None:
        raise wrong(name, f"{entry_name} has a document type, which could define entities; route files have none")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refused
    try:
        parser.Parse(content, True)
    except InvalidArgument:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise wrong(name, f"{entry_name} is no XML: {error}") from error
    return builder.close()
