"""Pictures as a camera leaves them: small, valid JPEG files that tell in Exif where and when they were taken."""

from __future__ import annotations

import base64
import random
import struct
from datetime import datetime

from ._things import Place

_PIXELS = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBk"
    "eFxlZ2P/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z"
)
"""A grey square of eight pixels."""

_FILLING = 24_000
"""Bytes, about, that make the files large enough to be read in ranges."""


def picture(place: Place, taken: datetime, chance: random.Random) -> bytes:
    """A picture taken at a place; different for each."""
    exif = _segment(0xE1, b"Exif\x00\x00" + _exif(place, taken))
    filling = _segment(0xFE, chance.randbytes(_FILLING + chance.randrange(8_000)))
    return _PIXELS[:2] + exif + filling + _PIXELS[2:]


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _exif(place: Place, taken: datetime) -> bytes:
    """A TIFF structure with the date and the position; little-endian."""
    moment = taken.strftime("%Y:%m:%d %H:%M:%S").encode() + b"\x00"
    gps = [
        (1, 2, b"N\x00" if place.latitude >= 0 else b"S\x00"),
        (2, 5, _degrees(abs(place.latitude))),
        (3, 2, b"E\x00" if place.longitude >= 0 else b"W\x00"),
        (4, 5, _degrees(abs(place.longitude))),
        (5, 1, b"\x00" if place.height >= 0 else b"\x01"),
        (6, 5, struct.pack("<II", round(abs(place.height) * 1000), 1000)),
    ]
    first = _directory([(0x010F, 2, b"DJI\x00"), (0x0132, 2, moment), (0x8825, 4, struct.pack("<I", 0))], 8)
    start = 8 + len(first)
    first = _directory([(0x010F, 2, b"DJI\x00"), (0x0132, 2, moment), (0x8825, 4, struct.pack("<I", start))], 8)
    return b"II*\x00" + struct.pack("<I", 8) + first + _directory(gps, start)


_SIZES = {1: 1, 2: 1, 4: 4, 5: 8}


def _directory(entries: list[tuple[int, int, bytes]], at: int) -> bytes:
    """A directory of tags at an offset, with the values that are too long for it behind."""
    behind = at + 2 + 12 * len(entries) + 4
    table, values = struct.pack("<H", len(entries)), b""
    for tag, kind, value in entries:
        table += struct.pack("<HHI", tag, kind, len(value) // _SIZES[kind])
        if len(value) <= 4:
            table += value.ljust(4, b"\x00")
        else:
            table += struct.pack("<I", behind + len(values))
            values += value + b"\x00" * (len(value) % 2)
    return table + struct.pack("<I", 0) + values


def _degrees(value: float) -> bytes:
    """Degrees, minutes and seconds as fractions."""
    whole, rest = divmod(value, 1)
    minutes, rest = divmod(rest * 60, 1)
    return struct.pack("<IIIIII", int(whole), 1, int(minutes), 1, round(rest * 60 * 10_000), 10_000)
