"""Launching: who flies what, once and never twice, what stands in the way, and finding again what went unanswered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from client.both_clients import CLIENTS, opened
from routes import made

from flighthub import (
    FlightHub,
    FlightHubError,
    InvalidArgument,
    OutcomeUnknown,
    ServerError,
    UnexpectedResponse,
    waylines,
)
from flighthub._async.flights.task_handle import AsyncFlightTaskHandle
from flighthub._core.request_options import options_for_later, options_for_reading
from flighthub._diagnostics.findings import Report
from flighthub._flights.launch import LaunchPlan, dock_of
from flighthub._flights.preflight import run_preflight_checks
from flighthub._sync.flights.task_handle import FlightTaskHandle
from flighthub.errors import CallError, PreflightFailed
from flighthub.schedules import Continuous, Daily, Immediate, Recurring, Schedule, Timed
from flighthub.types import DeviceHms, DevicePair, DeviceState, Wayline
from flighthub.waylines import WaylineFile
from flighthub_simulator import Simulator, run
from flighthub_simulator._world._weather import Weather

both = pytest.mark.parametrize("client", CLIENTS)

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"
OTHER_DOCK = "8UUXEXAMPLE0002"
PERIMETER, SURVEY = "f2d4c6b8-90ab-4cde-8f01-23456789abcd", "0d9c6f52-53ab-4f1c-a6d7-3b9f3a6d0c02"

HOURS_AHEAD = timedelta(hours=5)
"""By how much the simulator's clock differs from this machine's."""


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0, start=datetime.now(UTC) + HOURS_AHEAD) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator, monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """A simulator with a fresh world in fair weather, whose clock stands, hours ahead of this machine's."""
    fair = Weather(2.0, 90.0, _no_rain(), 15.0, 50.0)
    for module in ("_alerts", "_reports"):
        monkeypatch.setattr(f"flighthub_simulator._world.{module}.weather", lambda *_: fair)
    _standing.reset()
    return _standing


def _no_rain() -> Any:
    from flighthub.enums import Rainfall

    return Rainfall.NO_RAIN


@contextmanager
def steps(client: str, world: Simulator, **others: Any) -> Iterator[Callable[[Callable[[Any], Any]], Any]]:
    """Steps through a client of the world."""
    told = {"token": world.token, "project": world.project, "base_url": world.base_url, **others}
    with opened(client, **told) as step:
        yield step


@pytest.fixture
def hub(world: Simulator) -> Iterator[FlightHub]:
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url, retry=False) as fh:
        yield fh


def tasks(world: Simulator) -> list[Any]:
    """All tasks that the world has, in the order in which they were made."""
    with world.lock:
        return list(world.world.flight_tasks.all)


def asked(world: Simulator) -> list[str]:
    """The operations that were asked for."""
    return [each["what"] for each in world.world.requests]


# Who, what, when


@both
@pytest.mark.parametrize("dock", [DOCK, "North dock", AIRCRAFT, "North aircraft"])
@pytest.mark.parametrize("wayline", [PERIMETER, UUID(PERIMETER), "Perimeter"], ids=["id", "uuid", "name"])
def test_dock_and_route_are_found_by_any_of_their_names(client: str, dock: str, wayline: Any, world: Simulator) -> None:
    with steps(client, world) as step:
        handle = step(lambda fh: fh.flight_tasks.launch(dock=dock, wayline=wayline))
    (task,) = tasks(world)
    assert (task.told["sn"], task.told["wayline_uuid"]) == (DOCK, PERIMETER)
    assert (handle.uuid, handle.name, handle.sn, handle.wayline_uuid) == (task.uuid, task.name, DOCK, PERIMETER)
    assert type(handle) is (FlightTaskHandle if client == "sync" else AsyncFlightTaskHandle)
    assert asked(world) == ["devices.list", "waylines.list", "flight_tasks.create"]


def test_what_is_sent_is_what_was_told(world: Simulator, hub: FlightHub) -> None:
    hub.flight_tasks.launch(
        dock=DOCK,
        wayline=PERIMETER,
        schedule=Immediate(zone="Europe/Ljubljana", min_battery=60),
        name="Round",
        rth_altitude=80,
        rth_mode="preset",
        wayline_precision_type="gps",
        out_of_control_action="continue_task",
        resumable="auto",
        landing_dock="East dock",
    )
    (task,) = tasks(world)
    assert task.told == {
        "name": "Round",
        "sn": DOCK,
        "wayline_uuid": PERIMETER,
        "time_zone": "Europe/Ljubljana",
        "rth_altitude": 80,
        "rth_mode": "preset",
        "wayline_precision_type": "gps",
        "out_of_control_action_in_flight": "continue_task",
        "resumable_status": "auto",
        "task_type": "immediate",
        "repeat_type": "nonrepeating",
        "min_battery_capacity": 60,
        "landing_dock_sn": OTHER_DOCK,
    }


def test_the_usual_settings_are_those_that_are_safe(world: Simulator, hub: FlightHub) -> None:
    hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER)
    (task,) = tasks(world)
    assert {name: task.told[name] for name in task.told if name not in ("name", "time_zone")} == {
        "sn": DOCK,
        "wayline_uuid": PERIMETER,
        "rth_altitude": 100,
        "rth_mode": "optimal",
        "wayline_precision_type": "rtk",
        "out_of_control_action_in_flight": "return_home",
        "resumable_status": "manual",
        "task_type": "immediate",
        "repeat_type": "nonrepeating",
    }


@pytest.mark.parametrize(("told", "zone"), [("Asia/Tokyo", "Asia/Tokyo"), ("nonsense", "UTC")])
def test_a_task_has_the_zone_of_its_schedule_or_else_of_this_machine(
    told: str, zone: str, world: Simulator, hub: FlightHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", told)
    hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER)
    hub.flight_tasks.launch(dock=OTHER_DOCK, wayline=SURVEY, schedule=Immediate(zone="Asia/Kathmandu"))
    assert [task.told["time_zone"] for task in tasks(world)] == [zone, "Asia/Kathmandu"]


def test_a_task_without_a_name_gets_one_that_no_other_has(world: Simulator, hub: FlightHub) -> None:
    at = datetime(2036, 3, 2, 10, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    names = {hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, schedule=Timed(at)).name for _ in range(3)}
    assert len(names) == 3
    assert {str(name)[:-6] for name in names} == {"Perimeter 2036-03-02 10:30 "}
    assert {task.name for task in tasks(world)} == names


def test_a_plan_is_launched_with_all_its_flights(world: Simulator, hub: FlightHub) -> None:
    there = ZoneInfo("Pacific/Auckland")
    # Tomorrow in UTC can be today there, with a flight whose time has passed.
    first = world.clock.now().astimezone(there).date() + timedelta(days=1)
    week = Recurring(Daily(), starts=[time(9), time(15)], begin=first, end=first + timedelta(days=6), zone=there)
    hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, schedule=week)
    assert [task.begin for task in tasks(world)] == [each.astimezone(UTC) for each in week.occurrences()]


def copied(world: Simulator, name: str) -> str:
    """Another route of the name of one that is there."""
    with world.lock:
        routes = world.world.waylines.all
        routes.append(replace(next(each for each in routes if each.name == name), id=str(UUID(int=7))))
    return str(UUID(int=7))


REFUSED: list[tuple[dict[str, Any], str, list[str]]] = [
    ({"dock": "South dock"}, "dock", ["'South dock'", DOCK, "North dock"]),
    ({"dock": "Pilot 1"}, "dock", ["remote controller"]),
    ({"dock": "Heavy lifter"}, "dock", ["Pilot 1 is a remote controller"]),
    ({"wayline": "Lawn"}, "wayline", ["no route 'Lawn'", "'Perimeter'", PERIMETER, SURVEY]),
    ({"wayline": UUID(int=1)}, "wayline", ["no route", PERIMETER]),
    ({"landing_dock": "nowhere"}, "landing_dock", ["nowhere"]),
    ({"landing_dock": "Pilot 2"}, "landing_dock", ["remote controller"]),
    ({"schedule": "now"}, "schedule", ["flighthub.schedules"]),
    ({"schedule": {"task_type": "immediate"}}, "schedule", ["flighthub.schedules"]),
    ({"rth_altitude": 14}, "rth_altitude", ["at least 15"]),
    ({"rth_mode": "high"}, "rth_mode", ["'optimal'"]),
    ({"out_of_control_action": "land"}, "out_of_control_action_in_flight", ["'return_home'"]),
]


@both
@pytest.mark.parametrize(("wrong", "member", "says"), REFUSED, ids=lambda each: str(each)[:40])
def test_what_cannot_be_right_is_refused_before_anything_is_asked_for(
    client: str, wrong: dict[str, Any], member: str, says: list[str], world: Simulator
) -> None:
    told = {"dock": DOCK, "wayline": PERIMETER, **wrong}
    with steps(client, world) as step, pytest.raises(InvalidArgument) as caught:
        step(lambda fh: fh.flight_tasks.launch(**told))
    assert caught.value.member == member
    for text in says:
        assert text in str(caught.value)
    assert "flight_tasks.create" not in asked(world)


def test_a_name_that_two_routes_have_is_refused_with_both_and_an_id_is_not(world: Simulator, hub: FlightHub) -> None:
    other = copied(world, "Perimeter")
    with pytest.raises(InvalidArgument, match="2 routes are called 'Perimeter'") as caught:
        hub.flight_tasks.launch(dock=DOCK, wayline="Perimeter")
    assert PERIMETER in str(caught.value)
    assert other in str(caught.value)
    assert SURVEY not in str(caught.value)
    hub.flight_tasks.launch(dock=DOCK, wayline=other)
    assert tasks(world)[0].told["wayline_uuid"] == other


def test_an_aircraft_without_a_dock_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="1581FEXAMPLE00001 is bound to no dock"):
        dock_of(DevicePair.from_dict({"gateway": None, "drone": {"sn": AIRCRAFT}}), "dock")


def test_added_members_go_into_the_creation_alone_and_the_project_into_everything(world: Simulator) -> None:
    options: Any = {"project": "Harbour patrol", "extra_body": {"colour": "red"}}
    told = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with FlightHub(**told) as fh:
        handle = fh.flight_tasks.launch(dock="Quay dock", wayline="Quay", request_options=options)
        assert tasks(world)[0].told["colour"] == "red"
        # The handle stays in the project of the launch, and with what is asked about it nothing is added.
        assert handle.refresh().sn == "8UUXEXAMPLE0011"
        assert options_for_reading(options) == {"project": "Harbour patrol"}
        assert options_for_later(options) == {"project": "Harbour patrol"}
        assert "planted" not in repr(options_for_reading({"extra_headers": {"X-Extra": "planted"}}))


# Dry runs


@both
def test_a_dry_run_tells_what_would_be_sent_and_sends_nothing_that_writes(client: str, world: Simulator) -> None:
    schedule = Timed(datetime(2036, 3, 2, 10, 30), zone="Asia/Tokyo", min_battery=80)
    told = {"dock": "North dock", "wayline": "Perimeter", "schedule": schedule, "name": "Round"}
    with steps(client, world) as step:
        plan = step(lambda fh: fh.flight_tasks.launch(**told, dry_run=True))
        assert tasks(world) == []
        assert {each["method"] for each in world.world.requests} == {"GET"}
        step(lambda fh: fh.flight_tasks.launch(**told, dry_run=False))
    assert isinstance(plan, LaunchPlan)
    assert plan.arguments == tasks(world)[0].told
    assert plan.occurrences == [datetime(2036, 3, 2, 10, 30, tzinfo=ZoneInfo("Asia/Tokyo"))]
    assert plan.findings.ok
    assert world.token not in repr(plan)


def test_a_dry_run_refuses_what_would_be_refused_and_goes_on_where_something_stands_in_the_way(
    world: Simulator, hub: FlightHub
) -> None:
    with pytest.raises(InvalidArgument, match="rth_altitude"):
        hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, rth_altitude=5, dry_run=True)
    world.world.happen("device_offline", {"sn": DOCK})
    plan = hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, preflight=True, dry_run=True)
    assert not plan.findings.ok
    assert tasks(world) == []


# What stands in the way


@both
def test_all_is_well_with_a_dock_that_is_ready(client: str, world: Simulator) -> None:
    with steps(client, world) as step:
        found = step(lambda fh: fh.flight_tasks.preflight(dock=DOCK, wayline=PERIMETER))
        assert {each.level for each in found} == {"ok"}, str(found)
        assert {each.check for each in found} == {
            *("dock", "mode of the dock", "aircraft", "place", "battery", "alerts", "route", "payload", "rain", "wind"),
            *("route file", "distance", "height", "terrain", "duration"),
        }
        step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, preflight=True))
    assert len(tasks(world)) == 1


def _busy(world: Simulator, hub: FlightHub) -> None:
    hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, name="First")
    world.clock.advance(60)


def _offline(world: Simulator, hub: FlightHub) -> None:
    world.world.happen("device_offline", {"sn": DOCK})


def _empty(world: Simulator, hub: FlightHub) -> None:
    world.world.happen("battery", {"sn": AIRCRAFT, "percent": 29})


@both
@pytest.mark.parametrize(
    ("happens", "checks"),
    [
        (_busy, {"mode of the dock", "place"}),
        (_offline, {"dock"}),
        (_empty, {"battery"}),
    ],
)
def test_a_launch_is_refused_while_something_stands_in_the_way(
    client: str, happens: Callable[[Simulator, FlightHub], None], checks: set[str], world: Simulator, hub: FlightHub
) -> None:
    happens(world, hub)
    before = len(tasks(world))
    with steps(client, world) as step, pytest.raises(PreflightFailed, match="Nothing was sent") as caught:
        step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, preflight=True))
    report = caught.value.findings
    assert isinstance(report, Report)
    assert {each.check for each in report.of("problem")} == checks
    for each in report.of("problem"):
        assert each.text in str(caught.value)
        assert each.what_to_do
    assert len(tasks(world)) == before
    assert isinstance(caught.value, FlightHubError)
    assert not isinstance(caught.value, InvalidArgument)


def test_a_route_for_another_aircraft_is_a_problem_at_any_time(world: Simulator, hub: FlightHub) -> None:
    later = Timed(datetime(2036, 1, 1, tzinfo=UTC))
    for schedule in (Immediate(), later):
        found = hub.flight_tasks.preflight(dock=DOCK, wayline="Stockpile survey", schedule=schedule)
        (problem,) = found.of("problem")
        assert problem.check == "route"
        assert "0-100-1 (Matrice 4TD)" in problem.text
        assert "0-91-1 (Matrice 3TD)" in problem.text


def test_what_passes_by_itself_only_warns_of_a_flight_that_begins_later(world: Simulator, hub: FlightHub) -> None:
    _empty(world, hub)
    soon, later = (Timed(datetime.now(UTC) + timedelta(minutes=minutes)) for minutes in (10, 20))
    first = datetime.now(UTC).date() + timedelta(days=2)
    plan = Recurring(Daily(), starts=[time(9)], begin=first, end=first + timedelta(days=3), zone="UTC")
    under_way = Recurring(Daily(), starts=[later.at.time()], begin=date(2025, 1, 1), end=date(2046, 1, 1), zone="UTC")
    cases = ((soon, "problem"), (later, "warning"), (plan, "warning"), (under_way, "warning"))
    for schedule, level in cases:
        found = hub.flight_tasks.preflight(dock=DOCK, wayline=PERIMETER, schedule=schedule)
        (battery,) = [each for each in found if each.check == "battery"]
        assert battery.level == level
        assert ("begins later" in battery.text) is (level == "warning")


@both
@pytest.mark.parametrize(("operation", "check"), [("getDeviceState", "state of the dock"), ("listDeviceHms", "alerts")])
@pytest.mark.parametrize(
    "fault", [{"code": 200500, "message": "server error"}, {"reset": "before"}, {"body": "<html>", "status": 502}]
)
def test_a_reading_that_cannot_be_had_is_a_warning_and_no_reason_to_refuse(
    client: str, operation: str, check: str, fault: dict[str, Any], world: Simulator
) -> None:
    world.faults.add(operation, **fault)
    with steps(client, world) as step:
        found = step(lambda fh: fh.flight_tasks.preflight(dock=DOCK, wayline=PERIMETER))
        assert found.ok
        (warning,) = found.of("warning")
        assert warning.check == check
        assert "could not be read" in warning.text
        world.faults.add(operation, **fault)
        step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, preflight=True))
    assert len(tasks(world)) == 1


PAIR: dict[str, Any] = {
    "gateway": {
        "sn": DOCK,
        "callsign": "North dock",
        "device_model": {"key": "3-2-0"},
        "device_online_status": True,
        "mode_code": 0,
    },
    "drone": {
        "sn": AIRCRAFT,
        "callsign": "North aircraft",
        "device_model": {"key": "0-91-1"},
        "device_online_status": False,
        "camera_list": [{"camera_index": "81-0-0"}, {"camera_index": "176-0-0"}],
    },
}
ROUTE: dict[str, Any] = {
    "id": PERIMETER,
    "name": "Perimeter",
    "device_model_key": "0-91-1",
    "payload_information": [{"type": "81"}],
}
STATE: dict[str, Any] = {
    "mode_code": "idle",
    "drone_in_dock": "inside",
    "drone_charge_state": {"capacity_percent": 90},
    "rainfall": "no_rain",
    "wind_speed": 3.1,
    "emergency_stop_state": 0,
    "latitude": 46.0,
    "longitude": 14.5,
    "height": 312.4,
}


def judged(
    *,
    gateway: dict[str, Any] | None = None,
    drone: dict[str, Any] | None = None,
    route: dict[str, Any] | None = None,
    file: WaylineFile | FlightHubError | None = None,
    state: dict[str, Any] | None = None,
    alerts: list[dict[str, Any]] | None = None,
    schedule: Schedule | None = None,
) -> Report:
    """The findings about what is ready but for these members."""
    told = {**PAIR, "gateway": {**PAIR["gateway"], **(gateway or {})}, "drone": {**PAIR["drone"], **(drone or {})}}
    if drone == {}:
        told["drone"] = None
    reported = {"device_model": {"key": "3-2-0"}, "device_state": {**STATE, **(state or {})}}
    dock_state = DeviceState.from_dict(reported).device_state
    assert dock_state is not None
    return run_preflight_checks(
        DevicePair.from_dict(told),
        Wayline.from_dict({**ROUTE, **(route or {})}),
        file or waylines.inspect(made.route()),
        schedule or Immediate(),
        dock_state,
        [DeviceHms.from_dict({"device_sn": AIRCRAFT, "device_hms": {"list": alerts}})],
    )


def alert(level: str | None) -> dict[str, Any]:
    return {"level": level, "code": "0x16100083", "message": "Gimbal needs calibration"}


LATER = Timed(datetime.now(UTC) + timedelta(days=2, seconds=0.7), zone="Asia/Tokyo")
LOW = {"drone_charge_state": {"capacity_percent": 30}}
WATCH = Continuous([(time(0), time(23, 59))], begin=date(2026, 1, 1), end=date(2046, 1, 1), zone="UTC", min_battery=95)

JUDGED: list[tuple[dict[str, Any], str, str, str]] = [
    ({"gateway": {"device_online_status": False}}, "dock", "problem", "offline"),
    ({"gateway": {"device_online_status": None}}, "dock", "warning", "not known"),
    ({"state": {"mode_code": "remote_debugging"}}, "mode of the dock", "problem", "remote debugging"),
    ({"state": {"mode_code": 4}}, "mode of the dock", "problem", "in operation"),
    ({"state": {"mode_code": 77}}, "mode of the dock", "problem", "77"),
    ({"state": {"mode_code": None}}, "mode of the dock", "ok", "idle"),
    ({"state": {"mode_code": None}, "gateway": {"mode_code": 3}}, "mode of the dock", "problem", "firmware upgrade"),
    ({"state": {"mode_code": None}, "gateway": {"mode_code": None}}, "mode of the dock", "warning", "not known"),
    ({"state": {"emergency_stop_state": 1}}, "emergency stop", "problem", "pressed"),
    ({"drone": {}}, "aircraft", "problem", "No aircraft"),
    ({"drone": {"device_online_status": True}}, "aircraft", "ok", "switched on"),
    ({"drone": {"device_online_status": False}}, "aircraft", "ok", "switched off"),
    ({"state": {"drone_in_dock": 0}}, "place", "problem", "not in the dock"),
    ({"state": {"drone_in_dock": None}}, "place", "warning", "not known"),
    ({"state": {"drone_charge_state": {"capacity_percent": 29}}}, "battery", "problem", "29 %"),
    ({"state": {"drone_charge_state": {"capacity_percent": 30}}}, "battery", "ok", "30 %"),
    ({"state": {"drone_charge_state": {"capacity_percent": 0}}}, "battery", "problem", "0 %"),
    ({"state": {"drone_charge_state": None}}, "battery", "warning", "not known"),
    ({"schedule": Immediate(min_battery=91)}, "battery", "problem", "asks for 91 %"),
    ({"schedule": Immediate(min_battery=90)}, "battery", "ok", "90 %"),
    ({"schedule": WATCH}, "battery", "warning", "as soon as"),
    ({"alerts": [alert("notification")]}, "alerts", "ok", "North aircraft: Gimbal"),
    ({"alerts": [alert("reminder")]}, "alerts", "warning", "0x16100083"),
    ({"alerts": [alert("warning")]}, "alerts", "problem", "Gimbal needs calibration"),
    ({"alerts": [alert("catastrophe")]}, "alerts", "warning", "Gimbal"),
    ({"alerts": [alert(None)]}, "alerts", "warning", "Gimbal"),
    ({"alerts": None}, "alerts", "ok", "Neither"),
    ({"route": {"device_model_key": "0-100-0"}}, "route", "problem", "Matrice 4D"),
    ({"route": {"device_model_key": "0-7-7"}}, "route", "problem", "0-7-7"),
    ({"route": {"device_model_key": None}}, "route", "warning", "not known"),
    ({"drone": {"device_model": None}}, "route", "warning", "not known"),
    ({"route": {"payload_information": [{"type": "99"}]}}, "payload", "warning", "99"),
    ({"drone": {"camera_list": None}}, "payload", "warning", "not known"),
    ({"state": {"rainfall": "light_rain"}}, "rain", "warning", "light rain"),
    ({"state": {"rainfall": 3}}, "rain", "problem", "heavy rain"),
    ({"state": {"rainfall": 9}}, "rain", "warning", "not known"),
    ({"state": {"rainfall": None}}, "rain", "warning", "not known"),
    ({"state": {"wind_speed": 7.9}}, "wind", "ok", "7.9 m/s"),
    ({"state": {"wind_speed": 8}}, "wind", "warning", "8 m/s"),
    ({"state": {"wind_speed": None}}, "wind", "warning", "not known"),
]


@pytest.mark.parametrize(("changes", "check", "level", "says"), JUDGED, ids=lambda each: str(each)[:60])
def test_each_check_judges_by_what_is_reported(changes: dict[str, Any], check: str, level: str, says: str) -> None:
    found = judged(**changes)
    (one,) = [each for each in found if each.check == check]
    assert one.level == level
    assert says in one.text
    others = [each for each in found if each.check != check and each.level != "ok"]
    assert not others or changes.get("drone") in ({}, {"device_model": None}), others
    assert bool(one.what_to_do) or level != "problem"


HERE, FAR, DOWN_UNDER = (46.0, 14.5), (46.09, 14.5), (-33.9, 151.2)
"""The dock, 10 km to the north, and 16 000 km away."""

ABOVE_SEA = {"executeHeightMode": "WGS84"}
PLANNED_HERE, PLANNED_ELSEWHERE = "46.0001,14.5,310", "46.0001,14.5,110"


def planned(
    *, start: tuple[float, float] = HERE, height: str = "60", step: float = 0.001, reference: str = "", **changes: Any
) -> WaylineFile:
    """A route of three waypoints, with settings of its wayline and of the mission."""
    mission = {name: changes.pop(name) for name in tuple(changes) if name in made.MISSION}
    line = made.folder(made.line(start=start, step=step, executeHeight=height, waypointSpeed=None), **changes)
    template = made.template(takeOffRefPoint=reference or None)
    return waylines.inspect(made.route(made.waylines(line, **mission), template))


WAYS: list[tuple[dict[str, Any], dict[str, Any], str, str, str]] = [
    ({}, {}, "distance", "ok", "begins 0 m from the dock, and leads up to 222 m away"),
    ({"start": DOWN_UNDER}, {}, "distance", "problem", "DJI Dock 2 reaches 10.0 km (inferred"),
    ({"start": FAR}, {}, "distance", "problem", "begins 10.0 km from the dock"),
    ({"step": 0.046}, {}, "distance", "problem", "begins 0 m from the dock, and leads up to 10.2 km"),
    ({"start": FAR}, {"gateway": {"device_model": {"key": "3-9-0"}}}, "distance", "problem", "docks that are known"),
    ({"start": DOWN_UNDER}, {"state": {"latitude": 0, "longitude": 0}}, "distance", "warning", "not known"),
    ({}, {}, "height", "ok", "60 to 60 m above the dock"),
    ({"height": "-100"}, {}, "height", "problem", "down to -100 m above the dock"),
    ({"height": "0"}, {}, "height", "problem", "down to 0 m"),
    ({"height": "9000"}, {}, "height", "problem", "climbs to 9000 m"),
    ({"height": "60", **ABOVE_SEA}, {}, "height", "problem", "down to -252 m"),
    ({"height": "372", **ABOVE_SEA}, {}, "height", "ok", "60 to 60 m above the dock"),
    ({"height": "9000", **ABOVE_SEA}, {}, "height", "problem", "climbs to 8688 m"),
    ({"height": "372", **ABOVE_SEA}, {"state": {"height": None}}, "height", "warning", "not known"),
    ({"height": "-100", "reference": PLANNED_HERE}, {}, "height", "warning", "planned for take-off from here"),
    ({"height": "-100", "reference": PLANNED_ELSEWHERE}, {}, "height", "problem", "down to -100 m"),
    ({"height": "212", "reference": PLANNED_HERE, **ABOVE_SEA}, {}, "height", "warning", "down to -100 m"),
    ({"executeHeightMode": "realTimeFollowSurface"}, {}, "height", "ok", "60 to 60 m above the ground"),
    ({"executeHeightMode": "realTimeFollowSurface", "height": "-1"}, {}, "height", "problem", "above the ground"),
    ({"executeHeightMode": "EGM96"}, {}, "route file", "problem", "executeHeightMode"),
    ({"executeHeightMode": "EGM96"}, {}, "height", "warning", "not known"),
    ({"globalTransitionalSpeed": "80"}, {}, "route file", "problem", "1 to 15"),
    ({"takeOffSecurityHeight": "5"}, {}, "take-off height", "problem", "8 to 1500"),
    ({}, {}, "duration", "ok", "44 s, and the aircraft flies 45 min at most with 90 %"),
    ({"autoFlightSpeed": "1", "step": 0.0135}, {}, "duration", "problem", "55 min, and the aircraft flies 45 min"),
    ({"autoFlightSpeed": "1", "step": 0.009}, {}, "duration", "warning", "less than 25% for wind"),
    ({"autoFlightSpeed": "1", "step": 0.009}, {"schedule": LATER}, "duration", "ok", "flies 50 min at most (inferred"),
    ({"step": 0.03, "autoFlightSpeed": "3"}, {"state": LOW}, "duration", "problem", "15 min at most with 30 %"),
    ({"autoFlightSpeed": None}, {}, "duration", "warning", "has no speeds"),
    ({}, {"drone": {"device_model": {"key": "0-7-7"}}}, "duration", "warning", "not known"),
]


@pytest.mark.parametrize(("told", "changes", "check", "level", "says"), WAYS, ids=lambda each: str(each)[:60])
def test_the_way_of_a_route_is_compared_with_dock_and_aircraft(
    told: dict[str, Any], changes: dict[str, Any], check: str, level: str, says: str
) -> None:
    found = judged(file=planned(**told), **changes)
    (one,) = [each for each in found if each.check == check]
    assert (one.level, says in one.text) == (level, True), one
    assert bool(one.what_to_do) or level != "problem"


def test_each_wayline_is_compared() -> None:
    low = made.folder(made.line(executeHeight="-5"), waylineId="1")
    found = judged(file=waylines.inspect(made.route(made.waylines(made.folder(), low))))
    assert [each.text for each in found.of("problem")] == [
        "The route leads down to -5 m above the dock, where the ground may be."
    ]


def test_the_ways_to_and_between_waylines_take_their_time() -> None:
    starts = (46.0, 14.5), (46.08, 14.5)
    parts = [made.folder(made.line(2, start=each), waylineId=str(number)) for number, each in enumerate(starts)]
    found = judged(file=waylines.inspect(made.route(made.waylines(*parts, globalTransitionalSpeed="5"))))
    (duration,) = [each for each in found if each.check == "duration"]
    assert "takes some 60 min" in duration.text


def test_a_payload_of_the_payload_sdk_is_compared_with_no_camera() -> None:
    found = judged(route={"payload_information": [{"type": "65534"}, {"type": "81"}]})
    assert [each.level for each in found if each.check == "payload"] == ["ok"]


def test_a_file_that_cannot_be_read_is_a_warning() -> None:
    found = judged(file=InvalidArgument("path", "x.kmz: is not a ZIP file"))
    (warning,) = found.of("warning")
    assert (warning.check, "is not a ZIP file" in warning.text) == ("route file", True)


@both
@pytest.mark.parametrize(
    ("told", "check"),
    [
        ({"start": (46.15, 14.5)}, "distance"),
        ({"height": "9000"}, "height"),
        ({"height": "60", **ABOVE_SEA}, "height"),
        ({"step": 0.04, "autoFlightSpeed": "1"}, "duration"),
    ],
    ids=str,
)
def test_a_launch_is_refused_along_a_route_that_cannot_be_flown_from_the_dock(
    client: str, told: dict[str, Any], check: str, world: Simulator, hub: FlightHub, tmp_path: Path
) -> None:
    file = tmp_path / "route.kmz"
    start, step = told.get("start", (46.05127, 14.50613)), told.get("step", 0.001)
    changes = {name: told[name] for name in ("executeHeightMode", "autoFlightSpeed") if name in told}
    line = made.line(start=start, step=step, executeHeight=told.get("height", "60"), waypointSpeed=None)
    file.write_bytes(made.route(made.waylines(made.folder(line, **changes))))
    route = hub.waylines.upload(file)
    with steps(client, world) as step_through, pytest.raises(PreflightFailed, match="Nothing was sent") as caught:
        step_through(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline=route.id, preflight=True))
    assert [each.check for each in caught.value.findings.of("problem")] == [check]
    assert tasks(world) == []


@both
def test_a_route_whose_file_cannot_be_fetched_is_a_warning(client: str, world: Simulator) -> None:
    world.faults.add("getWayline", code=200500, message="server error")
    with steps(client, world) as step:
        found = step(lambda fh: fh.flight_tasks.preflight(dock=DOCK, wayline=PERIMETER))
    (warning,) = found.of("warning")
    assert (warning.check, "could not be read" in warning.text) == ("route file", True)


@both
def test_a_store_that_does_not_answer_delays_a_launch_for_a_bounded_time(
    client: str, world: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    for tree in ("_sync", "_async"):
        monkeypatch.setattr(f"flighthub.{tree}.flights.launch.ROUTE_FILE_TIMEOUT", 0.2)
    detail = world.world.waylines.find(PERIMETER, next(iter(world.world.projects.values())))
    answer = {"code": 0, "message": "", "data": {"id": detail.id, "download_url": "http://127.0.0.1:9/route.kmz"}}
    world.faults.add("getWayline", body=json.dumps(answer))
    with steps(client, world) as step:
        found = step(lambda fh: fh.flight_tasks.preflight(dock=DOCK, wayline=PERIMETER))
    (warning,) = found.of("warning")
    assert (warning.check, "within 0.2 s" in warning.text) == ("route file", True)


def test_a_route_without_payloads_says_nothing_of_them() -> None:
    assert [each for each in judged(route={"payload_information": None}) if each.check == "payload"] == []


# Lost answers

PLAN = Recurring(
    Daily(3),
    starts=[time(9), time(15)],
    begin=LATER.at.date() + timedelta(days=1),
    end=LATER.at.date() + timedelta(days=20),
    zone="Asia/Tokyo",
)
SCHEDULES = pytest.mark.parametrize("schedule", [Immediate(), LATER, PLAN], ids=lambda each: type(each).__name__)


@contextmanager
def counted(client: str, world: Simulator) -> Iterator[tuple[Callable[[Callable[[Any], Any]], Any], list[str]]]:
    """Steps through a client that repeats what may be repeated, and every attempt that it makes."""
    sent: list[str] = []
    with steps(client, world, retry=True, on_request=lambda attempt: sent.append(attempt.operation)) as step:
        yield step, sent


@both
@SCHEDULES
def test_a_launch_whose_answer_is_lost_is_sent_once_and_found_again(
    client: str, schedule: Schedule, world: Simulator
) -> None:
    world.faults.add("createFlightTask", reset="after")
    with counted(client, world) as (step, sent):
        with pytest.raises(OutcomeUnknown) as caught:
            step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline="Perimeter", schedule=schedule))
        flights = tasks(world)
        assert len(flights) == (len(PLAN.occurrences()) if schedule is PLAN else 1)
        found = step(lambda fh: fh.flight_tasks.reconcile(caught.value))
        assert sent.count("flight_tasks.create") == 1
        assert found.uuid == flights[0].uuid
        assert found.name == flights[0].name == caught.value.arguments["name"]
        assert (found.sn, found.wayline_uuid) == (DOCK, PERIMETER)
        assert step(lambda _: found.refresh()).status == "waiting"
        assert len(step(lambda _: found.flights())) == len(flights)
    assert len(tasks(world)) == len(flights)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses of all waiting, which are over at once: the clock by which it ends is their sum."""
    passed: list[float] = []

    def pause(seconds: float, cancel: Event | None = None) -> None:
        passed.append(seconds)

    async def awaited(seconds: float, cancel: Event | None = None) -> None:
        passed.append(seconds)

    monkeypatch.setattr("flighthub._core.polling.time", SimpleNamespace(monotonic=lambda: sum(passed)))
    monkeypatch.setattr("flighthub._core.polling.random", SimpleNamespace(uniform=lambda least, most: 1))
    monkeypatch.setattr("flighthub._sync.core.polling.pause", pause)
    monkeypatch.setattr("flighthub._async.core.polling.pause", awaited)
    return passed


@both
@SCHEDULES
@pytest.mark.parametrize("fault", [{"reset": "before"}, {"status": 504, "body": "<html>gateway</html>"}])
def test_a_launch_that_never_arrived_is_sent_once_and_not_found(
    client: str, schedule: Schedule, fault: dict[str, Any], world: Simulator, pauses: list[float]
) -> None:
    world.faults.add("createFlightTask", **fault)
    with counted(client, world) as (step, sent):
        with pytest.raises(OutcomeUnknown) as caught:
            step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline="Perimeter", schedule=schedule))
        assert step(lambda fh: fh.flight_tasks.reconcile(caught.value, timeout=7, interval=3)) is None
        assert pauses == [3, 3, 1]
        assert sent.count("flight_tasks.create") == 1
        assert sent.count("flight_tasks.list") == 4
        assert tasks(world) == []
        step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline="Perimeter", schedule=schedule))
    assert tasks(world)


def by_hand(**others: Any) -> dict[str, Any]:
    """The arguments of a creation without `launch`."""
    return {
        "name": "Round",
        "sn": DOCK,
        "wayline_uuid": UUID(PERIMETER),
        "time_zone": "UTC",
        "rth_altitude": 80,
        "rth_mode": "optimal",
        "wayline_precision_type": "rtk",
        "out_of_control_action_in_flight": "return_home",
        "resumable_status": "manual",
        "task_type": "immediate",
        **others,
    }


def launched(fh: Any) -> Any:
    return fh.flight_tasks.launch(dock=DOCK, wayline=PERIMETER)


@both
@pytest.mark.parametrize("begin", [None, LATER.at, int(LATER.at.timestamp())], ids=["now", "datetime", "seconds"])
def test_a_task_that_was_created_without_launch_is_found_again_too(
    client: str, begin: datetime | int | None, world: Simulator
) -> None:
    world.faults.add("createFlightTask", reset="after")
    told = by_hand(task_type="immediate" if begin is None else "timed", begin_at=begin)
    with steps(client, world) as step:
        with pytest.raises(OutcomeUnknown) as caught:
            step(lambda fh: fh.flight_tasks.create(**told))
        assert step(lambda fh: fh.flight_tasks.reconcile(caught.value)).uuid == tasks(world)[0].uuid


def lost(world: Simulator, hub: FlightHub, **told: Any) -> OutcomeUnknown:
    """What a launch raised that never arrived."""
    world.faults.add("createFlightTask", reset="before")
    with pytest.raises(OutcomeUnknown) as caught:
        hub.flight_tasks.launch(**{"dock": DOCK, "wayline": PERIMETER, **told})
    return caught.value


def test_a_task_of_another_name_route_dock_or_start_is_not_taken_for_the_lost_one(
    world: Simulator, hub: FlightHub
) -> None:
    other = copied(world, "Perimeter")
    minute = timedelta(minutes=2)
    for told in (
        {"name": "Other"},
        {"wayline": other, "name": "Round"},
        {"name": "Round", "schedule": Timed(LATER.at - minute)},
        {"name": "Round", "schedule": Timed(LATER.at + minute)},
    ):
        hub.flight_tasks.launch(**{"dock": DOCK, "wayline": PERIMETER, "schedule": LATER, **told})
    hub.flight_tasks.launch(dock=OTHER_DOCK, wayline=SURVEY, schedule=LATER, name="Round")
    error = lost(world, hub, name="Round", schedule=LATER)
    assert hub.flight_tasks.reconcile(error, timeout=0) is None
    exact = hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, name="Round", schedule=LATER)
    found = hub.flight_tasks.reconcile(error, timeout=0)
    assert found is not None
    assert found.uuid == exact.uuid


def test_a_timed_task_with_an_end_is_found_by_its_very_start(world: Simulator, hub: FlightHub) -> None:
    hours = timedelta(hours=6)
    hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, name="Round", schedule=LATER)
    world.faults.add("createFlightTask", reset="before")
    start = LATER.at + hours
    told = by_hand(task_type="timed", begin_at=start, latest_begin_at=start, end_at=start + hours)
    with pytest.raises(OutcomeUnknown) as caught:
        hub.flight_tasks.create(**told)
    assert hub.flight_tasks.reconcile(caught.value, timeout=0) is None


def test_a_remote_controller_of_a_model_that_nobody_has_described_is_no_dock() -> None:
    pair = DevicePair.from_dict({"gateway": {"sn": "X", "device_model": {"key": "2-999-0", "domain": "2"}}})
    with pytest.raises(InvalidArgument, match="only docks fly"):
        dock_of(pair, "dock")
    for told in ({"key": "3-999-0"}, {"key": "9-999-0"}, {}):
        pair = DevicePair.from_dict({"gateway": {"sn": "X", "device_model": told}})
        assert dock_of(pair, "dock").sn == "X"


@pytest.mark.parametrize("schedule", [LATER, PLAN])
def test_where_more_than_one_task_can_be_meant_all_are_named(
    schedule: Schedule, world: Simulator, hub: FlightHub
) -> None:
    for _ in range(2):
        hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER, name="Round", schedule=schedule)
    error = lost(world, hub, name="Round", schedule=schedule)
    with pytest.raises(FlightHubError, match="a name of its own") as caught:
        hub.flight_tasks.reconcile(error)
    for task in tasks(world):
        assert task.uuid in str(caught.value)


def test_a_task_that_is_slow_to_appear_is_looked_for_again(world: Simulator, hub: FlightHub) -> None:
    world.faults.add("createFlightTask", reset="after")
    with pytest.raises(OutcomeUnknown) as caught:
        hub.flight_tasks.launch(dock=DOCK, wayline=PERIMETER)
    world.faults.add("listFlightTasks", nulls=1.0, count=3)
    assert hub.flight_tasks.reconcile(caught.value, timeout=0) is None
    assert hub.flight_tasks.reconcile(caught.value, interval=0.01) is not None


@both
def test_a_launch_that_arrives_after_it_was_given_up_is_waited_for(client: str) -> None:
    with run(speed=1) as world, steps(client, world) as patient, steps(client, world, timeout=0.5) as step:
        world.faults.add("createFlightTask", delay=2.0)
        with pytest.raises(OutcomeUnknown) as caught:
            step(launched)
        found = patient(lambda fh: fh.flight_tasks.reconcile(caught.value, interval=0.1))
        assert [task.uuid for task in tasks(world)] == [found.uuid]


@both
def test_a_launch_whose_answer_names_no_task_is_not_told_as_one(client: str, world: Simulator) -> None:
    with steps(client, world) as step:
        world.faults.add("createFlightTask", body='{"code": 0, "message": "", "data": null}')
        with pytest.raises(OutcomeUnknown, match="its response has no task_uuid") as caught:
            step(launched)
        assert caught.value.request_id
        assert caught.value.arguments["sn"] == DOCK
        assert step(lambda fh: fh.flight_tasks.reconcile(caught.value, timeout=0)) is None


@both
@pytest.mark.parametrize(
    ("fault", "settings", "raised"),
    [
        ({"unknown_members": True}, {"strict": True}, UnexpectedResponse),
        ({"reset": "after"}, {}, OutcomeUnknown),
    ],
    ids=["strict", "lost"],
)
def test_whatever_hides_the_id_of_a_launched_task_it_is_found(
    client: str, fault: dict[str, Any], settings: dict[str, Any], raised: type[CallError], world: Simulator
) -> None:
    with steps(client, world) as plain, steps(client, world, **settings) as step:
        world.faults.add("createFlightTask", **fault)
        begun = datetime.now(UTC)
        with pytest.raises(raised) as caught:
            step(lambda fh: fh.flight_tasks.create(**by_hand()) if settings else launched(fh))
        assert caught.value.request_id
        assert begun <= caught.value.sent_at
        assert plain(lambda fh: fh.flight_tasks.reconcile(caught.value)).uuid == tasks(world)[0].uuid


@both
def test_a_gateway_that_fails_in_the_form_of_the_api_leaves_the_outcome_open(client: str, world: Simulator) -> None:
    with steps(client, world) as step:
        world.faults.add("createFlightTask", status=504, code=504, message="gateway timeout")
        with pytest.raises(ServerError) as caught:
            step(launched)
        assert step(lambda fh: fh.flight_tasks.reconcile(caught.value, timeout=0)) is None


def test_only_errors_of_a_creation_are_reconciled(world: Simulator, hub: FlightHub) -> None:
    world.faults.add("sendDeviceCommand", reset="after")
    with pytest.raises(OutcomeUnknown) as command:
        hub.devices.send_command(AIRCRAFT, device_command="return_home")
    other: Any
    for other in (command.value, FlightHubError("no"), OutcomeUnknown("made by hand"), None):
        with pytest.raises(InvalidArgument) as caught:
            hub.flight_tasks.reconcile(other)
        assert caught.value.member == "error"
    error = lost(world, hub)
    for wrong in ({"timeout": -1}, {"interval": -1}, {"interval": float("nan")}):
        with pytest.raises(InvalidArgument):
            hub.flight_tasks.reconcile(error, **wrong)  # type: ignore[arg-type]


def test_a_failure_of_a_look_is_raised_as_it_is(world: Simulator, hub: FlightHub) -> None:
    error = lost(world, hub)
    world.faults.add("listFlightTasks", code=200403, message="no")
    with pytest.raises(FlightHubError, match="200403"):
        hub.flight_tasks.reconcile(error)
