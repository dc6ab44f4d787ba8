"""An alarm becomes an incident, and an incident a flight, by itself or when a person confirms it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import documented
import pytest
from flying import HARBOUR, MORNING, OTHER_DOCK, PERIMETER, ended, passing, start

from flighthub import APIError, FlightHub
from flighthub.types import FlightTaskSummary, WorkflowIncident
from flighthub_simulator import Simulator

AUTOMATIC = "00000000-0000-4000-8000-00000000a001"
ON_REQUEST = "00000000-0000-4000-8000-00000000a002"
SWITCHED_OFF = "00000000-0000-4000-8000-00000000a003"
OF_HARBOUR = "00000000-0000-4000-8000-00000000a011"
NOBODY_KNOWS = "00000000-0000-4000-8000-00000000a0ff"

GATE = (46.0521, 14.5080)
QUAY = (45.5472, 13.7300)


def trigger(
    hub: FlightHub,
    workflow: str = AUTOMATIC,
    level: int = 3,
    name: str = "North gate",
    place: tuple[float, float] = GATE,
) -> str:
    """Triggers a workflow, and gives the id of the incident."""
    params = WorkflowIncident(latitude=place[0], longitude=place[1], level=level, desc="Cable 7 cut", creator="gate")
    told = hub.workflows.trigger(workflow_uuid=workflow, trigger_type=0, name=name, params=params)
    assert told.incident_uuid
    return told.incident_uuid


def tasks(hub: FlightHub) -> list[FlightTaskSummary]:
    """All tasks of the docks of a project, as the list of V1.0 has them."""
    window = MORNING - timedelta(days=1), MORNING + timedelta(days=1)
    docks = [pair.gateway.sn for pair in hub.devices.list() if pair.gateway is not None]
    return [task for sn in docks for task in hub.flight_tasks.list(sn=sn, begin_at=window[0], end_at=window[1])]


@pytest.mark.parametrize("level", [3, 4, 5])
def test_from_its_threshold_on_a_workflow_sends_an_aircraft_by_itself(
    world: Simulator, hub: FlightHub, level: int
) -> None:
    trigger(hub, level=level)
    assert tasks(hub) == []  # accepted is not dispatched
    world.clock.advance(5)
    (task,) = tasks(hub)
    assert (task.name, task.task_type, task.status) == ("North gate", "immediate", "executing")
    detail = hub.flight_tasks.get_detail(task_uuid=task.uuid)
    assert [each.workflow_uuid for each in detail.flight_pieces] == [AUTOMATIC]
    assert detail.related_users == []


@pytest.mark.parametrize(("workflow", "level"), [(AUTOMATIC, 1), (AUTOMATIC, 2), (ON_REQUEST, 5)])
def test_an_incident_waits_in_the_message_centre_until_a_person_confirms_it(
    world: Simulator, hub: FlightHub, workflow: str, level: int
) -> None:
    uuid = trigger(hub, workflow, level)
    world.clock.advance(3600)
    assert tasks(hub) == []
    incidents = documented.send(world.base_url, "GET", "/_simulator/incidents", headers={}).json["incidents"]
    assert [(each["uuid"], each["status"], each["task_uuid"]) for each in incidents] == [(uuid, "waiting", None)]
    world.world.happen("confirm_incident", {"incident": uuid})
    (task,) = tasks(hub)
    assert task.name == "North gate"
    with pytest.raises(ValueError, match="no incident"):
        world.world.happen("confirm_incident", {})


def test_a_person_may_dismiss_an_incident(world: Simulator, hub: FlightHub) -> None:
    trigger(hub, ON_REQUEST)
    world.clock.advance(5)
    world.world.happen("dismiss_incident", {"incident": "North gate"})
    world.clock.advance(3600)
    assert tasks(hub) == []


@pytest.mark.parametrize("workflow", [NOBODY_KNOWS, SWITCHED_OFF, OF_HARBOUR, "no uuid"])
def test_a_workflow_that_the_project_does_not_have_switched_on_is_refused(
    world: Simulator, hub: FlightHub, workflow: str
) -> None:
    with pytest.raises(APIError) as refused:
        trigger(hub, workflow)
    assert refused.value.code == 245008
    assert world.world.workflows.incidents == []


def test_a_scenario_may_have_a_person_who_confirms(world: Simulator, hub: FlightHub) -> None:
    harbour = hub.with_project(HARBOUR)
    trigger(harbour, OF_HARBOUR, 1, "Intruder", QUAY)
    seen = [passed for passed in passing(world, 60) if tasks(harbour)]
    assert 30 <= seen[0] <= 32


def test_each_trigger_opens_an_incident_of_its_own_and_may_send_another_aircraft(
    world: Simulator, hub: FlightHub
) -> None:
    assert trigger(hub) != trigger(hub)
    world.clock.advance(10)
    assert len({task.sn for task in tasks(hub)}) == 2


def test_the_flight_goes_to_the_place_takes_a_picture_and_ends(world: Simulator, hub: FlightHub) -> None:
    trigger(hub)
    world.clock.advance(5)
    (task,) = tasks(hub)
    done = ended(world, hub, task.uuid)
    world.clock.advance(120)
    assert done.status == "success"
    points = hub.flight_tasks.get_track(task.uuid).track
    assert points is not None
    assert min(abs(each.latitude - GATE[0]) + abs(each.longitude - GATE[1]) for each in points.points) < 1e-5
    assert [each.suffix for each in hub.flight_tasks.list_media(task.uuid) if each.suffix] == [".jpeg"]


@pytest.mark.parametrize(
    ("event", "arguments"),
    [("wind", {"speed": 20}), ("rain", {}), ("device_offline", {"sn": "8UUXEXAMPLE0011"})],
)
def test_where_nothing_can_fly_the_incident_waits(
    world: Simulator, hub: FlightHub, event: str, arguments: dict[str, Any]
) -> None:
    world.world.happen(event, arguments)
    harbour = hub.with_project(HARBOUR)
    trigger(harbour, OF_HARBOUR, 5, place=QUAY)
    world.clock.advance(60)
    assert tasks(harbour) == []
    with pytest.raises(ValueError, match="no aircraft can fly there"):
        world.world.happen("confirm_incident", {})


def test_a_place_that_no_aircraft_can_reach_and_return_from_waits(world: Simulator, hub: FlightHub) -> None:
    trigger(hub, level=5, place=(48.1, 11.5))
    world.clock.advance(60)
    assert tasks(hub) == []
    assert [each.reason for each in world.world.workflows.incidents] == ["no aircraft can fly there now"]


def test_a_busy_dock_is_passed_over(world: Simulator, hub: FlightHub) -> None:
    start(hub, sn=OTHER_DOCK, wayline_uuid="0d9c6f52-53ab-4f1c-a6d7-3b9f3a6d0c02")
    trigger(hub, place=(46.04802, 14.51250))
    world.clock.advance(5)
    (task,) = [each for each in tasks(hub) if each.name == "North gate"]
    assert task.sn != OTHER_DOCK


def test_the_flight_of_a_workflow_can_be_commanded_and_taken_up_again(world: Simulator, hub: FlightHub) -> None:
    trigger(hub)
    world.clock.advance(30)
    (task,) = tasks(hub)
    aircraft = next(
        each.drone.sn for each in hub.devices.list() if each.gateway and each.gateway.sn == task.sn and each.drone
    )
    hub.devices.send_command(aircraft, device_command="return_home")
    assert ended(world, hub, task.uuid).status == "terminated"
    made = hub.flight_tasks.resume(task_uuid=task.uuid)
    assert ended(world, hub, made.uuid).status == "success"
    pieces = hub.flight_tasks.get_detail(task_uuid=made.uuid).flight_pieces
    assert [each.workflow_uuid for each in pieces] == [AUTOMATIC]


def test_the_route_of_a_workflow_is_in_no_list(world: Simulator, hub: FlightHub) -> None:
    trigger(hub)
    world.clock.advance(5)
    (task,) = tasks(hub)
    assert task.wayline_uuid == ""
    assert PERIMETER in [each.id for each in hub.waylines.list()]
    assert "North gate" not in [each.name for each in hub.waylines.list()]


def test_the_aircraft_is_in_the_air_soon(world: Simulator, hub: FlightHub) -> None:
    trigger(hub)
    assert any(
        pair.moment is not None and not pair.moment(world.clock.now()).in_dock
        for _ in passing(world, 60)
        if hub.system.status() is None
        for pair in world.world.fleet.pairs
    )
