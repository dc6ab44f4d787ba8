"""What the page is sent: everything there is to see at one moment, in a form that both feeds share.

Times are ISO 8601 in UTC, places are degrees of WGS-84, lengths metres, speeds m/s, directions degrees from true north.
What is not known is null. No member ever holds a key, a password or a signed link.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct, field

Point = tuple[float, float]
"""Latitude and longitude."""

MOST_TRAIL_POINTS = 240
"""Points of a trail that a snapshot has at most."""

ALMOST = 0.99
"""The most that the progress of a flight is which has not ended."""


class Project(Struct, kw_only=True):
    """A project: its id, its name, and the middle of its work."""

    id: str
    name: str
    center: Point | None = None


class Camera(Struct, kw_only=True):
    """A camera: its index, its name, and where a person can watch it, if anywhere."""

    index: str
    name: str
    link: str | None = None


class Device(Struct, kw_only=True):
    """A dock, a remote controller or an aircraft.

    Attributes:
        gateway: Serial number of the dock or controller that an aircraft belongs to.
        model_key: Key of its product, such as `0-91-1`.
        online: Whether it is switched on and connected.
        height: Metres above the take-off point, of an aircraft.
        speed: m/s over the ground.
        climb: m/s, up positive.
        battery: Percent.
        mode: What it is doing, in the API's word.
        flying: Whether it is in the air.
        trail: Where it flew on this flight, oldest first, as the server knows it.
        read_at: When its state was last read.
        problem: Why its state cannot be read; empty where it can.
    """

    sn: str
    name: str
    kind: Literal["dock", "controller", "aircraft"]
    model: str
    project: str
    model_key: str = ""
    gateway: str | None = None
    online: bool | None = None
    place: Point | None = None
    heading: float | None = None
    height: float | None = None
    speed: float | None = None
    climb: float | None = None
    battery: float | None = None
    mode: str = ""
    flying: bool | None = None
    trail: list[Point] = field(default_factory=list[Point])
    cameras: list[Camera] = field(default_factory=list[Camera])
    read_at: str | None = None
    problem: str = ""


class Route(Struct, kw_only=True):
    """A route: its waypoints in order, and the product that it is made for; any product where that is empty."""

    id: str
    name: str
    project: str
    model_key: str = ""
    points: list[Point] = field(default_factory=list[Point])


class Task(Struct, kw_only=True):
    """A flight task.

    Attributes:
        sn: Serial number of the dock.
        route: Id of the route.
        ended: Whether nothing more happens to it.
        waypoint: How many waypoints were reached.
        waypoints: How many there are.
        progress: How much is done, 0 to 1; 1 is a flight that has ended well.
        problem: What went wrong.
    """

    id: str
    name: str
    project: str
    sn: str
    dock: str
    route: str | None
    type: str
    status: str
    ended: bool
    begin: str | None = None
    waypoint: int | None = None
    waypoints: int | None = None
    progress: float | None = None
    problem: str = ""


class Alert(Struct, kw_only=True):
    """An alert of a device that stands now; `level` is the API's word."""

    sn: str
    device: str
    project: str
    level: str
    code: str
    message: str


class Annotation(Struct, kw_only=True):
    """What somebody drew on the map: its name, its colour as `#rrggbb`, and its GeoJSON geometry."""

    name: str
    project: str
    color: str | None
    geometry: dict[str, Any] | None


class Area(Struct, kw_only=True):
    """A flight area: a polygon of corners, or a circle of a radius around its first one."""

    name: str
    project: str
    type: str
    enabled: bool
    corners: list[Point]
    radius: float | None = None


class Model(Struct, kw_only=True):
    """A model, or one that is being made; `progress` in percent."""

    name: str
    project: str | None
    status: str
    progress: float | None = None
    ended: bool = False


class Stream(Struct, kw_only=True):
    """Live video that is under way: a forwarder or a livestream, and the camera that it shows."""

    name: str
    project: str
    kind: Literal["forwarder", "livestream"]
    device: str
    camera: str
    state: str
    enabled: bool


class Weather(Struct, kw_only=True):
    """The weather of a dock, or of a whole project; `stops` says why nobody can fly in it."""

    place: str
    project: str
    wind: float | None = None
    direction: float | None = None
    rain: str = ""
    temperature: float | None = None
    humidity: float | None = None
    stops: str = ""


class Request(Struct, kw_only=True):
    """A request that was made of the API, and what its answer said."""

    at: str
    method: str
    operation: str
    status: int | None
    said: str
    ok: bool


class Key(Struct, kw_only=True):
    """The state of the organization key, never the key: when it was last tried, and when it says that it ends."""

    state: Literal["accepted", "refused", "unknown"]
    at: str | None = None
    expires: str | None = None
    text: str = ""


class Reading(Struct, kw_only=True):
    """One of the lists of a snapshot: when it was last read, every how many seconds it is, and what went wrong."""

    name: str
    at: str | None = None
    every: float | None = None
    problem: str = ""


class Snapshot(Struct, kw_only=True):
    """Everything there is to see.

    Attributes:
        now: The time of what is shown, which in a simulator is simulated.
        speed: Seconds of that time per second; 0 where it stands still.
        can_launch: Whether the page may launch flights and move the clock: in a simulator alone.
    """

    source: Literal["simulator", "account"]
    title: str
    now: str
    speed: float
    can_launch: bool
    key: Key
    projects: list[Project]
    devices: list[Device]
    routes: list[Route]
    tasks: list[Task]
    alerts: list[Alert]
    annotations: list[Annotation]
    areas: list[Area]
    models: list[Model]
    streams: list[Stream]
    weather: list[Weather]
    requests: list[Request]
    readings: list[Reading]


class StateValue(Struct, kw_only=True):
    """A value of a state: its name on the wire, what it is as text, its unit, and what the documentation says of it."""

    name: str
    text: str
    unit: str = ""
    description: str = ""


class DeviceDetails(Struct, kw_only=True):
    """The whole state of a device: the class that it is read into, and all its values."""

    sn: str
    type: str = ""
    read_at: str | None = None
    problem: str = ""
    values: list[StateValue] = field(default_factory=list[StateValue])


def thin_out(points: list[Point], most: int = MOST_TRAIL_POINTS) -> list[Point]:
    """So many points of a line at most, its ends among them, and none twice in a row."""
    points = [each for number, each in enumerate(points) if number == 0 or each != points[number - 1]]
    if len(points) <= most:
        return points
    step = (len(points) - 1) / (most - 1)
    return [points[round(number * step)] for number in range(most)]


def progress_of(waypoint: int | None, waypoints: int | None, *, ended: bool, succeeded: bool) -> float | None:
    """How much of a flight is done. The way home counts: nothing that is under way is complete."""
    if succeeded:
        return 1.0
    if waypoint is None or not waypoints:
        return None
    done = max(0.0, min(1.0, waypoint / waypoints))
    return round(done if ended else min(done, ALMOST), 3)
