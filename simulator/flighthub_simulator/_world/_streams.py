"""Live video: livestreams, and forwarders that push it to servers of one's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from flighthub_api.enums import ConverterSchema, ConverterState, LiveUrlType
from flighthub_runtime.wire import is_object

from ._refusal import Refused
from ._things import Camera, Device, Member, Pair, Project

if TYPE_CHECKING:
    from ._world import World

MOST_FORWARDERS = 20
"""D: per organization."""

IDLE = 300
"""L: seconds after which a stream without viewers stops. Nobody views a simulated one."""

STARTING = 3.0
"""Seconds from switching a forwarder on until it pushes."""

INVALID = 200101
NO_GATEWAY = 213003
UNUSABLE = 213001
WRONG_CAMERA = 213014
NAME_TAKEN = 213025
TARGET_TAKEN = 213028
ABSENT = 213029
TOO_MANY = 233317


class Livestream(NamedTuple):
    """A livestream, and how to watch it. The address is not to be shown."""

    pair: Pair
    camera: Camera
    address: str
    kind: LiveUrlType
    until: datetime
    stops: datetime


@dataclass(eq=False)
class Forwarder:
    """A forwarder. Its option has passwords and stream keys.

    Attributes:
        pushes: From when on it pushes whenever its source streams (D); None while it is off.
    """

    world: World = field(repr=False)
    id: str
    name: str
    project: Project
    pair: Pair
    device: Device
    camera: Camera
    schema: ConverterSchema
    option: Mapping[str, Any] = field(repr=False)
    pushes: datetime | None = None

    @property
    def enabled(self) -> bool:
        """Whether it is switched on."""
        return self.pushes is not None

    @property
    def is_reachable(self) -> bool:
        """Whether its source is switched on and connected."""
        return self.world.fleet.is_reachable(self.pair, self.device)

    @property
    def state(self) -> ConverterState:
        """What it does now. I: it fails while its source is gone, and goes on by itself."""
        if self.pushes is None or self.world.now < self.pushes:
            return ConverterState.INITIALIZED
        return ConverterState.RUNNING if self.is_reachable else ConverterState.FAILED

    @property
    def code(self) -> int:
        """Why it fails; 0 while it does not."""
        return NO_GATEWAY if self.state is ConverterState.FAILED else 0


class Streams:
    """All livestreams and forwarders of the organization."""

    def __init__(self, world: World, scenario: Mapping[str, Any]) -> None:
        self._world = world
        # L: volc is the only one that was seen in a real answer.
        self._kind = LiveUrlType(scenario.get("livestreams", LiveUrlType.VOLC.value))
        self._live: dict[str, Livestream] = {}
        self.forwarders: list[Forwarder] = []

    @property
    def live(self) -> list[Livestream]:
        """The livestreams that have not stopped yet."""
        return [each for each in self._live.values() if each.stops > self._world.now]

    def start(self, project: Project, sn: str, index: str, seconds: int, quality: str, who: Member) -> Livestream:
        """Starts a livestream, or gives another address for one that runs."""
        world = self._world
        pair, device = world.fleet.find(sn, project)
        if not pair.gateway.online or not device.online:
            raise Refused(UNUSABLE, "the device is offline")
        if device is pair.drone and not world.fleet.is_on(pair):
            # L: of an aircraft that is off.
            raise Refused(NO_GATEWAY, "there is no streaming gateway for the device")
        camera = _camera(device, index)
        camera.quality = quality
        until = world.now + timedelta(seconds=seconds)
        stops = min(until, world.now + timedelta(seconds=IDLE))
        room = f"{sn}_{index}"
        made = Livestream(pair, camera, self._address(room, who, until), self._kind, until, stops)
        self._live[room] = made
        return made

    def add(self, project: Project, told: Mapping[str, Any]) -> Forwarder:
        """Makes a forwarder. D: it does nothing until it is switched on."""
        pair, device = self._world.fleet.find(told["sn"], project)
        camera = _camera(device, told["camera_index"])
        if len(self.forwarders) >= MOST_FORWARDERS:
            raise Refused(TOO_MANY, f"there are {MOST_FORWARDERS} forwarders already")
        schema, option = ConverterSchema(told["schema"]), told["schema_option"]
        if not is_object(option):
            # I: a protocol without a documented form; the list has objects alone.
            raise Refused(INVALID, "schema_option: must be an object", status=400)
        if any(each.name == told["converter_name"] for each in self.forwarders):
            raise Refused(NAME_TAKEN, "a forwarder of this name exists already")
        if any(each.camera is camera and _target(each.option) == _target(option) for each in self.forwarders):
            raise Refused(TARGET_TAKEN, "the camera is forwarded there already")
        id_ = self._world.uuid("forwarder")
        made = Forwarder(self._world, id_, told["converter_name"], project, pair, device, camera, schema, option)
        self.forwarders.append(made)
        return made

    def of_project(self, project: Project) -> list[Forwarder]:
        """The forwarders of a project."""
        return [each for each in self.forwarders if each.project is project]

    def switch(self, id: str, project: Project, enabled: bool) -> None:
        """Switches a forwarder on or off."""
        found = self._find(id, project)
        if found.enabled != enabled:
            found.pushes = self._world.now + timedelta(seconds=STARTING) if enabled else None

    def remove(self, id: str, project: Project) -> None:
        """Deletes a forwarder, also one that runs."""
        self.forwarders.remove(self._find(id, project))

    def _find(self, id: str, project: Project) -> Forwarder:
        for each in self.of_project(project):
            if each.id == id:
                return each
        raise Refused(ABSENT, "the forwarder does not exist")

    def _address(self, room: str, who: Member, until: datetime) -> str:
        """What a player needs. Only a Volcengine one was seen (L); the others are as their sources say (I)."""
        world = self._world
        chance = world.chance("livestream", world.number("livestream"))
        token, app = chance.randbytes(24).hex(), chance.randbytes(12).hex()
        expires = int(until.timestamp())
        match self._kind:
            case LiveUrlType.SRS:
                query = urlencode({"app": "live", "stream": room, "secret": token})
                return f"https://live.example.com/rtc/v1/whep/?{query}"
            case LiveUrlType.AGORA:
                channel = {"app_id": app, "channel_name": room, "token": token, "uid": 50000, "expire_ts": expires}
                return json.dumps(channel)
            case _:
                user = f"window_{who.user_id}_{int(world.now.timestamp() * 1000)}"
                members = {"app_id": app, "expire_time": expires, "room_id": room, "token": token, "user_id": user}
                return urlencode(members)


def _target(option: Mapping[str, Any]) -> dict[str, Any]:
    """Where a forwarder pushes to; another password does not make another target (I)."""
    return {name: value for name, value in option.items() if name != "device_password"}


def _camera(device: Device, index: str) -> Camera:
    for each in device.cameras:
        if each.index == index:
            return each
    raise Refused(WRONG_CAMERA, "this camera cannot push")
