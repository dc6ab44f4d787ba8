"""What the newer edition tells of flight tasks: batches, details, the dispatch check; and their resumption."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

from flighthub_api.enums import (
    ControlType,
    DeviceCommand,
    DispatchWarningType,
    FlightTaskStatusCode,
    FlightTaskTypeCode,
)

from .._world import Flight, FlightTask, Member, Project, text_of
from . import Call, answers

RECENT = 10
"""I: how many tasks of a dock count as recent."""

LASTS = timedelta(hours=1)
"""I: how long a task that takes up another may last, as in the example."""

TYPES = {each.word: each.value for each in FlightTaskTypeCode}
STATES = {each.word: each.value for each in FlightTaskStatusCode}

METHODS = {
    DeviceCommand.FLIGHTTASK_PAUSE.value: "pause_task",
    DeviceCommand.FLIGHTTASK_RECOVERY.value: "resume_task",
}
"""What commands are called in the log of a task. I: the second; others keep their names."""


@answers("listRecentFlightTasks")
def recent(call: Call) -> dict[str, Any]:
    """The newest tasks of docks. Observed: numbers for kind and state, and nothing for the serial of an aircraft."""
    tasks = _of_project(call, call.workspace)
    rows = [
        {
            **_row(task),
            "task_type": TYPES[task.type.value],
            "status": STATES[task.status.value],
            "belong_to_sn": sn,
            "flight_type": "1",
            "flight_status": "1",
        }
        for sn in dict.fromkeys(call.query["sn[]"])
        for task in [each for each in tasks if each.pair.gateway.sn == sn][: -RECENT - 1 : -1]
    ]
    return {"list": rows or None}


@answers("batchGetFlightTasks")
def batch(call: Call) -> dict[str, Any]:
    """Several tasks at a time; I: one that is not known is left out."""
    rows = [
        {**_row(task), "task_type": task.type.value, "status": task.status.value}
        for task in _of_project(call, call.workspace)
        if task.uuid in call.query["task_uuids"]
    ]
    return {"list": rows or None}


def _of_project(call: Call, project: Project) -> list[FlightTask]:
    return [each for each in call.world.flight_tasks.all if each.project is project]


def _row(task: FlightTask) -> dict[str, Any]:
    folder = task.folder
    return {
        "uuid": task.uuid,
        "name": task.name,
        "sn": task.pair.gateway.sn,
        "landing_dock_sn": task.told.get("landing_dock_sn", ""),
        "begin_at": text_of(task.begin),
        "end_at": text_of(task.completed or task.begin),
        "run_at": text_of(task.ran),
        "completed_at": text_of(task.completed),
        "wayline_uuid": task.wayline.id,
        "folder_id": 0 if folder is None else folder.id,
        "current_waypoint_index": task.waypoint,
        "total_waypoints": len(task.wayline.route.points),
        **({} if folder is None else {"media_upload_status": folder.status.value}),
        # I: as planned, though on premises it is empty for what cannot be resumed; no value of V2.0 is empty.
        "resumable_status": task.told["resumable_status"],
        "is_break_point_resume": bool(task.broken_off) or task.parent is not None,
        "operations": task.operations or None,
        "exceptions": task.exceptions or None,
    }


@answers("getDefaultFlightTaskName")
def suggest_name(call: Call) -> dict[str, Any]:
    """A name that no task of the project has. I: the wanted one where it is free."""
    wanted = call.query["name"]
    taken = {each.name for each in _of_project(call, call.workspace)}
    numbered = (f"{wanted}-{number}" for number in count(2))
    return {"index_name": wanted if wanted not in taken else next(each for each in numbered if each not in taken)}


@answers("getFlightTaskDetail")
def detail(call: Call) -> dict[str, Any]:
    """A task with its flights and people."""
    task = call.world.flight_tasks.find(call.query["task_uuid"], call.world.project(call.query["workspace_id"]))
    return {
        "begin_at": text_of(task.begin),
        "end_at": text_of(task.completed or task.begin),
        "create_at": text_of(task.created),
        "run_at": text_of(task.ran),
        "completed_at": text_of(task.completed),
        "flight_task_id": task.uuid,
        "related_users": _creators(call, task) or None,
        "task_type": TYPES[task.type.value],
        "flight_task_type": TYPES[task.type.value],
        "folder_id": 0 if task.folder is None else task.folder.id,
        "flight_pieces": [*_pieces(call, task)],
    }


def _creators(call: Call, task: FlightTask) -> list[dict[str, Any]]:
    """Who made a task; nobody, where a workflow did."""
    is_of_workflow = bool(call.world.workflows.of_task(task)) and task.parent is None
    return [] if is_of_workflow else [_person(call.world.owner, "create")]


def _person(who: Member, what: str) -> dict[str, Any]:
    return {"user_name": who.nickname, "user_id": who.user_id, "oper_type": what}


def _pieces(call: Call, task: FlightTask) -> Iterator[dict[str, Any]]:
    """The flights of a task; more than one where it has gone on by itself after the battery was charged."""
    flights = [*task.broken_off, *([] if task.flight is None else [task.flight])]
    state, drone = task.status.value, task.pair.drone
    for number, flight in enumerate(flights, 1):
        is_last = number == len(flights)
        status = state if is_last else "terminated"
        end = task.completed if is_last else flight.end
        problem = task.exceptions[min(number, len(task.exceptions)) - 1] if task.exceptions else None
        yield {
            "ID": number,
            "created_at": text_of(flight.begin),
            "begin_at": text_of(task.begin),
            "end_at": text_of(end),
            "run_at": text_of(flight.begin),
            "completed_at": text_of(end),
            "flight_task_id": task.uuid,
            "flight_piece_id": _piece_id(task, flight, number),
            "take_off_airport_sn": task.pair.gateway.sn,
            "land_airport_sn": "" if end is None else task.pair.gateway.sn,
            "task_type": TYPES[task.type.value],
            "type": "wayline",
            "status": status,
            "task_flight_type": "automatic",
            "task_flight_status": "flying" if end is None else "completed",
            "task_status": STATES[status],
            "task_name": task.name,
            "user_id": call.world.owner.user_id,
            "prj_uuid": task.project.uuid,
            "wayline_uuid": task.wayline.id,
            "cloud_to_cloud_id": "",
            "workflow_uuid": call.world.workflows.of_task(task),
            "exception": problem,
            "flight_records": [],
            "drone_sn": "" if drone is None else drone.sn,
            "wayline_uuids": [task.wayline.id] if task.wayline.id else None,
            "wayline_name": task.wayline.name,
            "drone_info": {},
        }


def _piece_id(task: FlightTask, flight: Flight, number: int) -> str:
    """The id of a flight. I: alerts and events name a flight by its task, so that is the first one's."""
    return task.uuid if number == 1 else f"{task.uuid}-{number}"


@answers("getFlightTaskOperations")
def operations(call: Call) -> dict[str, Any]:
    """Who did what while a task was flown."""
    task = call.world.flight_tasks.find(call.query["task_uuid"], call.here)
    who, begun, end = call.world.owner, task.ran, task.completed or call.world.now
    return {
        "control_change": [] if begun is None else [_change(begun.timestamp(), who, "wayline")],
        "payload_change": [
            _change(each.moment.timestamp(), each.who, ControlType.PAYLOAD.value)
            for each in call.world.payloads.changes
            if begun is not None and each.pair is task.pair and begun <= each.moment <= end
        ],
        "oper_logs": [
            {
                "method": METHODS.get(each.name, each.name),
                "time": int(each.created.timestamp() * 1000),
                "bid": each.bid,
                "user_name": who.nickname,
                "user_id": who.user_id,
            }
            for each in task.commands
        ],
        "related_users": [_person(who, "operator")] if task.commands else [],
    }


def _change(moment: float, who: Member, what: str) -> dict[str, Any]:
    return {
        "control_change_time": int(moment * 1000),
        "user_name": who.nickname,
        "user_id": who.user_id,
        "control_type": what,
    }


@answers("checkFlightTaskDispatch")
def check(call: Call) -> dict[str, Any]:
    """What speaks against a flight now. It starts nothing, and promises nothing."""
    world, query = call.world, call.query
    pair = world.flight_tasks.dock(query["sn"], call.workspace)
    wayline = world.waylines.find(query["wayline_uuid"], call.workspace)
    home = pair.home
    return {
        "errors": [
            {
                "error_code": each.word,
                "error_type": (DispatchWarningType.INFO if each.is_info else DispatchWarningType.WARNING).value,
                "description": each.english if call.language == "en" else each.chinese,
            }
            for each in world.flight_tasks.check(pair, wayline)
        ]
        or None,
        "device_position": {"latitude": home.latitude, "longitude": home.longitude, "height": home.height},
    }


@answers("resumeFlightTask")
def resume(call: Call) -> dict[str, Any]:
    """Makes a task that takes up an interrupted one. I: a flight of its own, from the breakpoint on."""
    tasks = call.world.flight_tasks
    parent = tasks.find(call.body["task_uuid"], call.workspace)
    made = tasks.resume(parent)
    return {
        "task": {
            "uuid": made.uuid,
            "begin_at": int(made.begin.timestamp()),
            "end_at": int((made.begin + LASTS).timestamp()),
            "wayline_validity_check_codes": None,
            "parent_task": {"uuid": parent.uuid},
        }
    }
