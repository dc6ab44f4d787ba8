"""Operations as tools, made of the catalogue: one for each of some groups, and two that reach all others.

No operation is named here, so one that the transcription gains is a tool by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from math import log
from typing import TYPE_CHECKING, Any, Final

from flighthub import FlightHubError, InvalidArgument
from flighthub_api import API as DESCRIPTION
from flighthub_api import OPERATIONS
from flighthub_cli.narrow import is_list

from ._results import MOST_ITEMS, clean
from ._schemas import Schema, check, flag, moment, object_of, schema_of, text
from ._settings import ADMIN, API, GROUPS, Settings
from ._tool import KEY, PROJECT, Call, Plan, Tool, effect_of, find_serial, is_serial, name_device

if TYPE_CHECKING:
    from flighthub_runtime.operation_details import Argument
    from flighthub_runtime.operations import Operation

    from ._runtime import Runtime

_OWN: Final = ("project", "workspace", "org_uuid", "organization")
"""Parts of the names of arguments that lead out of the project."""

USUAL_EDITION: Final = next(iter(DESCRIPTION.editions))
"""The edition that every deployment answers; operations of others are rare, and reached by `call_operation`."""

CONSEQUENCE: Final = "It moves an aircraft, takes control, spends quota or destroys data."


def arguments_of(operation: Operation) -> list[Argument]:
    """The arguments that an assistant may give: no secrets, and not the project, which is that of the call."""
    return [each for each in operation.arguments if not each.secret and not each.filled_from]


def refusal_of(operation: Operation, settings: Settings) -> str:
    """Why an operation is not offered; empty where it is."""
    if any(each.secret and each.required for each in operation.arguments):
        return "it needs a secret, which an assistant is not given: use the command line"
    effect = effect_of(operation)
    if not settings.allows(effect):
        flags = {"write": "--allow-writes", "dangerous": "--allow-dangerous"}
        return f"it is {effect}, and the server was not started with {flags[effect]}"
    if ADMIN not in settings.toolsets and leads_out(operation):
        return f"it reaches beyond the projects of this server, and the tools of {ADMIN} are not switched on"
    return ""


def leads_out(operation: Operation) -> bool:
    """Whether an operation reaches beyond a project."""
    if GROUPS.get(operation.group) == "reconstruct":
        return False  # image sets belong to the organization, and have no project to act on
    names = [each.name for each in arguments_of(operation)]
    return operation.scope != "project" or any(part in name for name in names for part in _OWN)


def properties_of(operation: Operation) -> tuple[dict[str, Schema], tuple[str, ...]]:
    """The arguments of an operation as schemas, and which must be given."""
    own = arguments_of(operation)
    return {each.name: schema_of(each) for each in own}, tuple(each.name for each in own if each.required)


async def prepare(call: Call, operation: Operation, given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of the method. Devices become serial numbers of the project, times become times.

    Raises:
        InvalidArgument: An argument cannot be right; nothing was sent that changes anything.
    """
    properties, required = properties_of(operation)
    found = check(given, object_of(properties, required))
    for each in arguments_of(operation):
        value = found.get(each.name)
        if value is None:
            continue
        if each.unit in ("s", "ms"):
            found[each.name] = moment(value, each.name)
        if is_serial(each.name) and operation.scope == "project":
            if isinstance(value, str):
                found[each.name] = await find_serial(call, value, each.name)
            elif is_list(value):
                found[each.name] = [await find_serial(call, str(one), each.name) for one in value]
    return found


async def send(call: Call, operation: Operation, arguments: Mapping[str, Any]) -> Any:
    """Calls the client's method. Of a list that has pages, no more is read than is shown."""
    answer = getattr(getattr(call.fh, operation.group), operation.method)(**arguments)
    if not hasattr(answer, "__aiter__"):
        answer = await answer
        return {"done": True} if answer is None else answer
    rows: list[Any] = []
    async for row in answer:
        rows.append(row)
        if len(rows) > MOST_ITEMS:
            break
    return rows


async def plan_of(call: Call, operation: Operation, given: Mapping[str, Any]) -> Plan:
    """What a dangerous operation is going to do."""
    arguments = await prepare(call, operation, given)
    details: dict[str, str] = {}
    for name, value in arguments.items():
        shown = clean(str(value), 200)
        if is_serial(name) and isinstance(value, str):
            with suppress(FlightHubError):  # the question is asked all the same
                shown = await name_device(call, value)
        details[name.replace("_", " ")] = shown
    return Plan(f"{operation.summary}. {CONSEQUENCE}", details, arguments)


def tools_of_operations(settings: Settings, covered: set[str]) -> Iterator[Tool]:
    """A tool for each operation of the sets that are switched on.

    Args:
        settings: What the server may do.
        covered: The operations that have a better tool, by the names of the client.
    """
    for operation in OPERATIONS.values():
        toolset = GROUPS.get(operation.group)
        if toolset not in settings.toolsets or operation.name in covered or refusal_of(operation, settings):
            continue
        is_rare = operation.edition != USUAL_EDITION and toolset != ADMIN
        # In `call_operation` the arguments have a place of their own, where they collide with none of ours.
        if not is_rare and not {KEY, PROJECT} & {each.name for each in operation.arguments}:
            yield _tool(operation, toolset)


def _tool(operation: Operation, toolset: str) -> Tool:
    properties, required = properties_of(operation)

    async def run(call: Call) -> Any:
        if effect_of(operation) == "dangerous":
            return await send(call, operation, call.arguments)
        return await send(call, operation, await prepare(call, operation, call.arguments))

    async def plan(call: Call) -> Plan:
        return await plan_of(call, operation, call.arguments)

    name = f"{operation.group}_{operation.method}"
    facts = [f"{operation.summary}."]
    if operation.edition != USUAL_EDITION:
        facts.append(f"{operation.edition} only.")
    if operation.confidence == "inferred":
        facts.append("Inferred.")
    return Tool(
        name,
        name.replace("_", " ").capitalize(),
        " ".join(facts),
        toolset,
        run,
        properties,
        required,
        plan,
        (operation.name,),
        data={},
        without_project=operation.scope != "project",
    )


def search_tools() -> list[Tool]:
    """The two that reach every operation."""
    return [
        Tool(
            "find_operation",
            "Find an operation",
            "Search all operations of FlightHub 2 by words, such as 'relay pairing'; with its arguments. "
            "An exact name gives that one alone.",
            API,
            _find,
            {"words": text("Words, or a name such as devices.get.", minLength=1, maxLength=200)},
            ("words",),
            data={"type": "array", "items": {"type": "object"}},
            without_project=True,
        ),
        Tool(
            "call_operation",
            "Call an operation",
            "Call an operation that find_operation found. Dangerous ones ask a person first.",
            API,
            _call,
            {
                "operation": text("Its name, such as devices.get."),
                "arguments": {"type": "object", "description": "Its arguments, by name."},
                "dry_run": flag("Show the request and send nothing."),
                "key": text("What a dangerous call is for; the same key never acts twice.", maxLength=200),
            },
            ("operation",),
            _plan,
            data={},
            operation=_operation,
        ),
    ]


def _words(value: str) -> set[str]:
    return {each.rstrip("s") for each in re.findall(r"[a-z0-9]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", value).lower())}


@cache
def _index() -> tuple[dict[str, dict[str, int]], Counter[str]]:
    """The words of each operation, with how much they say about it; and how many operations have a word."""
    from flighthub_api.groups import Groups

    index: dict[str, dict[str, int]] = {}
    for id, each in OPERATIONS.items():
        details = " ".join(f"{one.name} {one.text} {' '.join(map(str, one.values))}" for one in each.arguments)
        group = (getattr(getattr(Groups, each.group, None), "__doc__", None) or "").partition("\n")[0]
        words = dict.fromkeys(_words(details), 1) | dict.fromkeys(_words(group), 2)
        words |= dict.fromkeys(_words(f"{each.summary} {each.page}"), 4)
        index[id] = words | dict.fromkeys(_words(f"{each.name} {each.operation_id}"), 6)
    return index, Counter(word for words in index.values() for word in words)


async def _find(call: Call) -> list[dict[str, Any]]:
    asked = str(call.get("words")).strip()
    settings = call.runtime.settings
    for each in OPERATIONS.values():
        if asked in (each.name, each.operation_id):
            return [_describe(each, settings)]
    index, spread = _index()
    wanted = _words(asked)
    # A word that few operations have says more than one that most have.
    scores = {
        id: sum(words[word] * log(len(index) / spread[word]) for word in wanted & words.keys())
        for id, words in index.items()
    }
    best = sorted((id for id, score in scores.items() if score), key=lambda id: -scores[id])
    return [_describe(OPERATIONS[id], settings) for id in best[:5]]


def _describe(operation: Operation, settings: Settings) -> dict[str, Any]:
    properties, required = properties_of(operation)
    refusal = refusal_of(operation, settings)
    found: dict[str, Any] = {
        "operation": operation.name,
        "summary": operation.summary,
        "effect": effect_of(operation),
        "repeating": operation.retry,
        "edition": operation.edition,
        "confidence": operation.confidence,
    }
    if refusal:
        return found | {"cannot_be_called": refusal}
    return found | {"arguments": properties, "required": list(required)}


def _operation(runtime: Runtime, arguments: Mapping[str, Any]) -> Operation:
    wanted = str(arguments.get("operation"))
    for each in OPERATIONS.values():
        if wanted in (each.name, each.operation_id):
            refusal = refusal_of(each, runtime.settings)
            if refusal:
                raise InvalidArgument("operation", f"{each.name} cannot be called: {refusal}")
            return each
    raise InvalidArgument("operation", "is the name of none; find_operation finds them")


async def _call(call: Call) -> Any:
    operation = _operation(call.runtime, call.arguments)
    given: dict[str, Any] = call.get("arguments") or {}
    if effect_of(operation) == "dangerous" and not call.get("dry_run"):
        return await send(call, operation, given)
    arguments = await prepare(call, operation, given)
    if call.get("dry_run"):
        from flighthub_cli.dry_run import request_of

        return request_of(operation, arguments, call.project)
    return await send(call, operation, arguments)


async def _plan(call: Call) -> Plan:
    operation = _operation(call.runtime, call.arguments)
    found = await plan_of(call, operation, call.get("arguments") or {})
    return found._replace(arguments={**call.arguments, "arguments": found.arguments})
