"""Route files: a ZIP archive with `wpmz/waylines.wpml`, which is flown, and `wpmz/template.kml`, XML of DJI's WPML.

Written for the routes of a scenario, and read when somebody has uploaded one. What is read is what a flight needs.

D: element names, values and limits are those of DJI's Cloud API documentation, "WPML" (namespace wpmz/1.0.6):
waylines.wpml of 2025-02-25 and common elements of 2025-06-09, unless a comment says otherwise.
"""

from __future__ import annotations

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape

from flighthub_api.enums import WaylineTemplateType

from ._routes import (
    ELLIPSOID,
    LENSES,
    RELATIVE,
    SURFACE,
    Action,
    ActionGroup,
    Nose,
    Pose,
    Route,
    Waypoint,
    lenses_of,
)
from ._wpml_xml import LARGEST, parts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["TEMPLATES", "Route", "Waypoint", "lawn", "read", "write"]

WAYLINES, TEMPLATE = "wpmz/waylines.wpml", "wpmz/template.kml"
ENCRYPTED = 0x1

TEMPLATES = {
    "waypoint": "waypoint",
    "mapping2d": "mapping_2d",
    "mapping3d": "mapping_3d",
    "mappingStrip": "mapping_strip",
    "mappingFacade": "facade",
    "mappingSolid": "solid",
    "mappingGObject": "mapping_gobject",
}
"""Kinds of route as the file names them (`templateType`), and as the API does. D: the first four; I: the others."""

STOPS = "toPointAndStop"
"""How those of `waypointTurnMode` begin in which the aircraft stops at the point."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "flyToWaylineMode": ("safely", "pointToPoint"),
    "finishAction": ("goHome", "noAction", "autoLand", "gotoFirstWaypoint"),
    "exitOnRCLost": ("goContinue", "executeLostAction"),
    "executeRCLostAction": ("goBack", "landing", "hover"),
}
"""What `missionConfig` has to say, and the words for it."""

RANGES: Mapping[str, tuple[float, float]] = {
    "takeOffSecurityHeight": (1.2, 1500),
    "globalRTHHeight": (2, 1500),
    "globalTransitionalSpeed": (1, 15),
    "autoFlightSpeed": (1, 15),
    "waypointSpeed": (1, 15),
}
"""Metres and m/s between which a number of the file has to be."""

TRIGGERS = ("reachPoint", "betweenAdjacentPoints", "multipleTiming", "multipleDistance")
HEIGHT_MODES = (ELLIPSOID, RELATIVE, SURFACE)


def read(content: bytes) -> Route:
    """Reads a route file.

    Raises:
        ValueError: It cannot be read. What can be read and breaks a rule has a `problem`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            flown, planned = _opened(archive, WAYLINES), _opened(archive, TEMPLATE)
            if flown is None:
                raise ValueError(f"the archive holds no {WAYLINES}")
            reader = _Reader()
            for folder, element in parts(flown):
                reader.add(folder, element)
            for _, element in () if planned is None else parts(planned):
                reader.add_planned(element)
            return reader.route()
    except (
        *(zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError),
        *(OSError, EOFError, RuntimeError, LookupError, OverflowError),
    ) as error:
        raise ValueError(f"not a route file: {error}") from None


def _opened(archive: zipfile.ZipFile, name: str) -> IO[bytes] | None:
    found = [each for each in archive.infolist() if each.filename == name]
    if not found:
        return None
    (entry,) = found if len(found) == 1 else (None,)
    if entry is None or entry.file_size > LARGEST or entry.flag_bits & ENCRYPTED:
        raise ValueError(f"{name} is there twice, too large or encrypted")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(f"{name} is compressed in a way that route files do not use")
    return archive.open(entry)


class _Reader:
    """Makes a route of the parts of its documents, and notes the first rule that it breaks."""

    def __init__(self) -> None:
        self._problem = ""
        self._mission: Element | None = None
        self._points: list[Waypoint] = []
        self._kinds: list[str] = []
        self._stored: list[str] = []
        self._kept: set[str] = set()
        self._starts: dict[int, tuple[Action, ...]] = {}
        self._lines: list[dict[str, str]] = []
        self._last, self._expected = -1, 0

    def add(self, folder: int | None, element: Element) -> None:
        """Takes a part of what is flown."""
        if element.tag == "missionConfig":
            self._mission = element
        elif folder is not None and element.tag == "Folder":
            self._lines.append({})
        elif folder is not None and element.tag == "Placemark":
            if element.find("Point") is not None:
                self._points.append(self._waypoint(folder, element))
        elif folder is not None and element.tag == "startActionGroup":
            self._starts[folder] = self._starts.get(folder, ()) + self._actions(element)
        elif folder is not None:
            self._lines[folder][element.tag] = (element.text or "").strip()
        self.add_planned(element)

    def add_planned(self, element: Element) -> None:
        """Takes what a flight needs of a part of the plan: kinds of route, and which lenses are kept."""
        if element.tag == "templateType":
            self._kinds.append(_kind((element.text or "").strip()))
        elif element.tag == "payloadParam":
            self._stored += lenses_of(_text(element, "imageFormat"))

    def route(self) -> Route:
        """What all of them say together."""
        if not self._points:
            raise ValueError("the route has no waypoint")
        self._check_mission()
        self._check_lines()
        mission = self._mission
        drone, sub = _text(mission, "droneInfo/droneEnumValue"), _text(mission, "droneInfo/droneSubEnumValue")
        told = [self._lines[each.line] for each in self._points]
        safe, transitional = _number(mission, "takeOffSecurityHeight"), _number(mission, "globalTransitionalSpeed")
        return Route(
            tuple(
                each._replace(mode=line.get("executeHeightMode", ""), speed=each.speed or _speed(line))
                for each, line in zip(self._points, told, strict=True)
            ),
            f"0-{drone}-{sub or '0'}" if drone else "",
            _text(mission, "payloadInfo/payloadEnumValue"),
            tuple(each for each in LENSES if each in {*self._kept, *self._stored}),
            tuple(dict.fromkeys(each for each in self._kinds if each)),
            _speed(self._lines[self._points[0].line]) or 10.0,
            self._lines[self._points[0].line].get("executeHeightMode") != ELLIPSOID,
            20.0 if safe is None else safe,
            transitional or 10.0,
            _text(mission, "flyToWaylineMode") != "pointToPoint",
            _text(mission, "finishAction") == "gotoFirstWaypoint",
            tuple(dict.fromkeys(self._stored)),
            self._problem,
            self._starts,
        )

    def _refuse(self, problem: str) -> None:
        self._problem = self._problem or problem

    def _check_range(self, name: str, value: float | None) -> None:
        low, high = RANGES[name]
        if value is not None and not low <= value <= high:
            self._refuse(f"{name} must be from {low:g} to {high:g}")

    def _check_mission(self) -> None:
        mission = self._mission
        if mission is None:
            self._refuse("there is no missionConfig")
        for name, words in REQUIRED.items():
            word = _text(mission, name)
            if name == "executeRCLostAction" and not word and _text(mission, "exitOnRCLost") == "goContinue":
                continue
            if word not in words:
                self._refuse(f"{name} must be one of {', '.join(words)}")
        if _number(mission, "globalTransitionalSpeed") is None:
            self._refuse("there is no globalTransitionalSpeed")
        for name in ("takeOffSecurityHeight", "globalRTHHeight", "globalTransitionalSpeed"):
            self._check_range(name, _number(mission, name))

    def _check_lines(self) -> None:
        points = {line: [*each] for line, each in groupby(self._points, key=lambda point: point.line)}
        ids = [each.get("waylineId", "") for each in self._lines]
        if "" in ids or len(set(ids)) < len(ids):
            self._refuse("each wayline needs a waylineId of its own")
        for number, line in enumerate(self._lines):
            here = points.get(number, [])
            if len(here) < 2:
                self._refuse("a wayline needs two waypoints")
            if line.get("executeHeightMode") not in HEIGHT_MODES:
                self._refuse(f"executeHeightMode must be one of {', '.join(HEIGHT_MODES)}")
            speed = _speed(line)
            self._check_range("autoFlightSpeed", speed or None)
            if not speed and not all(each.speed for each in here[:-1]):
                self._refuse("there is no autoFlightSpeed")
            for group in (group for each in here for group in each.groups):
                self._check_group(group, len(here))

    def _check_group(self, group: ActionGroup, count: int) -> None:
        if not 0 <= group.start <= group.end < count:
            self._refuse("an action group needs waypoints of its wayline, from actionGroupStartIndex on")
        if group.trigger not in TRIGGERS:
            self._refuse(f"actionTriggerType must be one of {', '.join(TRIGGERS)}")
        if group.trigger in ("multipleTiming", "multipleDistance") and group.every <= 0:
            self._refuse("actionTriggerParam must be above 0")

    def _waypoint(self, folder: int, placemark: Element) -> Waypoint:
        latitude, longitude = _coordinates(_text(placemark, "Point/coordinates"))
        self._check_index(folder, _text(placemark, "index"))
        height = _number(placemark, "executeHeight")
        if height is None:
            self._refuse("a waypoint has no executeHeight")
        speed = _number(placemark, "waypointSpeed") or 0.0
        self._check_range("waypointSpeed", speed or None)
        return Waypoint(
            latitude,
            longitude,
            height or 0.0,
            line=folder,
            speed=speed,
            stops=_text(placemark, "waypointTurnParam/waypointTurnMode").startswith(STOPS)
            or placemark.find("waypointTurnParam/waypointTurnMode") is None,
            nose=_nose(placemark),
            groups=tuple(self._group(each) for each in placemark.findall("actionGroup")),
        )

    def _check_index(self, folder: int, text: str) -> None:
        """D: numbers rise by one from 0 (`index`). Those that do not rise at all are nothing that can be flown."""
        if not self._points or self._points[-1].line != folder:
            self._last, self._expected = -1, 0
        index = _whole(text) if text else self._expected
        if index <= self._last:
            raise ValueError("the numbers of waypoints must rise")
        if index != self._expected:
            self._refuse("the index of waypoints must rise by one from 0")
        self._last, self._expected = index, self._expected + 1

    def _group(self, element: Element) -> ActionGroup:
        start, end = (_text(element, f"actionGroup{name}Index") for name in ("Start", "End"))
        return ActionGroup(
            _whole(start) if start else -1,
            _whole(end) if end else -1,
            _text(element, "actionTrigger/actionTriggerType"),
            _number(element, "actionTrigger/actionTriggerParam") or 0.0,
            self._actions(element),
        )

    def _actions(self, group: Element) -> tuple[Action, ...]:
        return tuple(self._action(each) for each in group.findall("action"))

    def _action(self, element: Element) -> Action:
        told = element.find("actionActuatorFuncParam")
        parameters = {} if told is None else {each.tag: (each.text or "").strip() for each in told if not len(each)}
        self._kept.update(lenses_of(parameters.get("payloadLensIndex", "")))
        for name in NUMBERS & parameters.keys():
            _number(told, name)
        return Action(_text(element, "actionActuatorFunc"), parameters, tuple(_poses(told)))


NUMBERS = {
    *("hoverTime", "gimbalRotateTime", "gimbalPitchRotateAngle", "gimbalYawRotateAngle"),
    *("aircraftHeading", "minShootInterval"),
}
"""Settings of actions that a flight counts with."""


def _kind(word: str) -> str:
    """I: the file's words are those of the API in other spelling, some with `mapping` before them.

    Empty for what is none of them: what the server makes of it is not known.
    """
    plain = word.lower()
    for each in WaylineTemplateType:
        if str(each.value).replace("_", "") in (plain, plain.removeprefix("mapping")):
            return str(each.value)
    return TEMPLATES.get(word, "")


def _speed(line: Mapping[str, str]) -> float:
    return _parsed(line["autoFlightSpeed"]) if line.get("autoFlightSpeed") else 0.0


def _nose(placemark: Element) -> Nose:
    told = placemark.find("waypointHeadingParam")
    interest = _text(told, "waypointPoiPoint").split(",")
    return Nose(
        _text(told, "waypointHeadingMode") or Nose().mode,
        _number(told, "waypointHeadingAngle") or 0.0,
        (_parsed(interest[0]), _parsed(interest[1])) if len(interest) > 1 else (0.0, 0.0),
    )


def _poses(told: Element | None) -> Iterable[Pose]:
    """O: `smartObliquePoint` stands in files of DJI's programs, and not on the page."""
    for each in () if told is None else told.findall("smartObliquePoint"):
        running, staying, pitch, yaw = (
            _number(each, f"smartOblique{name}") or 0.0
            for name in ("RunningTime", "StayTime", "EulerPitch", "EulerYaw")
        )
        yield Pose(max(0.0, running) + max(0.0, staying), pitch, yaw)


def _coordinates(text: str) -> tuple[float, float]:
    told = [each.strip() for each in text.split(",")]
    if len(told) not in (2, 3):
        raise ValueError(f"a waypoint has no coordinates: {text!r}")
    longitude, latitude = _parsed(told[0]), _parsed(told[1])
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"a waypoint lies nowhere: {text!r}")
    return latitude, longitude


def _text(element: Element | None, path: str) -> str:
    return "" if element is None else (element.findtext(path) or "").strip()


def _number(element: Element | None, path: str) -> float | None:
    text = _text(element, path)
    return _parsed(text) if text else None


def _parsed(text: str) -> float:
    # What Python takes beside plain numbers, such as 1_000, is none of this format.
    found = math.nan if "_" in text or not text.isascii() else float(text)
    if not math.isfinite(found):
        raise ValueError(f"not a number: {text!r}")
    return found


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise ValueError(f"not a whole number: {text!r}")
    return int(text)


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
    kind = next((name for name, word in TEMPLATES.items() if word in route.templates[:1]), "waypoint")
    folder = (
        [f"<wpml:templateType>{kind}</wpml:templateType>", "<wpml:templateId>0</wpml:templateId>"]
        if template
        else [
            "<wpml:templateId>0</wpml:templateId>",
            f"<wpml:executeHeightMode>{RELATIVE if route.relative else ELLIPSOID}</wpml:executeHeightMode>",
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
        f"<wpml:waypointSpeed>{route.speed:g}</wpml:waypointSpeed><wpml:waypointTurnParam>"
        f"<wpml:waypointTurnMode>{STOPS}WithDiscontinuityCurvature</wpml:waypointTurnMode>"
        "<wpml:waypointTurnDampingDist>0</wpml:waypointTurnDampingDist></wpml:waypointTurnParam>"
        f"{group if names else ''}</Placemark>"
    )


def lawn(corner: tuple[float, float], side: float, lanes: int) -> Iterable[tuple[float, float]]:
    """Corners of parallel lanes over a square: metres north and east, back and forth."""
    north, east = corner
    for lane in range(lanes):
        ends = (north, north + side) if lane % 2 == 0 else (north + side, north)
        for each in ends:
            yield each, east + side * lane / (lanes - 1)
