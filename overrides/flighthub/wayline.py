"""Route files (KMZ): what a wayline does, before it is uploaded or flown. Nothing is sent, nothing is changed.

    from flighthub import wayline

    route = wayline.inspect("quarry.kmz")
    print(route.aircraft, f"{route.length:.0f} m", len(route.waypoints), "waypoints")

A route file is a zip archive with two documents of DJI's WPML: `wpmz/waylines.wpml`, which the aircraft flies, and
`wpmz/template.kml`, from which it was planned.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from flighthub_api.enums import WaylineTemplateType
from flighthub_api.runtime.annotations import lazy_type

from . import _route_files
from ._route_files import shown, wrong
from .errors import InvalidArgument

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
else:
    Element = lazy_type("xml.etree.ElementTree", "Element")

__all__ = ["Action", "Bounds", "DurationSource", "Payload", "PlannedWayline", "WaylineFile", "Waypoint", "inspect"]

DurationSource = Literal["file", "speeds", "both", ""]
"""Where a duration comes from: what the file says, the planned speeds, some of each, or nowhere."""

_CONTINUES: Final = "goContinue"
_GIVEN_ANGLE: Final = "smoothTransition"
_HOVER: Final = "hover"
_HOVER_TIME: Final = "hoverTime"

_HIGHEST: Final = 1e5
"""Metres up or down, beyond which a height is a mistake; so it is with the next two."""

_FASTEST: Final = 1e3
"""m/s."""

_LONGEST: Final = 1e7
"""Seconds."""


class Action(NamedTuple):
    """Something that is done on the way.

    Attributes:
        kind: What is done, in the file's word: `takePhoto`, `startRecord`, `gimbalRotate`, `hover`, ….
        trigger: When: `reachPoint`, `betweenAdjacentPoints`, `multipleTiming`, `multipleDistance`; empty if not told.
        every: Seconds or metres between repetitions, for the last two triggers; None for the others.
        last_index: Index of the waypoint up to which it holds; None where the file does not say.
        parameters: Its settings, by the file's names and as the file's text.
    """

    kind: str
    trigger: str
    every: float | None
    last_index: int | None
    parameters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A point of a wayline.

    Attributes:
        index: Its number within the wayline.
        latitude: Degrees, WGS-84.
        longitude: Degrees, WGS-84.
        height: Metres, counted as `height_mode` says; None where the file gives none.
        height_mode: `relativeToStartPoint` (above the take-off point), `WGS84` (above the ellipsoid) or
            `realTimeFollowSurface` (above the ground below).
        speed: m/s from here to the next waypoint; None where the file gives none.
        heading: Degrees to which the aircraft turns its nose, 0 is north and east positive; None unless the file
            demands an angle here.
        actions: What is done from here on.
    """

    index: int
    latitude: float
    longitude: float
    height: float | None
    height_mode: str
    speed: float | None
    heading: float | None
    actions: tuple[Action, ...]


class Payload(NamedTuple):
    """A camera, or another payload, that a route is made for.

    Attributes:
        type: Number of its type as text, the first part of a camera index and the `type` of the API's payloads.
        position: Where it is mounted, the last part of a camera index; None where the file does not say.
        name: Name of the product; empty where it is not known.
    """

    type: str
    position: int | None
    name: str


class Bounds(NamedTuple):
    """The smallest frame around all waypoints, in degrees. West is greater than east across the 180th meridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, repr=False)
class PlannedWayline:
    """One flight path of a route file. An oblique mapping has five of them.

    Attributes:
        id: Its number in the file.
        waypoints: Where it leads.
        height_mode: From where heights count; see `Waypoint`.
        speed: m/s where a waypoint says nothing else; None where the file gives none.
        start_actions: What is done before the first waypoint.
        length: Metres from the first waypoint to the last, over the ellipsoid and with the differences in height.
        duration: Seconds from the first waypoint to the last; None where neither the file nor its speeds tell.
        duration_source: `file` for what the file says, `speeds` for an estimate from speeds and hovering, which knows
            nothing of turns and acceleration; empty where there is no duration.
    """

    id: int
    waypoints: tuple[Waypoint, ...]
    height_mode: str
    speed: float | None
    start_actions: tuple[Action, ...]
    length: float
    duration: float | None
    duration_source: DurationSource

    def __repr__(self) -> str:
        return f"<PlannedWayline {self.id}: {len(self.waypoints)} waypoints, {self.length:.0f} m>"


@dataclass(frozen=True, slots=True, repr=False)
class WaylineFile:
    """What a route file says.

    Attributes:
        name: Name of the file; empty where its content was given.
        waylines: Its flight paths, in order.
        device_model_key: Model of the aircraft it is made for, such as `0-91-1`: the `device_model.key` of devices
            and the `device_model_key` of waylines; empty where the file does not say.
        aircraft: Name of that model; empty where it is not known.
        payloads: Cameras and other payloads it is made for.
        finish_action: What follows the last waypoint: `goHome`, `noAction`, `autoLand` or `gotoFirstWaypoint`.
        rc_lost_action: What happens when the control link is lost: `goContinue` for flying on, else `goBack`,
            `landing` or `hover`.
        take_off_security_height: Metres above the take-off point to which the aircraft climbs first.
        transitional_speed: m/s on the way to the first waypoint.
        template_types: How it was planned, in the API's words; empty without a template.
        author: Who made it; empty where the file does not say.
        created_at: When it was made; None where the file does not say.
        updated_at: When it was last changed; None where the file does not say.
    """

    name: str
    waylines: tuple[PlannedWayline, ...]
    device_model_key: str
    aircraft: str
    payloads: tuple[Payload, ...]
    finish_action: str
    rc_lost_action: str
    take_off_security_height: float | None
    transitional_speed: float | None
    template_types: tuple[WaylineTemplateType, ...]
    author: str
    created_at: datetime | None
    updated_at: datetime | None

    @property
    def waypoints(self) -> tuple[Waypoint, ...]:
        """The waypoints of all waylines, in order."""
        return tuple(point for each in self.waylines for point in each.waypoints)

    @property
    def length(self) -> float:
        """Metres along all waylines, without the ways to, between and from them."""
        return math.fsum(each.length for each in self.waylines)

    @property
    def duration(self) -> float | None:
        """Seconds along all waylines; None where one of them has no duration."""
        parts = [each.duration for each in self.waylines]
        return None if None in parts else math.fsum(part for part in parts if part is not None)

    @property
    def duration_source(self) -> DurationSource:
        """Where `duration` comes from."""
        sources: set[DurationSource] = {each.duration_source for each in self.waylines}
        if "" in sources:
            return ""
        return sources.pop() if len(sources) == 1 else "both"

    @property
    def bounds(self) -> Bounds:
        """The smallest frame around all waypoints."""
        points = self.waypoints
        latitudes = [each.latitude for each in points]
        west, east = min(each.longitude for each in points), max(each.longitude for each in points)
        if east - west > 180:
            west = min(each.longitude for each in points if each.longitude >= 0)
            east = max(each.longitude for each in points if each.longitude < 0)
        return Bounds(west, min(latitudes), east, max(latitudes))

    def to_geojson(self) -> dict[str, Any]:
        """The route for a map: a GeoJSON FeatureCollection, positions as `[longitude, latitude, height]`.

        Each wayline of two waypoints or more is a LineString, each waypoint a Point. Heights count from what
        `height_mode` among the properties says, which GeoJSON would have above the ellipsoid.

        Example:
            >>> drawn = route.to_geojson()
            >>> drawn["type"], drawn["features"][0]["geometry"]["type"]
            ('FeatureCollection', 'LineString')
        """
        lines = [_line(each) for each in self.waylines if len(each.waypoints) > 1]
        points = [_point(each.id, point) for each in self.waylines for point in each.waypoints]
        return {"type": "FeatureCollection", "features": lines + points}

    def __repr__(self) -> str:
        made_for = self.aircraft or self.device_model_key or "unknown aircraft"
        return f"<WaylineFile {self.name!r} for {made_for}: {len(self.waypoints)} waypoints, {self.length:.0f} m>"


def inspect(path: str | os.PathLike[str] | bytes) -> WaylineFile:
    """Reads what a route file does: where it leads, how long, with which aircraft and cameras.

    Args:
        path: Where the KMZ is, or its content as bytes.

    Returns:
        WaylineFile: Its waylines and waypoints, and what it is made for.

    Raises:
        InvalidArgument: It is no route file, or something in it cannot be right; the text says what and where.

    Documentation: "WPML" of DJI's Cloud API: template.kml, waylines.wpml, common elements.

    Example:
        >>> from flighthub import wayline
        >>> route = wayline.inspect(content)
        >>> route.device_model_key, route.aircraft, route.duration_source
        ('0-91-0', 'Matrice 3D', 'speeds')
    """
    documents = _route_files.opened(path)
    flown = _Document(documents.name, _route_files.WAYLINES, documents.waylines)
    planned = flown
    if documents.template is not None:
        planned = _Document(documents.name, _route_files.TEMPLATE, documents.template)
    mission = flown.part("missionConfig")
    key = _model_key(mission)
    return WaylineFile(
        name=documents.name,
        waylines=_waylines(flown),
        device_model_key=key,
        aircraft=_aircraft(key),
        payloads=tuple(_payload(each) for each in mission.parts("payloadInfo")),
        finish_action=mission.text("finishAction"),
        rc_lost_action=_rc_lost_action(mission),
        take_off_security_height=mission.number("takeOffSecurityHeight", -_HIGHEST, _HIGHEST),
        transitional_speed=_speed(mission, "globalTransitionalSpeed"),
        template_types=tuple(dict.fromkeys(_template_type(each) for each in planned.words("Folder", "templateType"))),
        author=planned.text("author") or flown.text("author"),
        created_at=_moment(planned, "createTime") or _moment(flown, "createTime"),
        updated_at=_moment(planned, "updateTime") or _moment(flown, "updateTime"),
    )


class _Part:
    """An element of a document, its members read as text and numbers; where it stands, for errors."""

    def __init__(self, name: str, where: str, element: Element | None) -> None:
        self._name = name
        self._where = where
        self._element = element

    def wrong(self, problem: str) -> InvalidArgument:
        """The error of something in here."""
        return wrong(self._name, f"{self._where}: {problem}")

    def part(self, path: str, where: str = "") -> _Part:
        """A member; one that is not there has no members itself."""
        found = None if self._element is None else self._element.find(path)
        return _Part(self._name, where or self._where, found)

    def parts(self, path: str) -> list[_Part]:
        """All members at a path."""
        found = [] if self._element is None else self._element.findall(path)
        return [_Part(self._name, self._where, each) for each in found]

    @property
    def is_there(self) -> bool:
        """Whether the document has it."""
        return self._element is not None

    def at(self, where: str) -> _Part:
        """The same, with its place told more closely."""
        return _Part(self._name, f"{self._where}, {where}", self._element)

    def text(self, path: str) -> str:
        """The text of a member; empty where it is not there."""
        return "" if self._element is None else (self._element.findtext(path) or "").strip()

    def words(self, *path: str) -> list[str]:
        """The texts of all members at a path, without empty ones."""
        found = [] if self._element is None else self._element.findall("/".join(path))
        return [text for each in found if (text := (each.text or "").strip())]

    def members(self, path: str) -> dict[str, str]:
        """All members of a member, by name."""
        found = None if self._element is None else self._element.find(path)
        return {} if found is None else {each.tag: (each.text or "").strip() for each in found}

    def number(self, path: str, low: float, high: float) -> float | None:
        """The number that a member is; None where it is not there."""
        text = self.text(path)
        return None if not text else self.checked(path, text, low, high)

    def whole(self, path: str) -> int | None:
        """The whole number from 0 that a member is; None where it is not there."""
        text = self.text(path)
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= 18):
            raise self.wrong(f"{path} is no whole number: {shown(text)}")
        return int(text)

    def checked(self, what: str, text: str, low: float, high: float) -> float:
        """A finite number within bounds."""
        try:
            # What Python takes beside plain numbers, such as 1_000, is none of this format.
            found = math.nan if "_" in text or not text.isascii() else float(text)
        except ValueError:
            found = math.nan
        if not math.isfinite(found):
            raise self.wrong(f"{what} is no number: {shown(text)}")
        if not low <= found <= high:
            raise self.wrong(f"{what} must be from {low:g} to {high:g}, not {shown(text)}")
        return found


class _Document(_Part):
    """A document as a whole."""

    def __init__(self, name: str, entry_name: str, root: Element) -> None:
        super().__init__(name, entry_name, root.find("Document") if root.tag == "kml" else None)
        if not self.is_there:
            raise self.wrong("is no KML document")


def _model_key(mission: _Part) -> str:
    """I: a sub-type that is left out is the first; only some aircraft have several."""
    type, sub_type = mission.whole("droneInfo/droneEnumValue"), mission.whole("droneInfo/droneSubEnumValue")
    return "" if type is None else f"{_AIRCRAFT}-{type}-{sub_type or 0}"


_AIRCRAFT: Final = 0
"""The domain of aircraft in the keys of models."""


def _aircraft(key: str) -> str:
    from flighthub_api.products import PRODUCTS

    known = PRODUCTS.get(key)
    return "" if known is None else known.name


def _payload(told: _Part) -> Payload:
    from flighthub_api.products import CAMERAS

    type, sub_type = told.whole("payloadEnumValue"), told.whole("payloadSubEnumValue")
    if type is None:
        raise told.wrong("a payloadInfo has no payloadEnumValue")
    known = CAMERAS.get(f"{type}-{sub_type or 0}") or next(
        (each for key, each in CAMERAS.items() if key.startswith(f"{type}-")), None
    )
    return Payload(str(type), told.whole("payloadPositionIndex"), "" if known is None else known.name)


def _rc_lost_action(mission: _Part) -> str:
    leaves = mission.text("exitOnRCLost")
    return leaves if leaves == _CONTINUES else mission.text("executeRCLostAction")


def _template_type(word: str) -> WaylineTemplateType:
    """I: the file's words are those of the API in other spelling, some of them with `mapping` before them."""
    plain = word.lower()
    for each in WaylineTemplateType:
        if str(each.value).replace("_", "") in (plain, plain.removeprefix("mapping")):
            return each
    return WaylineTemplateType(word)


def _moment(document: _Part, member: str) -> datetime | None:
    milliseconds = document.whole(member)
    if not milliseconds:
        return None
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        raise document.wrong(f"{member} is beyond all time: {milliseconds}") from None


def _speed(part: _Part, member: str) -> float | None:
    """A speed in m/s; None where it is not there, or 0, with which some programs say that another one holds."""
    return part.number(member, 0, _FASTEST) or None


def _waylines(flown: _Document) -> tuple[PlannedWayline, ...]:
    folders = flown.parts("Folder")
    found = tuple(_wayline(each.at(f"wayline {number}"), number) for number, each in enumerate(folders))
    if not any(each.waypoints for each in found):
        raise flown.wrong("holds no waypoint")
    return found


def _wayline(folder: _Part, number: int) -> PlannedWayline:
    mode = folder.text("executeHeightMode") or folder.text("waylineCoordinateSysParam/heightMode")
    speed = _speed(folder, "autoFlightSpeed")
    placemarks = [each for each in folder.parts("Placemark") if each.part("Point").is_there]
    points = tuple(_waypoint(each, place, mode, speed) for place, each in enumerate(placemarks))
    for before, after in pairwise(points):
        if after.index <= before.index:
            raise folder.wrong(f"waypoint {after.index} follows waypoint {before.index}; their numbers must rise")
    told = folder.number("duration", 0, _LONGEST)
    estimate = _estimate(points)
    duration, source = (told, "file") if told else (estimate, "speeds")
    id = folder.whole("waylineId")
    return PlannedWayline(
        id=number if id is None else id,
        waypoints=points,
        height_mode=mode,
        speed=speed,
        start_actions=tuple(each for group in folder.parts("startActionGroup") for each in _actions(group)),
        length=math.fsum(_distance(*pair) for pair in pairwise(points)),
        duration=duration,
        duration_source="" if duration is None else "file" if source == "file" else "speeds",
    )


def _waypoint(placemark: _Part, place: int, mode: str, speed: float | None) -> Waypoint:
    index = placemark.whole("index")
    index = place if index is None else index
    here = placemark.at(f"waypoint {index}")
    longitude, latitude = _coordinates(here)
    height = here.number("executeHeight", -_HIGHEST, _HIGHEST)
    own = _speed(here, "waypointSpeed")
    return Waypoint(
        index=index,
        latitude=latitude,
        longitude=longitude,
        height=here.number("height", -_HIGHEST, _HIGHEST) if height is None else height,
        height_mode=mode,
        speed=speed if own is None else own,
        heading=_heading(here.part("waypointHeadingParam")),
        actions=tuple(each for group in here.parts("actionGroup") for each in _actions(group)),
    )


def _coordinates(here: _Part) -> tuple[float, float]:
    text = here.text("Point/coordinates")
    parts = [each.strip() for each in text.split(",")]
    if len(parts) not in (2, 3):
        raise here.wrong(f"coordinates must be longitude,latitude, not {shown(text)}")
    return here.checked("the longitude", parts[0], -180, 180), here.checked("the latitude", parts[1], -90, 90)


def _heading(told: _Part) -> float | None:
    """The angle of the nose, which counts only in the mode that asks for one."""
    angle = told.number("waypointHeadingAngle", -360, 360)
    return angle if told.text("waypointHeadingMode") == _GIVEN_ANGLE else None


def _actions(group: _Part) -> Iterator[Action]:
    trigger = group.text("actionTrigger/actionTriggerType")
    every = group.number("actionTrigger/actionTriggerParam", 0, _LONGEST)
    last = group.whole("actionGroupEndIndex")
    for each in group.parts("action"):
        parameters = each.members("actionActuatorFuncParam")
        if parameters.get(_HOVER_TIME):
            each.checked(f"actionActuatorFuncParam/{_HOVER_TIME}", parameters[_HOVER_TIME], 0, _LONGEST)
        yield Action(each.text("actionActuatorFunc"), trigger, every, last, parameters)


def _estimate(points: Sequence[Waypoint]) -> float | None:
    """Seconds along waypoints by their speeds, with the times of hovering; None where a speed is missing."""
    seconds = math.fsum(_hovering(each) for each in points)
    for here, there in pairwise(points):
        if here.speed is None:
            return None
        seconds += _distance(here, there) / here.speed
    return seconds if seconds <= _LONGEST else None


def _hovering(point: Waypoint) -> float:
    """Seconds that an aircraft stands at a waypoint on purpose."""
    return math.fsum(float(each.parameters.get(_HOVER_TIME) or 0) for each in point.actions if each.kind == _HOVER)


_EQUATOR: Final = 6_378_137.0
_SQUARED_ECCENTRICITY: Final = 6.69437999014e-3
_MEAN_RADIUS: Final = 6_371_008.8
"""Of WGS-84, in metres."""


def _distance(here: Waypoint, there: Waypoint) -> float:
    """Metres between two waypoints: the arc over the ellipsoid from its chord, and the difference in height.

    Over a hundred kilometres it is right to within centimetres.
    """
    half = min(1.0, math.dist(_on_the_ground(here), _on_the_ground(there)) / 2 / _MEAN_RADIUS)
    rise = 0.0 if here.height is None or there.height is None else there.height - here.height
    return math.hypot(2 * _MEAN_RADIUS * math.asin(half), rise)


def _on_the_ground(point: Waypoint) -> tuple[float, float, float]:
    """Earth-centred coordinates of the place on the ellipsoid."""
    latitude, longitude = math.radians(point.latitude), math.radians(point.longitude)
    curvature = _EQUATOR / math.sqrt(1 - _SQUARED_ECCENTRICITY * math.sin(latitude) ** 2)
    return (
        curvature * math.cos(latitude) * math.cos(longitude),
        curvature * math.cos(latitude) * math.sin(longitude),
        curvature * (1 - _SQUARED_ECCENTRICITY) * math.sin(latitude),
    )


def _position(point: Waypoint) -> list[float]:
    place = [point.longitude, point.latitude]
    return place if point.height is None else [*place, point.height]


def _line(wayline: PlannedWayline) -> dict[str, Any]:
    about = {
        "wayline": wayline.id,
        "height_mode": wayline.height_mode,
        "length": wayline.length,
        "duration": wayline.duration,
    }
    geometry = {"type": "LineString", "coordinates": [_position(each) for each in wayline.waypoints]}
    return {"type": "Feature", "properties": about, "geometry": geometry}


def _point(wayline: int, point: Waypoint) -> dict[str, Any]:
    about = {
        "wayline": wayline,
        "index": point.index,
        "height_mode": point.height_mode,
        "speed": point.speed,
        "heading": point.heading,
        "actions": [each.kind for each in point.actions],
    }
    return {
        "type": "Feature",
        "properties": about,
        "geometry": {"type": "Point", "coordinates": _position(point)},
    }
