"""What devices report: typed, alive, in either wire form, and exactly as transcribed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from flying import AIRCRAFT, CONTROLLER, DOCK, HARBOUR, MORNING, airborne, ended, passing, start

from flighthub import APIError, DeviceOffline, FlightHub
from flighthub.enums import Rainfall
from flighthub_runtime.models import Model
from flighthub_simulator import Simulator, run
from flighthub_simulator._world._scenario import scenario

DEVICES = {
    device["sn"]: (project["uuid"], device["model"])
    for project in scenario()["projects"]
    for pair in project.get("pairs", ())
    for device in pair.values()
    if isinstance(device, dict)
}
"""All devices of the usual scenario: project and model."""

EXAMPLES = [
    json.loads(file.read_text(encoding="utf-8"))
    for file in (Path(__file__).parents[1] / "client" / "device_states").glob("*.json")
]
"""What each product reports, as the dossier has it."""

RESTING = {sn for sn, (_, model) in DEVICES.items() if model.startswith("0-") and "1581F" in sn} - {
    "1581FEXAMPLE00006",
    "1581FEXAMPLE00007",
}
"""The aircraft that rest in docks, and so are off."""


@pytest.fixture(scope="module", params=["words", "codes"])
def form(request: pytest.FixtureRequest) -> Iterator[tuple[str, Simulator]]:
    with run(speed=0, start=MORNING, scenario={**scenario(), "forms": request.param}) as simulator:
        yield request.param, simulator


def test_the_usual_world_has_all_fourteen_devices() -> None:
    families = {model.rpartition("-")[0] for _, model in DEVICES.values()}
    assert len(families) == 14


@pytest.mark.parametrize("sn", sorted(DEVICES.keys() - RESTING))
def test_every_device_that_is_on_reports_everything_documented(sn: str, form: tuple[str, Simulator]) -> None:
    name, simulator = form
    project, _ = DEVICES[sn]
    with FlightHub(token=simulator.token, project=project, base_url=simulator.base_url) as fh:
        state = fh.devices.get_state(sn)
    assert [*state.deviations()] == []
    assert {len(state.to_dict())} <= {len(each) for each in EXAMPLES}
    words = [each for each in enums(state) if each[1] == "word"]
    codes = [each for each in enums(state) if each[1] == "code"]
    assert words if name == "words" else codes
    assert not (codes if name == "words" else words)


def enums(model: Model) -> list[tuple[str, str]]:
    """The enum members of a state that have words, and in which form each came."""
    found: list[tuple[str, str]] = []
    came = model.to_dict()
    for member in model.__wire__.members:
        value = getattr(model, member.attribute)
        if getattr(value, "word", None):
            found.append((member.wire, "word" if isinstance(came[member.wire], str) else "code"))
        elif isinstance(value, Model):
            found += enums(value)
    return found


@pytest.mark.parametrize("sn", sorted(RESTING))
def test_an_aircraft_in_its_dock_is_off(sn: str, world: Simulator) -> None:
    with (
        FlightHub(token=world.token, project=DEVICES[sn][0], base_url=world.base_url) as fh,
        pytest.raises(DeviceOffline),
    ):
        fh.devices.get_state(sn)


def test_a_device_of_another_project_cannot_be_read(hub: FlightHub) -> None:
    with pytest.raises(APIError, match="210113"):
        hub.with_project(HARBOUR).devices.get_state(DOCK)


def test_serial_numbers_in_a_state_are_those_of_the_pair(world: Simulator, hub: FlightHub) -> None:
    dock: Any = hub.devices.get_state(DOCK)
    assert dock.sub_device.device_sn == AIRCRAFT
    assert dock.sub_device.device_model_key == "0-91-1"
    start(hub)
    airborne(world, hub)
    text = yaml.safe_dump([dock.to_dict(), hub.devices.get_state(AIRCRAFT).to_dict()])
    assert AIRCRAFT in text
    assert not [each for each in text.split() if each.startswith(("DOCK", "M3", "M4")) and "EXAMPLE" in each]


def test_the_battery_falls_in_the_air_and_the_gimbal_turns_with_the_aircraft(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    airborne(world, hub)
    first: Any = hub.devices.get_state(AIRCRAFT)
    world.clock.advance(60)
    second: Any = hub.devices.get_state(AIRCRAFT)
    assert 2 <= first.battery_percent - second.battery_percent <= 3
    assert second.battery.remain_flight_time == pytest.approx(first.battery.remain_flight_time - 60, abs=2)
    assert second.battery.batteries[0].capacity_percent == second.battery.capacity_percent
    assert second.heading != first.heading
    assert second.payload_states["81-0-0"].gimbal_yaw == second.heading
    assert second.is_flying is True
    assert second.track_id == task
    ended(world, hub, task)


def test_the_weather_changes_slowly_and_agrees_between_dock_and_aircraft(world: Simulator, hub: FlightHub) -> None:
    winds, rains = [], set()
    for _ in passing(world, 24 * 3600, 120):
        state: Any = hub.devices.get_state(DOCK)
        winds.append(state.wind_speed)
        rains.add(state.rainfall)
        assert 0 <= state.wind_speed < 12
        assert -5 < state.environment_temperature < 30
    assert max(winds) - min(winds) > 4
    assert max(abs(after - before) for before, after in pairwise(winds)) < 3.2
    assert Rainfall.NO_RAIN in rains
    assert len(rains) >= 2
    start(hub)
    airborne(world, hub)
    dock: Any = hub.devices.get_state(DOCK)
    aircraft: Any = hub.devices.get_state(AIRCRAFT)
    assert aircraft.wind_speed == pytest.approx(dock.wind_speed * 10, abs=0.6)


def test_alerts_come_and_go_with_the_weather_and_the_battery(world: Simulator, hub: FlightHub) -> None:
    def codes(sn: str) -> set[str | None]:
        (row,) = hub.devices.list_alerts(device_sn_list=[sn])
        assert row.device_hms is not None
        return {each.code for each in row.device_hms.list}

    seen: list[set[str | None]] = []
    for _ in passing(world, 24 * 3600, 600):
        state: Any = hub.devices.get_state(DOCK)
        found = codes(DOCK)
        assert ("0x20000002" in found) is (state.wind_speed >= 6.5)
        assert ("0x20000003" in found) is (state.rainfall is not Rainfall.NO_RAIN)
        seen.append(found)
    assert set() in seen
    assert {"0x20000002"} in seen
    start(hub)
    airborne(world, hub)
    assert "0x1611000a" not in codes(AIRCRAFT)
    hub.devices.send_command(AIRCRAFT, device_command="flighttask_pause")
    for _ in passing(world, 3600, 20):
        if "0x1611000a" in codes(AIRCRAFT):
            break
    state = hub.devices.get_state(AIRCRAFT)
    assert state.battery_percent < 30


def test_alerts_are_told_in_the_language_that_was_asked_for(world: Simulator) -> None:
    told = set()
    for language in ("en", "zh"):
        with FlightHub(token=world.token, project=world.project, base_url=world.base_url, language=language) as fh:
            rows = fh.devices.list_alerts(
                device_sn_list=[sn for sn, each in DEVICES.items() if each[0] == world.project]
            )
            told |= {alert.message for row in rows if row.device_hms for alert in row.device_hms.list}
    assert any(each and each.isascii() for each in told)
    assert any(each and not each.isascii() for each in told)


def test_alerts_of_a_project_without_devices_are_a_null_list(hub: FlightHub) -> None:
    archive = hub.with_project("1f6a2b3c-8d4e-4f50-9a61-7b82c93d4e33")
    assert archive.raw.devices.list_alerts(device_sn_list=[DOCK]).answer.to_dict()["data"] == {"list": None}


def test_a_device_without_alerts_has_a_null_list_and_an_unknown_one_no_row(world: Simulator, hub: FlightHub) -> None:
    raw = hub.raw.devices.list_alerts(device_sn_list=[CONTROLLER, "nobody"])
    assert raw.answer.to_dict()["data"] == {"list": [{"device_sn": CONTROLLER, "device_hms": {"list": None}}]}
    assert raw.result[0].device_hms is not None
    assert raw.result[0].device_hms.list == []
