"""What the documents of a route file mean.

Basis: DJI's Cloud API documentation, "WPML": common elements, template.kml, waylines.wpml (wpmz/1.0.6). Only
waylines.wpml is flown, so that nothing in template.kml but broken XML refuses a file.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from flighthub_api.enums import WaylineTemplateType
from flighthub_runtime.annotations import lazy_type

from . import kmz, limits
from .checks import Findings, check_settings, check_turns, check_wayline, check_waylines
from .elements import Node, element_of, number_or_none, parse_time
from .estimates import HOVER_TIME, LONGEST, agrees, count_photos, estimate_duration, leg_durations, leg_lengths
from .kmz import RouteArchive, file_error, shorten
from .route import Action, DurationSource, Payload, PlannedWayline, WaylineFile, Waypoint
from .xml import read_parts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from flighthub_runtime.devices import Position
else:
    Element = lazy_type("xml.etree.ElementTree", "Element")
    Position = lazy_type("flighthub_runtime.devices", "Position")

_Shared = dict[tuple[tuple[str, str], ...], Mapping[str, str]]

_SETTINGS: Final = f"{kmz.WAYLINES}: missionConfig"
_ABOUT: Final = frozenset({"author", "createTime", "updateTime"})
_MEMBERS: Final = frozenset({"executeHeightMode", "autoFlightSpeed", "waylineId", "distance", "duration"})

_AIRCRAFT: Final = 0
"""The domain of aircraft in the keys of models."""

_CONTINUES: Final = "goContinue"
CUTS_CORNER: Final = "coordinateTurn"
FLIES_THROUGH: Final = "toPointAndPassWithContinuityCurvature"
_GIVEN_ANGLE: Final = "smoothTransition"
_PITCHING: Final[Mapping[str, str]] = {
    "gimbalRotate": "gimbalPitchRotateEnable",
    "orientedShoot": "",
    "accurateShoot": "",
}
"""Actions that tilt the camera at a waypoint, and the setting that says whether they do."""

_HIGHEST: Final = 1e5
"""Metres up or down, beyond which a height is a mistake; so it is with the next one."""

_FASTEST: Final = 1e3
"""m/s."""

_MAX_SHARED: Final = 4096
"""Settings of actions that are remembered, as most waypoints have the same ones."""


def read_route(path: object, name: str = "") -> WaylineFile:
    """Reads a route file.

    Args:
        path: Where it is, or its content.
        name: Its name, for content.

    Raises:
        InvalidArgument: It cannot be read, and why.
    """
    with kmz.open_archive(path, name) as archive:
        flown = _Flown(archive)
        planned = _Planned(archive)
    findings = Findings()
    settings = flown.settings
    check_settings(settings, findings)
    waylines = tuple(each.finish(findings) for each in flown.waylines)
    if not any(each.waypoints for each in waylines):
        raise file_error(archive.name, f"{kmz.WAYLINES} has no waypoint")
    check_waylines(waylines, findings)
    key = _model_key(settings)
    return WaylineFile(
        name=archive.name,
        waylines=waylines,
        device_model_key=key,
        aircraft=_aircraft_name(key),
        payloads=tuple(_payload(each) for each in settings.children("payloadInfo")),
        fly_to_wayline_mode=settings.text("flyToWaylineMode"),
        finish_action=settings.text("finishAction"),
        rc_lost_action=_rc_lost_action(settings),
        take_off_security_height=settings.number("takeOffSecurityHeight", -_HIGHEST, _HIGHEST),
        take_off_reference=_take_off_reference(planned.settings),
        rth_height=settings.number("globalRTHHeight", -_HIGHEST, _HIGHEST),
        transitional_speed=_speed(settings, "globalTransitionalSpeed"),
        template_types=tuple(dict.fromkeys(_template_type(each) for each in planned.kinds)),
        author=planned.about.get("author", "") or flown.about.get("author", ""),
        created_at=parse_time(planned.about.get("createTime", "")) or parse_time(flown.about.get("createTime", "")),
        updated_at=parse_time(planned.about.get("updateTime", "")) or parse_time(flown.about.get("updateTime", "")),
        findings=findings.report(),
    )


class _Planned:
    """What the template says of a route; nothing without one."""

    def __init__(self, archive: RouteArchive) -> None:
        self.about: dict[str, str] = {}
        self.kinds: list[str] = []
        self.settings = Node(archive.name, kmz.TEMPLATE, None)
        stream = archive.open_template()
        if stream is None:
            return
        with stream:
            for folder, element in read_parts(stream, archive.name, kmz.TEMPLATE):
                text = (element.text or "").strip()
                if folder is None and element.tag in _ABOUT:
                    self.about[element.tag] = text
                elif folder is None and element.tag == "missionConfig":
                    self.settings = Node(archive.name, kmz.TEMPLATE, element)
                elif element.tag == "templateType" and text:
                    self.kinds.append(text)


class _Flown:
    """What an aircraft flies, as it is read."""

    def __init__(self, archive: RouteArchive) -> None:
        self.about: dict[str, str] = {}
        self.waylines: list[_Wayline] = []
        self.settings = Node(archive.name, _SETTINGS, None)
        shared: _Shared = {}
        with archive.open_waylines() as stream:
            for folder, element in read_parts(stream, archive.name, kmz.WAYLINES):
                if folder is None:
                    if element.tag in _ABOUT:
                        self.about[element.tag] = (element.text or "").strip()
                    elif element.tag == "missionConfig":
                        self.settings = Node(archive.name, _SETTINGS, element)
                elif element.tag == "Folder":
                    self.waylines.append(_Wayline(archive.name, folder, shared))
                else:
                    self.waylines[folder].add(element)


class _Wayline:
    """A wayline, member by member: what holds for all waypoints may stand behind them.

    Args:
        file: Name of the route file.
        number: Which wayline of the file it is, from 0.
        shared: Settings of actions that were read before; most waypoints have the same ones.
    """

    def __init__(self, file: str, number: int, shared: _Shared) -> None:
        self._file = file
        self._place = f"{kmz.WAYLINES}, wayline {number}"
        self._number = number
        self._shared = shared
        self._members: dict[str, str] = {}
        self._points: list[Waypoint] = []
        self._turns: dict[int, float] = {}
        self._start_actions: list[Action] = []

    def add(self, element: Element) -> None:
        """Reads a member."""
        if element.tag in _MEMBERS:
            self._members.setdefault(element.tag, (element.text or "").strip())
        elif element.tag == "startActionGroup":
            self._start_actions += self._actions(Node(self._file, self._place, element))
        elif element.tag == "Placemark" and element.find("Point") is not None:
            if len(self._points) == limits.MAX_WAYPOINTS:
                raise file_error(self._file, f"{self._place}: has more than {limits.MAX_WAYPOINTS} waypoints")
            self._points.append(self._waypoint(element))

    def finish(self, findings: Findings) -> PlannedWayline:
        """The wayline, when all of it has been read."""
        node = Node(self._file, self._place, element_of(self._members))
        mode, speed = self._members.get("executeHeightMode", ""), _speed(node, "autoFlightSpeed")
        self._refuse_order(node)
        check_wayline(node, self._points, speed, findings)
        check_turns(node.where, self._points, self._turns, findings)
        points = tuple(
            replace(each, height_mode=mode, speed=speed if each.speed is None else each.speed) for each in self._points
        )
        lengths = leg_lengths(points)
        legs = leg_durations(points, lengths)
        length, distance = math.fsum(lengths), node.number_or_none("distance")
        stated, duration = node.number_or_none("duration"), estimate_duration(points, legs)
        source: DurationSource = "" if duration is None else "speeds"
        if stated is not None and 0 < stated <= LONGEST and agrees(distance, length):
            duration, source = stated, "file"
        id = node.integer("waylineId")
        return PlannedWayline(
            id=self._number if id is None else id,
            waypoints=points,
            height_mode=mode,
            speed=speed,
            start_actions=tuple(self._start_actions),
            length=length,
            stated_distance=distance or None,
            duration=duration,
            duration_source=source,
            expected_photos=count_photos(points, self._start_actions, lengths, legs),
        )

    def _refuse_order(self, node: Node) -> None:
        for place, (before, after) in enumerate(pairwise(self._points), 1):
            if after.index == before.index:
                what = f"waypoints {place} and {place + 1} in the file have the same number {after.index}"
                raise node.error(f"{what}; number all of them anew: 0, 1, 2, …")
            if after.index < before.index:
                raise node.error(f"waypoint {after.index} follows waypoint {before.index}; their numbers must rise")

    def _waypoint(self, element: Element) -> Waypoint:
        node = Node(self._file, self._place, element)
        index = node.integer("index")
        index = len(self._points) if index is None else index
        node = node.at(f"waypoint {index}")
        longitude, latitude = _coordinates(node)
        mode = sys.intern(node.text("waypointTurnParam/waypointTurnMode"))
        if mode == CUTS_CORNER or (mode == FLIES_THROUGH and node.text("useStraightLine") == "1"):
            self._turns[len(self._points)] = node.number_or_none("waypointTurnParam/waypointTurnDampingDist") or 0.0
        groups = node.children("actionGroup")
        actions = tuple(each for group in groups for each in self._actions(group)) if groups else ()
        return Waypoint(
            index=index,
            latitude=latitude,
            longitude=longitude,
            height=node.number("executeHeight", -_HIGHEST, _HIGHEST),
            height_mode="",
            speed=_speed(node, "waypointSpeed"),
            heading=_heading(node),
            gimbal_pitch=_gimbal_pitch(node, actions),
            turn_mode=mode,
            actions=actions,
        )

    def _actions(self, group: Node) -> Iterator[Action]:
        trigger = group.text("actionTrigger/actionTriggerType")
        every = group.number("actionTrigger/actionTriggerParam", 0, LONGEST)
        first, last = group.integer("actionGroupStartIndex"), group.integer("actionGroupEndIndex")
        for each in group.children("action"):
            parameters = each.texts("actionActuatorFuncParam")
            if parameters.get(HOVER_TIME):
                each.parse_number(f"actionActuatorFuncParam/{HOVER_TIME}", parameters[HOVER_TIME], 0, LONGEST)
            yield Action(each.text("actionActuatorFunc"), trigger, every, first, last, self._share(parameters))

    def _share(self, parameters: Mapping[str, str]) -> Mapping[str, str]:
        key = tuple(parameters.items())
        if len(self._shared) < _MAX_SHARED:
            return self._shared.setdefault(key, parameters)
        return self._shared.get(key, parameters)


def _model_key(settings: Node) -> str:
    """I: a sub-type that is left out is the first; only some aircraft have several."""
    type, sub_type = settings.integer("droneInfo/droneEnumValue"), settings.integer("droneInfo/droneSubEnumValue")
    return "" if type is None else f"{_AIRCRAFT}-{type}-{sub_type or 0}"


def _aircraft_name(key: str) -> str:
    from flighthub_api.products import PRODUCTS

    known = PRODUCTS.get(key)
    return "" if known is None else known.name


def _payload(node: Node) -> Payload:
    from flighthub_api.products import CAMERAS

    type, sub_type = node.integer("payloadEnumValue"), node.integer("payloadSubEnumValue")
    if type is None:
        raise node.error("a payloadInfo has no payloadEnumValue")
    known = CAMERAS.get(f"{type}-{sub_type or 0}") or next(
        (each for key, each in CAMERAS.items() if key.startswith(f"{type}-")), None
    )
    name = "payload made with the Payload SDK" if str(type) == limits.PSDK_PAYLOAD else ""
    return Payload(str(type), node.integer("payloadPositionIndex"), name if known is None else known.name)


def _rc_lost_action(settings: Node) -> str:
    leaves = settings.text("exitOnRCLost")
    return leaves if leaves == _CONTINUES else settings.text("executeRCLostAction")


def _take_off_reference(settings: Node) -> Position | None:
    """`takeOffRefPoint` of template.kml: latitude, longitude and height above the ellipsoid."""
    from flighthub_runtime.devices import Position, is_place

    parts = [number_or_none(each.strip()) for each in settings.text("takeOffRefPoint").split(",")]
    if len(parts) not in (2, 3) or parts[0] is None or parts[1] is None or not is_place(parts[0], parts[1]):
        return None
    return Position(parts[0], parts[1], parts[2] if len(parts) == 3 else None)


def _template_type(word: str) -> WaylineTemplateType:
    """I: the file's words are those of the API in other spelling, some of them with `mapping` before them."""
    plain = word.lower()
    for each in WaylineTemplateType:
        if str(each.value).replace("_", "") in (plain, plain.removeprefix("mapping")):
            return each
    return WaylineTemplateType(word)


def _speed(node: Node, member: str) -> float | None:
    """A speed in m/s; None where it is not there, or 0, with which some programs say that another one holds."""
    return node.number(member, 0, _FASTEST) or None


def _coordinates(node: Node) -> tuple[float, float]:
    text = node.text("Point/coordinates")
    parts = [each.strip() for each in text.split(",")]
    if len(parts) not in (2, 3):
        raise node.error(f"coordinates must be longitude,latitude, not {shorten(text)}")
    longitude = node.parse_number("the longitude", parts[0], -180, 180)
    return longitude, node.parse_number("the latitude", parts[1], -90, 90)


def _heading(node: Node) -> float | None:
    """The angle of the nose, which counts only in the mode that asks for one."""
    if node.text("waypointHeadingParam/waypointHeadingMode") != _GIVEN_ANGLE:
        return None
    return node.number("waypointHeadingParam/waypointHeadingAngle", -360, 360)


def _gimbal_pitch(node: Node, actions: Sequence[Action]) -> float | None:
    """Where the actions at a waypoint tilt the camera, else what the waypoint says.

    waypointGimbalHeadingParam is written by DJI's programs and not on the page. I: an action that is told has the word.
    """
    for each in reversed(actions):
        enabled = _PITCHING.get(each.kind)
        if enabled is not None and each.parameters.get(enabled, "1") == "1":
            pitch = number_or_none(each.parameters.get("gimbalPitchRotateAngle", ""))
            if pitch is not None:
                return pitch
    return node.number_or_none("waypointGimbalHeadingParam/waypointGimbalPitchAngle")
