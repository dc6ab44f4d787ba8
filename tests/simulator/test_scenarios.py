"""Scenarios: what a file says is checked before anything changes, an error names the place; events happen in time."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flying import AIRCRAFT, DOCK, start

import flighthub_simulator as package
from flighthub import DeviceOffline, FlightHub
from flighthub.enums import FlightTaskStatus, Rainfall
from flighthub_simulator import Simulator
from flighthub_simulator._world._events import EVENTS
from flighthub_simulator._world._scenario import checked, scenario
from flighthub_simulator._world._scenario_schema import SCHEMA

GUIDE = (Path(__file__).parents[2] / "docs" / "guides" / "testing.md").read_text(encoding="utf-8")

Change = Callable[[Any], Any]


def changed(change: Change) -> dict[str, Any]:
    """The usual scenario with something changed."""
    made = copy.deepcopy(scenario())
    change(made)
    return made


def project(told: Any) -> Any:
    return told["projects"][0]


def events(*told: dict[str, Any]) -> Change:
    return lambda made: made.update(events=[*told])


WRONG: dict[str, tuple[Change, str]] = {
    "a misspelt member": (lambda made: made.update(forests="words"), "'forests' was unexpected"),
    "an unknown word": (lambda made: made.update(forms="numbers"), 'forms: "numbers" is not one of'),
    "a text for a list": (lambda made: made.update(projects="all"), "projects: "),
    "no name": (lambda made: project(made).pop("name"), 'projects[0]: "name" is a required property'),
    "no place": (lambda made: project(made).update(center=[46.0]), "projects[0].center: "),
    "a place off the map": (lambda made: project(made).update(center=[146.0, 14]), "projects[0].center[0]: "),
    "a number for a serial number": (
        lambda made: project(made)["pairs"][1]["drone"].update(sn=5),
        "projects[0].pairs[1].drone.sn: ",
    ),
    "a name for a model": (
        lambda made: project(made)["pairs"][0]["gateway"].update(model="Dock 2"),
        "projects[0].pairs[0].gateway.model: ",
    ),
    "a pair of nothing": (
        lambda made: project(made)["pairs"].append({"home": [46, 14]}),
        "projects[0].pairs[7]: a pair needs a gateway or a drone",
    ),
    "a serial number twice": (
        lambda made: project(made)["pairs"][1]["gateway"].update(sn=DOCK),
        f"projects[0].pairs[1].gateway.sn: '{DOCK}' is the serial number at projects[0].pairs[0].gateway.sn, too",
    ),
    "a route from nowhere": (
        lambda made: project(made)["waylines"][1].update({"from": "nobody"}),
        "projects[0].waylines[1].from: 'nobody' is no gateway of the project that has an aircraft",
    ),
    "an unknown shape": (
        lambda made: project(made)["waylines"][0].update(shape="spiral"),
        'projects[0].waylines[0].shape: "spiral" is not one of',
    ),
    "an unknown role": (
        lambda made: made["owner"].update(role="king"),
        'owner.role: "king" is not one of',
    ),
    "no event": (events({"after": 5}), 'events[0]: "event" is a required property'),
    "an unknown event": (events({"after": 5, "event": "earthquake"}), "events[0]: there is no event 'earthquake'"),
    "an event in the past": (events({"after": -5, "event": "rain"}), "events[0].after: "),
    "an event without what it takes": (events({"after": 5, "event": "wind"}), "events[0]: wind: speed is missing"),
    "an event with more": (
        events({"after": 5, "event": "rain"}, {"after": 5, "event": "rain", "amount": 5}),
        "events[1]: rain: there is no argument 'amount', only level, project, seconds",
    ),
    "a text for a number": (
        events({"after": 5, "event": "wind", "speed": "strong"}),
        "events[0]: wind: speed is a number, not 'strong'",
    ),
    "an event of nobody": (
        events({"after": 5, "event": "link_lost", "sn": "nobody"}),
        "events[0].sn: there is no device 'nobody'",
    ),
    "an event of nowhere": (
        events({"after": 5, "event": "rain", "project": "nowhere"}),
        "events[0].project: there is no project 'nowhere'",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_in_a_scenario_is_told_with_its_place(wrong: str) -> None:
    change, problem = WRONG[wrong]
    with pytest.raises(ValueError, match=re.escape(problem)) as told:
        checked(changed(change), "mine.yaml")
    assert str(told.value).startswith("mine.yaml: ")


def test_a_wrong_scenario_changes_nothing(world: Simulator) -> None:
    before = world.world
    with pytest.raises(ValueError, match="the scenario given: events"):
        world.reset(changed(events({"after": 5, "event": "earthquake"})))
    assert world.world is before


def test_a_file_of_a_scenario_is_checked_as_well(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("projects: [{name: Mine, center: [46, 14], pears: []}]", encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.yaml: projects\[0\]: .*pears"):
        package.run(scenario=file).__enter__()


def members(schema: Any) -> set[str]:
    """The names of all members that a scenario can have."""
    if isinstance(schema, dict):
        inner = [members(each) for each in schema.values()]
        return {*schema.get("properties", {})}.union(*inner) if inner else set()
    return set().union(*map(members, schema)) if isinstance(schema, list) else set()


def test_the_guide_has_every_member_and_every_event() -> None:
    assert [each for each in sorted(members(SCHEMA)) if f"`{each}`" not in GUIDE] == []
    assert [each for each in EVENTS if f"`{each}`" not in GUIDE] == []


def test_the_scenario_of_the_guide_is_one() -> None:
    import yaml

    (text,) = re.findall(r"^```yaml\n(projects:.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    with package.run(speed=0, scenario=checked(yaml.safe_load(text), "the guide")) as simulator:
        assert simulator.project


def test_events_of_a_scenario_happen_at_their_moments(world: Simulator, hub: FlightHub) -> None:
    told = [
        {"after": 600, "event": "device_offline", "sn": DOCK},
        {"after": 60, "event": "rain", "level": "heavy_rain", "seconds": 120},
        {"after": 900, "event": "device_online", "sn": DOCK},
        # It flies then, and so this does not happen.
        {"after": 400, "event": "take_over", "sn": DOCK, "payload_index": "99-9-9"},
    ]
    world.reset(changed(events(*told)))

    def rain() -> Any:
        state: Any = hub.devices.get_state(DOCK)
        return state.rainfall

    usual = rain()
    world.clock.advance(61)
    assert rain() is Rainfall.HEAVY_RAIN
    world.clock.advance(120)
    assert rain() is usual
    world.clock.advance(440)
    with pytest.raises(DeviceOffline):
        rain()
    world.clock.advance(300)
    assert rain() is not None


S = FlightTaskStatus


def outcome(world: Simulator, hub: FlightHub, uuid: str) -> tuple[FlightTaskStatus | None, list[tuple[int, str]]]:
    """How a task stands, with the codes and texts of what went wrong."""
    (task,) = [each for each in world.world.flight_tasks.all if each.uuid == uuid]
    return hub.flight_tasks.get(uuid).status, [(each["code"], each["message"]) for each in task.exceptions]


WEATHER = [
    pytest.param({"event": "wind", "speed": 14}, "the wind has 14 m/s", "0x20000002", id="wind"),
    pytest.param({"event": "rain", "level": "heavy_rain"}, "the rain is too heavy", "0x20000003", id="rain"),
]


def warnings(hub: FlightHub, sn: str = DOCK) -> set[str | None]:
    return {each.code for each in hub.devices.alerts(devices=sn, level="warning")}


@pytest.mark.parametrize(("told", "reason", "code"), WEATHER)
def test_bad_weather_is_seen_keeps_aircraft_on_the_ground_and_passes(
    told: dict[str, Any], reason: str, code: str, world: Simulator, hub: FlightHub
) -> None:
    event = {name: value for name, value in told.items() if name != "event"}
    world.world.happen(told["event"], {**event, "project": "Quarry survey", "seconds": 300})
    state: Any = hub.devices.get_state(DOCK)
    assert state.wind_speed == 14 or state.rainfall is Rainfall.HEAVY_RAIN
    assert warnings(hub) == {code}
    task = start(hub)
    world.clock.advance(5)
    assert outcome(world, hub, task) == (S.STARTING_FAILURE, [(314000, reason)])
    # Elsewhere the weather is another.
    assert warnings(hub.with_project("9c4d7f10-52a8-4b0e-8a17-6d3e5b9f2a22"), "Quay dock") == set()
    world.clock.advance(300)
    assert warnings(hub) == set()
    task = start(hub)
    world.clock.advance(5)
    assert outcome(world, hub, task) == (S.EXECUTING, [])


@pytest.mark.parametrize(("told", "reason", "code"), WEATHER)
def test_bad_weather_calls_back_who_is_in_the_air(
    told: dict[str, Any], reason: str, code: str, world: Simulator, hub: FlightHub
) -> None:
    task = start(hub)
    world.clock.advance(60)
    hub.system.status()
    event = dict(told)
    world.world.happen(event.pop("event"), event)
    world.clock.advance(120)
    assert outcome(world, hub, task) == (S.TERMINATED, [(322281, reason)])


def test_wind_and_rain_are_told_one_beside_the_other_and_end_together(world: Simulator, hub: FlightHub) -> None:
    def sky() -> tuple[Any, Any]:
        state: Any = hub.devices.get_state(DOCK)
        return state.wind_speed, state.rainfall

    usual = sky()
    world.world.happen("wind", {"speed": 9})
    world.world.happen("rain", {"level": "light_rain"})
    assert sky() == (9, Rainfall.LIGHT_RAIN)
    world.world.happen("wind", {"speed": 0})
    assert sky() == (0, Rainfall.LIGHT_RAIN)
    world.world.happen("usual_weather", {})
    assert sky() == usual


@pytest.mark.parametrize(
    ("action", "end", "codes"), [("return_home", S.TERMINATED, [316006]), ("continue_task", S.SUCCESS, [])]
)
def test_without_a_link_an_aircraft_does_what_its_task_says(
    action: str, end: FlightTaskStatus, codes: list[int], world: Simulator, hub: FlightHub
) -> None:
    task = start(hub, out_of_control_action_in_flight=action)
    world.clock.advance(60)
    hub.devices.get_state(AIRCRAFT)
    world.world.happen("link_lost", {"sn": AIRCRAFT})
    assert "0x20000004" in warnings(hub)
    for call in (
        lambda: hub.devices.get_state(AIRCRAFT),
        lambda: hub.devices.send_command(AIRCRAFT, device_command="return_home"),
        lambda: hub.livestreams.open(AIRCRAFT),
    ):
        with pytest.raises(DeviceOffline):
            call()
    world.clock.advance(60)
    world.world.happen("link_restored", {"sn": AIRCRAFT})
    hub.devices.get_state(AIRCRAFT)
    assert warnings(hub) == set()
    world.clock.advance(600)
    status, exceptions = outcome(world, hub, task)
    assert (status, [code for code, _ in exceptions]) == (end, codes)


def test_without_a_link_nobody_takes_off(world: Simulator, hub: FlightHub) -> None:
    world.world.happen("link_lost", {"sn": DOCK})
    task = start(hub)
    world.clock.advance(5)
    assert outcome(world, hub, task) == (S.STARTING_FAILURE, [(316006, "contact with the aircraft was lost")])


@pytest.mark.parametrize(
    ("event", "arguments", "problem"),
    [
        ("wind", {"speed": -1}, "from 0 to 60"),
        ("wind", {"speed": True}, "speed is a number"),
        ("wind", {"speed": 5, "seconds": -1}, "seconds is from 0"),
        ("rain", {"level": "hail"}, "light_rain"),
        ("rain", {"project": "nowhere"}, "there is no project 'nowhere'"),
        ("link_lost", {"sn": "nobody"}, "there is no device 'nobody'"),
        ("battery", {"sn": DOCK, "percent": "half"}, "percent is a number, not 'half'"),
        ("refuse_start", {"sn": DOCK, "code": 1.5}, "code is a whole number"),
    ],
)
def test_what_no_event_takes_is_told(event: str, arguments: Any, problem: str, world: Simulator) -> None:
    with pytest.raises(ValueError, match=problem):
        world.world.happen(event, arguments)


@pytest.mark.parametrize("shape", ["perimeter", "survey"])
def test_an_aircraft_without_a_camera_flies_the_routes_of_its_scenario_and_brings_nothing(shape: str) -> None:
    pair = {
        "home": [54.3211, 10.1204, 41.0],
        "gateway": {"sn": "8UUXEXAMPLE0021", "model": "3-3-0", "callsign": "Dock"},
        "drone": {"sn": "1581FEXAMPLE00021", "model": "0-100-1"},
    }
    routes = [{"name": "Round", "from": "8UUXEXAMPLE0021", "shape": shape}]
    project = {"name": "Farm", "center": [54.32, 10.12], "pairs": [pair], "waylines": routes}
    with (
        package.run(speed=0, scenario={"projects": [project]}) as simulator,
        FlightHub(token=simulator.token, project="Farm", base_url=simulator.base_url) as fh,
    ):
        task = fh.flight_tasks.launch(dock="Dock", wayline="Round", preflight=False)
        simulator.clock.advance(3600)
        assert str(task.refresh().status) == "success"
        assert len(task.media()) == 0
