"""Routes that a program makes: their waypoints and settings, checked, and what follows from them. No I/O but `save`.

Basis: DJI's Cloud API documentation, "WPML": template.kml, waylines.wpml, common elements (wpmz/1.0.0 to 1.0.6).
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Required, TypedDict, Unpack, cast

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.problems import warn_inferred

from ..errors import InvalidArgument
from . import limits
from .products import Aircraft, CarriedPayload, find_aircraft, find_payload
from .route_actions import EVENLY, LENS_INDEX, REPEATING, RouteAction, join_lenses

if TYPE_CHECKING:
    from flighthub_runtime.tracks import Trajectory

    from .route import WaylineFile, Waypoint
else:
    WaylineFile = lazy_type(".route", "WaylineFile", __package__)
    Waypoint = lazy_type(".route", "Waypoint", __package__)
    Trajectory = lazy_type("flighthub_runtime.tracks", "Trajectory")

HeightMode = Literal["relativeToStartPoint", "WGS84", "realTimeFollowSurface"]
"""From where heights count: the take-off point, the ellipsoid, or the ground below."""

TurnMode = Literal[
    "toPointAndStopWithDiscontinuityCurvature",
    "toPointAndStopWithContinuityCurvature",
    "toPointAndPassWithContinuityCurvature",
    "coordinateTurn",
]
"""How the aircraft turns at a waypoint; see `turn_mode` of `Waypoint`."""

STOP: Final = "toPointAndStopWithDiscontinuityCurvature"
FLY_THROUGH: Final = "toPointAndPassWithContinuityCurvature"
CUTS_CORNER: Final = "coordinateTurn"
TURN_MODES: Final = (STOP, "toPointAndStopWithContinuityCurvature", FLY_THROUGH, CUTS_CORNER)
"""common elements, `waypointTurnMode`."""

RELATIVE: Final = "relativeToStartPoint"
ELLIPSOID: Final = "WGS84"
SURFACE: Final = "realTimeFollowSurface"

MAX_ACTION_GROUPS: Final = 65_536
"""common elements, `actionGroupId`: 0 to 65535, unique in a file."""

CEILING: Final = limits.TAKE_OFF_HEIGHT.high
"""Metres above the take-off point or the ground. I: the page has no limit for waypoints; this is that of climbing."""

PLACE_DIGITS: Final = 10
_DIGITS: Final = 4
_DAMPING: Final = 10.0
_DAMPING_SHARE: Final = 0.3
_HIGHEST: Final = 1e5
_MIN_STEP: Final = 0.01
_UNDULATION: Final = (-150.0, 150.0)
"""Metres beyond which no place of the geoid is from the ellipsoid: EGM96 has -107 to 86."""


@dataclass(frozen=True, slots=True)
class RoutePoint:
    """A waypoint of a route that a program makes.

    Numbers are rounded to what a file holds: places to 1e-10 degrees, heights, speeds and distances to 0.1 mm,
    headings to whole degrees.

    Attributes:
        latitude: Degrees, WGS-84, -90 to 90.
        longitude: Degrees, WGS-84, -180 to 180.
        height: Metres, counted as the route's `height_mode` says.
        speed: m/s from here to the next waypoint, 1 to 15; the route's when None.
        heading: Degrees to which the nose points here, -180 to 180; 0 is north and east positive. None for along the
            route.
        look_at: Latitude and longitude to which the nose points from here to the next waypoint, instead of `heading`.
        gimbal_pitch: Degrees to which the camera is tilted here, 0 is the horizon and -90 straight down; as it was when
            None.
        turn_mode: How the aircraft turns here: by default it stops, and legs are straight.
        turn_distance: Metres before the waypoint at which the turn begins, where it does not stop; chosen when None.
        straight: Whether legs are as straight as they can be where the turn mode curves them.
        actions: What is done here, in order, after the camera was tilted.
    """

    latitude: float
    longitude: float
    height: float
    speed: float | None = None
    heading: float | None = None
    look_at: tuple[float, float] | None = None
    gimbal_pitch: float | None = None
    turn_mode: TurnMode = STOP
    turn_distance: float | None = None
    straight: bool = True
    actions: tuple[RouteAction, ...] = ()

    def __post_init__(self) -> None:
        _set(self, "latitude", _number("latitude", self.latitude, -90, 90, PLACE_DIGITS))
        _set(self, "longitude", _number("longitude", self.longitude, -180, 180, PLACE_DIGITS))
        _set(self, "height", _number("height", self.height, -_HIGHEST, _HIGHEST, _DIGITS))
        if self.speed is not None:
            _set(self, "speed", _number("speed", self.speed, *limits.SPEED, _DIGITS))
        if self.heading is not None:
            _set(self, "heading", _number("heading", self.heading, -180, 180, 0))
        if self.look_at is not None:
            if self.heading is not None:
                raise InvalidArgument("look_at", "give either heading or look_at")
            latitude = _number("look_at", self.look_at[0], -90, 90, PLACE_DIGITS)
            _set(self, "look_at", (latitude, _number("look_at", self.look_at[1], -180, 180, PLACE_DIGITS)))
        if self.gimbal_pitch is not None:
            _set(self, "gimbal_pitch", _number("gimbal_pitch", self.gimbal_pitch, -120, 45, _DIGITS))
        if self.turn_distance is not None:
            _set(self, "turn_distance", _number("turn_distance", self.turn_distance, 0, _HIGHEST, _DIGITS))
        if self.turn_mode not in TURN_MODES:
            raise InvalidArgument("turn_mode", f"must be one of {', '.join(TURN_MODES)}, not {self.turn_mode!r}")
        _set(self, "actions", tuple(self.actions))
        if not all(isinstance(each, RouteAction) for each in self.actions):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument("actions", "must be made by functions such as waylines.take_photo()")

    @property
    def place(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.latitude, self.longitude

    @property
    def needs_turn_distance(self) -> bool:
        """Whether WPML demands to know where its turn begins (common elements, `waypointTurnDampingDist`)."""
        return self.turn_mode == CUTS_CORNER or (self.turn_mode == FLY_THROUGH and self.straight)


class RouteSettings(TypedDict, total=False):
    """What `Route` takes besides waypoints; its documentation says what each means."""

    aircraft: Required[str]
    payload: str | None
    payload_position: int
    height_mode: HeightMode
    speed: float
    take_off_security_height: float
    transitional_speed: float
    rth_height: float
    fly_to_wayline_mode: Literal["safely", "pointToPoint"]
    finish_action: Literal["goHome", "noAction", "autoLand", "gotoFirstWaypoint"]
    rc_lost_action: Literal["goBack", "landing", "hover", "goContinue"]
    lenses: Sequence[str] | None
    name: str
    author: str
    geoid_undulation: float | None


@dataclass(frozen=True, slots=True, repr=False)
class Route:
    """A route that a program makes, for `save`, `fh.waylines.upload` and `fh.flight_tasks.launch`.

    It is checked when it is made, against WPML and against what the aircraft can do: what is documented is refused,
    what is inferred warns (`InferredLimitWarning`). It is never changed; `replace`, `shift` and `reverse` give another.

    Attributes:
        aircraft: Name of the product, such as `Matrice 3TD` or `M3TD`, or its model key.
        waypoints: Where it leads, two waypoints at least.
        payload: Name of the camera, such as `Zenmuse H20T`; the aircraft's own when not given.
        payload_position: Where it is mounted: 0 for the main gimbal.
        height_mode: From where heights count: the take-off point when not given.
        speed: m/s, 1 to 15, where a waypoint has none.
        take_off_security_height: Metres above the take-off point to which the aircraft climbs first, 8 to 1500 from a
            dock.
        transitional_speed: m/s to the first waypoint, 1 to 15.
        rth_height: Metres above the take-off point at which the aircraft returns, 2 to 1500; a flight task has an
            altitude of its own.
        fly_to_wayline_mode: `safely`: up, across, and then to the height of the first waypoint; `pointToPoint`: aslant.
        finish_action: What follows the last waypoint: `goHome`, `noAction`, `autoLand` or `gotoFirstWaypoint`.
        rc_lost_action: What happens when the control link is lost: `goBack`, `landing`, `hover`, or `goContinue` for
            flying on.
        lenses: Which lenses' pictures are stored; the first that the camera has when not given.
        name: Name of the route.
        author: Who made it.
        geoid_undulation: Metres of the geoid (EGM96) above the ellipsoid at this place. Needed where heights count from
            the ellipsoid, as `template.kml` has heights above the sea then.
        ground_sample_distance: Centimetres that a pixel shows; known for routes that were made to take pictures.

    Example:
        >>> from flighthub import waylines
        >>> gate = waylines.RoutePoint(46.05, 14.50, 60, gimbal_pitch=-45, actions=(waylines.take_photo(),))
        >>> tower = waylines.RoutePoint(46.051, 14.50, 80, actions=(waylines.take_photo(),))
        >>> route = waylines.Route("Matrice 3TD", [gate, tower], name="Gate and tower")
        >>> round(route.length), route.photos
        (113, 2)
    """

    aircraft: str
    waypoints: Sequence[RoutePoint]
    payload: str | None = None
    payload_position: int = 0
    height_mode: HeightMode = RELATIVE
    speed: float = 10.0
    take_off_security_height: float = 20.0
    transitional_speed: float = 10.0
    rth_height: float = 100.0
    fly_to_wayline_mode: Literal["safely", "pointToPoint"] = "safely"
    finish_action: Literal["goHome", "noAction", "autoLand", "gotoFirstWaypoint"] = "goHome"
    rc_lost_action: Literal["goBack", "landing", "hover", "goContinue"] = "goBack"
    lenses: Sequence[str] | None = None
    name: str = "Route"
    author: str = ""
    geoid_undulation: float | None = None
    ground_sample_distance: float | None = None

    def __post_init__(self) -> None:
        found = find_aircraft(self.aircraft)
        carried = find_payload(self.payload, found)
        _set(self, "aircraft", found.name)
        _set(self, "payload", carried.key if carried.type == limits.PSDK_PAYLOAD else carried.name)
        _set(self, "waypoints", tuple(self.waypoints))
        for name, allowed in (
            ("speed", limits.SPEED),
            ("take_off_security_height", limits.TAKE_OFF_HEIGHT),
            ("transitional_speed", limits.SPEED),
            ("rth_height", limits.RTH_HEIGHT),
        ):
            _set(self, name, _number(name, getattr(self, name), allowed.low, allowed.high, _DIGITS))
        if self.lenses is None:
            _set(self, "lenses", carried.lenses[:1] or ("visible",))
        else:
            _set(self, "lenses", tuple(join_lenses(self.lenses).split(",")))
        check_new_route(self, found, carried)

    @classmethod
    def from_geojson(
        cls,
        source: str | os.PathLike[str] | Mapping[str, Any],
        *,
        height: float | None = None,
        **settings: Unpack[RouteSettings],
    ) -> Route:
        """Make a route of GeoJSON: of its points if it has any, with their properties, else of its one line.

        Properties of a point that are read: `index` (the order), `height`, `speed`, `heading`, `gimbal_pitch`,
        `turn_mode`, `actions` (such as `["takePhoto", "hover:5", "takePhoto@20m"]`). What `to_geojson` gives is
        taken, too.

        Args:
            source: A file, or what it says as a dictionary.
            height: Metres for points without the property `height`, whatever their third coordinate says; the third
                coordinate when not given.
            **settings: What else `Route` takes; `aircraft` is needed.

        Returns:
            The route.

        Raises:
            InvalidArgument: It is no GeoJSON, has no point and not one line, its points differ in `height_mode`, or a
                height is missing.

        Example:
            >>> from flighthub import waylines
            >>> line = {"type": "LineString", "coordinates": [[14.50, 46.05], [14.50, 46.06]]}
            >>> len(waylines.Route.from_geojson(line, height=60, aircraft="Matrice 4D").waypoints)
            2
        """
        from .sources import read_geojson

        points, found = read_geojson(source, height)
        merged = cast("RouteSettings", {**found, **settings})
        return cls(waypoints=points, **merged)

    @classmethod
    def from_csv(
        cls, source: str | os.PathLike[str], *, height: float | None = None, **settings: Unpack[RouteSettings]
    ) -> Route:
        """Make a route of a table: one waypoint for each line, under a line of names.

        Columns: `latitude` (or `lat`), `longitude` (or `lon`, `lng`), `height` (or `altitude`, `alt`), and if wanted
        `speed`, `heading`, `gimbal_pitch`, `turn_mode`, `actions` (such as `takePhoto hover:5`).

        Args:
            source: The file.
            height: Metres for lines that have none.
            **settings: What else `Route` takes; `aircraft` is needed.

        Returns:
            The route.

        Raises:
            InvalidArgument: A column is missing, or a value is not what its column holds; the text names the line.
        """
        from .sources import read_csv

        return cls(waypoints=read_csv(source, height), **settings)

    @classmethod
    def from_kml(
        cls, source: str | os.PathLike[str] | bytes, *, height: float | None = None, **settings: Unpack[RouteSettings]
    ) -> Route:
        """Make a route of a KML or KMZ file as maps have it: of its points if it has any, else of its one line.

        For route files of DJI, which are KMZ as well, use `edit` or `inspect`. Heights of KML are taken only where
        `height` is not given, as `height_mode` says; those whose `altitudeMode` says that they are above the sea, or
        on the ground, are refused then. Needs the extra `routes`.

        Args:
            source: The file, or its content.
            height: Metres for all points.
            **settings: What else `Route` takes; `aircraft` is needed.

        Returns:
            The route.

        Raises:
            InvalidArgument: It is no KML, has no point and not one line, or a height is missing.
        """
        from .sources import read_kml

        return cls(waypoints=read_kml(source, height), **settings)

    @classmethod
    def from_track(
        cls, track: Trajectory, *, tolerance: float = 2.0, min_height: float = 5.0, **settings: Unpack[RouteSettings]
    ) -> Route:
        """Make a route of what was flown, to fly it again. Needs the extra `routes`.

        Heights are counted from the first point of the track, where it took off, so that it does not matter what they
        are above. What lies below `min_height` at either end, the take-off and the landing, is left out.

        Args:
            track: The trajectory of a flight: `fh.flight_tasks.get_track(task).track`.
            tolerance: Metres by which the route may deviate from it.
            min_height: Metres above the take-off point at which the route begins and ends.
            **settings: What else `Route` takes; `aircraft` is needed.

        Returns:
            The route.

        Raises:
            InvalidArgument: The track has no two places with heights.
        """
        from .sources import read_track

        return cls(waypoints=read_track(track, tolerance, min_height), **settings)

    @property
    def device_model_key(self) -> str:
        """Model key of the aircraft, such as `0-91-1`."""
        return self._aircraft.key

    @property
    def length(self) -> float:
        """Metres from the first waypoint to the last, over the ellipsoid and with the differences in height."""
        from .estimates import leg_lengths

        return math.fsum(leg_lengths(self.to_waypoints()))

    @property
    def duration(self) -> float:
        """Seconds from the first waypoint to the last, with acceleration, stops and actions (inferred), in still air.

        The ways to the first waypoint and from the last one come on top.
        """
        from .timing import route_duration

        return route_duration(self.to_waypoints()) or 0.0

    @property
    def photos(self) -> int:
        """How often the shutter is released; of a panorama, one result."""
        from .estimates import count_photos, leg_durations, leg_lengths

        points = self.to_waypoints()
        lengths = leg_lengths(points)
        return count_photos(points, (), lengths, leg_durations(points, lengths)) or 0

    def to_waypoints(self) -> tuple[Waypoint, ...]:
        """The waypoints as `inspect` reads them from the file of this route."""
        from .wpml_writer import as_waypoints

        return as_waypoints(self)

    def replace(self, **changes: Any) -> Route:
        """The same route with other settings or waypoints, checked anew.

        Args:
            **changes: What `Route` takes. With another `aircraft`, its own camera is used unless `payload` is given.

        Example:
            >>> from flighthub import waylines
            >>> route = waylines.visit((46.05, 14.50), height=60, aircraft="Matrice 3TD")
            >>> route.replace(aircraft="Matrice 4TD").device_model_key
            '0-100-1'
        """
        if "aircraft" in changes:
            changes = {"payload": None, "lenses": None, **changes}
        return replace(self, **changes)

    def shift(self, *, north: float = 0.0, east: float = 0.0, up: float = 0.0) -> Route:
        """The same route elsewhere, or higher. Needs the extra `routes` unless only `up` is given.

        Args:
            north: Metres to the north.
            east: Metres to the east.
            up: Metres up.

        Example:
            >>> from flighthub import waylines
            >>> route = waylines.visit((46.05, 14.50), height=60, aircraft="Matrice 3TD")
            >>> {point.height for point in route.shift(up=10).waypoints}
            {70.0}
        """
        from .moving import shift_points

        return replace(self, waypoints=shift_points(self.waypoints, north, east, up))

    def reverse(self) -> Route:
        """The same route the other way round; actions that hold for legs hold for the same legs.

        Example:
            >>> from flighthub import waylines
            >>> route = waylines.visit((46.05, 14.50), height=60, aircraft="Matrice 3TD")
            >>> route.reverse().waypoints[0].place == route.waypoints[-1].place
            True
        """
        from .moving import reverse_points

        return replace(self, waypoints=reverse_points(self))

    def split(self, max_duration: float) -> list[Route]:
        """Cut the route into parts, each for one battery. Needs the extra `routes` where a single leg is too long.

        Each part begins where the one before ends, with the camera as it was there. Pictures that are taken at
        intervals are taken at the beginning of a part as well.

        Args:
            max_duration: Seconds that a part may take (`duration`); leave room for the ways to it and from it.

        Returns:
            The parts in order; the route itself where it is short enough.

        Raises:
            InvalidArgument: What is done at one waypoint takes longer.

        Example:
            >>> from flighthub import waylines
            >>> field = [(46.05, 14.50), (46.05, 14.51), (46.06, 14.51), (46.06, 14.50)]
            >>> parts = waylines.survey(field, height=80, aircraft="Matrice 4D").split(20 * 60)
            >>> all(part.duration <= 20 * 60 for part in parts)
            True
        """
        from .splitting import split_route

        return split_route(self, max_duration)

    def inspect(self) -> WaylineFile:
        """What `flighthub.waylines.inspect` reads from the file of this route."""
        from .wpml import read_route

        return read_route(self.to_bytes(), f"{self.name}.kmz")

    def to_bytes(self) -> bytes:
        """The route file (KMZ): `template.kml` and `waylines.wpml`, the same bytes whenever it is asked for.

        It says nothing of when it was made. The version of WPML is the first that has all that is used.

        Example:
            >>> from flighthub import waylines
            >>> route = waylines.visit((46.05, 14.50), height=60, aircraft="Matrice 3TD")
            >>> route.to_bytes() == route.to_bytes(), waylines.inspect(route.to_bytes()).findings.ok
            (True, True)
        """
        from .wpml_writer import write_route

        return write_route(self)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the route file.

        Args:
            path: Where to; a file of that name is replaced.

        Returns:
            The path.

        Raises:
            InvalidArgument: It cannot be written there.
        """
        from .saving import write_file

        return write_file(path, self.to_bytes())

    def to_geojson(self) -> dict[str, Any]:
        """The route for a map: a GeoJSON FeatureCollection, as that of `inspect`. `from_geojson` reads it.

        Waypoints have what `from_geojson` reads, with their actions as text. Places to look at, lenses and what else
        that text cannot say are left out.

        Example:
            >>> from flighthub import waylines
            >>> route = waylines.visit((46.05, 14.50), height=60, aircraft="Matrice 3TD")
            >>> route.to_geojson()["features"][0]["geometry"]["type"]
            'LineString'
        """
        from .sources import tell_actions

        found = self.inspect().to_geojson()
        points = (each["properties"] for each in found["features"] if each["geometry"]["type"] == "Point")
        for about, point in zip(points, self.waypoints, strict=True):
            about |= {"turn_mode": point.turn_mode, "actions": tell_actions(point.actions)}
        return found

    def plot(self, *, width: int = 640) -> str:
        """Draw the route: its plan, and its heights along the way.

        Args:
            width: Width of the picture in pixels.

        Returns:
            An SVG document, as text.

        Example:
            >>> from flighthub import waylines
            >>> waylines.visit((46.05, 14.50), height=60, aircraft="Matrice 3TD").plot().startswith("<svg")
            True
        """
        from .drawing import draw_svg

        return draw_svg(self, width)

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from .drawing import draw_html

        return draw_html(self)

    def __repr__(self) -> str:
        count = len(self.waypoints)
        return (
            f"<Route {self.name!r} for {self.aircraft}: {count} waypoints, {self.length:.0f} m, {self.photos} photos>"
        )

    @property
    def _aircraft(self) -> Aircraft:
        return find_aircraft(self.aircraft)

    @property
    def _payload(self) -> CarriedPayload:
        return find_payload(self.payload, self._aircraft)


def turn_distances(points: Sequence[RoutePoint], lengths: Sequence[float]) -> list[float]:
    """Metres before each waypoint at which its turn begins; 0 where the aircraft stops.

    Raises:
        InvalidArgument: Two turns do not fit into the leg between them (common elements, `waypointTurnDampingDist`).
    """
    found: list[float] = []
    for place, point in enumerate(points):
        if not point.needs_turn_distance:
            found.append(0.0)
            continue
        around = min(lengths[max(0, place - 1) : place + 1])
        found.append(
            round(min(_DAMPING, _DAMPING_SHARE * around), _DIGITS)
            if point.turn_distance is None
            else point.turn_distance
        )
        if not found[-1] > 0:
            raise InvalidArgument("turn_distance", f"must be more than 0 at waypoint {place}, which is not stopped at")
    for place, (before, after) in enumerate(pairwise(found)):
        if before + after > lengths[place]:
            raise InvalidArgument(
                "turn_distance",
                f"the turns at waypoints {place} and {place + 1} take {before + after:g} m, and they are "
                f"{lengths[place]:.2f} m apart",
            )
    return found


def check_new_route(route: Route, aircraft: Aircraft, payload: CarriedPayload) -> None:
    """Refuses what WPML or the product forbids, and warns of what is inferred."""
    points = cast("tuple[RoutePoint, ...]", route.waypoints)
    if len(points) < 2:
        raise InvalidArgument("waypoints", f"has {len(points)}, and a route leads from one waypoint to another")
    if len(points) > limits.MAX_WAYPOINTS:
        raise InvalidArgument("waypoints", f"has {len(points)}, and a wayline holds {limits.MAX_WAYPOINTS}; split it")
    if not all(isinstance(each, RoutePoint) for each in points):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidArgument("waypoints", "must be RoutePoint objects")
    for name, element in (
        ("height_mode", "executeHeightMode"),
        ("fly_to_wayline_mode", "flyToWaylineMode"),
        ("finish_action", "finishAction"),
    ):
        _one_of(name, getattr(route, name), limits.WORDS[element])
    _one_of("rc_lost_action", route.rc_lost_action, (*limits.WORDS["executeRCLostAction"], "goContinue"))
    if route.payload_position not in (0, 1, 2):
        raise InvalidArgument("payload_position", f"must be 0, 1 or 2, not {route.payload_position}")
    if not route.name.strip():
        raise InvalidArgument("name", "must not be empty")
    for name, text in (("name", route.name), ("author", route.author)):
        _printable(name, text)
    if route.height_mode == SURFACE and not aircraft.follows_surface:
        raise InvalidArgument("height_mode", f"{aircraft.name} does not follow the ground by itself")
    if route.geoid_undulation is not None:
        _number("geoid_undulation", route.geoid_undulation, *_UNDULATION, _DIGITS)
    if route.height_mode == ELLIPSOID and route.geoid_undulation is None:
        raise InvalidArgument(
            "geoid_undulation",
            "heights above the ellipsoid need the height of the geoid (EGM96) here, as template.kml has heights above "
            "the sea; count them from the take-off point, or give it",
        )
    if aircraft.carries_own_camera and payload.type not in (find_payload(None, aircraft).type, limits.PSDK_PAYLOAD):
        warn_inferred(f"{aircraft.name} has a camera of its own and carries no {payload.name} (inferred)")
    if payload.lenses:
        wrong = [each for each in route.lenses or () if each not in (*payload.lenses, "visible", "narrow_band")]
        if wrong:
            raise InvalidArgument("lenses", f"{payload.name} has {', '.join(payload.lenses)}, not {', '.join(wrong)}")
    _check_heights(route, points)
    _check_points(points, aircraft)


def _check_heights(route: Route, points: Sequence[RoutePoint]) -> None:
    highest = max(each.height for each in points)
    if route.height_mode != ELLIPSOID and highest > CEILING:
        warn_inferred(f"a waypoint is {highest:g} m high, above {CEILING:g} m, where no aircraft goes (inferred)")
    if route.take_off_security_height not in limits.DOCK_TAKE_OFF_HEIGHT:
        warn_inferred(
            f"take_off_security_height is {route.take_off_security_height:g} m, and from a dock it must be "
            f"{limits.DOCK_TAKE_OFF_HEIGHT} m"
        )


def _check_points(points: Sequence[RoutePoint], aircraft: Aircraft) -> None:
    from .estimates import ground_distance

    groups = 0
    gimbal = aircraft.gimbal
    last = len(points) - 1
    warned = False
    for place, point in enumerate(points):
        here = f"waypoint {place}"
        groups += any(each.trigger == "reachPoint" for each in point.actions) or point.gimbal_pitch is not None
        for pitch in _pitches(point):
            if gimbal.low <= pitch <= gimbal.high:
                continue
            text = f"{here} tilts the camera to {pitch:g}, and {aircraft.name} from {gimbal.low:g} to "
            text += f"{gimbal.high:g} degrees"
            if gimbal.is_documented:
                raise InvalidArgument("gimbal_pitch", text)
            if not warned:
                warn_inferred(f"{text} (inferred)")
                warned = True
        for each in point.actions:
            groups += each.trigger != "reachPoint"
            if place + each.legs > last:
                raise InvalidArgument(
                    "actions", f"{here} has {each.kind} for {each.legs} legs, and there are {last - place} more"
                )
            if each.kind == EVENLY and each.trigger in (*REPEATING, "reachPoint"):
                raise InvalidArgument("actions", f"{here} has {EVENLY} with {each.trigger}; it goes with legs")
            for name, text in each.parameters.items():
                _printable(name, text)
    if groups > MAX_ACTION_GROUPS:
        raise InvalidArgument("actions", f"take {groups} action groups, and a file holds {MAX_ACTION_GROUPS}; split it")
    lengths = [
        math.hypot(ground_distance(before.place, after.place), after.height - before.height)
        for before, after in pairwise(points)
    ]
    for place, length in enumerate(lengths):
        if length < _MIN_STEP:
            raise InvalidArgument("waypoints", f"{place} and {place + 1} are at the same place; leave one of them out")
    turn_distances(points, lengths)


def _pitches(point: RoutePoint) -> Iterator[float]:
    """To what a waypoint tilts the camera, by itself and by its actions."""
    if point.gimbal_pitch is not None:
        yield point.gimbal_pitch
    for each in point.actions:
        if each.kind in ("gimbalRotate", EVENLY) and each.parameters.get("gimbalPitchRotateEnable", "1") == "1":
            yield float(each.parameters["gimbalPitchRotateAngle"])


def _one_of(name: str, word: str, allowed: Iterable[str]) -> None:
    if word not in allowed:
        raise InvalidArgument(name, f"must be one of {', '.join(allowed)}, not {word!r}")


def _printable(name: str, text: str) -> None:
    """Refuses what no XML document can hold."""
    if any(not each.isprintable() for each in text):
        raise InvalidArgument(name, "must be text without control characters")


def _number(name: str, value: float, low: float, high: float, digits: int) -> float:
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        raise InvalidArgument(name, f"must be a number, not {value!r}") from None
    if not low <= found <= high:
        raise InvalidArgument(name, f"must be from {low:g} to {high:g}, not {found:g}")
    return round(found, digits) + 0.0


def _set(instance: object, name: str, value: object) -> None:
    object.__setattr__(instance, name, value)


def has_lens_choice(points: Iterable[RoutePoint]) -> bool:
    """Whether an action names the lenses whose pictures are stored."""
    return any(LENS_INDEX in each.parameters for point in points for each in point.actions)
