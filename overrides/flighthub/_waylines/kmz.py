"""Opening a route file that anybody may have made: the documents in its archive, or what is wrong with it.

Nothing is unpacked to disk, nothing outside the two documents is read, and a document is read piece by piece.
"""

from __future__ import annotations

import io
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, cast

from flighthub_runtime.annotations import lazy_type

from ..errors import InvalidArgument

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo
else:
    ZipFile = lazy_type("zipfile", "ZipFile")
    ZipInfo = lazy_type("zipfile", "ZipInfo")

WAYLINES: Final = "wpmz/waylines.wpml"
TEMPLATE: Final = "wpmz/template.kml"

MAX_PACKED: Final = 128 * 2**20
"""Bytes that a route file may have; pictures for oriented shots and sounds count."""

_ENCRYPTED: Final = 0x1
_MAX_SHOWN: Final = 60


class RouteArchive:
    """The archive of a route file.

    Args:
        name: Name of the file; empty where its content was given.
        archive: The open archive.
    """

    def __init__(self, name: str, archive: ZipFile) -> None:
        self.name = name
        self._archive = archive
        self._entries = archive.infolist()

    def open_waylines(self) -> IO[bytes]:
        """The document that an aircraft flies.

        Raises:
            InvalidArgument: There is none; the text says where it was found, or what the archive has instead.
        """
        found = self._open(WAYLINES)
        if found is None:
            raise file_error(self.name, self._explain_missing())
        return found

    def open_template(self) -> IO[bytes] | None:
        """The document that the route was planned from; None where there is none."""
        return self._open(TEMPLATE)

    def _open(self, entry_name: str) -> IO[bytes] | None:
        entries = [each for each in self._entries if each.filename == entry_name]
        if not entries:
            return None
        if len(entries) > 1:
            raise file_error(self.name, f"has {entry_name} {len(entries)} times; remove all but one from the archive")
        _refuse_unusual(self.name, entries[0])
        return self._archive.open(entries[0])

    def _explain_missing(self) -> str:
        """Why there is no document to fly, and what to do about it."""
        names = [each.filename for each in self._entries]
        base, purpose = WAYLINES.rpartition("/")[2], "which is what an aircraft flies"
        for name in names:
            path = name.replace("\\", "/").lower()
            if path == base:
                return f"has {base} at the top of the archive; put both documents into a folder wpmz/ inside it"
            if path == WAYLINES or path.endswith(f"/{WAYLINES}"):
                return f"has {shorten(name)}, not {WAYLINES}; compress the folder wpmz itself"
        template = next((each for each in names if each in (TEMPLATE, TEMPLATE.rpartition("/")[2])), None)
        if template is not None:
            todo = "open it in FlightHub 2 or DJI Pilot 2 and export the route"
            return f"has only {template}, from which a route is planned, and no {WAYLINES}, {purpose}; {todo}"
        return f"has no {WAYLINES}, {purpose}"


@contextmanager
def open_archive(path: object, name: str = "") -> Generator[RouteArchive]:
    """Opens a route file; whatever goes wrong while it is read is raised as a fault of the file.

    Args:
        path: Where the file is, or its content.
        name: Its name, for content.

    Raises:
        InvalidArgument: It cannot be read, and why.
    """
    import struct
    import zipfile
    import zlib

    name, stream = _open_file(path, name)
    with stream:
        try:
            with zipfile.ZipFile(stream) as archive:
                yield RouteArchive(name, archive)
        except InvalidArgument:
            raise
        except (zipfile.BadZipFile, zlib.error, struct.error) as error:
            raise file_error(name, f"is not a ZIP file, or is damaged: {error}") from error
        except (OSError, EOFError, ValueError, RuntimeError, LookupError, OverflowError) as error:
            raise file_error(name, f"is a ZIP file that cannot be read: {error}") from error


def file_error(name: str, problem: str) -> InvalidArgument:
    """The error of a route file, named where it has a name."""
    return InvalidArgument("path", f"{name or 'the route file'}: {problem}")


def shorten(text: str) -> str:
    """A text of somebody else's, short and without what a terminal would obey."""
    return repr(text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…")


def _open_file(path: object, name: str) -> tuple[str, IO[bytes]]:
    if isinstance(path, bytes):
        _refuse_large(name, len(path))
        return name, io.BytesIO(path)
    if not isinstance(path, (str, os.PathLike)):
        raise InvalidArgument("path", f"must be a path, or the content as bytes, not {type(path).__name__}")
    file = Path(cast("str | os.PathLike[str]", path))
    try:
        if file.is_file():
            _refuse_large(file.name, file.stat().st_size)
            return file.name, file.open("rb")
        problem = "is not a file" if file.exists() else "there is no such file"
    except (OSError, ValueError) as error:
        problem = f"cannot be read: {getattr(error, 'strerror', None) or error}"
    raise InvalidArgument("path", f"{file}: {problem}")


def _refuse_large(name: str, size: int) -> None:
    if size > MAX_PACKED:
        raise file_error(name, f"has {size} bytes, and a route file no more than {MAX_PACKED}")


def _refuse_unusual(name: str, entry: ZipInfo) -> None:
    import zipfile

    if entry.flag_bits & _ENCRYPTED:
        raise file_error(name, f"{entry.filename} is encrypted")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # Others may claim any amount of memory before the first byte comes out.
        raise file_error(name, f"{entry.filename} is compressed in a way that route files do not use")
