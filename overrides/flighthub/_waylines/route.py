"""What a route file says, as objects."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from flighthub_api.enums import WaylineTemplateType
from flighthub_runtime.annotations import lazy_type

from .._diagnostics.findings import Report

if TYPE_CHECKING:
    from flighthub_runtime.devices import Position
else:
    Position = lazy_type("flighthub_runtime.devices", "Position")

DurationSource = Literal["file", "speeds", "both", ""]
"""Where a duration comes from: what the file says, the planned speeds, some of each, or nowhere."""


class Action(NamedTuple):
    """Something that is done on the way.

    Attributes:
        kind: What is done, in the file's word: `takePhoto`, `startRecord`, `gimbalRotate`, `hover`, ….
        trigger: When: `reachPoint`, `betweenAdjacentPoints`, `multipleTiming`, `multipleDistance`; empty for none.
        every: Seconds or metres between repetitions, for the last two triggers; None for the others.
        first_index: Index of the waypoint from which it holds; None where the file does not say.
        last_index: Index of the waypoint up to which it holds; None where the file does not say.
        parameters: Its settings, by the file's names and as the file's text.
    """

    kind: str
    trigger: str
    every: float | None
    first_index: int | None
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
        gimbal_pitch: Degrees to which the camera is tilted here, 0 is the horizon and -90 straight down; None where
            the file does not say.
        turn_mode: How the aircraft turns here: `coordinateTurn` (before the waypoint),
            `toPointAndStopWithDiscontinuityCurvature` (stops, legs are straight),
            `toPointAndStopWithContinuityCurvature` (stops, legs are curved) or
            `toPointAndPassWithContinuityCurvature` (does not stop); empty where the file does not say.
        actions: What is done from here on.
    """

    index: int
    latitude: float
    longitude: float
    height: float | None
    height_mode: str
    speed: float | None
    heading: float | None
    gimbal_pitch: float | None
    turn_mode: str
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

    @property
    def is_camera(self) -> bool:
        """Whether devices list it among their cameras. A payload that was made with DJI's payload SDK is not."""
        from .limits import PSDK_PAYLOAD

        return self.type != PSDK_PAYLOAD


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
        height_mode: From where heights count; see `Waypoint`. Empty where the file does not say.
        speed: m/s where a waypoint says nothing else; None where the file gives none.
        start_actions: What is done before the first waypoint.
        length: Metres from the first waypoint to the last, over the ellipsoid and with the differences in height.
        stated_distance: Metres that the file gives as its length; None where it gives none.
        duration: Seconds from the first waypoint to the last; None where neither the file nor its speeds tell.
        duration_source: `file` for what the file says, which counts only where the distance beside it agrees with the
            waypoints; `speeds` for an estimate from speeds and hovering, which knows nothing of turns and
            acceleration; empty where there is no duration.
        expected_photos: How often the shutter is released; each lens whose pictures are stored makes a file of its
            own. None where an action does not say how many pictures it takes, as in smart oblique surveys.
    """

    id: int
    waypoints: tuple[Waypoint, ...]
    height_mode: str
    speed: float | None
    start_actions: tuple[Action, ...]
    length: float
    stated_distance: float | None
    duration: float | None
    duration_source: DurationSource
    expected_photos: int | None

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
        fly_to_wayline_mode: How the aircraft flies to the first waypoint: `safely` (up, across, and then to its
            height) or `pointToPoint` (aslant); empty where the file does not say.
        finish_action: What follows the last waypoint: `goHome`, `noAction`, `autoLand` or `gotoFirstWaypoint`.
        rc_lost_action: What happens when the control link is lost: `goContinue` for flying on, else `goBack`,
            `landing` or `hover`.
        take_off_security_height: Metres above the take-off point to which the aircraft climbs first.
        take_off_reference: Where the route was planned to take off, its height above the ellipsoid. The aircraft
            flies from where it stands. None where the file does not say.
        rth_height: Metres above the take-off point at which the aircraft returns, by the file; a flight task has a
            `rth_altitude` of its own.
        transitional_speed: m/s on the way to the first waypoint.
        template_types: How it was planned, in the API's words; empty without a template.
        author: Who made it; empty where the file does not say.
        created_at: When it was made; None where the file does not say, or in a form that nobody knows.
        updated_at: When it was last changed; None as above.
        findings: What WPML forbids (`problem`: a server does not fly the route) or leaves in doubt (`warning`), each
            with its element and place; none for a route that is as it should be.
    """

    name: str
    waylines: tuple[PlannedWayline, ...]
    device_model_key: str
    aircraft: str
    payloads: tuple[Payload, ...]
    fly_to_wayline_mode: str
    finish_action: str
    rc_lost_action: str
    take_off_security_height: float | None
    take_off_reference: Position | None
    rth_height: float | None
    transitional_speed: float | None
    template_types: tuple[WaylineTemplateType, ...]
    author: str
    created_at: datetime | None
    updated_at: datetime | None
    findings: Report

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
    def expected_photos(self) -> int | None:
        """How often the shutter is released on all waylines; None where one of them does not tell."""
        parts = [each.expected_photos for each in self.waylines]
        return None if None in parts else sum(part for part in parts if part is not None)

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

        Each wayline of two waypoints or more is a LineString, or a MultiLineString that is cut at the 180th meridian
        where the wayline crosses it; each waypoint is a Point. Heights count from what `height_mode` among the
        properties says, which GeoJSON would have above the ellipsoid.

        Example:
            >>> drawn = route.to_geojson()
            >>> drawn["type"], drawn["features"][0]["geometry"]["type"]
            ('FeatureCollection', 'LineString')
        """
        from .geojson import draw_route

        return draw_route(self.waylines)

    def _repr_html_(self) -> str:
        from .._exports.html import show_route

        return show_route(self)

    def __repr__(self) -> str:
        made_for = self.aircraft or self.device_model_key or "unknown aircraft"
        return f"<WaylineFile {self.name!r} for {made_for}: {len(self.waypoints)} waypoints, {self.length:.0f} m>"
