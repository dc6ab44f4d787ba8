"""The simulated world as the console shows it, at `/_simulator/`. Nothing secret goes into a snapshot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from flighthub_api.enums import DroneModeCode, FlightAreaStatus, FlightTaskStatus, GatewayModeCode
from flighthub_api.models import DeviceState
from flighthub_api.products import CAMERAS, PRODUCTS
from flighthub_console import (
    Alert,
    Annotation,
    Area,
    Camera,
    Device,
    DeviceDetails,
    Key,
    Model,
    Project,
    Request,
    Route,
    Snapshot,
    Stream,
    Task,
    Weather,
    describe_state,
    progress_of,
    thin_out,
)
from flighthub_runtime.wire import is_object

from ._world import Device as WorldDevice
from ._world import FlightTask, Pair, Refused, World, alerts
from ._world._weather import weather

if TYPE_CHECKING:
    from ._server import Simulator

LAST_TASKS = 60
"""How many tasks are shown, the newest first."""

LAST_REQUESTS = 60


class WorldFeed:
    """Snapshots of the world of a simulator.

    Args:
        simulator: Whose world it is.
    """

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def snapshot(self) -> Snapshot:
        """What there is to see."""
        with self._simulator.lock:
            self._simulator.world.look()
            return snapshot_of(self._simulator.world)

    def device(self, sn: str) -> DeviceDetails | None:
        """The state of a device, of any project."""
        with self._simulator.lock:
            world = self._simulator.world
            world.look()
            for pair in world.fleet.pairs:
                for device in (pair.gateway, pair.drone):
                    if device is not None and device.sn == sn:
                        return _details(world, pair, device)
        return None


def _details(world: World, pair: Pair, device: WorldDevice) -> DeviceDetails:
    try:
        report = world.fleet.report(pair, device)
    except Refused as refused:
        return DeviceDetails(sn=device.sn, problem=refused.message)
    read = DeviceState.from_dict({"device_sn": device.sn, "device_model": {"key": device.key}, "device_state": report})
    state = read.device_state
    if state is None:
        return DeviceDetails(sn=device.sn, problem="the device reports nothing")
    return DeviceDetails(
        sn=device.sn, type=type(state).__name__, read_at=_time(world.now), values=describe_state(state)
    )


def snapshot_of(world: World) -> Snapshot:
    """A world as it is now; whoever calls holds its lock."""
    pairs = world.fleet.pairs
    reached = {each.pair.gateway.sn: each for each in world.flight_tasks.all if each.pair.moment is not None}
    devices = [_gateway(world, each) for each in pairs if each.gateway.sn]
    devices += [_aircraft(world, each, each.drone, reached) for each in pairs if each.drone is not None]
    return Snapshot(
        source="simulator",
        title=f"{world.organization['name']} · simulator",
        now=_time(world.now),
        speed=float(world.clock.speed),
        can_launch=True,
        key=Key(state="accepted", text="the simulator's own key"),
        projects=[
            Project(id=each.uuid, name=each.name, center=(each.center.latitude, each.center.longitude))
            for each in world.projects.values()
        ],
        devices=devices,
        routes=[
            Route(
                id=each.id,
                name=each.name,
                project=each.project.uuid,
                model_key=each.route.device_model_key,
                points=[(place.latitude, place.longitude) for place in each.points],
            )
            for each in world.waylines.all
        ],
        tasks=[_task(each) for each in reversed(world.flight_tasks.all[-LAST_TASKS:])],
        alerts=[
            Alert(
                sn=device.sn,
                device=device.callsign,
                project=pair.project.uuid,
                level=str(found["level"]),
                code=str(found["code"]),
                message=str(found["message"]),
            )
            for pair in pairs
            for device in (pair.gateway, pair.drone)
            if device is not None and device.sn
            for found in alerts(world, pair, device, "en")
        ],
        annotations=[
            Annotation(
                name=each.name,
                project=each.project.uuid,
                color=_color(each.feature),
                geometry=each.feature.get("geometry"),
            )
            for each in world.annotations.all
            if each.is_shown
        ],
        areas=[
            Area(
                name=each.name,
                project=each.project.uuid,
                type=each.type.value,
                enabled=each.status is FlightAreaStatus.ENABLE,
                corners=[(place.latitude, place.longitude) for place in each.corners],
                radius=each.radius,
            )
            for each in world.flight_areas.all
        ],
        models=_models(world),
        streams=_streams(world),
        weather=[_weather(world, uuid) for uuid in world.projects],
        requests=[
            Request(
                at=_time(each["at"]),
                method=each["method"],
                operation=each["what"],
                status=each["status"] or None,
                said=each["said"],
                ok=str(each["said"]).startswith("code 0") and "as told" not in each["said"],
            )
            for each in reversed([*world.requests][-LAST_REQUESTS:])
        ],
        readings=[],
    )


def _gateway(world: World, pair: Pair) -> Device:
    device, is_dock = pair.gateway, pair.is_dock
    mode = GatewayModeCode.IDLE if pair.moment is None else GatewayModeCode.IN_OPERATION
    reachable = world.fleet.is_reachable(pair, device)
    return Device(
        sn=device.sn,
        name=device.callsign,
        kind="dock" if is_dock else "controller",
        model=_model(device.key),
        model_key=device.key,
        project=pair.project.uuid,
        online=device.online,
        place=(pair.home.latitude, pair.home.longitude),
        mode=_word(mode) if is_dock and device.online else "",
        cameras=_cameras(device),
        read_at=_time(world.now) if reachable else None,
        problem="" if reachable else "the device is offline",
    )


def _aircraft(world: World, pair: Pair, device: WorldDevice, tasks: dict[str, FlightTask]) -> Device:
    moment = world.fleet.moment(pair)
    reachable = world.fleet.is_reachable(pair, device)
    task = tasks.get(pair.gateway.sn)
    flight = None if task is None else task.flight
    flying = not moment.in_dock and flight is not None
    return Device(
        sn=device.sn,
        name=device.callsign,
        kind="aircraft",
        model=_model(device.key),
        model_key=device.key,
        project=pair.project.uuid,
        gateway=pair.gateway.sn or None,
        online=reachable,
        place=(moment.place.latitude, moment.place.longitude),
        heading=moment.heading,
        height=moment.elevation,
        speed=moment.horizontal_speed,
        climb=moment.vertical_speed,
        battery=round(moment.battery, 1),
        mode=_word(DroneModeCode(moment.mode)),
        flying=not moment.in_dock,
        trail=thin_out([(each.latitude, each.longitude) for each in flight.trail(world.now)])
        if flying and flight is not None
        else [],
        cameras=_cameras(device),
        read_at=_time(world.now) if reachable else None,
        # An aircraft that rests in its dock is switched off, which is no problem.
        problem="" if reachable or moment.in_dock else "no link to the aircraft",
    )


def _task(task: FlightTask) -> Task:
    ended = bool(task.status.is_terminal)
    waypoints = len(task.wayline.route.points)
    return Task(
        id=task.uuid,
        name=task.name,
        project=task.project.uuid,
        sn=task.pair.gateway.sn,
        dock=task.pair.gateway.callsign,
        route=task.wayline.id,
        type=str(task.type.value),
        status=str(task.status.value),
        ended=ended,
        begin=_time(task.begin),
        waypoint=task.waypoint,
        waypoints=waypoints,
        progress=progress_of(task.waypoint, waypoints, ended=ended, succeeded=task.status is FlightTaskStatus.SUCCESS),
        problem="; ".join(str(each["message"]) for each in task.exceptions[task.overcome :]),
    )


def _models(world: World) -> list[Model]:
    found = [
        Model(
            name=each.name,
            project=None,
            status=f"{each.status.name} · zip {each.zip_status.name}".lower().replace("_", " "),
            progress=each.progress,
            ended=each.progress >= 100,
        )
        for each in world.open_models.models
    ]
    found += [
        Model(
            name=each.name,
            project=each.project.uuid,
            status=str(each.status),
            progress=each.progress,
            ended=each.progress >= 100,
        )
        for each in world.project_models.all
    ]
    return found[::-1]


def _streams(world: World) -> list[Stream]:
    found = [
        Stream(
            name=each.name,
            project=each.project.uuid,
            kind="forwarder",
            device=each.device.callsign,
            camera=each.camera.index,
            state=str(each.state.value),
            enabled=each.enabled,
        )
        for each in world.streams.forwarders
    ]
    found += [
        Stream(
            name=f"Livestream of {room.pair.gateway.callsign}",
            project=room.pair.project.uuid,
            kind="livestream",
            device=room.pair.gateway.callsign,
            camera=room.camera.index,
            state="running",
            enabled=True,
        )
        for room in world.streams.live
    ]
    return found


def _weather(world: World, uuid: str) -> Weather:
    project = world.projects[uuid]
    found = weather(world, project, world.now)
    return Weather(
        place=project.name,
        project=uuid,
        wind=found.wind,
        direction=found.direction,
        rain=_word(found.rain),
        temperature=found.temperature,
        humidity=found.humidity,
        stops=found.stops_flights or "",
    )


def _cameras(device: WorldDevice) -> list[Camera]:
    known = {each.index: CAMERAS.get("-".join(each.index.split("-")[:2])) for each in device.cameras}
    return [Camera(index=index, name=product.name if product else index) for index, product in known.items()]


def _model(key: str) -> str:
    product = PRODUCTS.get(key)
    return product.name if product else key


def _color(feature: Mapping[str, Any]) -> str | None:
    """The colour of an annotation, where it is one: what stands there is anybody's."""
    properties = feature.get("properties")
    told = properties.get("color") if is_object(properties) else None
    return told if isinstance(told, str) and re.fullmatch(r"#[0-9A-Fa-f]{6}", told) else None


def _word(value: Enum) -> str:
    """What an enum says, in a word where it has one."""
    return str(getattr(value, "word", None) or value.value)


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
