"""Devices in lists with their quirks, cameras, exclusive control, and the correction of a dock's position."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from flying import AIRCRAFT, CONTROLLER, DOCK, HARBOUR, airborne, client, start

from flighthub import APIError, DeviceOffline, FlightHub
from flighthub.enums import CameraPosition, DeviceClass, DroneModeCode, GatewayModeCode
from flighthub_simulator import Simulator, run

CAMERA = "81-0-0"
ARCHIVE = "1f6a2b3c-8d4e-4f50-9a61-7b82c93d4e33"


def pair_of(hub: FlightHub, sn: str = DOCK) -> Any:
    (found,) = (each for each in hub.devices.list() if each.gateway is not None and each.gateway.sn == sn)
    return found


def test_the_project_and_the_organization_list_their_devices(hub: FlightHub) -> None:
    assert len(hub.devices.list()) == 7
    assert len(hub.with_project(HARBOUR).devices.list()) == 1
    assert len(hub.devices.list_all()) == 8
    assert {each.gateway.device_model.class_ for each in hub.devices.list_all() if each.gateway} == {
        DeviceClass.AIRPORT,
        DeviceClass.RC,
    }


def test_a_project_without_devices_has_a_null_list(hub: FlightHub) -> None:
    raw = hub.with_project(ARCHIVE).raw.devices.list()
    assert raw.answer.to_dict()["data"] == {"list": None}
    assert raw.result == []


def test_a_row_has_numbers_as_text_in_the_model_and_numbers_in_the_mode(world: Simulator, hub: FlightHub) -> None:
    (row, *_) = hub.raw.devices.list().answer.to_dict()["data"]["list"]
    assert row["gateway"]["device_model"] == {
        "key": "3-2-0",
        "domain": "3",
        "type": "2",
        "sub_type": "0",
        "name": "DJI Dock 2",
        "class": "airport",
    }
    assert row["gateway"]["mode_code"] == 0
    assert pair_of(hub).gateway.model.name == "DJI Dock 2"
    assert pair_of(hub).drone.model.name == "Matrice 3TD"


def test_a_list_shows_who_flies(world: Simulator, hub: FlightHub) -> None:
    resting = pair_of(hub)
    assert (resting.drone.device_online_status, resting.drone.mode_code) == (False, DroneModeCode.STANDBY)
    start(hub)
    airborne(world, hub)
    flying = pair_of(hub)
    assert (flying.drone.device_online_status, flying.drone.mode_code) == (True, DroneModeCode.WAYLINE_FLIGHT)
    assert flying.gateway.mode_code is GatewayModeCode.IN_OPERATION


SCENARIO = {
    "projects": [
        {
            "name": "Small",
            "center": [46.0, 14.5],
            "pairs": [
                {"home": [46.0, 14.5, 300], "gateway": {"sn": "DOCKA", "model": "3-3-0"}},
                {"home": [46.0, 14.5, 300], "gateway": {"sn": "CONTROLLERA", "model": "2-119-0"}},
                {
                    "home": [46.0, 14.5, 300],
                    "switched_on": False,
                    "gateway": {"sn": "DOCKB", "model": "3-3-0"},
                    "drone": {"sn": "NEW", "model": "0-100-1", "cameras": ["99-0-0"]},
                },
                {"home": [46.0, 14.5, 300], "drone": {"sn": "STRAY", "model": "0-99-1"}},
            ],
        }
    ]
}


def test_either_half_of_a_pair_may_be_null_or_missing_and_cameras_may_be_unknown() -> None:
    with run(scenario=SCENARIO) as simulator, client(simulator) as hub:
        rows = hub.raw.devices.list().answer.to_dict()["data"]["list"]
        typed = hub.devices.list()
        with pytest.raises(DeviceOffline):
            hub.devices.get_state("STRAY")
    assert rows[0]["drone"] is None
    assert "drone" not in rows[1]
    assert rows[2]["drone"]["camera_list"] is None
    assert [each.drone is None for each in typed] == [True, True, False, False]
    assert (rows[3]["gateway"], rows[3]["drone"]["device_online_status"]) == (None, False)
    assert [each.gateway is None for each in typed] == [False, False, False, True]


def test_no_more_than_a_thousand_devices_are_listed() -> None:
    pairs = [
        {
            "home": [46.0, 14.5, 300],
            "gateway": {"sn": f"DOCK{number}", "model": "3-3-0"},
            "drone": {"sn": f"AIRCRAFT{number}", "model": "0-100-1"},
        }
        for number in range(501)
    ]
    with (
        run(scenario={"projects": [{"name": "Large", "center": [46.0, 14.5], "pairs": pairs}]}) as simulator,
        client(simulator) as hub,
    ):
        assert len(hub.devices.list_all()) == 500


def test_an_aircraft_in_the_air_is_offline_while_its_dock_is(world: Simulator, hub: FlightHub) -> None:
    start(hub)
    airborne(world, hub)
    world.world.happen("device_offline", {"sn": DOCK})
    row = pair_of(hub)
    assert (row.gateway.device_online_status, row.drone.device_online_status) == (False, False)
    with pytest.raises(DeviceOffline):
        hub.devices.get_state(AIRCRAFT)


def test_the_serial_number_of_a_dock_does_not_do_for_its_aircraft(world: Simulator, hub: FlightHub) -> None:
    start(hub)
    airborne(world, hub)
    for call in (
        lambda: hub.devices.acquire_control(drone_sn=DOCK, payload_index=[CAMERA]),
        lambda: hub.devices.release_control(drone_sn=DOCK, payload_index=[CAMERA]),
        lambda: hub.devices.change_lens(sn=DOCK, camera_index=CAMERA, lens_type="zoom"),
        lambda: hub.devices.set_stream_quality(sn=DOCK, camera_index=CAMERA, quality_type="smooth"),
    ):
        with pytest.raises(APIError, match="228406"):
            call()
    assert world.world.fleet.pairs[0].holders == {}


def test_a_dock_shows_its_other_view_without_control(hub: FlightHub) -> None:
    for view in (CameraPosition.INDOOR, CameraPosition.OUTDOOR):
        hub.devices.change_camera(sn=DOCK, camera_index="165-0-7", camera_position=view)
        (camera,) = pair_of(hub).gateway.camera_list
        assert camera.camera_position is view
        assert len(camera.available_camera_positions) == 2


@pytest.mark.parametrize(("sn", "index"), [(DOCK, "165-0-9"), (DOCK, CAMERA)])
def test_a_camera_that_a_device_does_not_have_is_refused(sn: str, index: str, hub: FlightHub) -> None:
    with pytest.raises(APIError, match="513002"):
        hub.devices.change_camera(sn=sn, camera_index=index, camera_position="indoor")


def test_lenses_and_quality_need_control_of_the_payload(world: Simulator, hub: FlightHub) -> None:
    def change(lens: str) -> None:
        hub.devices.change_lens(sn=AIRCRAFT, camera_index=CAMERA, lens_type=lens)

    def clear() -> None:
        hub.devices.set_stream_quality(sn=AIRCRAFT, camera_index=CAMERA, quality_type="ultra_high_definition")

    with pytest.raises(DeviceOffline):
        change("zoom")
    start(hub)
    airborne(world, hub)
    for call in (lambda: change("zoom"), clear):
        with pytest.raises(APIError, match="228402"):
            call()
    hub.devices.acquire_control(drone_sn=AIRCRAFT, payload_index=[CAMERA])
    change("ir")
    clear()
    (camera, other) = pair_of(hub).drone.camera_list
    assert camera.lens_list[0].lens_type == "ir"
    assert {each.value for each in camera.lens_list[0].available_lens_types} == {"wide", "zoom", "ir"}
    assert world.world.fleet.pairs[0].drone is not None
    assert world.world.fleet.pairs[0].drone.cameras[0].quality == "ultra_high_definition"
    hub.devices.acquire_control(drone_sn=AIRCRAFT, payload_index=[other.camera_index])
    with pytest.raises(APIError, match="327010"):
        hub.devices.change_lens(sn=AIRCRAFT, camera_index=other.camera_index, lens_type="zoom")


def test_control_is_exclusive_and_the_last_who_takes_it_has_it(world: Simulator, hub: FlightHub) -> None:
    start(hub)
    airborne(world, hub)
    held = hub.devices.acquire_control(drone_sn=AIRCRAFT, payload_index=[CAMERA, "176-0-0"])
    assert [each.payload_index for each in held.controls] == ["176-0-0", CAMERA]
    assert {each.user.call_sign for each in held.controls if each.user} == {"Ana"}
    world.world.happen("take_over", {"sn": AIRCRAFT, "payload_index": CAMERA})
    with pytest.raises(APIError, match="228402"):
        hub.devices.change_lens(sn=AIRCRAFT, camera_index=CAMERA, lens_type="zoom")
    # Releasing does not take it from somebody else.
    left = hub.devices.release_control(drone_sn=AIRCRAFT, payload_index=[CAMERA, "176-0-0"])
    assert [(each.payload_index, each.user.call_sign) for each in left.controls if each.user] == [(CAMERA, "Pilot")]
    again = hub.devices.acquire_control(drone_sn=AIRCRAFT, payload_index=[CAMERA])
    assert [each.user.call_sign for each in again.controls if each.user] == ["Ana"]
    for _ in range(2):
        gone = hub.devices.release_control(drone_sn=AIRCRAFT, payload_index=[CAMERA])
        assert gone.controls == []


def test_control_of_a_payload_that_is_not_there_takes_nothing(world: Simulator, hub: FlightHub) -> None:
    start(hub)
    airborne(world, hub)
    with pytest.raises(APIError, match="513002"):
        hub.devices.acquire_control(drone_sn=AIRCRAFT, payload_index=[CAMERA, "1-0-0"])
    assert world.world.fleet.pairs[0].holders == {}


def test_a_dock_takes_the_settings_of_its_caster_and_keeps_no_password(world: Simulator, hub: FlightHub) -> None:
    given: Any = {"host": "rtk.example.com", "port": 2101, "account": "a", "password": "planted", "mount_point": "M"}
    answer = hub.devices.calibrate_rtk(DOCK, **given)
    assert (answer.status, bool(answer.bid)) == ("ok", True)
    assert "planted" not in repr(vars(world.world.fleet.pairs[0]))
    for sn in (AIRCRAFT, CONTROLLER):
        with pytest.raises(APIError, match="219014"):
            hub.devices.calibrate_rtk(sn, **given)
    world.world.happen("device_offline", {"sn": DOCK})
    with pytest.raises(DeviceOffline):
        hub.devices.calibrate_rtk(DOCK, **given)


def test_members_that_are_added_stay_and_change_their_role(world: Simulator, hub: FlightHub) -> None:
    for role in ("project-member", "project-admin"):
        hub.projects.add_members(add_users=[{"user_id": "1770000000000000077", "role": role, "nickname": "Eva"}])
        members = world.world.projects[world.project].members
        assert members["1770000000000000077"].role == role
    assert len(members) == 2


def test_an_annotation_is_kept_as_it_was_drawn_and_twice_makes_two(world: Simulator, hub: FlightHub) -> None:
    point: Any = {
        "type": "Feature",
        "properties": {"color": "#2D8CF0", "clampToGround": True},
        "geometry": {"type": "Point", "coordinates": [14.5, 46.05]},
    }
    for _ in range(2):
        hub.annotations.create(name="Gate", desc="North", resource={"type": 0, "content": point})
    kept = world.world.annotations.all
    assert [(each.name, each.feature["geometry"]["coordinates"]) for each in kept] == [("Gate", [14.5, 46.05])] * 2
    assert len({each.uuid for each in kept}) == 2


@pytest.mark.parametrize(
    ("method", "path", "body", "documented"),
    [
        ("POST", f"device/{AIRCRAFT}/command", {"command": "flighttask_pause"}, "device_command"),
        ("POST", "device/control", {"sn": AIRCRAFT, "payload_index": [CAMERA]}, "drone_sn"),
        ("DELETE", "device/control", {"sn": AIRCRAFT, "payload_index": [CAMERA]}, "drone_sn"),
        (
            "POST",
            "live-stream/start",
            {"sn": AIRCRAFT, "camera_index": CAMERA, "video_expire": 60, "video_quality": "smooth"},
            "quality_type",
        ),
    ],
)
def test_members_with_two_candidate_spellings_are_taken_under_both_and_answered_under_the_documented_one(
    method: str, path: str, body: dict[str, Any], documented: str, world: Simulator, hub: FlightHub
) -> None:
    start(hub)
    airborne(world, hub)
    other = next(name for name in body if name in ("command", "sn", "video_quality") and name != documented)
    other = "video_quality" if documented == "quality_type" else other
    headers = {"X-User-Token": world.token, "X-Project-Uuid": world.project}
    for name in (other, documented):
        sent = {**{key: value for key, value in body.items() if key != other}, name: body[other]}
        answer = httpx.request(method, f"{world.base_url}/openapi/v0.1/{path}", json=sent, headers=headers).json()
        assert answer["code"] == (319020 if name == "device_command" else 0), (name, answer)
        assert other not in (answer.get("data") or {})
    neither = {key: value for key, value in body.items() if key != other}
    refused = httpx.request(method, f"{world.base_url}/openapi/v0.1/{path}", json=neither, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (400, 200101)
