"""What a route file says, as far as a flight needs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

FOLLOWS_COURSE = "followWayline"
RELATIVE, ELLIPSOID, SURFACE = "relativeToStartPoint", "WGS84", "realTimeFollowSurface"
"""From where heights count: `executeHeightMode` of waylines.wpml."""

LENSES = ("wide", "zoom", "ir", "visable", "narrow_band")
"""Lenses by their words in `payloadLensIndex` and `imageFormat`."""


def lenses_of(text: str) -> tuple[str, ...]:
    """The lenses of a list in a file, each once. O: what the page calls visible is spelled visable in files."""
    told = dict.fromkeys(each.strip().replace("visible", "visable") for each in text.split(","))
    return tuple(each for each in told if each in LENSES)


class Pose(NamedTuple):
    """One of the directions in which a camera looks in turn (`smartObliquePoint`).

    Attributes:
        seconds: How long it takes to get there and stay.
        pitch: Degrees from the horizon, down negative.
        yaw: Degrees from the nose of the aircraft.
    """

    seconds: float
    pitch: float
    yaw: float


class Action(NamedTuple):
    """Something that is done (`action`).

    Attributes:
        function: What, in the file's word (`actionActuatorFunc`).
        parameters: Its settings, by the file's names and as the file's text.
        poses: Directions of `startSmartOblique`.
    """

    function: str
    parameters: Mapping[str, str]
    poses: tuple[Pose, ...] = ()

    def number(self, name: str) -> float | None:
        """A setting as a number; None where it is not there."""
        text = self.parameters.get(name)
        return float(text) if text else None


class ActionGroup(NamedTuple):
    """Actions with what triggers them (`actionGroup`).

    Attributes:
        start: The first waypoint of its wayline at which they hold.
        end: The last one.
        trigger: `reachPoint`, `betweenAdjacentPoints`, `multipleTiming` or `multipleDistance`.
        every: Seconds or metres, for the last two.
        actions: What is done, in order.
    """

    start: int
    end: int
    trigger: str
    every: float
    actions: tuple[Action, ...]


class Nose(NamedTuple):
    """Where the nose points on the way to the next waypoint (`waypointHeadingParam`).

    Attributes:
        mode: `followWayline`, `manually`, `fixed`, `smoothTransition` or `towardPOI`.
        angle: Degrees from true north, for `smoothTransition`.
        interest: Latitude and longitude of what it points to, for `towardPOI`.
        path: Which way it turns, for `smoothTransition`: `clockwise`, `counterClockwise` or, the short way,
            `followBadArc`.
    """

    mode: str = FOLLOWS_COURSE
    angle: float = 0.0
    interest: tuple[float, float] = (0.0, 0.0)
    path: str = "followBadArc"


class Waypoint(NamedTuple):
    """A point of a route.

    Attributes:
        latitude: Degrees.
        longitude: Degrees.
        height: Metres, counted as `mode` says.
        photos: How many pictures a route that is written takes there; one that was read has groups.
        record: True where its recording begins, False where it ends, None where nothing changes; likewise.
        line: Number of its wayline in the file.
        mode: From where its height counts; empty for what the route says.
        speed: m/s to the next waypoint; 0 for that of the route.
        stops: Whether the aircraft stops there.
        nose: Where the nose points from there.
        groups: What is done from there.
        turn: Metres before the waypoint at which an aircraft that does not stop begins to turn, and never gets there.
    """

    latitude: float
    longitude: float
    height: float
    photos: int = 0
    record: bool | None = None
    line: int = 0
    mode: str = ""
    speed: float = 0.0
    stops: bool = True
    nose: Nose = Nose()
    groups: tuple[ActionGroup, ...] = ()
    turn: float = 0.0


class Route(NamedTuple):
    """What a route file says.

    Attributes:
        points: Where it leads; those of a wayline stand together.
        device_model_key: Model of the aircraft that it is made for, such as `0-91-1`.
        payload: Type of the camera that it is made for, such as `81`.
        lenses: Lenses whose pictures are kept.
        templates: Kinds of route, as the API names them.
        speed: m/s.
        relative: Whether the heights of points that do not say are above the take-off point, and not the ellipsoid.
        safe_height: Metres above the take-off point to which the aircraft climbs first.
        transitional_speed: m/s to the first waypoint of each wayline.
        safely: Whether it climbs to the first waypoint before it flies there.
        goes_to_first: Whether it flies to the first waypoint at the end.
        stored: Lenses whose pictures are kept where an action does not say.
        problem: What the validity check finds wrong with it; empty for nothing.
        start_actions: What is done before a wayline, by its number.
    """

    points: tuple[Waypoint, ...]
    device_model_key: str
    payload: str = ""
    lenses: tuple[str, ...] = ()
    templates: tuple[str, ...] = ("waypoint",)
    speed: float = 10.0
    relative: bool = True
    safe_height: float = 20.0
    transitional_speed: float = 10.0
    safely: bool = True
    goes_to_first: bool = False
    stored: tuple[str, ...] = ()
    problem: str = ""
    start_actions: Mapping[int, tuple[Action, ...]] = {}

    @property
    def lines(self) -> Iterator[list[Waypoint]]:
        """The waypoints of each wayline."""
        for _, points in groupby(self.points, key=lambda each: each.line):
            yield [*points]
