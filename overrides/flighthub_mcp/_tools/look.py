"""What only looks: devices, flights, routes, and what became of a call whose response was lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from flighthub import FlightTaskFailed, InvalidArgument, WaitTimeout
from flighthub.waylines import inspect
from flighthub_cli.plain import View, plain

from .._results import clean
from .._schemas import Schema, flag, moment, number, text, texts
from .._settings import LOOK
from .._tool import Call, Tool, find_serial

if TYPE_CHECKING:
    from flighthub.types import FlightTask, Wayline
    from flighthub.waylines import WaylineFile

_NEAR: Final = timedelta(days=7)

LONGEST_WAIT: Final = 50
"""Seconds that a tool waits at most: clients give up after a minute."""

INTERVAL: Final = 2.0
"""Seconds between two looks."""

DEVICE: Final = text("Serial number or callsign.")
TASK: Final = text("Id of the flight task.")
ROUTE: Final = text("Id or name of a route.")
DOCK: Final = text("Serial number or callsign of a dock.")
SECONDS: Final = number("Seconds to wait at most.", minimum=0, maximum=LONGEST_WAIT)

_STRING: Final[Schema] = {"type": ["string", "null"]}


def rows_of(*names: str) -> Schema:
    """The schema of rows with some members."""
    return {"type": "array", "items": {"type": "object", "properties": {name: {} for name in names}}}


def tools() -> list[Tool]:
    """The tools that look."""
    return [
        Tool(
            "list_projects",
            "List projects",
            "The projects that can be looked at here.",
            LOOK,
            _projects,
            data=rows_of("project", "id", "name"),
            without_project=True,
        ),
        Tool(
            "list_devices",
            "List devices",
            "Docks and remote controllers with their aircraft: who is online, models, cameras.",
            LOOK,
            _devices,
            data=rows_of("name", "kind", "sn", "online", "aircraft", "aircraft_sn", "aircraft_online"),
            uses=("devices.list",),
        ),
        Tool(
            "device_state",
            "State of a device",
            "What a dock or aircraft last reported: position, battery, weather, mode. Units: m, m/s, °C, mV, %.",
            LOOK,
            _state,
            {"device": DEVICE},
            ("device",),
            uses=("devices.get_state",),
        ),
        Tool(
            "device_alerts",
            "Alerts of devices",
            "What is wrong with devices at present, the worst first.",
            LOOK,
            _alerts,
            {"devices": texts("Serial numbers or callsigns; all when not given.")},
            data=rows_of("sn", "callsign", "level", "code", "message"),
            uses=("devices.list_alerts",),
        ),
        Tool(
            "list_flights",
            "List flights",
            "Flight tasks of all docks in a period, those to come included; the last and next 7 days when not given.",
            LOOK,
            _flights,
            {
                "since": text("From when on, with time zone: 2026-03-01T00:00:00Z."),
                "until": text("Until when."),
                "dock": DOCK,
                "status": text("Only in this state, such as success or executing."),
            },
            data=rows_of("uuid", "name", "status", "sn", "begin_at", "completed_at"),
            uses=("flight_tasks.list",),
        ),
        Tool(
            "flight",
            "A flight",
            "A flight task: state, times, route, counts of files, what went wrong.",
            LOOK,
            _flight,
            {"task": TASK},
            ("task",),
            uses=("flight_tasks.get",),
        ),
        Tool(
            "wait_for_flight",
            "Wait for a flight",
            "Wait until a flight ends (or its files are uploaded), at most some seconds; "
            "gives the state either way. Call again while ended is false.",
            LOOK,
            _wait,
            {"task": TASK, "media": flag("Wait for its files as well."), "seconds": SECONDS},
            ("task",),
            data={"type": "object", "properties": {"ended": {"type": "boolean"}, "status": _STRING}},
        ),
        Tool(
            "flight_media",
            "Files of a flight",
            "Pictures and videos of a flight: names, kinds, bytes.",
            LOOK,
            _media,
            {"task": TASK},
            ("task",),
            data=rows_of("uuid", "name", "file_type", "size"),
            uses=("flight_tasks.list_media",),
        ),
        Tool(
            "flight_track",
            "Track of a flight",
            "The trajectory as GeoJSON (degrees WGS-84, metres), thinned out.",
            LOOK,
            _track,
            {"task": TASK, "points": number("Points at most.", "integer", minimum=2, maximum=200)},
            ("task",),
            uses=("flight_tasks.get_track",),
        ),
        Tool(
            "list_routes",
            "List routes",
            "Routes of the project.",
            LOOK,
            _routes,
            uses=("waylines.list",),
            data=rows_of("id", "name"),
        ),
        Tool(
            "route",
            "A route",
            "A route: length in m, duration in s, pictures, heights, what is wrong with its file.",
            LOOK,
            _route,
            {"route": ROUTE},
            ("route",),
            uses=("waylines.get",),
        ),
        Tool(
            "check_flight",
            "Check a flight",
            "What stands in the way of flying a route now: dock, battery, alerts, weather, route. Flies nothing.",
            LOOK,
            _preflight,
            {"dock": DOCK, "route": ROUTE},
            ("dock", "route"),
            data=rows_of("check", "level", "text", "what_to_do"),
        ),
        Tool(
            "check_connection",
            "Check the connection",
            "Why nothing works: host, key, project, permissions, clock, storage.",
            LOOK,
            _doctor,
            data=rows_of("check", "level", "text", "what_to_do"),
        ),
        Tool(
            "find_outcome",
            "Find out what happened",
            "What became of a call that ended in OutcomeUnknown. Sends nothing that acts.",
            LOOK,
            _outcome,
            {"outcome": text("The id that came with OutcomeUnknown."), "seconds": SECONDS},
            ("outcome",),
            without_project=True,
        ),
    ]


async def _projects(call: Call) -> list[dict[str, Any]]:
    ids = await call.runtime.project_ids()
    return [
        {"project": each, "id": ids.get(each, ("", ""))[0] or None, "name": ids.get(each, ("", ""))[1] or None}
        for each in call.runtime.settings.projects
    ]


async def _devices(call: Call) -> list[dict[str, Any]]:
    return [
        {
            "name": unit.name,
            "kind": "dock" if unit.dock is not None else "remote controller" if unit.gateway else "aircraft",
            "sn": unit.gateway.sn if unit.gateway else None,
            "model": unit.model,
            "online": unit.is_online,
            "aircraft": unit.aircraft.callsign if unit.aircraft else None,
            "aircraft_sn": unit.aircraft.sn if unit.aircraft else None,
            "aircraft_model": unit.aircraft_model,
            "aircraft_online": unit.aircraft_is_online,
            "cameras": [f"{camera.camera_index} {camera.name}" for camera in unit.cameras],
        }
        for unit in await call.fh.devices.fleet()
    ]


async def _state(call: Call) -> Any:
    return await read_state(call, str(call.get("device")))


async def read_state(call: Call, device: str) -> dict[str, Any]:
    """The state of a device of the project."""
    serial = await find_serial(call, device, "device")
    return {"sn": serial, "read_at": datetime.now(UTC), "state": await call.fh.devices.get_state(serial)}


async def _alerts(call: Call) -> list[dict[str, Any]]:
    devices = call.get("devices")
    if devices is not None:
        devices = [await find_serial(call, each, "devices") for each in devices]
    found = await call.fh.devices.alerts(devices=devices)
    return [
        {
            "sn": each.sn,
            "callsign": each.callsign,
            "level": None if each.level is None else str(each.level),
            "code": each.code,
            "message": each.message,
            "in_flight": each.in_flight,
        }
        for each in found
    ]


async def _flights(call: Call) -> Any:
    now = datetime.now(UTC)
    dock, status = call.get("dock"), call.get("status")
    found = await call.fh.flight_tasks.history(
        since=moment(call.get("since"), "since") or now - _NEAR,
        until=moment(call.get("until"), "until") or now + _NEAR,
        docks=None if dock is None else [await find_serial(call, str(dock), "dock")],
        statuses=None if status is None else [status],
    )
    kept = ("uuid", "name", "status", "task_type", "sn", "begin_at", "run_at", "completed_at", "wayline_uuid")
    rows = [plain(each, View(human=True)) for each in found]
    return [
        {**{name: row.get(name) for name in kept}, **({"exceptions": row["exceptions"]} if row["exceptions"] else {})}
        if "exceptions" in row
        else {name: row.get(name) for name in kept}
        for row in rows
    ]


async def _flight(call: Call) -> Any:
    return await call.fh.flight_tasks.get(str(call.get("task")))


def _facts(task: FlightTask, *, ended: bool) -> dict[str, Any]:
    folder = task.folder_info
    return {
        "task": task.uuid,
        "name": task.name,
        "status": None if task.status is None else str(task.status),
        "ended": ended,
        "files": None if folder is None else folder.expected_file_count,
        "uploaded_files": None if folder is None else folder.uploaded_file_count,
        **({} if ended else {"next_step": "It goes on. Call again to wait on."}),
    }


async def _wait(call: Call) -> dict[str, Any]:
    handle = call.fh.flight_tasks.handle(str(call.get("task")))
    seconds = float(call.get("seconds", 20))
    ended, failed = True, ""
    try:
        if seconds and call.get("media"):
            await handle.wait("media_uploaded", timeout=seconds, interval=INTERVAL)
        elif seconds:
            async for state in handle.watch(timeout=seconds, interval=INTERVAL, resume_timeout=0):
                folder = state.folder_info
                await call.tell(
                    float((folder and folder.uploaded_file_count) or 0),
                    float(folder.expected_file_count) if folder and folder.expected_file_count else None,
                    str(state.status),
                )
    except WaitTimeout:
        ended = False
    except FlightTaskFailed as error:
        failed = str(error)
    task = await call.fh.flight_tasks.get(handle.uuid)
    facts = _facts(task, ended=ended and task.status is not None and task.status.is_terminal)
    return facts | {"failed": failed} if failed else facts


async def _media(call: Call) -> Any:
    found = await call.fh.flight_tasks.list_media(str(call.get("task")))
    kept = ("uuid", "name", "file_type", "suffix", "size", "create_at")
    return [{name: row.get(name) for name in kept} for row in (plain(each, View(human=True)) for each in found)]


async def _track(call: Call) -> dict[str, Any]:
    track = await call.fh.flight_tasks.handle(str(call.get("task"))).track()
    points = list(track.fixes())
    most = int(call.get("points", 100))
    step = max(1, -(-len(points) // most))
    shown = points[::step]
    return {
        "type": "Feature",
        "geometry": {
            "type": "LineString",
            "coordinates": [[each.longitude, each.latitude, each.height] for each in shown],
        }
        if len(shown) > 1
        else None,
        "properties": {
            "points": len(points),
            "shown": len(shown),
            "from": shown[0].time if shown else None,
            "to": points[-1].time if points else None,
        },
    }


async def _routes(call: Call) -> Any:
    return await call.fh.waylines.list()


async def find_route(call: Call, wanted: str) -> Wayline:
    """A route of the project, by its id or its name."""
    rows = await call.fh.waylines.list()
    # An assistant knows names as they were shown to it.
    found = [each for each in rows if wanted in (each.id, each.name, clean(each.name or ""))]
    found = [each for each in found if each.id == wanted] or found
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidArgument("route", f"is the name of {len(found)} routes: give the id")
    raise InvalidArgument("route", "is no route of this project; list_routes has them")


async def read_route(call: Call, wanted: str) -> tuple[Wayline, WaylineFile]:
    """A route of the project, and what its file says."""
    from anyio.to_thread import run_sync

    route = await find_route(call, wanted)
    with TemporaryDirectory(prefix="flighthub-") as folder:
        file: Path = await call.fh.waylines.download(route, to=folder, name="route.kmz", timeout=30)
        return route, await run_sync(inspect, file)


async def _route(call: Call) -> dict[str, Any]:
    route, file = await read_route(call, str(call.get("route")))
    return {
        "id": route.id,
        "name": route.name,
        "aircraft": file.aircraft,
        "payloads": [each.name or each.type for each in file.payloads],
        "finish_action": file.finish_action,
        "rc_lost_action": file.rc_lost_action,
        "waylines": [
            {
                "waypoints": len(each.waypoints),
                "length_m": each.length,
                "duration_s": each.duration,
                "photos": each.expected_photos,
            }
            for each in file.waylines
        ],
        "findings": [{"level": each.level, "text": each.text} for each in file.findings],
    }


async def _preflight(call: Call) -> Any:
    dock = await find_serial(call, str(call.get("dock")), "dock")
    route = await find_route(call, str(call.get("route")))
    return list(await call.fh.flight_tasks.preflight(dock=dock, wayline=route.id))


async def _doctor(call: Call) -> Any:
    return list(await call.fh.doctor())


async def _outcome(call: Call) -> dict[str, Any]:
    id = str(call.get("outcome"))
    lost = call.runtime.lost.get(id)
    if lost is None:
        raise InvalidArgument("outcome", "is the id of no lost call of this server")
    fh = call.runtime.client(lost.project or call.runtime.settings.projects[0])
    seconds = float(call.get("seconds", 20))
    facts: dict[str, Any] = {"operation": getattr(lost.error, "operation", ""), "tool": lost.tool}
    for look in (fh.flight_tasks.reconcile, fh.models.reconcile):
        try:
            found: Any = await look(lost.error, timeout=seconds, interval=INTERVAL)
        except InvalidArgument:
            continue  # the error comes from another call
        if found is None:
            return facts | {"happened": "no", "next_step": "Nothing was found. To do it again, use another key."}
        return facts | {"happened": "yes", "found": _name(found)}
    try:
        outcome = await fh.commands.outcome(lost.error, timeout=seconds, interval=INTERVAL)
    except InvalidArgument:
        return facts | {"happened": "unknown", "next_step": getattr(lost.error, "next_step", "")}
    return facts | {"happened": "unknown", "outcome": outcome, "next_step": getattr(lost.error, "next_step", "")}


def _name(found: Any) -> Mapping[str, Any]:
    return {name: getattr(found, name) for name in ("uuid", "id", "name", "sn") if hasattr(found, name)}
