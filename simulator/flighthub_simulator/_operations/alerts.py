"""What algorithms have found, by flight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .._world import TARGETS, Detection
from . import Call, answers, page

SIZE = 50
"""D: rows of a page, where a request does not say."""


@answers("listFlightAlerts")
def flights(call: Call) -> dict[str, Any]:
    """The flights of an aircraft during which something was found, the newest first."""
    query = call.query
    sources = {*query.get("algorithm_sources[]", ()), *([query["algorithm_source"]] if _told(call) else ())}
    found: dict[str, list[Detection]] = {}
    for each in _within(call, call.world.detections.all):
        if _drone(each) == query["drone_sn"] and (not sources or each.source in sources):
            found.setdefault(each.flight, []).append(each)
    return _flat(call, [_flight(each) for each in reversed(found.values())])


def _told(call: Call) -> bool:
    return "algorithm_source" in call.query


@answers("listAiAlerts")
def detections(call: Call) -> dict[str, Any]:
    """What was found on flights."""
    query = call.query
    found = [
        each
        for each in _within(call, call.world.detections.all)
        if each.flight in query["flight_id"]
        and _drone(each) in query.get("drone_sn", [_drone(each)])
        and each.source in query.get("algorithm_sources", [each.source])
        and str(_target(each)) in query.get("target_type", [str(_target(each))])
    ]
    rows: dict[str, list[dict[str, Any]]] = {}
    shown, _, _ = page(call, found, SIZE)
    for each in shown:
        rows.setdefault(each.flight, []).append(_row(call, each))
    return {**_flat(call, found), "data": rows}


def _within(call: Call, found: Iterable[Detection]) -> list[Detection]:
    """Those of the project on a flight, in the window. I: its ends are seconds, as those of the list of tasks."""
    begin, end = call.query.get("begin_at"), call.query.get("end_at")
    return [
        each
        for each in found
        if each.pair.project is call.here
        and each.task is not None
        and (begin is None or begin <= each.moment.timestamp())
        and (end is None or each.moment.timestamp() <= end)
    ]


def _flat(call: Call, rows: Sequence[Any]) -> dict[str, Any]:
    shown, number, size = page(call, rows, SIZE)
    # Observed: null when there are none.
    return {
        "data": [*shown] or None,
        "total": len(rows),
        "page": number,
        "page_size": size,
        "page_count": -(-len(rows) // size),
    }


def _flight(found: Sequence[Detection]) -> dict[str, Any]:
    task = found[0].task
    begun = None if task is None else task.ran
    return {
        "flight_id": found[0].flight,
        "count": len(found),
        "flight_task_name": "" if task is None else task.name,
        # I: 0 to 2 without a meaning; the example has 0.
        "flight_task_type": 0,
        "start_time": 0 if begun is None else int(begun.timestamp() * 1000),
        "status": 0,
        "is_commented": False,
    }


def _row(call: Call, found: Detection) -> dict[str, Any]:
    place = found.place
    return {
        "alert_uuid": found.uuid,
        "flight_id": found.flight,
        "project_id": found.pair.project.uuid,
        "drone_sn": _drone(found),
        "gateway_sn": found.pair.gateway.sn,
        "status": 0,
        "reason": "",
        "algorithm_source": found.source,
        "location": {"latitude": place.latitude, "longitude": place.longitude, "altitude": round(place.height, 2)},
        "file_id": 0,
        "media_index": 0,
        "task_name": "" if found.task is None else found.task.name,
        "trigger_actions": [],
        "target_alert_infos": [{"target_type": _target(found), "target_value": found.certainty, "label": found.label}],
        "timestamp": int(found.moment.timestamp() * 1000),
        "thumbnail_url": call.world.detections.link(found),
        "labels": [found.label],
        "interval_seconds": 0,
    }


def _drone(found: Detection) -> str:
    return "" if found.pair.drone is None else found.pair.drone.sn


def _target(found: Detection) -> int:
    return TARGETS.get(found.label, 0)
