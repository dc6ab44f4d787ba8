"""The form of a scenario: a JSON Schema, and what one cannot say. `docs/guides/testing.md` explains each member."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import jsonschema_rs

from flighthub_api.enums import FlightAreaStatus, FlightAreaType, LiveUrlType, MemberRole, StorageProvider

from ._events import check

_UUID: Final = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
_TEXT: Final = {"type": "string"}
_NAME: Final = {"type": "string", "minLength": 1}
_INDEX: Final = {"type": "string", "pattern": "^[0-9]+-[0-9]+-[0-9]+$"}
_PLACE: Final = {
    "type": "array",
    "minItems": 2,
    "maxItems": 3,
    "prefixItems": [
        {"type": "number", "minimum": -90, "maximum": 90},
        {"type": "number", "minimum": -180, "maximum": 180},
    ],
    "items": {"type": "number"},
}


def _object(required: tuple[str, ...] = (), /, **members: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*required], "additionalProperties": False, "properties": members}


def _list(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


_MEMBER: Final = _object(
    ("user_id", "nickname", "role"),
    user_id=_NAME,
    nickname=_TEXT,
    role={"enum": [each.value for each in MemberRole]},
)

_DEVICE: Final = _object(
    ("sn", "model"), sn=_NAME, model=_INDEX, callsign=_TEXT, cameras=_list(_INDEX), online={"type": "boolean"}
)

_PAIR: Final = {
    **_object(("home",), home=_PLACE, gateway=_DEVICE, drone=_DEVICE, switched_on={"type": "boolean"}),
    "anyOf": [{"required": ["gateway"]}, {"required": ["drone"]}],
}

_WAYLINE: Final = _object(
    ("name", "from", "shape"),
    id=_UUID,
    name=_NAME,
    **{"from": _NAME},
    shape={"enum": ["perimeter", "survey"]},
    side={"type": "number", "exclusiveMinimum": 0, "maximum": 10_000},
)

_WORKFLOW: Final = _object(
    ("name",),
    uuid=_UUID,
    name=_NAME,
    enabled={"type": "boolean"},
    automatic={"type": "boolean"},
    threshold={"type": "integer", "minimum": 1, "maximum": 5},
    dock=_NAME,
    confirm_after={"type": "number", "minimum": 0, "maximum": 1_000_000_000},
)

_AREA: Final = {
    **_object(
        ("name", "type", "corners"),
        id=_NAME,
        name=_NAME,
        type={"enum": [each.value for each in FlightAreaType]},
        status={"enum": [each.value for each in FlightAreaStatus]},
        corners={**_list(_PLACE), "minItems": 1},
        radius={"type": "number", "exclusiveMinimum": 0, "maximum": 100_000},
    ),
    "oneOf": [
        {"required": ["radius"], "properties": {"corners": {"maxItems": 1}}},
        {"not": {"required": ["radius"]}, "properties": {"corners": {"minItems": 3}}},
    ],
}

_PROJECT: Final = _object(
    ("name", "center"),
    uuid=_UUID,
    name=_NAME,
    introduction=_TEXT,
    center=_PLACE,
    ceiling={"type": "number", "exclusiveMinimum": 0},
    members=_list(_MEMBER),
    pairs=_list(_PAIR),
    waylines=_list(_WAYLINE),
    workflows=_list(_WORKFLOW),
    flight_areas=_list(_AREA),
)

_EVENT: Final = {
    "type": "object",
    "required": ["after", "event"],
    "properties": {"after": {"type": "number", "minimum": 0, "maximum": 1_000_000_000}, "event": _NAME},
}

SCHEMA: Final = _object(
    ("projects",),
    organization=_object((), uuid=_UUID, name=_TEXT),
    owner=_MEMBER,
    forms={"enum": ["words", "codes"]},
    provider={"enum": [each.value for each in StorageProvider]},
    livestreams={"enum": [each.value for each in LiveUrlType]},
    projects=_list(_PROJECT),
    events=_list(_EVENT),
)
"""The schema of a scenario."""


def problems(scenario: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with a scenario: the place, such as `projects[0].pairs[1].home`, and the problem."""
    found = [(_place(each.instance_path), _words(each)) for each in _validator().iter_errors(scenario)]
    yield from found
    if found:
        return  # what follows needs the form to be right
    serials: dict[str, str] = {}
    workflows: dict[str, str] = {}
    for number, project in enumerate(scenario["projects"]):
        place = f"projects[{number}]"
        yield from _workflows(project, place, workflows)
        yield from _doubled(project, place, serials)
        yield from _routes(project, place)
    yield from _events(scenario, serials)


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(SCHEMA)


def _place(path: list[str | int]) -> str:
    text = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in path)
    return text.removeprefix(".")


def _words(error: jsonschema_rs.ValidationError) -> str:
    if error.schema_path and error.schema_path[-1] == "anyOf":
        return "a pair needs a gateway or a drone"
    if error.schema_path and error.schema_path[-1] == "oneOf":
        return "an area has three corners or more, or one and a radius"
    return error.message


def _doubled(project: Mapping[str, Any], place: str, serials: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Serial numbers that stand for two devices; takes down all of them with their places."""
    for number, pair in enumerate(project.get("pairs", ())):
        for half in ("gateway", "drone"):
            if half in pair:
                sn, here = pair[half]["sn"], f"{place}.pairs[{number}].{half}.sn"
                if sn in serials:
                    yield here, f"{sn!r} is the serial number at {serials[sn]}, too"
                serials[sn] = here


def _routes(project: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    """Routes that begin nowhere."""
    starts = {pair["gateway"]["sn"] for pair in project.get("pairs", ()) if {"gateway", "drone"} <= pair.keys()}
    for number, route in enumerate(project.get("waylines", ())):
        if route["from"] not in starts:
            text = f"{route['from']!r} is no gateway of the project that has an aircraft"
            yield f"{place}.waylines[{number}].from", text


def _workflows(project: Mapping[str, Any], place: str, uuids: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Workflows of docks that are not there, and ids that stand for two; takes down all of them with their places."""
    pairs = [pair for pair in project.get("pairs", ()) if {"gateway", "drone"} <= pair.keys()]
    docks = {pair["gateway"]["sn"] for pair in pairs if pair["gateway"]["model"].startswith("3-")}
    for number, workflow in enumerate(project.get("workflows", ())):
        here = f"{place}.workflows[{number}]"
        if workflow.get("dock", "") not in {"", *docks}:
            yield f"{here}.dock", f"{workflow['dock']!r} is no dock of the project that has an aircraft"
        if "uuid" in workflow:
            if workflow["uuid"] in uuids:
                yield f"{here}.uuid", f"{workflow['uuid']!r} is the id at {uuids[workflow['uuid']]}, too"
            uuids[workflow["uuid"]] = f"{here}.uuid"


def _events(scenario: Mapping[str, Any], serials: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Events that nobody knows, or whose arguments are wrong."""
    projects = {each[name] for each in scenario["projects"] for name in ("uuid", "name") if name in each}
    for number, told in enumerate(scenario.get("events", ())):
        place = f"events[{number}]"
        arguments = {name: value for name, value in told.items() if name not in ("after", "event")}
        try:
            check(told["event"], arguments)
        except ValueError as error:
            yield place, str(error)
            continue
        if "sn" in arguments and arguments["sn"] not in serials:
            yield f"{place}.sn", f"there is no device {arguments['sn']!r}"
        if arguments.get("project", "") not in {"", *projects}:
            yield f"{place}.project", f"there is no project {arguments['project']!r}"
