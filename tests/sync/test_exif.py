"""Where a picture was taken: what cameras write is read, and what is broken is not there."""

from __future__ import annotations

import random
import struct
from datetime import UTC, datetime
from io import BytesIO

import pytest

from flighthub._nightly.exif import Position, read_position
from flighthub_simulator._world._photographs import View, _exif, picture, video
from flighthub_simulator._world._things import Place

MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def taken(latitude: float, longitude: float, height: float, elevation: float = 0.0) -> bytes:
    """A picture of the simulator."""
    return picture(View(Place(latitude, longitude, height), elevation), MOMENT, random.Random(1))


def read(content: bytes) -> Position:
    """The position in a file."""
    return read_position(BytesIO(content))


@pytest.mark.parametrize(
    ("latitude", "longitude", "height"),
    [(46.0512, 14.5061, 372.4), (-33.8568, -70.6483, 12.0), (0.0, 0.0, -3.5), (89.999, 179.999, 8848.0)],
)
def test_the_position_of_a_picture_is_read(latitude: float, longitude: float, height: float) -> None:
    found = read(taken(latitude, longitude, height, 59.5))
    assert found.latitude == pytest.approx(latitude, abs=1e-7)
    assert found.longitude == pytest.approx(longitude, abs=1e-7)
    assert (found.altitude, found.relative_altitude) == (height, 59.5)


def test_a_tiff_file_says_it_too() -> None:
    found = read(_exif(View(Place(46.0512, 14.5061, 372.4)), MOMENT))
    assert (round(found.latitude or 0, 6), found.altitude) == (46.0512, 372.4)


def test_both_byte_orders_are_read() -> None:
    gps = b"".join(
        (
            struct.pack(">H", 4),
            struct.pack(">HHI4s", 1, 2, 2, b"S\0\0\0"),
            struct.pack(">HHII", 2, 5, 3, 80),
            struct.pack(">HHI4s", 3, 2, 2, b"W\0\0\0"),
            struct.pack(">HHII", 4, 5, 3, 104),
            struct.pack(">I", 0),
        )
    )
    head = b"MM\0*" + struct.pack(">IHHHIII", 8, 1, 0x8825, 4, 1, 26, 0)
    content = head + gps + struct.pack(">6I", 33, 1, 30, 1, 0, 1) + struct.pack(">6I", 70, 1, 15, 1, 36, 1)
    assert len(head + gps) == 80
    assert read(content)[:2] == (-33.5, -70.26)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"II*\0", b"not a picture", video(3, random.Random(1)), b"\xff\xd8\xff\xe1\0\0"]
)
def test_what_says_nothing_has_no_position(content: bytes) -> None:
    assert read(content) == Position()


def test_no_broken_file_is_an_error() -> None:
    whole, chance = taken(46.0512, 14.5061, 372.4)[:1500], random.Random(5)
    for _ in range(2000):
        broken = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 6)):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        found = read(bytes(broken))
        assert found.latitude is None or -90 <= found.latitude <= 90
        assert found.longitude is None or -180 <= found.longitude <= 180
