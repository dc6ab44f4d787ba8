"""Route files: a zip archive with `wpmz/template.kml` and `wpmz/waylines.wpml`, both XML of DJI's WPML.

Written for the routes of a scenario, and read when somebody has uploaded one. What is read is what a flight needs.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

import defusedxml.ElementTree as ElementTree
from defusedxml.common import DefusedXmlException

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

KML = "{http://www.opengis.net/kml/2.2}"
LARGEST = 64 * 1024 * 1024
"""Bytes that a file inside an archive may unpack to."""

TEMPLATES = {
    "waypoint": "waypoint",
    "mapping2d": "mapping_2d",
    "mapping3d": "mapping_3d",
    "mappingStrip": "mapping_strip",
    "mappingFacade": "facade",
    "mappingSolid": "solid",
    "mappingGObject": "mapping_gobject",
}
"""The kinds of route as the file names them, and as the API does."""

LENSES = ("wide", "zoom", "ir", "visable", "narrow_band")


class Waypoint(NamedTuple):
    """A point of a route.

    Attributes:
        latitude: Degrees.
        longitude: Degrees.
        height: Metres, above the take-off point or the ellipsoid, as the route says.
        photos: How many pictures are taken there.
        record: True where a recording begins, False where it ends, None where nothing changes.
    """

    latitude: float
    longitude: float
    height: float
    photos: int = 0
    record: bool | None = None

    @property
    def does_something(self) -> bool:
        """Whether the aircraft stops there."""
        return self.photos > 0 or self.record is not None


class Route(NamedTuple):
    """What a route file says.

    Attributes:
        points: Where it leads.
        device_model_key: Model of the aircraft that it is made for, such as `0-91-1`.
        payload: Type of the camera that it is made for, such as `81`.
        lenses: Lenses whose pictures are kept.
        templates: Kinds of route, as the API names them.
        speed: m/s.
        relative: Whether the heights are above the take-off point, and not above the ellipsoid.
        safe_height: Metres above the take-off point to which the aircraft climbs first.
    """

    points: tuple[Waypoint, ...]
    device_model_key: str
    payload: str = ""
    lenses: tuple[str, ...] = ()
    templates: tuple[str, ...] = ("waypoint",)
    speed: float = 10.0
    relative: bool = True
    safe_height: float = 20.0


def read(content: bytes) -> Route:
    """Reads a route file.

    Raises:
        ValueError: It cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            template, waylines = (_unpacked(archive, f"wpmz/{name}") for name in ("template.kml", "waylines.wpml"))
        if template is None and waylines is None:
            raise ValueError("the archive holds no wpmz/waylines.wpml")
        parsed = [ElementTree.fromstring(each) for each in (waylines, template) if each is not None]
        return _route(parsed)
    except (zipfile.BadZipFile, ElementTree.ParseError, DefusedXmlException, NotImplementedError, OSError) as error:
        raise ValueError(f"not a route file: {error}") from None


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes | None:
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    if entry.file_size > LARGEST:
        raise ValueError(f"{name} is too large")
    try:
        with archive.open(entry) as file:
            return file.read(LARGEST)
    except RuntimeError as error:  # an archive with a password
        raise ValueError(str(error)) from None


def _route(documents: Sequence[Element]) -> Route:
    executed = documents[0]
    drone, sub = _text(executed, "droneEnumValue"), _text(executed, "droneSubEnumValue")
    mode = _text(executed, "executeHeightMode") or _text(executed, "heightMode")
    lenses = ",".join(
        _text(found, "payloadLensIndex") or _text(found, "imageFormat")
        for each in documents
        for found in (_all(each, "actionActuatorFuncParam") + _all(each, "payloadParam"))
    ).split(",")
    kinds = [each.text or "" for document in documents for each in _all(document, "templateType")]
    return Route(
        tuple(_waypoint(each) for each in executed.iter(f"{KML}Placemark") if each.find(f"{KML}Point") is not None),
        f"0-{drone}-{sub or '0'}" if drone else "",
        _text(executed, "payloadEnumValue"),
        tuple(each for each in LENSES if each in lenses),
        tuple(dict.fromkeys(TEMPLATES[each] for each in kinds if each in TEMPLATES)) or ("waypoint",),
        _number(_text(executed, "autoFlightSpeed"), 10.0),
        mode != "WGS84",
        _number(_text(executed, "takeOffSecurityHeight"), 20.0),
    )


def _waypoint(placemark: Element) -> Waypoint:
    text = placemark.findtext(f"{KML}Point/{KML}coordinates", "").strip()
    try:
        longitude, latitude = map(float, text.split(",")[:2])
    except ValueError:
        raise ValueError(f"a waypoint has no coordinates: {text!r}") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"a waypoint lies nowhere: {text!r}")
    height = _number(_text(placemark, "executeHeight") or _text(placemark, "height"), 0.0)
    actions = [each.text for each in _all(placemark, "actionActuatorFunc")]
    record = True if "startRecord" in actions else False if "stopRecord" in actions else None
    return Waypoint(latitude, longitude, height, actions.count("takePhoto"), record)


def _all(element: Element, name: str) -> list[Element]:
    """All elements of WPML of a name, whatever the version that its namespace tells."""
    return [each for each in element.iter() if each.tag.rpartition("}")[2] == name]


def _text(element: Element, name: str) -> str:
    return next((each.text.strip() for each in _all(element, name) if each.text), "")


def _number(text: str, default: float) -> float:
    try:
        return float(text) if text else default
    except ValueError:
        raise ValueError(f"not a number: {text!r}") from None


def write(route: Route, now: datetime, author: str) -> bytes:
    """A route file, the same bytes for the same route and time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("template.kml", _document(route, now, author, True)),
            ("waylines.wpml", _document(route, now, author, False)),
        ):
            entry = zipfile.ZipInfo(f"wpmz/{name}", (now.year, now.month, now.day, now.hour, now.minute, now.second))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return made.getvalue()


def _document(route: Route, now: datetime, author: str, template: bool) -> str:
    _, drone, sub = route.device_model_key.split("-")
    moment = int(now.timestamp() * 1000)
    kind = next(name for name, word in TEMPLATES.items() if word == route.templates[0])
    folder = (
        [f"<wpml:templateType>{kind}</wpml:templateType>", "<wpml:templateId>0</wpml:templateId>"]
        if template
        else [
            "<wpml:templateId>0</wpml:templateId>",
            f"<wpml:executeHeightMode>{'relativeToStartPoint' if route.relative else 'WGS84'}</wpml:executeHeightMode>",
            "<wpml:waylineId>0</wpml:waylineId>",
        ]
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:wpml="http://www.dji.com/wpmz/1.0.6">',
        "<Document>",
        f"<wpml:author>{escape(author)}</wpml:author>",
        f"<wpml:createTime>{moment}</wpml:createTime>",
        f"<wpml:updateTime>{moment}</wpml:updateTime>",
        "<wpml:missionConfig>",
        "<wpml:flyToWaylineMode>safely</wpml:flyToWaylineMode>",
        "<wpml:finishAction>goHome</wpml:finishAction>",
        "<wpml:exitOnRCLost>executeLostAction</wpml:exitOnRCLost>",
        "<wpml:executeRCLostAction>goBack</wpml:executeRCLostAction>",
        f"<wpml:takeOffSecurityHeight>{route.safe_height:g}</wpml:takeOffSecurityHeight>",
        f"<wpml:globalTransitionalSpeed>{route.speed:g}</wpml:globalTransitionalSpeed>",
        f"<wpml:droneInfo><wpml:droneEnumValue>{drone}</wpml:droneEnumValue>"
        f"<wpml:droneSubEnumValue>{sub}</wpml:droneSubEnumValue></wpml:droneInfo>",
        f"<wpml:payloadInfo><wpml:payloadEnumValue>{route.payload}</wpml:payloadEnumValue>"
        "<wpml:payloadPositionIndex>0</wpml:payloadPositionIndex></wpml:payloadInfo>",
        "</wpml:missionConfig>",
        "<Folder>",
        *folder,
        f"<wpml:autoFlightSpeed>{route.speed:g}</wpml:autoFlightSpeed>",
        *(_placemark(index, each, route) for index, each in enumerate(route.points)),
        "</Folder>",
        "</Document>",
        "</kml>",
    ]
    return "\n".join(lines) + "\n"


def _placemark(index: int, point: Waypoint, route: Route) -> str:
    lenses = ",".join(route.lenses)
    names = ["takePhoto"] * point.photos + {True: ["startRecord"], False: ["stopRecord"], None: []}[point.record]
    actions = "".join(
        f"<wpml:action><wpml:actionId>{number}</wpml:actionId>"
        f"<wpml:actionActuatorFunc>{name}</wpml:actionActuatorFunc>"
        "<wpml:actionActuatorFuncParam><wpml:payloadPositionIndex>0</wpml:payloadPositionIndex>"
        f"<wpml:payloadLensIndex>{lenses}</wpml:payloadLensIndex></wpml:actionActuatorFuncParam></wpml:action>"
        for number, name in enumerate(names)
    )
    group = (
        f"<wpml:actionGroup><wpml:actionGroupId>{index}</wpml:actionGroupId>"
        f"<wpml:actionGroupStartIndex>{index}</wpml:actionGroupStartIndex>"
        f"<wpml:actionGroupEndIndex>{index}</wpml:actionGroupEndIndex>"
        "<wpml:actionGroupMode>sequence</wpml:actionGroupMode><wpml:actionTrigger>"
        f"<wpml:actionTriggerType>reachPoint</wpml:actionTriggerType></wpml:actionTrigger>{actions}</wpml:actionGroup>"
    )
    return (
        f"<Placemark><Point><coordinates>{point.longitude:.9f},{point.latitude:.9f}</coordinates></Point>"
        f"<wpml:index>{index}</wpml:index><wpml:executeHeight>{point.height:g}</wpml:executeHeight>"
        f"<wpml:waypointSpeed>{route.speed:g}</wpml:waypointSpeed>{group if names else ''}</Placemark>"
    )


def lawn(corner: tuple[float, float], side: float, lanes: int) -> Iterable[tuple[float, float]]:
    """Corners of parallel lanes over a square: metres north and east, back and forth."""
    north, east = corner
    for lane in range(lanes):
        ends = (north, north + side) if lane % 2 == 0 else (north + side, north)
        for each in ends:
            yield each, east + side * lane / (lanes - 1)
