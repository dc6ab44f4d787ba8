"""A real account as the console shows it: read through the public client in the background, and never changed.

Each part has a thread that reads it at its own pace, the devices by `devices.watch`. A part that fails keeps what it
had and says why, and neither that nor a slow one holds up another. Whatever would change something is refused before
it is sent, whoever made the call.
"""

from __future__ import annotations

import base64
import binascii
import logging
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import Enum
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from flighthub import (
    Attempt,
    AuthenticationError,
    BaseAircraftState,
    BaseDeviceState,
    BaseDockState,
    ConfigurationError,
    DeviceOffline,
    FlightHub,
    FlightHubError,
    NotFound,
    Secret,
    waylines,
)
from flighthub_api.operations import OPERATIONS
from flighthub_runtime.wire import is_list, is_object

from ._details import describe_state
from ._pages import camera_link
from ._snapshot import (
    Alert,
    Area,
    Camera,
    Device,
    DeviceDetails,
    Key,
    Model,
    Point,
    Project,
    Reading,
    Request,
    Route,
    Snapshot,
    Stream,
    Task,
    Weather,
    progress_of,
    thin_out,
)

if TYPE_CHECKING:
    from flighthub import Change, FleetUnit
    from flighthub.types import Aircraft, FlightArea, FlightTaskSummary, Gateway, Wayline

log: Final = logging.getLogger("flighthub.console")

LAST_REQUESTS: Final = 60

LAST_TASKS: Final = 60

LAST_MODELS: Final = 20

MOST_ROUTES: Final = 200
"""Routes of a project whose files are read, the latest first."""

MOST_POINTS: Final = 1_000
"""Points of a route that are shown."""

MOST_POSITIONS: Final = 5_000
"""Positions of a flight that are kept."""

LONGEST_STOP: Final = 10.0
"""Seconds that the end waits for readings that are under way."""

SHORTEST_PAUSE: Final = 0.1
"""Seconds between two readings of a part, however slow the first was."""

LONGEST: Final = 240
"""Characters of an error that are shown."""

_EFFECTS: Final = {each.name: each.effect for each in OPERATIONS.values()}


class Pace(NamedTuple):
    """Seconds between two readings of each part."""

    devices: float = 5.0
    alerts: float = 15.0
    tasks: float = 15.0
    models: float = 30.0
    streams: float = 30.0
    key: float = 60.0
    routes: float = 120.0
    areas: float = 300.0


class RequestLog:
    """The hooks of the console's client: they keep the last requests, and stop what is not a reading."""

    def __init__(self) -> None:
        self._answered: deque[Request] = deque(maxlen=LAST_REQUESTS)
        # Kept apart, so that the many that are answered do not push them out.
        self._refused: deque[Request] = deque(maxlen=LAST_REQUESTS // 2)

    def refuse_changes(self, attempt: Attempt) -> None:
        """Stops a call that would change something.

        Raises:
            ConfigurationError: It would.
        """
        if _EFFECTS.get(attempt.operation) != "read":
            raise ConfigurationError(f"the console only reads, and {attempt.operation} changes something")

    def note(self, attempt: Attempt) -> None:
        """Takes down how an attempt ended."""
        ok = not attempt.error and attempt.code in (0, None)
        said = "code 0" if ok else f"code {attempt.code}" if attempt.code is not None else "no answer"
        if attempt.error:
            said = f"{said}: {attempt.error}"
        (self._answered if ok else self._refused).append(
            Request(
                at=_time(datetime.now(UTC)),
                method=attempt.http_method,
                operation=attempt.operation,
                status=attempt.http_status,
                said=said,
                ok=ok,
            )
        )

    def latest(self) -> list[Request]:
        """The requests, the newest first."""
        return sorted((*self._answered, *self._refused), key=lambda each: each.at, reverse=True)


class _Seen:
    """What is known of a device beside what lists say: its last state, and where it flew."""

    def __init__(self) -> None:
        self.state: BaseDeviceState | None = None
        self.read_at: datetime | None = None
        self.error: FlightHubError | None = None
        self.trail: list[Point] = []

    def take(self, change: Change) -> None:
        """Takes down a reading."""
        self.error = change.error
        state = change.after
        if not isinstance(state, BaseDeviceState):
            return
        was_flying = isinstance(self.state, BaseAircraftState) and self.state.is_flying
        self.state, self.read_at = state, change.at
        if not isinstance(state, BaseAircraftState) or not state.is_flying:
            return
        if not was_flying:
            self.trail = []
        position = state.position
        if position is not None:
            self.trail.append((position.latitude, position.longitude))
            if len(self.trail) > MOST_POSITIONS:
                self.trail = self.trail[::2]


class _Part:
    """One of the lists: how to read it, how often, and how that went."""

    def __init__(self, name: str, every: float, read: Callable[[FlightHub], Any]) -> None:
        self.name = name
        self.every = every
        self.read = read
        self.at: datetime | None = None
        self.problem = ""
        self.of_project: dict[str, Any] = {}


class AccountFeed:
    """Snapshots of the projects that a key sees.

    Args:
        client: A client that was made with the hooks of `log`.
        log: The hooks of that client.
        pace: Seconds between readings.
        camera_page: Address of a page that shows a camera, with `{sn}` and `{camera}`; None for no links.
        all_projects: Whether every project that the key sees is shown, and not the client's own alone.

    Raises:
        ValueError: The address is no web address.
    """

    def __init__(
        self,
        client: FlightHub,
        log: RequestLog,
        *,
        pace: Pace | None = None,
        camera_page: str | None = None,
        all_projects: bool = False,
    ) -> None:
        if camera_page is not None and not camera_page.startswith(("https://", "http://")):
            raise ValueError("the address of the page of a camera begins with https:// or http://")
        paces = pace or Pace()
        self._client = client
        self._log = log
        self._camera_page = camera_page
        self._all_projects = all_projects
        self._projects: dict[str, Project] = {}
        self._clients: dict[str, FlightHub] = {}
        self._seen: dict[str, _Seen] = {}
        self._routes: dict[tuple[str, str, int | None], Route] = {}
        self._offset = timedelta(0)
        self._key = Key(state="unknown", expires=_expiry(client))
        self._lock = threading.Lock()
        self._cancel = threading.Event()
        self._devices = _Part("devices", paces.devices, self._read_devices)
        self._parts = [
            _Part("tasks", paces.tasks, self._read_tasks),
            _Part("alerts", paces.alerts, lambda client: client.devices.alerts()),
            _Part("streams", paces.streams, lambda client: client.stream_forwarders.list()),
            _Part("models", paces.models, self._read_models),
            _Part("areas", paces.areas, lambda client: [*client.areas.list()]),
            _Part("routes", paces.routes, self._read_routes),
        ]
        rounds: list[tuple[str, float, Callable[[], None]]] = [("key", paces.key, lambda: self._read_key())]
        for part in (self._devices, *self._parts):
            rounds.append((part.name, part.every, partial(self._read_part, part)))
        self._threads = [
            threading.Thread(target=self._run, args=(read, every), name=f"flighthub-console-{name}", daemon=True)
            for name, every, read in rounds
        ]

    def start(self) -> None:
        """Begins to read, once it is known which projects there are.

        Raises:
            FlightHubError: They cannot be listed.
        """
        own = None if self._all_projects else self._client.configuration.project
        for each in self._client.projects.list():
            if own is None or own in (each.uuid, each.name):
                center = each.project_work_center_point
                place = None if center is None else _place(center.latitude, center.longitude)
                self._projects[each.uuid] = Project(id=each.uuid, name=each.name or each.uuid, center=place)
                self._clients[each.uuid] = self._client.with_project(each.uuid)
        self._key = Key(state="accepted", at=_time(datetime.now(UTC)), expires=self._key.expires)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends the readings; those that are under way are given some seconds."""
        self._cancel.set()
        end = monotonic() + LONGEST_STOP
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout=max(0.0, end - monotonic()))

    def _run(self, read: Callable[[], None], every: float) -> None:
        """Reads again and again until the end, as many seconds apart."""
        while not self._cancel.is_set():
            begun = monotonic()
            try:
                read()
            except Exception:  # the next time may be better
                log.exception("the console cannot read")
            self._cancel.wait(max(SHORTEST_PAUSE, every - (monotonic() - begun)))

    def _read_part(self, part: _Part) -> None:
        """Reads a part of all projects. What fails leaves what was there before."""
        problem = ""
        for uuid, client in self._clients.items():
            if self._cancel.is_set():
                return
            try:
                found = part.read(client)
            except NotFound as error:
                problem = f"this server has none: {_short(error)}"
            except FlightHubError as error:
                problem = _short(error)
                if isinstance(error, AuthenticationError):
                    self._key = Key(
                        state="refused", at=_time(datetime.now(UTC)), expires=self._key.expires, text=problem
                    )
            except Exception as error:  # the other parts go on, and the next time may be better
                log.exception("the console cannot read %s", part.name)
                problem = _short(error)
            else:
                with self._lock:
                    part.of_project[uuid] = found
                    part.at = datetime.now(UTC)
        part.problem = problem

    def _read_key(self) -> None:
        try:
            answer = self._client.raw.system.status()
        except AuthenticationError as error:
            self._key = Key(state="refused", at=_time(datetime.now(UTC)), expires=self._key.expires, text=_short(error))
        except FlightHubError as error:
            self._key = Key(state="unknown", at=self._key.at, expires=self._key.expires, text=_short(error))
        else:
            self._key = Key(state="accepted", at=_time(datetime.now(UTC)), expires=self._key.expires)
            told = {name.lower(): value for name, value in answer.headers.items()}.get("date")
            with suppress(TypeError, ValueError):
                self._offset = parsedate_to_datetime(told or "") - datetime.now(UTC)

    def _read_devices(self, client: FlightHub) -> list[FleetUnit]:
        """The units of a project, and one round of their states."""
        units = client.devices.fleet()
        for change in client.devices.watch(rounds=1, interval=self._devices.every, cancel=self._cancel):
            with self._lock:
                self._seen.setdefault(change.sn, _Seen()).take(change)
        return units

    def _read_tasks(self, client: FlightHub) -> list[FlightTaskSummary]:
        now, day = datetime.now(UTC) + self._offset, timedelta(days=1)
        return client.flight_tasks.history(since=now - day, until=now + day)[-LAST_TASKS:]

    def _read_models(self, client: FlightHub) -> list[Model]:
        running = [
            Model(
                name=f"{_word(each.model_type)} of {each.resource_uuid}",
                project=None,
                status=_word(each.model_status),
                progress=each.reconstruction_progress,
                ended=bool(each.model_status.is_terminal),
            )
            for each in client.open_models.list_running()
        ]
        made = sorted(client.models.list(), key=lambda each: each.update_at or 0, reverse=True)
        return running + [
            Model(name=each.name or str(each.id), project=None, status="done", ended=True)
            for each in made[:LAST_MODELS]
        ]

    def _read_routes(self, client: FlightHub) -> list[Route]:
        """The routes, with the points in their files, each of which is fetched once."""
        rows = sorted(client.waylines.list(), key=lambda each: each.update_time or 0, reverse=True)
        found = [self._route(client, each) for each in rows[:MOST_ROUTES] if not self._cancel.is_set()]
        project, known = client.configuration.project or "", {(each.id, each.update_time) for each in rows}
        for key in [each for each in self._routes if each[0] == project and each[1:] not in known]:
            del self._routes[key]  # it is gone, or was uploaded anew
        return found

    def _route(self, client: FlightHub, row: Wayline) -> Route:
        key = client.configuration.project or "", row.id, row.update_time
        if key not in self._routes:
            made = Route(id=row.id, name=row.name or row.id, project="", model_key=row.device_model_key or "")
            # A file that is broken, or gone, leaves the name of the route.
            with suppress(FlightHubError, OSError), tempfile.TemporaryDirectory(prefix="flighthub-console-") as folder:
                file = client.waylines.download(row, to=folder, name="route.kmz", timeout=60, cancel=self._cancel)
                read = waylines.inspect(Path(file))
                made.points = thin_out([(each.latitude, each.longitude) for each in read.waypoints], MOST_POINTS)
            self._routes[key] = made
        return self._routes[key]

    def snapshot(self) -> Snapshot:
        """What was last read."""
        now = datetime.now(UTC)
        with self._lock:
            fleet = {uuid: [*units] for uuid, units in self._devices.of_project.items()}
            lists = {part.name: {**part.of_project} for part in self._parts}
            devices = [self._device(*each) for uuid, units in fleet.items() for each in _devices_of(uuid, units)]
        names = {each.sn: each.name for each in devices}

        def of(name: str) -> Iterable[tuple[str, Any]]:
            return ((uuid, each) for uuid, found in lists[name].items() for each in found)

        return Snapshot(
            source="account",
            title=next(iter(self._projects.values())).name if len(self._projects) == 1 else "FlightHub 2",
            now=_time(now),
            speed=1.0,
            can_launch=False,
            key=self._key,
            projects=[*self._projects.values()],
            devices=devices,
            routes=[msgspec.structs.replace(each, project=uuid) for uuid, each in of("routes")],
            tasks=[_task(uuid, each, names) for uuid, each in of("tasks")][::-1],
            alerts=[
                Alert(
                    sn=each.sn,
                    device=each.callsign or each.sn,
                    project=uuid,
                    level=_word(each.level),
                    code=each.code or "",
                    message=each.message,
                )
                for uuid, each in of("alerts")
            ],
            annotations=[],
            areas=[found for uuid, each in of("areas") if (found := _area(uuid, each)) is not None],
            models=[
                each if each.project is None and not each.ended else msgspec.structs.replace(each, project=uuid)
                for uuid, each in of("models")
            ],
            streams=[
                Stream(
                    name=each.converter_name or each.converter_id,
                    project=uuid,
                    kind="forwarder",
                    device=each.device_callsign or each.sn or "",
                    camera=each.camera_index or "",
                    state=_word(each.state),
                    enabled=bool(each.auto_push_stream),
                )
                for uuid, each in of("streams")
            ],
            weather=self._weather(devices),
            requests=self._log.latest(),
            readings=[
                Reading(name=part.name, at=_time_or_none(part.at), every=part.every, problem=part.problem)
                for part in (self._devices, *self._parts)
            ],
        )

    def device(self, sn: str) -> DeviceDetails | None:
        """The state of a device as it was last read."""
        with self._lock:
            seen = self._seen.get(sn)
            if seen is None:
                return None
            state, at, error = seen.state, seen.read_at, seen.error
        problem = "" if error is None else _short(error)
        if state is None:
            return DeviceDetails(sn=sn, problem=problem)
        return DeviceDetails(
            sn=sn, type=type(state).__name__, read_at=_time_or_none(at), problem=problem, values=describe_state(state)
        )

    def _device(self, project: str, listed: Gateway | Aircraft, unit: FleetUnit) -> Device:
        is_aircraft = listed is unit.aircraft
        seen = self._seen.get(listed.sn) or _Seen()
        state, model = seen.state, listed.model
        position = None if state is None else state.position
        made = Device(
            sn=listed.sn,
            name=listed.callsign or listed.sn,
            kind="aircraft" if is_aircraft else "dock" if unit.dock is not None else "controller",
            model=model.name if model else "",
            model_key=model.key if model else "",
            project=project,
            gateway=unit.gateway.sn if is_aircraft and unit.gateway else None,
            online=listed.device_online_status,
            place=None if position is None else (position.latitude, position.longitude),
            mode=_word(getattr(state, "mode_code", None)),
            battery=getattr(state, "battery_percent", None),
            cameras=[
                Camera(
                    index=each.camera_index,
                    name=each.name or each.camera_index,
                    link=camera_link(self._camera_page, listed.sn, each.camera_index),
                )
                for each in listed.camera_list
                if each.camera_index
            ],
            read_at=_time_or_none(seen.read_at),
            problem="" if seen.error is None else _short(seen.error),
        )
        if isinstance(seen.error, DeviceOffline):
            made.online, made.mode = False, ""
            # An aircraft that rests in its dock is switched off, which is no problem.
            if is_aircraft and unit.is_online and not listed.device_online_status:
                made.problem = ""
            return made
        if isinstance(state, BaseAircraftState):
            made.heading, made.flying = state.heading, state.is_flying
            made.height, made.speed, made.climb = (
                _number(state, each) for each in ("elevation", "horizontal_speed", "vertical_speed")
            )
            made.trail = thin_out(seen.trail) if state.is_flying else []
        return made

    def _weather(self, devices: list[Device]) -> list[Weather]:
        found: list[Weather] = []
        for each in devices:
            seen = self._seen.get(each.sn)
            if seen is None or not isinstance(seen.state, BaseDockState) or seen.error is not None:
                continue
            found.append(
                Weather(
                    place=each.name,
                    project=each.project,
                    wind=_number(seen.state, "wind_speed"),
                    rain=_word(getattr(seen.state, "rainfall", None)),
                    temperature=_number(seen.state, "environment_temperature"),
                    humidity=_number(seen.state, "humidity"),
                )
            )
        return found


def _devices_of(project: str, units: list[FleetUnit]) -> list[tuple[str, Gateway | Aircraft, FleetUnit]]:
    return [(project, device, unit) for unit in units for device in (unit.gateway, unit.aircraft) if device is not None]


def _task(project: str, task: FlightTaskSummary, names: Mapping[str, str]) -> Task:
    status = task.status
    ended = status is not None and bool(status.is_terminal)
    # Inferred: taken for how many waypoints were reached, which is at most one too few.
    reached = task.current_waypoint_index
    return Task(
        id=task.uuid,
        name=task.name or task.uuid,
        project=project,
        sn=task.sn or "",
        dock=names.get(task.sn or "", task.sn or ""),
        route=task.wayline_uuid,
        type=_word(task.task_type),
        status=_word(status),
        ended=ended,
        begin=_time_or_none(task.run_at or task.begin_at),
        waypoint=reached,
        waypoints=task.total_waypoints,
        progress=progress_of(
            reached, task.total_waypoints, ended=ended, succeeded=status is not None and bool(status.is_success)
        ),
        problem="; ".join(each.message for each in task.exceptions if each.message),
    )


def _area(project: str, area: FlightArea) -> Area | None:
    """A flight area, where its form is one that is known."""
    content = area.content
    if content is None or content.geometry is None or not content.geometry.coordinates:
        return None
    coordinates: list[Any] = content.geometry.coordinates
    properties: dict[str, Any] = content.properties or {}
    radius = properties.get("radius")
    is_circle = isinstance(radius, (int, float)) and _corner(coordinates) is not None
    ring = [coordinates] if is_circle else coordinates[0]
    corners = [found for each in (ring if is_list(ring) else []) if (found := _corner(each)) is not None]
    if not corners:
        return None
    return Area(
        name=area.name or area.id,
        project=project,
        type=_word(area.type),
        enabled=_word(area.status) != "disable",
        corners=corners,
        radius=float(radius) if is_circle and isinstance(radius, (int, float)) else None,
    )


def _corner(value: object) -> Point | None:
    """A position of GeoJSON as a place."""
    if is_list(value) and len(value) >= 2 and all(isinstance(each, (int, float)) for each in value[:2]):
        return _place(value[1], value[0])
    return None


def _place(latitude: object, longitude: object) -> Point | None:
    """A place on the globe; 0, 0 says that nobody knows it."""
    if not isinstance(latitude, (int, float)) or not isinstance(longitude, (int, float)):
        return None
    is_on_globe = -90 <= latitude <= 90 and -180 <= longitude <= 180 and not latitude == longitude == 0
    return (float(latitude), float(longitude)) if is_on_globe else None


def _number(state: object, name: str) -> float | None:
    value = getattr(state, name, None)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _word(value: object) -> str:
    """What an enum says, in a word where it has one; empty for nothing."""
    if value is None:
        return ""
    found = getattr(value, "word", None) or (value.value if isinstance(value, Enum) else value)
    return str(found)


def _time_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else _time(moment)


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _short(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _expiry(client: FlightHub) -> str | None:
    """When the key ends, by its own account. It is read here and goes nowhere else."""
    key = client.configuration.token
    if not isinstance(key, Secret):
        return None
    parts = key.reveal().split(".")
    with suppress(ValueError, binascii.Error, OverflowError, OSError, IndexError):
        found = msgspec.json.decode(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        end = found.get("exp") if is_object(found) else None
        if isinstance(end, (int, float)) and not isinstance(end, bool):
            return _time(datetime.fromtimestamp(end, UTC))
    return None
