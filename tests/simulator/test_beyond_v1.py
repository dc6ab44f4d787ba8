"""Operations beyond V1.0 show and change the same world as those of V1.0."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import documented
import pytest
from flying import (
    AIRCRAFT,
    CONTROLLER,
    DOCK,
    HARBOUR,
    MORNING,
    OTHER_AIRCRAFT,
    OTHER_DOCK,
    PERIMETER,
    SURVEY,
    airborne,
    ended,
    kmz,
    start,
)

from flighthub import APIError, FlightHub, NotFound, OutcomeUnknown
from flighthub.types import CommandExecution
from flighthub_simulator import Simulator
from flighthub_simulator._operations import handlers

CAMERA = "81-0-0"
NOBODY = "00000000-0000-4000-8000-0000000000ff"


def refusal(error: pytest.ExceptionInfo[APIError]) -> int:
    assert error.value.code is not None
    return error.value.code


# Commands


def execution(hub: FlightHub, name: str, sn: str = DOCK) -> CommandExecution | None:
    (row,) = hub.commands.list(device_sn=[sn])
    assert row.sn == sn
    return row.services.get(name)


@pytest.mark.parametrize("asked", [DOCK, AIRCRAFT])
def test_a_command_of_v1_shows_how_far_it_is(world: Simulator, hub: FlightHub, asked: str) -> None:
    start(hub)
    airborne(world, hub)
    assert execution(hub, "flighttask_pause", asked) is None
    hub.devices.send_command(AIRCRAFT, device_command="flighttask_pause")
    seen = []
    for _ in range(6):
        found = execution(hub, "flighttask_pause", asked)
        assert found is not None
        assert found.progress is not None
        seen.append((found.progress.percent, found.progress.current_step, found.device_code))
        world.clock.advance(1)
    assert seen == [(0, 1, 0), (25, 1, 0), (50, 2, 0), (75, 3, 0), (100, 3, 0), (100, 3, 0)]
    last = execution(hub, "flighttask_pause", asked)
    assert last is not None
    assert last.create_time is not None
    assert last.update_time is not None
    assert last.update_time - last.create_time == 4000


def test_a_device_may_fail_at_what_it_accepted(world: Simulator, hub: FlightHub) -> None:
    uuid = start(hub)
    airborne(world, hub)
    world.world.happen("fail_command", {"sn": DOCK, "code": 319020})
    hub.devices.send_command(AIRCRAFT, device_command="flighttask_pause")
    found = execution(hub, "flighttask_pause")
    assert found is not None
    assert found.device_code == 0  # not yet
    world.clock.advance(5)
    found = execution(hub, "flighttask_pause")
    assert found is not None
    assert found.device_code == 319020
    assert hub.flight_tasks.get(uuid).status == "executing"
    hub.devices.send_command(AIRCRAFT, device_command="flighttask_pause")
    assert hub.flight_tasks.get(uuid).status == "paused"


def test_a_command_that_is_refused_was_never_given_to_the_device(world: Simulator, hub: FlightHub) -> None:
    with pytest.raises(APIError):
        hub.devices.send_command(AIRCRAFT, device_command="return_home")
    assert execution(hub, "return_home") is None


@pytest.mark.parametrize(("reset", "is_there"), [("before", False), ("after", True)])
def test_the_list_says_whether_a_command_whose_answer_was_lost_arrived(
    world: Simulator, hub: FlightHub, reset: Any, is_there: bool
) -> None:
    start(hub)
    airborne(world, hub)
    world.faults.add("sendDeviceCommand", reset=reset)
    with pytest.raises(OutcomeUnknown):
        hub.devices.send_command(AIRCRAFT, device_command="return_home")
    assert (execution(hub, "return_home") is not None) is is_there


def test_a_calibration_of_rtk_is_found_by_its_business_id(world: Simulator, hub: FlightHub) -> None:
    (body,) = documented.operation("calibrateNetworkRtk").bodies.values()
    made = [hub.devices.calibrate_rtk(DOCK, **body).bid for _ in range(2)]
    assert len({*made}) == 2
    for bid in made:
        (row,) = hub.commands.list(device_sn=[DOCK], identifiers=[bid or ""])
        assert [each.bid for each in row.services.values()] == [bid]


def test_only_known_devices_have_a_row(hub: FlightHub) -> None:
    rows = hub.commands.list(device_sn=[DOCK, "unknown", OTHER_AIRCRAFT, DOCK])
    assert [each.sn for each in rows] == [DOCK, OTHER_AIRCRAFT]


# The dispatch check


def words(hub: FlightHub, sn: str = DOCK, wayline: str = PERIMETER) -> list[str | None]:
    return [each.error_code for each in hub.flight_tasks.check_dispatch(sn=sn, wayline_uuid=wayline).errors or []]


def test_nothing_speaks_against_a_flight_that_can_take_place(hub: FlightHub) -> None:
    checked = hub.flight_tasks.check_dispatch(sn=DOCK, wayline_uuid=PERIMETER)
    assert not checked.errors
    assert checked.device_position is not None
    assert checked.device_position.latitude == pytest.approx(46.05127)


@pytest.mark.parametrize(
    ("event", "arguments", "word"),
    [
        ("device_offline", {"sn": DOCK}, "device_offline"),
        ("device_offline", {"sn": AIRCRAFT}, "device_offline"),
        ("link_lost", {"sn": DOCK}, "device_offline"),
        ("wind", {"speed": 15}, "weather_limit"),
        ("rain", {"level": "light_rain"}, "rainfall"),
        ("battery", {"sn": AIRCRAFT, "percent": 20}, "battery_low"),
    ],
)
def test_the_check_names_what_would_stop_the_flight(
    world: Simulator, hub: FlightHub, event: str, arguments: dict[str, Any], word: str
) -> None:
    world.world.happen(event, arguments)
    assert words(hub) == [word]
    kinds = [each.error_type for each in hub.flight_tasks.check_dispatch(sn=DOCK, wayline_uuid=PERIMETER).errors or []]
    assert kinds == ["info" if word == "rainfall" else "warning"]


def test_the_check_names_another_model_and_a_busy_dock_and_starts_nothing(world: Simulator, hub: FlightHub) -> None:
    assert words(hub, wayline=SURVEY) == ["model_mismatch"]
    assert words(hub) == []
    start(hub)
    assert words(hub) == ["device_busy"]
    assert len(world.world.flight_tasks.all) == 1


def test_the_check_speaks_the_language_that_is_asked_for(world: Simulator) -> None:
    target = documented.operation("checkFlightTaskDispatch").target_path
    said = set()
    for language in ("en", "zh"):
        headers = {**documented.credentials(world), "X-Language": language}
        answer = documented.send(world.base_url, "GET", f"{target}?sn={DOCK}&wayline_uuid={SURVEY}", headers=headers)
        said.add(answer.json["data"]["errors"][0]["description"])
    assert len(said) == 2


def uploaded(world: Simulator, hub: FlightHub, points: str) -> str:
    """The id of a route that goes through some points."""
    key = f"{hub.projects.storage_credentials().object_key_prefix}/route.kmz"
    world.store.put(key, kmz(points))
    made = hub.waylines.finish_upload(name="Route", object_key=key).uuid
    assert made is not None
    return made


def test_a_pass_is_no_promise(world: Simulator, hub: FlightHub) -> None:
    id = uploaded(world, hub, "46.0515/14.5062/60")
    assert words(hub, wayline=id) == []
    with pytest.raises(APIError) as refused:
        start(hub, wayline_uuid=id)
    assert refusal(refused) == 219019


@pytest.mark.parametrize(("sn", "wayline", "code"), [(CONTROLLER, PERIMETER, 219014), (DOCK, NOBODY, 200404)])
def test_the_check_needs_a_dock_and_a_route_of_the_project(hub: FlightHub, sn: str, wayline: str, code: int) -> None:
    with pytest.raises(APIError) as refused:
        words(hub, sn, wayline)
    assert refusal(refused) == code


def test_the_check_knows_flight_areas(world: Simulator) -> None:
    closed = {"name": "Closed", "type": "nfz", "corners": [[46.0520, 14.5069]], "radius": 100}
    fence = {"name": "Fence", "type": "dfence", "corners": [[46, 14.4], [46.1, 14.4], [46.1, 14.6], [46, 14.6]]}
    for areas, expected in (
        ([closed], ["flight_area"]),
        ([{**closed, "status": "disable"}], []),
        ([{**closed, "type": "noland"}], []),
        ([{**closed, "corners": [[46.2, 14.5]]}], []),
        ([{**closed, "type": "dfence"}], ["flight_area"]),
        ([fence], []),
        ([{**fence, "type": "nfz"}], ["flight_area"]),
    ):
        world.reset(scenario=with_project(flight_areas=areas))
        with FlightHub(token=world.token, project=world.project, base_url=world.base_url) as hub:
            assert words(hub) == expected, areas


def with_project(**members: Any) -> dict[str, Any]:
    """A world with one dock and one route."""
    gateway = {"sn": DOCK, "model": "3-2-0"}
    drone = {"sn": AIRCRAFT, "model": "0-91-1", "cameras": [CAMERA]}
    route = {"id": PERIMETER, "name": "Perimeter", "from": DOCK, "shape": "perimeter", "side": 160}
    pair = {"home": [46.05127, 14.50613, 312.4], "gateway": gateway, "drone": drone}
    project = {"name": "Quarry", "center": [46.05, 14.5], "pairs": [pair], "waylines": [route], **members}
    return {"projects": [project]}


# Resumption


def interrupted(world: Simulator, hub: FlightHub) -> str:
    uuid = start(hub)
    airborne(world, hub)
    hub.devices.send_command(AIRCRAFT, device_command="return_home")
    assert ended(world, hub, uuid).status == "terminated"
    return uuid


def test_an_interrupted_task_goes_on_at_its_breakpoint_as_another_task(world: Simulator, hub: FlightHub) -> None:
    uuid = interrupted(world, hub)
    made = hub.flight_tasks.resume(task_uuid=uuid)
    assert made.uuid != uuid
    assert made.parent_task is not None
    assert made.parent_task.uuid == uuid
    assert made.begin_at == int(world.clock.now().timestamp())
    ended_task = ended(world, hub, made.uuid)
    assert ended_task.status == "success"
    rows = hub.flight_tasks.list(sn=DOCK, begin_at=MORNING, end_at=MORNING + timedelta(days=1))
    assert [(each.uuid, each.is_break_point_resume) for each in rows] == [(uuid, False), (made.uuid, True)]
    whole = hub.waylines.get(PERIMETER).wayline_point_nums
    assert whole is not None
    assert rows[1].current_waypoint_index == rows[1].total_waypoints == whole
    world.clock.advance(300)
    pictures = [len([one for one in hub.flight_tasks.list_media(each) if one.suffix]) for each in (uuid, made.uuid)]
    assert sum(pictures) == whole
    assert min(pictures) > 0


@pytest.mark.parametrize("state", ["waiting", "executing", "success"])
def test_only_an_interrupted_task_can_be_taken_up(world: Simulator, hub: FlightHub, state: str) -> None:
    uuid = start(hub)
    if state == "executing":
        airborne(world, hub)
    if state == "success":
        ended(world, hub, uuid)
    assert hub.flight_tasks.get(uuid).status == state
    with pytest.raises(APIError) as refused:
        hub.flight_tasks.resume(task_uuid=uuid)
    assert refusal(refused) == 321005


def test_a_task_is_taken_up_once(world: Simulator, hub: FlightHub) -> None:
    uuid = interrupted(world, hub)
    hub.flight_tasks.resume(task_uuid=uuid)
    with pytest.raises(APIError) as refused:
        hub.flight_tasks.resume(task_uuid=uuid)
    assert refusal(refused) == 321005
    assert len(world.world.flight_tasks.all) == 2


def test_a_resumption_that_could_not_start_may_be_tried_again(world: Simulator, hub: FlightHub) -> None:
    uuid = interrupted(world, hub)
    world.world.happen("refuse_start", {"sn": DOCK, "code": 316026})
    failed = hub.flight_tasks.resume(task_uuid=uuid)
    assert ended(world, hub, failed.uuid).status == "starting_failure"
    made = hub.flight_tasks.resume(task_uuid=uuid)
    assert ended(world, hub, made.uuid).status == "success"


def test_a_task_that_would_go_on_by_itself_does_not_when_somebody_has_taken_it_up(
    world: Simulator, hub: FlightHub
) -> None:
    uuid = start(hub, resumable_status="auto")
    airborne(world, hub)
    world.world.happen("battery_low", {"sn": AIRCRAFT})
    assert ended(world, hub, uuid).status == "terminated"
    made = hub.flight_tasks.resume(task_uuid=uuid)
    world.clock.advance(6 * 3600)
    assert hub.flight_tasks.get(uuid).status == "terminated"
    assert hub.flight_tasks.get(made.uuid).status in ("success", "starting_failure")


@pytest.mark.parametrize(
    ("event", "code"), [("device_offline", 212015), ("busy", 321257)], ids=["the dock is offline", "the dock is busy"]
)
def test_a_dock_that_cannot_fly_now_takes_up_nothing(world: Simulator, hub: FlightHub, event: str, code: int) -> None:
    uuid = interrupted(world, hub)
    if event == "busy":
        start(hub)
        world.clock.advance(10)
    else:
        world.world.happen(event, {"sn": DOCK})
    with pytest.raises(APIError) as refused:
        hub.flight_tasks.resume(task_uuid=uuid)
    assert refusal(refused) == code


# Details of tasks


def test_details_recent_tasks_and_batches_agree_with_the_list_of_v1(world: Simulator, hub: FlightHub) -> None:
    uuid = interrupted(world, hub)
    (row,) = hub.flight_tasks.list(sn=DOCK, begin_at=MORNING, end_at=MORNING + timedelta(days=1))
    (recent,) = hub.flight_tasks.list_recent(sn=[DOCK])
    (batched,) = hub.flight_tasks.get_many(task_uuids=[uuid, NOBODY, uuid])
    for each in (recent, batched):
        assert (each.uuid, each.name, each.run_at, each.completed_at, each.folder_id) == (
            row.uuid,
            row.name,
            row.run_at,
            row.completed_at,
            row.folder_id,
        )
        assert each.exceptions[0].code == row.exceptions[0].code == 322283
        assert each.status is not None
        assert each.status.word == "terminated"
    detail = hub.flight_tasks.get_detail(task_uuid=uuid)
    (piece,) = detail.flight_pieces
    assert (detail.flight_task_id, detail.folder_id, detail.run_at) == (uuid, row.folder_id, row.run_at)
    assert (piece.take_off_airport_sn, piece.drone_sn, piece.task_status) == (DOCK, AIRCRAFT, 4)
    assert piece.exception is not None
    assert piece.exception.code == 322283
    assert piece.workflow_uuid == ""
    (person,) = detail.related_users
    assert person.user_name == "Ana"


@pytest.mark.parametrize("state", ["waiting", "executing", "success"])
def test_a_task_is_in_batches_and_among_the_recent_in_every_state(world: Simulator, hub: FlightHub, state: str) -> None:
    uuid = start(hub)
    if state == "executing":
        airborne(world, hub)
    if state == "success":
        ended(world, hub, uuid)
    found = (hub.flight_tasks.get_many(task_uuids=[uuid]), hub.flight_tasks.list_recent(sn=[DOCK]))
    assert [[each.status and each.status.word for each in rows] for rows in found] == [[state], [state]]
    assert len(hub.flight_tasks.get_detail(task_uuid=uuid).flight_pieces) == (0 if state == "waiting" else 1)


def test_a_task_that_went_on_by_itself_has_two_flights(world: Simulator, hub: FlightHub) -> None:
    uuid = start(hub, resumable_status="auto")
    airborne(world, hub)
    world.world.happen("battery_low", {"sn": AIRCRAFT})
    world.clock.advance(3 * 3600)
    detail = hub.flight_tasks.get_detail(task_uuid=uuid)
    assert [each.status for each in detail.flight_pieces] == ["terminated", "success"]
    assert len({each.flight_piece_id for each in detail.flight_pieces}) == 2


def test_recent_tasks_are_those_of_docks_with_numbers_for_words(world: Simulator) -> None:
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url) as hub:
        for number in range(12):
            start(hub, name=f"Round {number}", task_type="timed", begin_at=MORNING + timedelta(hours=1 + number))
        rows = hub.flight_tasks.list_recent(sn=[DOCK, OTHER_DOCK])
        assert [each.name for each in rows] == [f"Round {number}" for number in range(11, 1, -1)]
        assert hub.flight_tasks.list_recent(sn=[AIRCRAFT]) == []
    path = documented.operation("listRecentFlightTasks").target_path
    headers = documented.credentials(world)
    answer = documented.send(world.base_url, "GET", f"{path}?sn%5B%5D={DOCK}", headers=headers)
    assert {(each["task_type"], each["status"]) for each in answer.json["data"]["list"]} == {(3, 0)}


def test_a_name_that_is_taken_gets_a_number(hub: FlightHub) -> None:
    for expected in ("Round", "Round-2", "Round-3"):
        assert hub.flight_tasks.suggest_name(name="Round").index_name == expected
        start(hub, name=expected, task_type="timed", begin_at=MORNING + timedelta(hours=3))


def test_the_log_of_a_task_has_commands_and_changes_of_control(world: Simulator, hub: FlightHub) -> None:
    uuid = start(hub)
    airborne(world, hub)
    hub.devices.acquire_control(drone_sn=AIRCRAFT, payload_index=[CAMERA])
    world.world.happen("take_over", {"sn": AIRCRAFT, "payload_index": CAMERA, "nickname": "Bor"})
    hub.devices.send_command(AIRCRAFT, device_command="flighttask_pause")
    log = hub.flight_tasks.get_operations(task_uuid=uuid)
    assert [each.user_name for each in log.control_change] == ["Ana"]
    assert [each.user_name for each in log.payload_change] == ["Ana", "Bor"]
    (command,) = log.oper_logs
    known = execution(hub, "flighttask_pause")
    assert known is not None
    assert (command.method, command.bid, command.time) == ("pause_task", known.bid, known.create_time)
    assert [each.oper_type for each in log.related_users] == ["operator"]


def test_the_log_of_a_task_that_nobody_touched_is_empty(world: Simulator, hub: FlightHub) -> None:
    log = hub.flight_tasks.get_operations(task_uuid=start(hub))
    assert (log.control_change, log.payload_change, log.oper_logs, log.related_users) == ([], [], [], [])


@pytest.mark.parametrize("call", ["get_detail", "get_operations", "resume"])
def test_a_task_that_nobody_knows_has_no_record(hub: FlightHub, call: str) -> None:
    with pytest.raises(APIError) as refused:
        getattr(hub.flight_tasks, call)(task_uuid=NOBODY)
    assert refusal(refused) == 219021


# Alerts


def detect(world: Simulator, label: str, source: int = 1, seconds: float = 10) -> None:
    world.world.happen("ai_alert", {"sn": AIRCRAFT, "label": label, "source": source})
    world.clock.advance(seconds)


def test_what_is_found_during_a_flight_is_listed_by_flight(world: Simulator, hub: FlightHub) -> None:
    detect(world, "fox")  # on the ground, on no flight
    uuid = start(hub)
    airborne(world, hub)
    for label, source in (("person", 1), ("car", 1), ("person", 2)):
        detect(world, label, source, 0)
    (flight,) = hub.alerts.list_flights(drone_sn=AIRCRAFT)
    assert (flight.flight_id, flight.count, flight.flight_task_name) == (uuid, 3, "Round")
    begun = hub.flight_tasks.get_detail(task_uuid=uuid).run_at
    assert begun is not None
    assert flight.start_time == begun.timestamp() * 1000
    found = hub.alerts.list_detections(flight_id=[uuid, "unknown"])
    assert found.total == 3
    assert [each.labels for each in found.data[uuid]] == [["person"], ["car"], ["person"]]
    first = found.data[uuid][0]
    assert first.location is not None
    assert first.location.latitude == pytest.approx(46.0515, abs=0.01)
    assert (first.drone_sn, first.gateway_sn, first.project_id) == (AIRCRAFT, DOCK, world.project)
    assert first.thumbnail_url is not None
    link = first.thumbnail_url.reveal()
    picture = documented.send(link, "GET", link.partition(urlsplit(link).netloc)[2], headers={})
    assert (picture.status, picture.body[:2]) == (200, b"\xff\xd8")
    assert [*hub.alerts.list_flights(drone_sn=OTHER_AIRCRAFT)] == []


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ({"target_type": ["1"]}, ["person", "person"]),
        ({"target_type": ["2", "3"]}, ["car"]),
        ({"algorithm_sources": [2]}, ["person"]),
        ({"drone_sn": [OTHER_AIRCRAFT]}, []),
        ({"begin_at": MORNING, "end_at": MORNING + timedelta(days=1)}, ["person", "car", "person"]),
        ({"begin_at": MORNING - timedelta(days=1), "end_at": MORNING}, []),
        ({"page": 2, "page_size": 2}, ["person"]),
        ({"page": 9}, []),
    ],
)
def test_detections_can_be_filtered_and_paged(
    world: Simulator, hub: FlightHub, asked: dict[str, Any], labels: list[str]
) -> None:
    uuid = start(hub)
    airborne(world, hub)
    for label, source in (("person", 1), ("car", 1), ("person", 2)):
        detect(world, label, source, 0)
    found = hub.alerts.list_detections(flight_id=[uuid], **asked)
    assert [label for each in found.data.get(uuid, []) for label in each.labels] == labels


# Annotations


POINT = {
    "type": "Feature",
    "properties": {"color": "#2D8CF0", "clampToGround": True},
    "geometry": {"type": "Point", "coordinates": [14.5, 46.05]},
}


def test_an_annotation_of_v1_is_changed_and_deleted(world: Simulator, hub: FlightHub) -> None:
    made = hub.annotations.create(name="Gate", desc="North", resource={"type": 0, "content": POINT})
    assert made.id is not None
    (kept,) = world.world.annotations.all
    assert hub.annotations.update(made.id, name="Gate 3", remark="closed", display=0).id == made.id
    assert (kept.name, kept.desc, kept.is_shown, kept.feature) == ("Gate 3", "closed", False, POINT)
    hub.annotations.delete(made.id)
    assert world.world.annotations.all == []
    for call in (lambda: hub.annotations.delete(made.id or ""), lambda: hub.annotations.update(made.id or "", name="")):
        with pytest.raises(NotFound):
            call()


def test_an_annotation_of_another_project_is_not_there(world: Simulator, hub: FlightHub) -> None:
    made = hub.with_project(HARBOUR).annotations.create(name="Buoy", desc="", resource={"type": 0, "content": POINT})
    with pytest.raises(NotFound):
        hub.annotations.delete(made.id or "")
    assert len(world.world.annotations.all) == 1


# People


def test_the_key_tells_who_one_is(hub: FlightHub) -> None:
    me, (organization,) = hub.organizations.me(), hub.organizations.list()
    (project, *_) = hub.projects.list()
    assert me.org_uuid == organization.uuid == project.org_uuid == hub.organizations.get().uuid
    assert (me.nickname, me.role, me.organization_name) == ("Ana", "organization-admin", "Example Aerial Works")
    assert organization.organization_user_role == me.role


def test_people_that_were_added_are_people_of_the_project_and_of_the_organization(
    world: Simulator, hub: FlightHub
) -> None:
    added = {"user_id": "1770000000000000042", "nickname": "Cene", "role": "project-member"}
    assert "Cene" not in [each.nickname for each in hub.organizations.list_users()]
    hub.projects.add_members(add_users=[added])
    (user,) = hub.projects.list_users(q="cen")
    assert (user.user_id, user.role) == (added["user_id"], "project-member")
    member = next(each for each in hub.projects.list_members() if each.user_id == added["user_id"])
    assert member.user_project_role == "project-member"
    person = next(each for each in hub.organizations.list_users() if each.user_id == added["user_id"])
    assert [each.project_uuid for each in person.user_projects_infos] == [world.project]
    assert {each.nickname for each in hub.organizations.list_users(project_uuid=HARBOUR)} == {"Ana"}


def test_pages_of_people_say_how_many_there_are(world: Simulator, hub: FlightHub) -> None:
    more = [{"user_id": f"17700000000000001{n:02}", "nickname": f"P{n}", "role": "project-member"} for n in range(24)]
    hub.projects.add_members(add_users=more)
    assert len([*hub.projects.list_users()]) == 25
    target = documented.operation("listProjectUsers").target(page="2", page_size="20")
    answer = documented.send(world.base_url, "GET", target, headers=documented.credentials(world)).json["data"]
    assert answer["pagination"] == {"page": 2, "page_size": 20, "total": 25}
    assert len(answer["list"]) == 5


def test_roles_have_the_permissions_that_they_are_said_to_have(hub: FlightHub) -> None:
    for kind in ("organization", "project"):
        every = {each.permission_id for each in hub.organizations.list_permissions(type=kind)}
        roles = [*hub.organizations.list_roles(type=kind)]
        assert len(roles) == 2
        assert every
        for role in roles:
            asked = hub.organizations.list_role_permissions(type=kind, role_id=[role.role_id])
            assert [each.permission_id for each in asked] == [each.permission_id for each in role.permissions]
        assert {each.permission_id for each in hub.organizations.list_role_permissions(type=kind)} == every
    assert [*hub.organizations.list_roles(type="unknown")] == []


@pytest.mark.parametrize("operation_id", [each for each in handlers() if "{uuid}" in documented.operation(each).path])
def test_another_organization_is_forbidden(world: Simulator, operation_id: str) -> None:
    called = documented.operation(operation_id)
    target = called.target().replace(world.world.organization["uuid"], NOBODY)
    answer = documented.send(world.base_url, called.method, target, headers=documented.credentials(world))
    assert (answer.status, answer.json["code"]) == (403, 200403)


def test_an_organization_without_an_id_gets_one(world: Simulator) -> None:
    world.reset(scenario=with_project())
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url) as hub:
        (project,) = hub.projects.list()
        assert project.org_uuid
        assert hub.organizations.me().org_uuid == project.org_uuid


@pytest.mark.parametrize(
    "operation_id", [each for each in handlers() if "{workspace_id}" in documented.operation(each).path]
)
def test_a_project_in_the_path_that_one_may_not_see_is_forbidden(world: Simulator, operation_id: str) -> None:
    called = documented.operation(operation_id)
    target = called.target().replace(world.project, NOBODY)
    answer = documented.send(
        world.base_url, called.method, target, headers=documented.credentials(world), body=called.bodies.get("default")
    )
    assert (answer.status, answer.json["code"]) == (403, 200403)


# Devices and areas


@pytest.mark.parametrize("sn", [DOCK, AIRCRAFT, CONTROLLER])
def test_a_device_is_found_by_its_serial_number(hub: FlightHub, sn: str) -> None:
    found = hub.devices.get(sn)
    listed = [half for pair in hub.devices.list() for half in (pair.gateway, pair.drone) if half is not None]
    row = next(each for each in listed if each.sn == sn)
    assert (found.device_sn, found.device_model, found.device_project_callsign) == (sn, row.device_model, row.callsign)


def test_a_device_of_another_project_is_not_found(hub: FlightHub) -> None:
    with pytest.raises(APIError) as refused:
        hub.devices.get("8UUXEXAMPLE0011")
    assert refusal(refused) == 210113


def test_one_can_ask_who_has_control_before_one_takes_it(world: Simulator, hub: FlightHub) -> None:
    start(hub)
    airborne(world, hub)

    def holders() -> set[tuple[int | None, str | None]]:
        asked = {"device_control_method": "payload", "device_sn": AIRCRAFT}
        found = (hub.devices.control_status(**asked), hub.devices.organization_control_status(**asked))
        return {(each.device_control_status, each.device_control_user_project_callsign) for each in found}

    assert holders() == {(0, "")}
    world.world.happen("take_over", {"sn": AIRCRAFT, "payload_index": CAMERA, "nickname": "Bor"})
    assert holders() == {(1, "Bor")}
    hub.devices.acquire_control(drone_sn=AIRCRAFT, payload_index=[CAMERA])
    assert holders() == {(1, "Ana")}
    assert hub.devices.control_status(device_control_method="flight", device_sn=AIRCRAFT).device_control_status == 0
    member = next(each for each in hub.projects.list_members() if each.user_project_callsign == "Ana")
    assert member.user_control_device_sn == AIRCRAFT


def test_the_history_of_pairs_has_every_aircraft_with_its_dock(hub: FlightHub) -> None:
    pairs = {(each.gateway.sn, each.drone.sn) for each in hub.devices.list() if each.gateway and each.drone}
    rows = hub.devices.topology_history()
    assert {(each.parents[0].device_sn, each.host.device_sn) for each in rows if each.host} == pairs


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["School", "Chimney"]),
        ({"name": "school"}, ["School"]),
        ({"type": "noland"}, ["Chimney"]),
        ({"status": "disable"}, []),
        ({"page_size": 1}, ["School", "Chimney"]),
    ],
)
def test_flight_areas_are_those_of_the_scenario(hub: FlightHub, asked: dict[str, Any], names: list[str]) -> None:
    for rows in (hub.areas.list(**asked), hub.areas.list_workspace(**asked)):
        assert [each.name for each in rows] == names
    assert [*hub.with_project(HARBOUR).areas.list()] == []
