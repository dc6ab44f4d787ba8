"""What tests need to fly: the devices of the usual scenario, requests for tasks, and time that passes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from routes import made

from flighthub import FlightHub
from flighthub.types import FlightTask
from flighthub_simulator import Simulator

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""When the worlds of the tests begin: a Monday."""

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"
OTHER_DOCK, OTHER_AIRCRAFT = "8UUXEXAMPLE0002", "1581FEXAMPLE00002"
CONTROLLER = "5YSZEXAMPLE0004"
PERIMETER = "f2d4c6b8-90ab-4cde-8f01-23456789abcd"
SURVEY = "0d9c6f52-53ab-4f1c-a6d7-3b9f3a6d0c02"
HARBOUR = "9c4d7f10-52a8-4b0e-8a17-6d3e5b9f2a22"

PLAN: dict[str, Any] = {
    "name": "Round",
    "sn": DOCK,
    "wayline_uuid": PERIMETER,
    "time_zone": "Europe/Ljubljana",
    "rth_altitude": 80,
    "rth_mode": "optimal",
    "wayline_precision_type": "rtk",
    "out_of_control_action_in_flight": "return_home",
    "resumable_status": "manual",
    "task_type": "immediate",
}


def client(simulator: Simulator) -> FlightHub:
    """A client of a simulator, acting on its project."""
    return FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url)


def start(hub: FlightHub, **members: Any) -> str:
    """Makes a task, and gives its id."""
    return hub.flight_tasks.create(**{**PLAN, **members}).task_uuid


def passing(simulator: Simulator, seconds: float, step: float = 1.0) -> Iterator[float]:
    """Lets time pass in steps, and gives how much has passed."""
    passed = 0.0
    while passed < seconds:
        simulator.clock.advance(step)
        passed += step
        yield passed


def ended(simulator: Simulator, hub: FlightHub, uuid: str, within: float = 1800) -> FlightTask:
    """Lets time pass until a task has ended."""
    for _ in passing(simulator, within, 10):
        task = hub.flight_tasks.get(uuid)
        if task.status is not None and task.status.is_terminal:
            return task
    raise AssertionError(f"the task has not ended after {within} s: {hub.flight_tasks.get(uuid)}")


def airborne(simulator: Simulator, hub: FlightHub, sn: str = AIRCRAFT) -> None:
    """Lets time pass until an aircraft flies along its route."""
    for _ in passing(simulator, 120):
        moment = next(
            simulator.world.fleet.moment(pair, simulator.clock.now())
            for pair in simulator.world.fleet.pairs
            if pair.drone is not None and pair.drone.sn == sn
        )
        hub.system.status()
        if moment.waypoint >= 2:
            return
    raise AssertionError("the aircraft did not reach its second waypoint in two minutes")


def kmz(
    points: str,
    drone: int = 91,
    sub: int = 1,
    *,
    name: str = made.WAYLINES,
    mode: str = "relativeToStartPoint",
    photos: bool = False,
) -> bytes:
    """A route file as other people write it: latitude, longitude and height of each point, with spaces between them.

    With photos, one is taken at each.
    """
    told = [each.split("/") for each in points.split()]
    shots = made.group(0, len(told) - 1, made.action("takePhoto")) if photos else ""
    waypoints = [
        made.waypoint(index, f"\n {lon},{lat},0\n", "" if index else shots, executeHeight=height)
        for index, (lat, lon, height) in enumerate(told)
    ]
    flown = made.waylines(
        made.folder(waypoints, executeHeightMode=mode),
        droneInfo={"droneEnumValue": drone, "droneSubEnumValue": sub},
        payloadInfo=None,
    )
    return made.archive((name, flown))
