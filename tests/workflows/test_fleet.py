"""The fleet: docks and remote controllers with their aircraft, by name."""

from __future__ import annotations

from typing import Any

import pytest
from client.both_clients import CLIENTS

from flighthub import InvalidArgument, PermissionDenied
from flighthub._devices.fleet import FleetUnit
from flighthub.types import DevicePair
from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator
from flighthub_simulator._world._scenario import scenario

from .playing import played

both = pytest.mark.parametrize("client", CLIENTS)

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"


@both
def test_the_units_of_the_project_are_listed_with_the_names_of_their_models(client: str, world: Simulator) -> None:
    units = played(client, world, lambda fh: fh.devices.fleet())
    assert [unit.name for unit in units] == [
        *("North dock", "East dock", "Ridge dock"),
        *("Pilot 1", "Pilot 2", "Pilot 3", "Pilot 4"),
    ]
    first = units[0]
    assert (first.model, first.aircraft_model, first.is_online) == ("DJI Dock 2", "Matrice 3TD", True)
    assert (first.dock.sn, first.aircraft.sn, first.controller) == (DOCK, AIRCRAFT, None)
    assert (units[3].dock, units[3].controller.sn) == (None, "5YSZEXAMPLE0004")


@both
def test_the_units_of_the_whole_organization_are_listed_when_asked_for(client: str, world: Simulator) -> None:
    units = played(client, world, lambda fh: fh.devices.fleet(whole_organization=True))
    assert [unit.name for unit in units][-1] == "Quay dock"
    assert [each["what"] for each in world.world.requests] == ["devices.list_all"]


@both
def test_cameras_have_the_names_of_their_products_and_the_device_they_belong_to(client: str, world: Simulator) -> None:
    (first, *_) = played(client, world, lambda fh: fh.devices.fleet())
    assert [(each.sn, each.camera_index, each.name) for each in first.cameras] == [
        (DOCK, "165-0-7", "Dock camera"),
        (AIRCRAFT, "81-0-0", "Matrice 3TD camera"),
        (AIRCRAFT, "176-0-0", "Vision assist camera"),
    ]


@both
def test_a_unit_is_printed_as_a_line_that_can_be_read(client: str, world: Simulator) -> None:
    world.world.happen("device_offline", {"sn": DOCK})
    (first, *_) = played(client, world, lambda fh: fh.devices.fleet())
    line = "North dock (DJI Dock 2, offline) with North aircraft (Matrice 3TD, offline)"
    assert (str(first), repr(first)) == (line, f"<FleetUnit: {line}>")


@both
def test_a_project_without_devices_has_no_units(client: str, world: Simulator) -> None:
    archive = {"project": "Archive"}
    assert played(client, world, lambda fh: fh.devices.fleet(request_options=archive)) == []


LONELY_DOCK = {"home": [46, 14, 300], "gateway": {"sn": "7CTDEXAMPLE0099", "model": "3-9-0", "callsign": "Lonely"}}
LOST_AIRCRAFT = {"home": [46, 14, 300], "drone": {"sn": "1581FEXAMPLE00099", "model": "0-91-0", "callsign": "Lost"}}
LONELY_PILOT = {"home": [46, 14, 300], "gateway": {"sn": "5YSZEXAMPLE0099", "model": "2-119-0"}}


@both
def test_either_half_of_a_unit_may_be_missing(client: str, world: Simulator) -> None:
    usual = scenario()
    project = {**usual["projects"][0], "pairs": [LONELY_DOCK, LOST_AIRCRAFT, LONELY_PILOT], "waylines": []}
    world.reset({**usual, "projects": [project]})
    dock, lost, pilot = played(client, world, lambda fh: fh.devices.fleet())
    assert (dock.name, dock.model, dock.aircraft, dock.aircraft_model) == ("Lonely", "3-9-0", None, None)
    assert dock.dock is dock.gateway
    assert (lost.name, lost.gateway, lost.dock, lost.controller, lost.is_online) == ("Lost", None, None, None, False)
    assert (pilot.name, pilot.cameras, pilot.aircraft_is_online) == ("5YSZEXAMPLE0099", (), None)
    assert [str(each) for each in (dock, lost, pilot)] == [
        "Lonely (3-9-0, online)",
        "Lost (Matrice 3D, offline)",
        "5YSZEXAMPLE0099 (DJI RC Plus, online)",
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({}, "nothing"),
        ({"gateway": None, "drone": None}, "nothing"),
        ({"gateway": {"sn": "A"}}, "A (model unknown, status unknown)"),
        ({"gateway": {"sn": "A", "device_model": None, "camera_list": None}}, "A (model unknown, status unknown)"),
        ({"gateway": {"sn": "A", "device_model": {"name": "Dock X"}}}, "A (Dock X, status unknown)"),
        (
            {"drone": {"sn": "B", "callsign": "", "camera_list": [{}, {"camera_index": None}]}},
            "B (model unknown, status",
        ),
    ],
)
def test_a_row_that_says_next_to_nothing_is_still_a_unit(row: Any, said: str) -> None:
    unit = FleetUnit.of(DevicePair.from_dict(row))
    assert str(unit).startswith(said)
    assert unit.cameras == ()
    assert (unit.dock, unit.is_online, unit.aircraft_is_online) == (None, None, None)


@both
@pytest.mark.parametrize(
    ("sn", "found", "dock"),
    [
        (AIRCRAFT, "North aircraft in Quarry survey", "North dock"),
        (DOCK, "North dock in Quarry survey", "North dock"),
    ],
)
def test_a_device_is_found_in_its_project_whatever_project_the_client_acts_on(
    client: str, sn: str, found: str, dock: str, world: Simulator
) -> None:
    location = played(client, world, lambda fh: fh.with_project("Harbour patrol").find_device(sn))
    assert str(location) == found
    assert (location.device.sn, location.unit.name, location.project.uuid) == (sn, dock, world.project)


@both
def test_a_device_that_no_project_has_is_told_as_such(client: str, world: Simulator) -> None:
    with pytest.raises(InvalidArgument, match="neither in the organization nor in the 3 projects") as caught:
        played(client, world, lambda fh: fh.find_device("7CTDEXAMPLE9999"))
    assert caught.value.member == "sn"


@both
def test_a_project_that_cannot_be_looked_into_hides_nothing_that_is_in_another(client: str, world: Simulator) -> None:
    operation = next(each.operation_id for each in OPERATIONS.values() if each.name == "devices.list")
    world.faults.add(operation, status=403, code=200403, count=1)
    # The first project to be asked is the one that has the dock, and it is refused.
    with pytest.raises(PermissionDenied) as caught:
        played(client, world, lambda fh: fh.find_device(DOCK), max_concurrency=1)
    assert "could be looked into; this is 'Quarry survey'" in caught.value.__notes__[0]
    world.faults.add(operation, status=403, code=200403, count=1)
    location = played(client, world, lambda fh: fh.find_device("8UUXEXAMPLE0011"), max_concurrency=1)
    assert location.project.name == "Harbour patrol"
