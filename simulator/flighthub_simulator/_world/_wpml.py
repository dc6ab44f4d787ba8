"""Route files: a ZIP archive with `wpmz/waylines.wpml`, which is flown, and `wpmz/template.kml`, XML of DJI's WPML.

Written for the routes of a scenario, and read when somebody has uploaded one. What is read is what a flight needs.

D: element names, values and limits are those of DJI's Cloud API documentation, "WPML" (namespace wpmz/1.0.6):
waylines.wpml of 2025-02-25 and common elements of 2025-06-09, unless a comment says otherwise. What elements may say
stands in `_wpml_rules.py`.
"""

from __future__ import annotations

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape

from flighthub_api.enums import WaylineTemplateType

from . import _wpml_rules as rules
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
from ._things import Place
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

TRIGGERS = ("reachPoint", "betweenAdjacentPoints", "multipleTiming", "multipleDistance")
GROUP_MODES = ("sequence", "parallel")
"""D: the first one. O: files of DJI Fly have the other."""

MOST_KINDS = 4096
"""Different actions that are remembered while a file is read."""

LAST_VERSION = (1, 0, 6)
"""The last version of WPML that is documented. Files of a later one may have actions that nobody here knows."""

COORDINATED, PASSING = "coordinateTurn", "toPointAndPassWithContinuityCurvature"
TURN_ROUNDING = 0.05
"""Metres by which distances in a file may be off."""

SPEED = rules.Rule(low=1, high=15)
"""m/s: `waypointSpeed`. O: 0 stands for the speed of the wayline."""

TURN_MODE = rules.Rule(needed=True, words=rules.TURN_MODES)
DAMPING = rules.Rule(low=0)
HEADING_MODE = rules.Rule(needed=True, words=rules.HEADING_MODES)
HEADING = rules.Rule(needed=True, low=-180, high=180)
PATH_MODE = rules.Rule(words=rules.PATH_MODES)
GROUP_MODE = rules.Rule(needed=True, words=GROUP_MODES)


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
            for folder, element in () if planned is None else parts(planned):
                reader.add_template(folder, element)
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
        self._where = ""
        self._groups: set[int] = set()
        self._templates: list[dict[str, str]] = []
        self._is_closed = True
        # Routes have the same few actions at all their waypoints.
        self._read: dict[tuple[object, ...], Action] = {}

    def add(self, folder: int | None, element: Element) -> None:
        """Takes a part of what is flown."""
        if element.tag == "missionConfig":
            self._mission = element
            self._is_closed = _version(element.get("namespace", "")) <= LAST_VERSION
        elif folder is not None and element.tag == "Folder":
            self._lines.append({})
            self._groups.clear()
        elif folder is not None and element.tag == "Placemark":
            if element.find("Point") is not None:
                self._points.append(self._waypoint(folder, element))
        elif folder is not None and element.tag == "startActionGroup":
            self._where = f"wayline {folder}, startActionGroup"
            self._starts[folder] = self._starts.get(folder, ()) + self._actions(element, "")
        elif folder is not None:
            self._lines[folder][element.tag] = (element.text or "").strip()
        self.add_planned(element)

    def add_planned(self, element: Element) -> None:
        """Takes what a flight needs of a part of the plan: kinds of route, and which lenses are kept."""
        if element.tag == "templateType":
            self._kinds.append(_kind((element.text or "").strip()))
        elif element.tag == "payloadParam":
            self._stored += lenses_of(_text(element, "imageFormat"))

    def add_template(self, folder: int | None, element: Element) -> None:
        """Takes a part of template.kml, which nobody flies."""
        where = TEMPLATE if folder is None else f"{TEMPLATE}, template {folder}"
        if folder is not None and element.tag == "Folder":
            self._templates.append({})
        elif element.tag in rules.TEMPLATE_PARTS:
            self._refuse_all(rules.check_members(rules.TEMPLATE_PARTS[element.tag], _members(element)), where)
        elif element.tag == "Placemark":
            self._refuse_all(rules.check_members(rules.TEMPLATE_PLACEMARK, _members(element)), where)
        elif folder is not None and not len(element):
            self._templates[folder][element.tag] = (element.text or "").strip()
        self.add_planned(element)

    def route(self) -> Route:
        """What all of them say together."""
        if not self._points:
            raise ValueError("the route has no waypoint")
        self._check_mission()
        self._check_lines()
        self._check_templates()
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

    def _refuse(self, problem: str, where: str = "") -> None:
        self._problem = self._problem or (f"{where}: {problem}" if where else problem)

    def _refuse_all(self, problems: Iterable[str], where: str = "") -> None:
        for each in problems:
            self._refuse(each, where)

    def _check_mission(self) -> None:
        mission = self._mission
        if mission is None:
            self._refuse("there is no missionConfig")
            return
        told = _members(mission)
        for name in ("takeOffSecurityHeight", "globalTransitionalSpeed"):
            _number(mission, name)
        self._refuse_all(rules.check_members(rules.MISSION, told), "missionConfig")
        if told.get("exitOnRCLost") == "executeLostAction" and not told.get("executeRCLostAction"):
            self._refuse("there is no executeRCLostAction", "missionConfig")
        for name, members in (
            ("droneInfo", rules.DRONE),
            ("payloadInfo", rules.PAYLOAD),
            ("autoRerouteInfo", rules.AUTO_REROUTE),
        ):
            for each in mission.findall(name):
                self._refuse_all(rules.check_members(members, _members(each)), name)
        if _text(mission, "droneInfo/droneEnumValue") == "67" and not _text(mission, "droneInfo/droneSubEnumValue"):
            self._refuse("there is no droneSubEnumValue", "droneInfo")

    def _check_lines(self) -> None:
        points = {line: [*each] for line, each in groupby(self._points, key=lambda point: point.line)}
        ids = [each.get("waylineId", "") for each in self._lines]
        if "" in ids or len(set(ids)) < len(ids):
            self._refuse("each wayline needs a waylineId of its own")
        drone = _text(self._mission, "droneInfo/droneEnumValue")
        for number, line in enumerate(self._lines):
            here, where = points.get(number, []), f"wayline {number}"
            if len(here) < 2:
                self._refuse("a wayline needs two waypoints", where)
            speed = _speed(line)
            self._refuse_all(rules.check_members(rules.FOLDER, line), where)
            if not speed and not all(each.speed for each in here[:-1]):
                self._refuse("there is no autoFlightSpeed", where)
            if line.get("executeHeightMode") == SURFACE and drone in rules.NOT_FOLLOWING_SURFACE:
                self._refuse("executeHeightMode cannot be realTimeFollowSurface for this aircraft", where)
            for group in (group for each in here for group in each.groups):
                self._check_group(group, len(here), drone, where)
            self._check_turns(here, where)

    def _check_templates(self) -> None:
        known: set[str] = set()
        for number, each in enumerate(self._templates):
            where = f"{TEMPLATE}, template {number}"
            self._refuse_all(rules.check_members(rules.TEMPLATE_FOLDER, each), where)
            if each.get("templateId") in known:
                self._refuse(f"templateId {each['templateId']} is there twice", where)
            known.add(each.get("templateId", ""))
        for number, line in enumerate(self._lines):
            if known and line.get("templateId") not in known:
                self._refuse(f"there is no template with the templateId {line.get('templateId')}", f"wayline {number}")

    def _check_group(self, group: ActionGroup, count: int, drone: str, where: str) -> None:
        if not 0 <= group.start <= group.end < count:
            self._refuse("an action group needs waypoints of its wayline, from actionGroupStartIndex on", where)
        if group.trigger not in TRIGGERS:
            self._refuse(f"actionTriggerType must be one of {', '.join(TRIGGERS)}", where)
        if group.trigger in ("multipleTiming", "multipleDistance") and group.every <= 0:
            self._refuse("actionTriggerParam must be above 0", where)
        for each in group.actions:
            if each.function == "orientedShoot":
                self._refuse_all(rules.check_shot_pitch(each.function, each.parameters, drone), where)

    def _check_turns(self, points: Sequence[Waypoint], where: str) -> None:
        """D (`waypointTurnDampingDist`): above 0 where the aircraft turns early, and two of them fit between waypoints.

        I: at the first and the last waypoint, where nothing is turned, it does not matter.
        """
        for number in range(1, len(points)):
            here, there = points[number - 1], points[number]
            cut = (here.turn if number > 1 else 0.0) + (there.turn if number < len(points) - 1 else 0.0)
            if number < len(points) - 1 and there.turn < 0:
                self._refuse("waypointTurnDampingDist must be above 0", f"{where}, waypoint {number}")
            elif cut > TURN_ROUNDING and cut > Place(*here[:3]).span(Place(*there[:3])) + TURN_ROUNDING:
                self._refuse(
                    "the waypointTurnDampingDist of two waypoints must fit between them", f"{where}, waypoint {number}"
                )

    def _waypoint(self, folder: int, placemark: Element) -> Waypoint:
        latitude, longitude = _coordinates(_text(placemark, "Point/coordinates"))
        self._check_index(folder, _text(placemark, "index"))
        self._where = f"wayline {folder}, waypoint {self._last}"
        height = _number(placemark, "executeHeight")
        if height is None:
            self._refuse("a waypoint has no executeHeight", self._where)
        speed = _number(placemark, "waypointSpeed") or 0.0
        if speed:
            self._refuse_all(_problems(SPEED, "waypointSpeed", str(speed)), self._where)
        stops, turn = self._turn(placemark)
        return Waypoint(
            latitude,
            longitude,
            height or 0.0,
            line=folder,
            speed=speed,
            stops=stops,
            nose=self._nose(placemark),
            groups=tuple(self._group(each) for each in placemark.findall("actionGroup")),
            turn=turn,
        )

    def _turn(self, placemark: Element) -> tuple[bool, float]:
        """Whether the aircraft stops at a waypoint, and how many metres before it turns; -1 for an impossible number.

        D (`waypointTurnMode`): it turns early in `coordinateTurn`, and in `toPointAndPassWithContinuityCurvature` with
        `useStraightLine`. A waypoint without settings of its own goes by those of the wayline, which stand in the
        template alone (I: it stops).
        """
        for name in ("isRisky", "useStraightLine", "useGlobalTurnParam"):
            self._refuse_all(_problems(rules.FLAG, name, _text(placemark, name)), self._where)
        told = placemark.find("waypointTurnParam")
        if told is None:
            if _text(placemark, "useGlobalTurnParam") == "0":
                self._refuse("there is no waypointTurnParam", self._where)
            return True, 0.0
        mode = _text(told, "waypointTurnMode")
        self._refuse_all(_problems(TURN_MODE, "waypointTurnMode", mode), self._where)
        damping = _text(told, "waypointTurnDampingDist")
        self._refuse_all(_problems(DAMPING, "waypointTurnDampingDist", damping), self._where)
        straight = _text(placemark, "useStraightLine") == "1"
        if mode == COORDINATED or (mode == PASSING and straight):
            value = rules.number_or_none(damping) or 0.0
            return False, value if value > 0 else -1.0
        return mode.startswith(STOPS), 0.0

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

    def _nose(self, placemark: Element) -> Nose:
        told = placemark.find("waypointHeadingParam")
        if told is None:
            if _text(placemark, "useGlobalHeadingParam") == "0":
                self._refuse("there is no waypointHeadingParam", self._where)
            return Nose()
        mode, angle = _text(told, "waypointHeadingMode"), _number(told, "waypointHeadingAngle")
        self._refuse_all(_problems(HEADING_MODE, "waypointHeadingMode", mode), self._where)
        # D: required. O: the sample on the page has none.
        path = _text(told, "waypointHeadingPathMode")
        self._refuse_all(_problems(PATH_MODE, "waypointHeadingPathMode", path), self._where)
        if mode == "smoothTransition":
            self._refuse_all(
                _problems(HEADING, "waypointHeadingAngle", "" if angle is None else str(angle)), self._where
            )
        interest = _text(told, "waypointPoiPoint").split(",")
        place = (_parsed(interest[0]), _parsed(interest[1])) if len(interest) > 1 else (0.0, 0.0)
        if mode == "towardPOI":
            if len(interest) < 2:
                self._refuse("there is no waypointPoiPoint", self._where)
            elif not (-90 <= place[0] <= 90 and -180 <= place[1] <= 180):
                self._refuse("waypointPoiPoint must be latitude, longitude and height", self._where)
        return Nose(mode or Nose().mode, angle or 0.0, place, path or Nose().path)

    def _group(self, element: Element) -> ActionGroup:
        start, end = (_text(element, f"actionGroup{name}Index") for name in ("Start", "End"))
        trigger = _text(element, "actionTrigger/actionTriggerType")
        mode = _text(element, "actionGroupMode")
        # O: in files of DJI Fly, whose mode is not documented, groups have all the same number.
        known = self._groups if mode == GROUP_MODES[0] else set[int]()
        self._check_id("actionGroupId", _text(element, "actionGroupId"), known)
        self._refuse_all(_problems(GROUP_MODE, "actionGroupMode", mode), self._where)
        return ActionGroup(
            _whole(start) if start else -1,
            _whole(end) if end else -1,
            trigger,
            _number(element, "actionTrigger/actionTriggerParam") or 0.0,
            self._actions(element, trigger),
        )

    def _check_id(self, name: str, told: str, known: set[int]) -> None:
        """D: from 0 to 65535. An action has its own in its group.

        D: an action group has its own in the file. I: in its wayline, since each is flown for itself.
        """
        problem = rules.ID._replace(needed=True).problem(name, told)
        if problem:
            self._refuse(problem, self._where)
        elif int(float(told)) in known:
            self._refuse(f"{name} {told} is there twice", self._where)
        else:
            known.add(int(float(told)))

    def _actions(self, group: Element, trigger: str) -> tuple[Action, ...]:
        known: set[int] = set()
        context = rules.ActionRules(trigger, self._is_closed)
        return tuple(self._action(each, known, context) for each in group.findall("action"))

    def _action(self, element: Element, known: set[int], context: rules.ActionRules) -> Action:
        self._check_id("actionId", _text(element, "actionId"), known)
        function = _text(element, "actionActuatorFunc")
        told = element.find("actionActuatorFuncParam")
        parameters = {} if told is None else {each.tag: (each.text or "").strip() for each in told if not len(each)}
        key = (function, context.trigger, *parameters.items())
        found = self._read.get(key)
        if found is not None and (told is None or len(told) == len(parameters)):
            return found
        self._kept.update(lenses_of(parameters.get("payloadLensIndex", "")))
        for name in NUMBERS & parameters.keys():
            _number(told, name)
        self._refuse_all(rules.check_action(function, parameters, context), self._where)
        made = Action(function, parameters, tuple(_poses(told)))
        if not made.poses and len(self._read) < MOST_KINDS:
            self._read[key] = made
        return made


NUMBERS = {
    *("hoverTime", "gimbalRotateTime", "gimbalPitchRotateAngle", "gimbalYawRotateAngle"),
    *("aircraftHeading", "minShootInterval", "focalLength"),
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


def _version(namespace: str) -> tuple[int, ...]:
    """The version of WPML, by its namespace, such as http://www.dji.com/wpmz/1.0.6."""
    told = namespace.rpartition("/")[2].split(".")
    return tuple(int(each) for each in told) if all(each.isdecimal() and len(each) < 9 for each in told) else ()


def _members(element: Element) -> dict[str, str]:
    return {each.tag: (each.text or "").strip() for each in element if not len(each)}


def _problems(rule: rules.Rule, name: str, told: str) -> tuple[str, ...]:
    problem = rule.problem(name, told)
    return (problem,) if problem else ()


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
        "<wpml:payloadPositionIndex>0</wpml:payloadPositionIndex></wpml:payloadInfo>"
        if route.payload
        else "",
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
    # An aircraft without a camera flies the same way, and takes nothing.
    recording = {True: ["startRecord"], False: ["stopRecord"], None: list[str]()}[point.record]
    names = ["takePhoto"] * point.photos + recording if route.payload else []
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
