"""Docks, remote controllers, aircraft, and what they report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from flighthub_api.enums import CameraPosition, DeviceDomain, DroneModeCode, LensType
from flighthub_api.products import CAMERAS

from ._ground import Ground
from ._refusal import Refused
from ._reports import Report
from ._things import Camera, Device, Moment, Pair, Place, Project

if TYPE_CHECKING:
    from ._world import World

OFF = DroneModeCode.NOT_CONNECTED.value
"""Of an aircraft that is switched off, in its dock."""

ON = DroneModeCode.STANDBY.value

CHARGE = 1 / 30
"""Percent of a battery per second in the dock."""


class Fleet:
    """All pairs of the organization."""

    def __init__(self, world: World, scenario: Mapping[str, Any]) -> None:
        self._world = world
        self._reports: dict[str, Report] = {}
        self.pairs: list[Pair] = [
            _pair(project, told)
            for project, given in zip(world.projects.values(), scenario["projects"], strict=True)
            for told in given.get("pairs", ())
        ]
        self.ground = Ground(pair.home for pair in self.pairs)

    def of_project(self, project: Project) -> list[Pair]:
        """The pairs of a project, in order."""
        return [pair for pair in self.pairs if pair.project is project]

    def find(self, sn: str, project: Project) -> tuple[Pair, Device]:
        """A device of a project and the pair it belongs to, by its serial number."""
        for pair in self.of_project(project):
            for device in (pair.gateway, pair.drone):
                if device is not None and device.sn == sn:
                    return pair, device
        raise Refused(210113, "the project of the device could not be determined")

    def moment(self, pair: Pair, now: datetime | None = None) -> Moment:
        """What the aircraft of a pair does."""
        now = now or self._world.now
        if pair.moment is not None:
            return pair.moment(now)
        charged = 0.0 if pair.battery_since is None else (now - pair.battery_since).total_seconds() * CHARGE
        return Moment(OFF if pair.is_dock else ON, pair.home, battery=min(100.0, pair.battery + charged))

    def is_on(self, pair: Pair) -> bool:
        """Whether the aircraft of a pair is there, switched on, and linked to its gateway."""
        return pair.drone is not None and pair.drone.online and pair.linked and self.moment(pair).mode != OFF

    def is_reachable(self, pair: Pair, device: Device) -> bool:
        """Whether a device is switched on and connected; an aircraft is connected through its gateway."""
        return pair.gateway.online and device.online and (device is not pair.drone or self.is_on(pair))

    def seconds_until(self, pair: Pair, percent: float) -> float:
        """How long a resting aircraft charges until its battery has so many percent."""
        return max(0.0, percent - self.moment(pair).battery) / CHARGE

    def report(self, pair: Pair, device: Device) -> dict[str, Any]:
        """What a device reports about itself."""
        if not self.is_reachable(pair, device):
            # F: what the state of a device that is offline brings.
            raise Refused(212015, "the device is offline")
        report = self._reports.get(device.sn)
        if report is None:
            report = self._reports[device.sn] = Report(self._world, pair, device)
        return report.make(self._world.forms == "words")


def _pair(project: Project, told: Mapping[str, Any]) -> Pair:
    gateway, drone = (None if each not in told else _device(told[each]) for each in ("gateway", "drone"))
    if gateway is None and drone is None:
        raise ValueError("a pair of a scenario needs a gateway or a drone")
    # L: either half may be missing. An aircraft whose gateway nobody knows is not connected.
    known = gateway or Device("", f"{DeviceDomain.REMOTE_CONTROLLER.value}-0-0", "", online=False)
    return Pair(project, known, drone, Place(*map(float, told["home"])), switched_on=told.get("switched_on", True))


def _device(told: Mapping[str, Any]) -> Device:
    cameras = [_camera(index, told["model"]) for index in told.get("cameras", ())]
    return Device(told["sn"], told["model"], told.get("callsign", told["sn"]), told.get("online", True), cameras)


def _camera(index: str, key: str) -> Camera:
    """A camera with the lenses of its product, or with the views of a dock."""
    if key.startswith(DeviceDomain.DOCK.value):
        views = tuple(each.value for each in CameraPosition)
        return Camera(index, views=views, shown=CameraPosition.OUTDOOR.value)
    product = CAMERAS.get("-".join(index.split("-")[:2]))
    lenses = (product.lenses if product else ()) or (LensType.NORMAL.value,)
    return Camera(index, lenses, shown=lenses[0])
