"""Flight tasks: made, held, listed, read, with their media and trajectories, and commanded in the air."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from flighthub_api.enums import DeviceCommand, FlightTaskStatusUpdate, RepeatType

from .._world import File, FlightTask, Refused, text_of
from . import NO_DATA, Call, NoData, answers

NO_TRACK = 219017
NO_FOLDER = 217028
CHANGED = 2
"""I: what on-premises installations have for a task that somebody changed."""

MOST_MEDIA = 10_000
"""D: no more files than these are listed."""


@answers("createFlightTask")
def create(call: Call) -> dict[str, Any]:
    """Plans a task."""
    return {"task_uuid": call.world.flight_tasks.create(call.here, call.body).uuid}


@answers("updateFlightTaskStatus")
def update_status(call: Call) -> NoData:
    """Holds a task, or releases it."""
    tasks = call.world.flight_tasks
    task = tasks.find(call.path["task_uuid"], call.here)
    tasks.hold(task, FlightTaskStatusUpdate(call.body["status"]))
    for each in (task, *task.flights):
        if not each.status.is_terminal:
            _note_change(call, each)
    return NO_DATA


def _note_change(call: Call, task: FlightTask) -> None:
    """Notes who did something with a task. O: nothing is noted of a task that was made and flown alone."""
    who = {"operator_id": call.world.owner.user_id, "operator_name": call.world.owner.nickname}
    task.operations.append({**who, "operation_type": CHANGED})


def _no_window() -> dict[str, Any]:
    # L: without a window the list is empty; it is no error.
    return {"list": None}


@answers("listFlightTasks", begin_at=_no_window, end_at=_no_window)
def listed(call: Call) -> dict[str, Any]:
    """The tasks of a dock whose planned start lies in a window."""
    query = call.query
    found = [
        each
        for each in call.world.flight_tasks.all
        if each.project is call.here
        and query["sn"] in (each.pair.gateway.sn, each.pair.drone and each.pair.drone.sn)
        # L: milliseconds give an empty list, not an error.
        and query["begin_at"] <= each.begin.timestamp() <= query["end_at"]
        and query.get("name") in (None, each.name)
        and query.get("task_type") in (None, each.type.value)
        and each.status.value in query.get("status", [each.status.value])
    ]
    return {"list": [_row(each) for each in found] or None}


def _row(task: FlightTask) -> dict[str, Any]:
    folder = task.folder
    return {
        "uuid": task.uuid,
        "name": task.name,
        "task_type": task.type.value,
        "status": task.status.value,
        "sn": task.pair.gateway.sn,
        "landing_dock_sn": task.told.get("landing_dock_sn", ""),
        "begin_at": text_of(task.begin),
        "end_at": text_of(task.completed or task.begin),
        # I: null before the flight; empty text was seen, too.
        "run_at": text_of(task.ran) or None,
        "completed_at": text_of(task.completed) or None,
        "wayline_uuid": task.wayline.id,
        "folder_id": 0 if folder is None else folder.id,
        "current_waypoint_index": task.waypoint,
        "total_waypoints": len(task.wayline.route.points),
        **({} if folder is None else {"media_upload_status": folder.status.value}),
        "resumable_status": task.told["resumable_status"],
        "is_break_point_resume": bool(task.broken_off) or task.parent is not None,
        "operations": task.operations or None,
        "exceptions": task.exceptions or None,
    }


@answers("getFlightTask")
def detail(call: Call) -> dict[str, Any]:
    """A task as planned, and its state. The actual times stand in the list alone (L)."""
    task = call.world.flight_tasks.find(call.path["task_uuid"], call.here)
    told, folder = task.told, task.folder
    option: Mapping[str, Any] = told.get("repeat_option") or {}
    end = told.get("end_at")
    return {
        "uuid": task.uuid,
        "name": task.name,
        "task_type": task.type.value,
        "status": task.status.value,
        "sn": task.pair.gateway.sn,
        "wayline_uuid": task.wayline.id,
        "begin_at": text_of(task.begin),
        "end_at": text_of(task.completed or task.begin if end is None else datetime.fromtimestamp(end, UTC)),
        "out_of_control_action_in_flight": told["out_of_control_action_in_flight"],
        "rth_altitude": told["rth_altitude"],
        "rth_mode": told["rth_mode"],
        "resumable_status": told["resumable_status"],
        "folder_info": folder
        and {
            "folder_id": folder.id,
            "expected_file_count": folder.expected,
            "uploaded_file_count": len(folder.uploaded),
        },
        # D: the recurrence lies flat here, while a request nests it.
        "repeat_type": told.get("repeat_type") or RepeatType.NONREPEATING.value,
        "interval": option.get("interval", 0),
        "days_of_week": option.get("days_of_week"),
        "days_of_month": option.get("days_of_month"),
        "week_of_month": option.get("week_of_month", 0),
        "recurring_task_start_time_list": told.get("recurring_task_start_time_list"),
        "continuous_task_periods": told.get("continuous_task_periods"),
        "min_battery_capacity": told.get("min_battery_capacity", 0),
    }


@answers("listFlightTaskMedia")
def media(call: Call) -> dict[str, Any]:
    """What the dock has uploaded so far."""
    task = call.world.flight_tasks.find(call.path["task_uuid"], call.here)
    if task.folder is None or task.completed is None:
        # L: the folder is made with the first flight.
        raise Refused(NO_FOLDER, "dir not exist")
    return {"list": [_file(call, each) for each in task.folder.files[:MOST_MEDIA]] or None}


def _file(call: Call, file: File) -> dict[str, Any]:
    link = call.world.flight_tasks.media.link(file)
    return {
        "uuid": file.uuid,
        "name": file.name,
        "file_type": file.kind.value,
        "suffix": file.suffix,
        "size": file.size,
        "preview_url": link,
        "original_url": link,
        "create_at": text_of(file.created),
        "update_at": text_of(file.updated),
    }


@answers("getFlightTaskTrack")
def track(call: Call) -> dict[str, Any]:
    """Where the aircraft flew."""
    task = call.world.flight_tasks.find(call.path["task_uuid"], call.here)
    flight = task.flight
    if flight is None or not call.world.flight_tasks.track_is_there(task):
        raise Refused(NO_TRACK, "the trajectory is not there yet")
    points = [
        {
            # I: milliseconds, as in the sample of the sibling API.
            "timestamp": int(moment.timestamp() * 1000),
            "latitude": place.latitude,
            "longitude": place.longitude,
            "height": round(place.height, 2),
        }
        for each in (*task.broken_off, flight)
        for moment, place in each.track()
    ]
    return {
        "name": task.name,
        "status": task.status.value,
        "wayline_uuid": task.wayline.id,
        "track": {
            "track_id": task.uuid,
            "drone_sn": task.pair.drone and task.pair.drone.sn,
            "flight_distance": round(sum(each.distance() for each in (*task.broken_off, flight)), 1),
            "flight_duration": round(sum(each.landing - each.take_off for each in (*task.broken_off, flight))),
            "points": points,
        },
    }


@answers("sendDeviceCommand")
def command(call: Call) -> dict[str, Any]:
    """Commands an aircraft in the air. D: code 0 says that it was accepted."""
    # I: the serial number of the dock is taken, too, as in the newer edition.
    pair, device = call.world.fleet.find(call.path["device_sn"], call.here)
    call.world.flight_tasks.command(pair, device, DeviceCommand(call.body["device_command"]))
    task = call.world.flight_tasks.flown_by(pair)
    if task is not None:
        _note_change(call, task)
    return {}
