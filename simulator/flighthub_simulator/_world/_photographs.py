"""Pictures and videos as a camera leaves them: small, valid files that tell where, when and how they were taken.

JPEG files tell it in Exif (date, position, focal length) and in XMP, where DJI's cameras have heights, angles, speeds.
D: the names in XMP stand in the lists of fields of DJI's manuals, such as those of the Zenmuse P1 and the Mavic 3M, and
so does that speeds are to the north and to the east. O: how numbers are written, and the words of `ImageSource`. I: the
sign of `FlightZSpeed`, down positive as all axes of that system are. Videos are MP4 files with nothing but their
duration.
"""

from __future__ import annotations

import base64
import random
import struct
from datetime import datetime
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from flighthub_api.products import PRODUCTS

from ._things import Device, Place

_PIXELS = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBk"
    "eFxlZ2P/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z"
)
"""A grey square of eight pixels."""

_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
PICTURE, VIDEO = range(24_000, 32_000), range(150_000, 250_000)
"""Bytes of a file: large enough to be read in ranges, and small enough for many."""


class View(NamedTuple):
    """How a picture was taken.

    Attributes:
        place: Where; the height is above the ellipsoid.
        elevation: Metres above the take-off point.
        heading: Degrees of the nose from true north.
        pitch: Degrees of the camera from the horizon.
        yaw: Degrees of the camera from true north.
        velocity: m/s of the aircraft to the north, to the east and up.
        lens: Which lens took it, in the words of route files; empty where nobody said.
        focal: Millimetres of its focal length; None where nobody said.
        model: Name of the aircraft; empty where it is not known.
        sn: Its serial number.
    """

    place: Place
    elevation: float = 0.0
    heading: float = 0.0
    pitch: float = 0.0
    yaw: float = 0.0
    velocity: tuple[float, float, float] = (0.0, 0.0, 0.0)
    lens: str = ""
    focal: float | None = None
    model: str = ""
    sn: str = ""


SOURCES = {
    "wide": "WideCamera",
    "zoom": "ZoomCamera",
    "ir": "InfraredCamera",
    "visable": "VisibleCamera",
    "narrow_band": "NarrowBandCamera",
}
"""`ImageSource`, by lens. O: the first three; I: the others."""


def model_of(drone: Device | None) -> tuple[str, str]:
    """Name and serial number of an aircraft, as its pictures have them."""
    if drone is None:
        return "", ""
    product = PRODUCTS.get(drone.key)
    return product.name if product is not None else "", drone.sn


def picture(view: View, taken: datetime, chance: random.Random) -> bytes:
    """A picture, different for each. Its size is the first thing that its chance decides."""
    size = chance.choice(PICTURE)
    head = _segment(0xE1, b"Exif\x00\x00" + _exif(view, taken)) + _segment(0xE1, _XMP + _xmp(view, taken))
    filling = size - len(_PIXELS) - len(head) - 4
    return _PIXELS[:2] + head + _segment(0xFE, chance.randbytes(filling)) + _PIXELS[2:]


def video(seconds: float, chance: random.Random) -> bytes:
    """A video of so many seconds. Its size is the first thing that its chance decides."""
    size = chance.choice(VIDEO)
    matrix = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    length = round(seconds * 1000)
    header = (
        struct.pack(">IIIIIIHHII", 0, 0, 0, 1000, length, 1 << 16, 1 << 8, 0, 0, 0)
        + matrix
        + bytes(24)
        + b"\x00" * 3
        + b"\x01"
    )
    head = _box(b"ftyp", b"isom\x00\x00\x02\x00isommp42") + _box(b"moov", _box(b"mvhd", header))
    return head + _box(b"mdat", chance.randbytes(size - len(head) - 8))


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _xmp(view: View, taken: datetime) -> bytes:
    north, east, up = view.velocity
    told = {
        "Version": "1.6",
        "ImageSource": SOURCES.get(view.lens, ""),
        "GpsStatus": "RTK",
        "AltitudeType": "RtkAlt",
        "GpsLatitude": f"{view.place.latitude:+.9f}",
        "GpsLongitude": f"{view.place.longitude:+.9f}",
        "AbsoluteAltitude": f"{view.place.height:+.3f}",
        "RelativeAltitude": f"{view.elevation:+.3f}",
        **{
            name: f"{_plain(value):+.2f}"
            for name, value in {
                "GimbalRollDegree": 0.0,
                "GimbalYawDegree": view.yaw,
                "GimbalPitchDegree": view.pitch,
                "FlightRollDegree": 0.0,
                "FlightYawDegree": view.heading,
                "FlightPitchDegree": 0.0,
            }.items()
        },
        **{f"Flight{axis}Speed": f"{_plain(value, 1):.1f}" for axis, value in (("X", north), ("Y", east), ("Z", -up))},
        "CamReverse": "0",
        "GimbalReverse": "0",
        "RtkFlag": "50",
        "UTCAtExposure": taken.strftime("%Y-%m-%dT%H:%M:%S.%f"),
        "DroneModel": view.model,
        "DroneSerialNumber": view.sn,
    }
    attributes = " ".join(f"drone-dji:{name}={quoteattr(text)}" for name, text in told.items() if text)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="DJI Meta Data" '
        f'xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/" {attributes}/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _plain(value: float, digits: int = 2) -> float:
    """A number as it is written, never as -0."""
    return round(value, digits) + 0.0


def _exif(view: View, taken: datetime) -> bytes:
    """A TIFF structure with the date, the camera's settings and the position; little-endian."""
    place, moment = view.place, taken.strftime("%Y:%m:%d %H:%M:%S").encode() + b"\x00"
    settings = [(0x9003, 2, moment)]
    if view.focal is not None:
        settings.append((0x920A, 5, struct.pack("<II", round(view.focal * 100), 100)))
    gps = [
        (1, 2, b"N\x00" if place.latitude >= 0 else b"S\x00"),
        (2, 5, _degrees(abs(place.latitude))),
        (3, 2, b"E\x00" if place.longitude >= 0 else b"W\x00"),
        (4, 5, _degrees(abs(place.longitude))),
        (5, 1, b"\x00" if place.height >= 0 else b"\x01"),
        (6, 5, struct.pack("<II", round(abs(place.height) * 1000), 1000)),
    ]
    makes = [(0x010F, 2, b"DJI\x00")]
    if view.model:
        makes.append((0x0110, 2, view.model.encode("ascii", "replace") + b"\x00"))

    def first(settings_at: int, gps_at: int) -> bytes:
        pointers = [(0x8769, 4, struct.pack("<I", settings_at)), (0x8825, 4, struct.pack("<I", gps_at))]
        return _directory([*makes, (0x0132, 2, moment), *pointers], 8)

    settings_at = 8 + len(first(0, 0))
    middle = _directory(settings, settings_at)
    gps_at = settings_at + len(middle)
    return b"II*\x00" + struct.pack("<I", 8) + first(settings_at, gps_at) + middle + _directory(gps, gps_at)


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
