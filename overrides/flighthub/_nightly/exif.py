"""Where a picture was taken, as its file says: the position of Exif in JPEG, TIFF and DNG files. Nothing else is read.

A file may come from anyone: what cannot be read is not there, and no error.
"""

from __future__ import annotations

import re
import struct
from typing import BinaryIO, Final, NamedTuple

_HEAD: Final = 256 * 1024
"""Bytes at the beginning of a JPEG file in which its Exif and XMP are: two segments have 64 KiB at most each."""

_MOST_ENTRIES: Final = 512
"""Entries of a directory that are looked at."""

_SUFFIXES: Final = (".jpg", ".jpeg", ".tif", ".tiff", ".dng")

_GPS: Final = 0x8825
_LATITUDE_REF, _LATITUDE, _LONGITUDE_REF, _LONGITUDE, _ALTITUDE_REF, _ALTITUDE = range(1, 7)
_ASCII, _LONG, _RATIONAL = 2, 4, 5
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
_RELATIVE: Final = re.compile(rb'drone-dji:RelativeAltitude(?:="|>)([+-]?\d{1,6}(?:\.\d{1,9})?)')


class Position(NamedTuple):
    """Where a camera was.

    Attributes:
        latitude: Degrees of WGS-84; None where it is not known.
        longitude: Degrees of WGS-84; None where it is not known.
        altitude: Metres, as Exif has them: above sea level, or above the ellipsoid on most of DJI's cameras.
        relative_altitude: Metres above the take-off point, as DJI's cameras note them in XMP.
    """

    latitude: float | None = None
    longitude: float | None = None
    altitude: float | None = None
    relative_altitude: float | None = None


def has_exif(name: str) -> bool:
    """Whether a file of this name may say where it was taken."""
    return name.lower().endswith(_SUFFIXES)


def read_position(stream: BinaryIO) -> Position:
    """The position that a picture says; of what it does not say, or not in a way that can be read, None."""
    stream.seek(0)
    head = stream.read(_HEAD)
    if head[:4] in (b"II*\x00", b"MM\x00*"):
        return _read_tiff(stream, 0)._replace(relative_altitude=_relative(head))
    start = _find_exif(head)
    found = Position() if start is None else _read_tiff(stream, start)
    return found._replace(relative_altitude=_relative(head) if head[:2] == b"\xff\xd8" else None)


def _relative(head: bytes) -> float | None:
    found = _RELATIVE.search(head)
    return None if found is None else float(found[1])


def _find_exif(head: bytes) -> int | None:
    """Where the TIFF structure of a JPEG file begins; None where it has none."""
    at = 2
    if head[:2] != b"\xff\xd8":
        return None
    while at + 4 <= len(head) and head[at] == 0xFF:
        marker, size = head[at + 1], int.from_bytes(head[at + 2 : at + 4], "big")
        if marker == 0xE1 and head[at + 4 : at + 10] == b"Exif\x00\x00":
            return at + 10
        if marker == 0xDA or size < 2:
            return None
        at += 2 + size
    return None


def _read_tiff(stream: BinaryIO, start: int) -> Position:
    """The position in a TIFF structure that begins at an offset."""
    try:
        order = "<" if _read(stream, start, 2) == b"II" else ">"
        (first,) = struct.unpack(f"{order}I", _read(stream, start + 4, 4))
        gps = _directory(stream, start, first, order).get(_GPS)
        if gps is None or gps[0] != _LONG:
            return Position()
        (at,) = struct.unpack(f"{order}I", gps[1])
        tags = _directory(stream, start, at, order)
        latitude = _degrees(tags.get(_LATITUDE), tags.get(_LATITUDE_REF), b"S", 90, order)
        longitude = _degrees(tags.get(_LONGITUDE), tags.get(_LONGITUDE_REF), b"W", 180, order)
        altitude = _rationals(tags.get(_ALTITUDE), order)
        below = tags.get(_ALTITUDE_REF, (1, b"\x00"))[1][:1] == b"\x01"
    except (struct.error, OSError, ValueError):
        return Position()
    if latitude is None or longitude is None:
        latitude = longitude = None
    return Position(latitude, longitude, None if len(altitude) != 1 else -altitude[0] if below else altitude[0])


def _read(stream: BinaryIO, at: int, size: int) -> bytes:
    stream.seek(at)
    return stream.read(size)


def _directory(stream: BinaryIO, start: int, at: int, order: str) -> dict[int, tuple[int, bytes]]:
    """The tags of a directory that matter: the kind of each and its bytes."""
    (count,) = struct.unpack(f"{order}H", _read(stream, start + at, 2))
    table = _read(stream, start + at + 2, 12 * min(count, _MOST_ENTRIES))
    found: dict[int, tuple[int, bytes]] = {}
    for tag, kind, number, value in struct.iter_unpack(f"{order}HHI4s", table[: len(table) // 12 * 12]):
        size = _SIZES.get(kind, 0) * number
        if not 0 < size <= 64 or tag not in (_GPS, *range(1, 7)):
            continue
        if size > 4:
            (offset,) = struct.unpack(f"{order}I", value)
            value = _read(stream, start + offset, size)
        found[tag] = kind, value[:size]
    return found


def _rationals(tag: tuple[int, bytes] | None, order: str) -> list[float]:
    if tag is None or tag[0] != _RATIONAL:
        return []
    pairs = list(struct.iter_unpack(f"{order}II", tag[1]))
    return [] if any(below == 0 for _, below in pairs) else [above / below for above, below in pairs]


def _degrees(
    tag: tuple[int, bytes] | None, reference: tuple[int, bytes] | None, negative: bytes, limit: int, order: str
) -> float | None:
    parts = _rationals(tag, order)
    if len(parts) != 3 or reference is None or reference[0] != _ASCII:
        return None
    value = parts[0] + parts[1] / 60 + parts[2] / 3600
    if value > limit:
        return None
    return -value if reference[1][:1].upper() == negative else value
