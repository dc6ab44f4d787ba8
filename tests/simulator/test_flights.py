"""Flights: an immediate task takes off, goes through its states, leaves media and a trajectory, and obeys commands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest
from flying import (
    AIRCRAFT,
    CONTROLLER,
    DOCK,
    HARBOUR,
    OTHER_DOCK,
    PERIMETER,
    SURVEY,
    airborne,
    ended,
    passing,
    start,
)

from flighthub import APIError, DeviceOffline, FlightHub, InvalidRequest, WaylineInvalid
from flighthub.enums import DroneModeCode, FlightTaskStatus, GatewayModeCode, MediaFileType, MediaUploadStatus
from flighthub.types import FlightTaskSummary
from flighthub_simulator import Simulator

S = FlightTaskStatus


def row(world: Simulator, hub: FlightHub, uuid: str, sn: str = DOCK) -> FlightTaskSummary:
    """A task as it is listed."""
    now = world.clock.now()
    found = hub.flight_tasks.list(sn=sn, begin_at=now - timedelta(days=1), end_at=now + timedelta(days=1))
    (one,) = (each for each in found if each.uuid == uuid)
    return one


def test_an_immediate_task_is_flown_to_its_end(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    seen: list[Any] = [hub.flight_tasks.get(task).status]
    modes: list[Any] = []
    for _ in passing(world, 400, 2):
        status = hub.flight_tasks.get(task).status
        seen += [status] if status not in seen[-1:] else []
        if status is S.EXECUTING:
            state: Any = hub.devices.get_state(AIRCRAFT)
            modes += [state.mode_code] if state.mode_code not in modes[-1:] else []
    assert seen == [S.WAITING, S.EXECUTING, S.SUCCESS]
    assert modes == [
        DroneModeCode.TAKEOFF_PREPARATION,
        DroneModeCode.TAKEOFF_PREPARATION_COMPLETED,
        DroneModeCode.AUTOMATIC_TAKEOFF,
        DroneModeCode.WAYLINE_FLIGHT,
        DroneModeCode.AUTO_RETURNING_TO_HOME,
        DroneModeCode.AUTOMATIC_LANDING,
        DroneModeCode.STANDBY,
    ]


def test_an_aircraft_that_was_off_is_in_the_air_after_some_twenty_seconds(world: Simulator, hub: FlightHub) -> None:
    with pytest.raises(DeviceOffline):
        hub.devices.get_state(AIRCRAFT)
    start(hub)
    heights = {}
    for passed in passing(world, 30):
        try:
            state: Any = hub.devices.get_state(AIRCRAFT)
        except DeviceOffline:
            continue
        heights[passed] = state.elevation
    assert all(height == 0 for passed, height in heights.items() if passed < 20)
    assert heights[30] > 10


def test_the_aircraft_flies_from_the_dock_along_the_route_and_back(world: Simulator, hub: FlightHub) -> None:
    dock: Any = hub.devices.get_state(DOCK)
    start(hub)
    distances, before = [], None
    for _ in passing(world, 330):
        try:
            state: Any = hub.devices.get_state(AIRCRAFT)
        except DeviceOffline:
            before = None
            continue
        distances.append(state.home_distance)
        if before is not None:
            # Nothing is quicker than the fastest that a flight knows, and nothing jumps.
            assert abs(state.home_distance - before.home_distance) <= 12.5
            assert abs(state.height - before.height) <= 6
            assert state.battery_percent <= before.battery_percent
        before = state
    assert distances[0] == 0
    assert 230 < max(distances) < 320
    assert distances[-1] == 0
    end: Any = hub.devices.get_state(DOCK)
    assert end.position == dock.position


def test_the_dock_opens_works_charges_and_shuts(world: Simulator, hub: FlightHub) -> None:
    def look() -> tuple[Any, ...]:
        state: Any = hub.devices.get_state(DOCK)
        sub = state.sub_device.device_online_status
        return state.mode_code.name, state.cover_state.name, state.drone_in_dock, sub, state.is_idle

    rest = look()
    assert rest[0] == "IDLE"
    assert rest[1] == "CLOSED"
    assert rest[4] is True
    task = start(hub)
    world.clock.advance(60)
    flying = look()
    assert flying[:2] == ("IN_OPERATION", "OPEN")
    assert flying[2] != rest[2]
    assert flying[3] != rest[3]
    ended(world, hub, task)
    assert look() == rest
    state: Any = hub.devices.get_state(DOCK)
    assert state.mode_code is GatewayModeCode.IDLE
    low = state.drone_charge_state.capacity_percent
    world.clock.advance(300)
    state = hub.devices.get_state(DOCK)
    assert state.drone_charge_state.capacity_percent > low


def test_the_list_has_the_actual_times_and_the_progress(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    before = row(world, hub, task)
    assert (before.run_at, before.completed_at, before.folder_id, before.current_waypoint_index) == (None, None, 0, 0)
    airborne(world, hub)
    during = row(world, hub, task)
    assert during.run_at == before.begin_at + timedelta(seconds=2) if before.begin_at else False
    assert during.completed_at is None
    assert 2 <= (during.current_waypoint_index or 0) < 17
    ended(world, hub, task)
    after = row(world, hub, task)
    assert after.current_waypoint_index == after.total_waypoints == 17
    assert after.completed_at is not None
    assert after.run_at is not None
    assert timedelta(minutes=2) < after.completed_at - after.run_at < timedelta(minutes=6)
    assert after.exceptions == []
    assert after.folder_id


@pytest.mark.parametrize(
    ("members", "count"),
    [
        ({}, 2),
        ({"name": "Round"}, 1),
        ({"name": "Other"}, 1),
        ({"name": "Absent"}, 0),
        ({"task_type": "immediate"}, 2),
        ({"task_type": "timed"}, 0),
        ({"status": ["success"]}, 1),
        ({"status": ["success", "executing"]}, 2),
        ({"status": ["waiting"]}, 0),
        ({"sn": AIRCRAFT}, 2),
        ({"sn": OTHER_DOCK}, 0),
        ({"sn": "nobody"}, 0),
    ],
)
def test_tasks_are_listed_by_dock_window_name_kind_and_state(
    members: dict[str, Any], count: int, world: Simulator, hub: FlightHub
) -> None:
    ended(world, hub, start(hub))
    start(hub, name="Other")
    world.clock.advance(30)
    now = world.clock.now()
    asked = {"sn": DOCK, "begin_at": now - timedelta(hours=1), "end_at": now, **members}
    assert len(hub.flight_tasks.list(**asked)) == count
    assert hub.flight_tasks.list(**{**asked, "begin_at": now, "end_at": now + timedelta(hours=1)}) == []


def test_media_arrive_one_by_one_after_the_landing(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    with pytest.raises(APIError, match="217028"):
        hub.flight_tasks.list_media(task)
    ended(world, hub, task)
    assert hub.flight_tasks.list_media(task) == []
    counts: list[int] = []
    statuses: list[Any] = []
    for _ in passing(world, 60, 3):
        detail, listed = hub.flight_tasks.get(task), row(world, hub, task)
        assert detail.folder_info is not None
        assert detail.folder_info.expected_file_count == 17
        assert detail.folder_info.folder_id == listed.folder_id
        counts.append(detail.folder_info.uploaded_file_count or 0)
        statuses += [listed.media_upload_status] if listed.media_upload_status not in statuses[-1:] else []
    assert counts == sorted(counts)
    assert len(set(counts)) > 5
    assert counts[-1] == 17
    assert statuses == [MediaUploadStatus.TO_UPLOAD, MediaUploadStatus.UPLOADING, MediaUploadStatus.UPLOAD_FINISHED]


def test_media_are_pictures_that_tell_where_they_were_taken_and_one_row_is_a_folder(
    world: Simulator, hub: FlightHub
) -> None:
    task = start(hub)
    ended(world, hub, task)
    world.clock.advance(120)
    files = hub.flight_tasks.list_media(task)
    assert [each.file_type for each in files].count(MediaFileType.IMAGE) == 17
    (folder,) = (each for each in files if each.file_type is MediaFileType.UNSUPPORTED)
    assert (folder.size, folder.suffix) == (0, "")
    assert len({each.uuid for each in files}) == 18
    contents = []
    for each in files[:3]:
        assert each.original_url is not None
        link = each.original_url.reveal()
        assert world.token not in link
        whole = httpx.get(link)
        assert len(whole.content) == each.size
        part = httpx.get(link, headers={"Range": "bytes=100-199"})
        assert (part.status_code, part.content) == (206, whole.content[100:200])
        assert whole.content[:2] == b"\xff\xd8"
        assert whole.content[-2:] == b"\xff\xd9"
        assert b"Exif\x00\x00II*\x00" in whole.content[:20]
        contents.append(whole.content)
    assert len(set(contents)) == 3


def test_the_trajectory_appears_after_the_landing_and_goes_round(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    for seconds in (0, 60):
        world.clock.advance(seconds)
        with pytest.raises(APIError, match="219017"):
            hub.flight_tasks.get_track(task)
    ended(world, hub, task)
    world.clock.advance(10)
    found = hub.flight_tasks.get_track(task)
    assert found.status is S.SUCCESS
    assert found.track is not None
    points, duration = found.track.points, found.track.flight_duration or 0
    assert found.track.drone_sn == AIRCRAFT
    assert len(points) == pytest.approx(duration, abs=3)
    assert 700 < (found.track.flight_distance or 0) < 1100
    times = [each.timestamp for each in points]
    assert times == sorted(times, key=lambda each: each or 0)
    assert points[0].latitude == pytest.approx(points[-1].latitude, abs=1e-6)
    assert max(each.height or 0 for each in points) - (points[0].height or 0) == pytest.approx(80, abs=1)


def test_a_second_immediate_task_is_refused_while_the_dock_is_busy(world: Simulator, hub: FlightHub) -> None:
    first = start(hub)
    world.clock.advance(30)
    with pytest.raises(APIError, match="321257"):
        start(hub)
    assert [each.uuid for each in world.world.flight_tasks.all] == [first]


def test_two_docks_fly_at_the_same_time(world: Simulator, hub: FlightHub) -> None:
    tasks = [start(hub), start(hub, sn=OTHER_DOCK, wayline_uuid=SURVEY)]
    world.clock.advance(60)
    assert [hub.flight_tasks.get(each).status for each in tasks] == [S.EXECUTING, S.EXECUTING]
    for each in tasks:
        assert ended(world, hub, each).status is S.SUCCESS


@pytest.mark.parametrize("sn", [AIRCRAFT, CONTROLLER, "8UUXEXAMPLE0011", "nobody"])
def test_only_docks_of_the_project_fly_tasks(sn: str, hub: FlightHub) -> None:
    with pytest.raises(APIError, match="219014"):
        start(hub, sn=sn)


def test_a_route_of_another_model_is_refused(hub: FlightHub) -> None:
    with pytest.raises(WaylineInvalid):
        start(hub, sn=OTHER_DOCK)


@pytest.mark.parametrize("uuid", ["00000000-0000-4000-8000-000000000000"])
def test_a_task_that_nobody_made_is_not_found(uuid: str, hub: FlightHub) -> None:
    for call in (hub.flight_tasks.get, hub.flight_tasks.list_media, hub.flight_tasks.get_track):
        with pytest.raises(APIError, match="219021"):
            call(uuid)


def test_a_task_of_another_project_is_not_found(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    with pytest.raises(APIError, match="219021"):
        hub.with_project(HARBOUR).flight_tasks.get(task)


def test_a_task_of_a_dock_that_is_offline_is_refused(world: Simulator, hub: FlightHub) -> None:
    world.world.happen("device_offline", {"sn": DOCK})
    with pytest.raises(DeviceOffline):
        start(hub)
    with pytest.raises(DeviceOffline):
        hub.devices.get_state(DOCK)
    world.world.happen("device_online", {"sn": DOCK})
    assert ended(world, hub, start(hub)).status is S.SUCCESS


@pytest.mark.parametrize(
    ("event", "arguments", "code"),
    [
        ("battery", {"sn": DOCK, "percent": 20}, 316009),
        ("refuse_start", {"sn": DOCK, "code": 316026}, 316026),
        ("device_offline", {"sn": AIRCRAFT}, 319005),
    ],
)
def test_a_flight_that_cannot_start_says_why_in_the_list(
    event: str, arguments: dict[str, Any], code: int, world: Simulator, hub: FlightHub
) -> None:
    world.world.happen(event, arguments)
    task = start(hub)
    world.clock.advance(5)
    assert hub.flight_tasks.get(task).status is S.STARTING_FAILURE
    (exception,) = row(world, hub, task).exceptions
    assert (exception.code, exception.sn) == (code, DOCK)
    with pytest.raises(APIError, match="217028"):
        hub.flight_tasks.list_media(task)
    with pytest.raises(APIError, match="219017"):
        hub.flight_tasks.get_track(task)


@pytest.mark.parametrize("kind", ["immediate", "timed"])
def test_a_return_above_the_ceiling_is_refused_without_a_word_about_it(
    kind: str, world: Simulator, hub: FlightHub
) -> None:
    when = {"begin_at": world.clock.now() + timedelta(hours=1)} if kind == "timed" else {}
    with pytest.raises(APIError, match="219035") as refused:
        start(hub, rth_altitude=501, task_type=kind, **when)
    assert "altitude" not in refused.value.message
    assert world.world.flight_tasks.all == []
    assert start(hub, rth_altitude=500, task_type=kind, **when)


def command(hub: FlightHub, word: str, sn: str = AIRCRAFT) -> None:
    hub.devices.send_command(sn, device_command=word)


def test_a_flight_is_paused_and_resumed_and_still_succeeds(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    airborne(world, hub)
    command(hub, "flighttask_pause")
    assert hub.flight_tasks.get(task).status is S.PAUSED
    world.clock.advance(1)
    first: Any = hub.devices.get_state(AIRCRAFT)
    world.clock.advance(60)
    second: Any = hub.devices.get_state(AIRCRAFT)
    assert first.position == second.position
    assert (second.horizontal_speed, second.vertical_speed) == (0, 0)
    assert second.battery_percent < first.battery_percent
    command(hub, "flighttask_recovery")
    assert hub.flight_tasks.get(task).status is S.EXECUTING
    assert ended(world, hub, task).status is S.SUCCESS
    assert row(world, hub, task).current_waypoint_index == 17


def test_a_commanded_return_ends_the_task_early(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    airborne(world, hub)
    world.clock.advance(2)  # for the picture there
    command(hub, "return_home")
    world.clock.advance(5)
    state: Any = hub.devices.get_state(AIRCRAFT)
    assert state.mode_code is DroneModeCode.AUTO_RETURNING_TO_HOME
    assert ended(world, hub, task).status is S.TERMINATED
    listed = row(world, hub, task)
    assert 2 <= (listed.current_waypoint_index or 0) < 17
    assert [each.code for each in listed.exceptions] == [322283]
    world.clock.advance(120)
    detail = hub.flight_tasks.get(task)
    assert detail.folder_info is not None
    assert detail.folder_info.uploaded_file_count == listed.current_waypoint_index


def test_a_return_can_be_cancelled_and_the_route_taken_up_again(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    airborne(world, hub)
    command(hub, "return_home")
    world.clock.advance(5)
    command(hub, "return_home_cancel")
    assert hub.flight_tasks.get(task).status is S.PAUSED
    command(hub, "flighttask_recovery")
    assert ended(world, hub, task).status is S.SUCCESS
    assert row(world, hub, task).exceptions == []


def test_an_aircraft_that_hovers_too_long_returns_by_itself(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    airborne(world, hub)
    command(hub, "flighttask_pause")
    assert ended(world, hub, task, within=3600).status is S.TERMINATED
    assert [each.code for each in row(world, hub, task).exceptions] == [322281]
    state: Any = hub.devices.get_state(DOCK)
    assert 15 <= state.drone_charge_state.capacity_percent <= 30


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("flighttask_recovery", 319042),
        ("return_home_cancel", 319043),
    ],
)
def test_a_command_that_does_not_fit_is_refused_and_changes_nothing(
    word: str, code: int, world: Simulator, hub: FlightHub
) -> None:
    task = start(hub)
    airborne(world, hub)
    with pytest.raises(APIError, match=str(code)):
        command(hub, word)
    assert ended(world, hub, task).status is S.SUCCESS


@pytest.mark.parametrize(("word", "code"), [("flighttask_pause", 319020), ("return_home", 314000)])
def test_nothing_can_be_commanded_before_the_take_off(word: str, code: int, world: Simulator, hub: FlightHub) -> None:
    with pytest.raises(DeviceOffline):
        command(hub, word)
    start(hub)
    world.clock.advance(10)
    with pytest.raises(APIError, match=str(code)):
        command(hub, word)


@pytest.mark.parametrize("word", ["flighttask_pause", "flighttask_recovery", "return_home", "return_home_cancel"])
def test_an_aircraft_that_is_on_and_rests_is_not_offline(word: str, world: Simulator, hub: FlightHub) -> None:
    assert hub.devices.get_state("1ZNBEXAMPLE00004").mode_code is DroneModeCode.STANDBY  # type: ignore[union-attr]
    with pytest.raises(APIError, match="314000") as refused:
        command(hub, word, sn="1ZNBEXAMPLE00004")
    assert not isinstance(refused.value, DeviceOffline)


def test_what_somebody_did_with_a_task_is_listed_and_nothing_else(world: Simulator, hub: FlightHub) -> None:
    now = world.clock.now()
    asked = {"sn": DOCK, "begin_at": now - timedelta(days=1), "end_at": now + timedelta(days=1)}

    def operations() -> list[Any]:
        return [each["operations"] for each in hub.raw.flight_tasks.list(**asked).answer.to_dict()["data"]["list"]]

    task = start(hub, task_type="timed", begin_at=now + timedelta(minutes=1))
    assert operations() == [None]
    hub.flight_tasks.update_status(task, status="suspended")
    hub.flight_tasks.update_status(task, status="restored")
    ((first, second),) = operations()
    assert first["operator_name"] == second["operator_name"] == "Ana"
    ended(world, hub, task)
    assert len(operations()[0]) == 2


def test_a_command_may_name_the_dock_as_in_the_newer_edition(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    airborne(world, hub)
    command(hub, "flighttask_pause", sn=DOCK)
    assert hub.flight_tasks.get(task).status is S.PAUSED


def test_an_immediate_task_cannot_be_held(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    with pytest.raises(APIError, match="228406"):
        hub.flight_tasks.update_status(task, status="suspended")
    assert ended(world, hub, task).status is S.SUCCESS


def test_numbers_for_words_are_refused_as_the_real_server_does(world: Simulator) -> None:
    from flying import PLAN

    answer = httpx.post(
        f"{world.base_url}/openapi/v0.1/flight-task",
        json={**PLAN, "task_type": 1},
        headers={"X-User-Token": world.token, "X-Project-Uuid": world.project},
    )
    assert (answer.status_code, answer.json()["code"]) == (400, 200101)
    assert "task_type" in answer.json()["message"]
    assert world.world.flight_tasks.all == []


def test_a_wayline_that_nobody_has_makes_no_task(world: Simulator, hub: FlightHub) -> None:
    with pytest.raises(APIError):
        start(hub, wayline_uuid="00000000-0000-4000-8000-000000000000")
    with pytest.raises(InvalidRequest):
        start(hub, task_type="timed", begin_at=world.clock.now() - timedelta(hours=1))
    assert world.world.flight_tasks.all == []
    assert PERIMETER in {each.id for each in hub.waylines.list()}
