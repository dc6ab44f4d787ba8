"""Flights: launched for a key, held, resumed, and incidents handed to workflows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .._results import clean, quote
from .._schemas import text
from .._tool import Call, Plan, Tool, argument_of, find_serial, name_device
from .look import DOCK, ROUTE, TASK, find_route

if TYPE_CHECKING:
    from flighthub import AsyncFlightTaskHandle

_FLY: Final = "fly"

_CREATE: Final = "flight_tasks.create"
_UPDATE: Final = "flight_tasks.update_status"
_COMMAND: Final = "devices.send_command"
_TRIGGER: Final = "workflows.trigger"


def tools() -> list[Tool]:
    """The tools that fly."""
    return [
        Tool(
            "launch_flight",
            "Launch a flight",
            "Have a dock fly a route now. An aircraft takes off. At most one flight per key, ever.",
            _FLY,
            _launch,
            {
                "dock": DOCK,
                "route": ROUTE,
                "name": text("Name of the task."),
                "rth_altitude": argument_of(_CREATE, "rth_altitude"),
                "landing_dock": text("Another dock to land at."),
            },
            ("dock", "route"),
            _plan_launch,
            (_CREATE,),
            data={"type": "object", "properties": {"task": {"type": "string"}, "launched": {"type": "boolean"}}},
        ),
        Tool(
            "pause_flight",
            "Pause a flight",
            "Hold a flight: in the air the aircraft stops where it is. Accepted is not done: see flight.",
            _FLY,
            _pause,
            {"task": TASK},
            ("task",),
            _plan_pause,
            (_UPDATE, _COMMAND),
        ),
        Tool(
            "resume_flight",
            "Resume a flight",
            "Let a flight go on that was paused. What is due flies at once.",
            _FLY,
            _resume,
            {"task": TASK},
            ("task",),
            _plan_resume,
            (_UPDATE, _COMMAND),
        ),
        Tool(
            "return_home",
            "Return home",
            "Have the aircraft of a flight fly home. Accepted is not done: see flight.",
            _FLY,
            _return_home,
            {"task": TASK},
            ("task",),
            _plan_return,
            (_COMMAND,),
        ),
        Tool(
            "dispatch_incident",
            "Dispatch an incident",
            "Hand an incident at a place to a workflow, which may send an aircraft there. At most once per key, ever.",
            _FLY,
            _dispatch,
            {
                "latitude": argument_of(_TRIGGER, "latitude", "Degrees WGS-84."),
                "longitude": argument_of(_TRIGGER, "longitude", "Degrees WGS-84."),
                "workflow": argument_of(_TRIGGER, "workflow_uuid", "Id of the workflow."),
                "level": argument_of(_TRIGGER, "level", "How serious, 5 is the worst."),
                "name": argument_of(_TRIGGER, "name", "Name of the incident."),
            },
            ("latitude", "longitude", "workflow", "level", "name"),
            _plan_dispatch,
            (_TRIGGER,),
        ),
    ]


async def _plan_launch(call: Call) -> Plan:
    dock = await find_serial(call, str(call.get("dock")), "dock")
    route = await find_route(call, str(call.get("route")))
    arguments = {**call.arguments, "dock": dock, "route": route.id}
    landing = call.get("landing_dock")
    if landing is not None:
        arguments["landing_dock"] = await find_serial(call, landing, "landing_dock")
    plan = await call.fh.flight_tasks.launch(**_launch_arguments(arguments), dry_run=True)
    problems = [each for each in plan.findings if each.level != "ok"]
    details = {
        "dock": await name_device(call, dock),
        "route": f"{quote(route.name or '')} ({clean(route.id, 40)})",
        "height of the return": f"{plan.arguments['rth_altitude']} m above the take-off point",
        "name": quote(call.get("name") or ""),
        "landing at": await name_device(call, arguments["landing_dock"]) if landing is not None else "",
        "in the way": "; ".join(f"{each.level}: {clean(each.text, 160)}" for each in problems[:6]) or "nothing found",
    }
    if not call.get("name"):
        del details["name"]
    return Plan("Launch a flight now. An aircraft takes off and flies this route.", details, arguments)


def _launch_arguments(arguments: Any) -> dict[str, Any]:
    found = {"dock": arguments["dock"], "wayline": arguments["route"]}
    return found | {name: arguments[name] for name in ("name", "rth_altitude", "landing_dock") if name in arguments}


async def _launch(call: Call) -> dict[str, Any]:
    state: Path | None = call.runtime.settings.state
    launched = call.fh.flight_tasks.launch(
        **_launch_arguments(call.arguments), key=call.key, state=state, dry_run=False
    )
    task: AsyncFlightTaskHandle = await launched
    return {
        "task": task.uuid,
        "name": task.name,
        "sn": task.sn,
        "launched": task.was_launched,
        "next_step": "wait_for_flight follows it."
        if task.was_launched
        else "This key has launched this flight before; nothing was sent.",
    }


async def _plan_of_task(call: Call, what: str) -> Plan:
    task = await call.fh.flight_tasks.get(str(call.get("task")))
    details = {
        "flight": f"{quote(task.name or '')} ({clean(task.uuid, 40)}), {clean(str(task.status), 40)}",
        "dock": await name_device(call, await find_serial(call, task.sn or "", "task")),
    }
    return Plan(what, details, call.arguments)


async def _plan_pause(call: Call) -> Plan:
    return await _plan_of_task(call, "Pause a flight. In the air the aircraft stops where it is, and uses its battery.")


async def _plan_resume(call: Call) -> Plan:
    return await _plan_of_task(call, "Resume a flight. The aircraft flies on; one whose time has come takes off.")


async def _plan_return(call: Call) -> Plan:
    return await _plan_of_task(call, "Have the aircraft of a flight return home. The flight is broken off.")


_ACCEPTED: Final = {"accepted": True, "next_step": "Accepted is not done: flight shows its state."}


async def _pause(call: Call) -> dict[str, Any]:
    await call.fh.flight_tasks.handle(str(call.get("task"))).pause()
    return dict(_ACCEPTED)


async def _resume(call: Call) -> dict[str, Any]:
    await call.fh.flight_tasks.handle(str(call.get("task"))).resume()
    return dict(_ACCEPTED)


async def _return_home(call: Call) -> dict[str, Any]:
    await call.fh.flight_tasks.handle(str(call.get("task"))).return_home()
    return dict(_ACCEPTED)


async def _plan_dispatch(call: Call) -> Plan:
    details = {
        "place": f"{call.get('latitude')}, {call.get('longitude')}",
        "workflow": quote(str(call.get("workflow")), 60),
        "level": str(call.get("level")),
        "name": quote(str(call.get("name"))),
    }
    what = "Hand an incident to a workflow. An aircraft may take off without anybody confirming it."
    return Plan(what, details, call.arguments)


async def _dispatch(call: Call) -> dict[str, Any]:
    incident = await call.fh.workflows.dispatch(
        (float(call.get("latitude")), float(call.get("longitude"))),
        workflow=str(call.get("workflow")),
        level=int(call.get("level")),
        name=str(call.get("name")),
        key=call.key,
        state=call.runtime.settings.state,
    )
    return {"sent": incident.was_sent, "next_step": "Accepted is not flown: list_flights shows what comes of it."}
