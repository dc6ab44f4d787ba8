"""Each tool does what it says, by the SDK's own client, over stdio and over HTTP, in both eras of the protocol."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from assistants import (
    ALL,
    Person,
    assistant,
    changes,
    cost,
    data_of,
    environment_of,
    error_of,
    over_http,
    run,
    text_of,
    words_of,
)
from client.transcription import keywords, needed_arguments
from mcp import Client, StdioServerParameters
from mcp_types import Tool

from flighthub import InvalidArgument
from flighthub_api import OPERATIONS
from flighthub_mcp import Settings
from flighthub_mcp._results import NOTICE
from flighthub_mcp._schemas import check, object_of, schema_of
from flighthub_mcp._tool import is_serial
from flighthub_simulator import Simulator

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"
WORKFLOW = "00000000-0000-4000-8000-00000000a001"

DEFAULT_LIMIT, ALL_LIMIT = 4_000, 20_000


@asynccontextmanager
async def _over_stdio(simulator: Simulator, tmp_path: Path, era: str, person: Person) -> AsyncIterator[Client]:
    words = ["-m", "flighthub", *words_of(tmp_path)]
    server = StdioServerParameters(command=sys.executable, args=words, env=environment_of(simulator, tmp_path))
    async with Client(server, mode=era, elicitation_callback=person.answer) as client:
        yield client


async def _drive(client: Client, world: Simulator, tag: str) -> None:
    """Calls every tool that the server has."""
    tools = {each.name: each for each in (await client.list_tools()).tools}
    done: set[str] = set()

    async def use(name: str, /, **arguments: Any) -> Any:
        done.add(name)
        if "key" in tools[name].input_schema["properties"] and name != "call_operation":
            arguments["key"] = f"{tag}-{name}"
        return data_of(await client.call_tool(name, arguments))

    assert (await use("list_projects"))[0]["name"] == "Quarry survey"
    assert (await use("list_devices"))[0]["sn"] == DOCK
    assert (await use("device_state", device="North dock"))["sn"] == DOCK
    assert {"level", "message"} <= set((await use("device_alerts"))[0])
    assert (await use("check_connection"))[0]["level"] == "ok"
    route = next(each for each in await use("list_routes") if each["name"] == "Perimeter")
    assert (await use("route", route="Perimeter"))["waylines"][0]["waypoints"] == 17
    assert {each["check"] for each in await use("check_flight", dock=DOCK, route=route["id"])} >= {"dock", "route"}

    launched = await use("launch_flight", dock="North dock", route="Perimeter", rth_altitude=80)
    task = launched["task"]
    assert (await use("wait_for_flight", task=task, seconds=0))["ended"] is False
    world.clock.advance(60)
    assert (await use("pause_flight", task=task))["accepted"]
    assert (await use("resume_flight", task=task))["accepted"]
    world.clock.advance(1200)
    assert (await use("wait_for_flight", task=task, media=True, seconds=20))["ended"] is True
    second = await client.call_tool("launch_flight", {"dock": DOCK, "route": route["id"], "key": f"{tag}-second"})
    world.clock.advance(60)
    assert (await use("return_home", task=data_of(second)["task"]))["accepted"]
    world.clock.advance(600)
    assert "return to home" in (await use("wait_for_flight", task=data_of(second)["task"], media=True))["failed"]
    assert (await use("flight", task=task))["uuid"] == task
    assert task in [each["uuid"] for each in await use("list_flights")]
    assert "original_url" not in (await use("flight_media", task=task))[0]
    assert (await use("flight_track", task=task, points=20))["properties"]["shown"] <= 20
    assert (await use("save_track", task=task, file=f"{tag}.gpx"))["file"] == f"{tag}.gpx"

    job = (await use("download_media", task=task, to=f"media-{tag}", types=["image"]))["job"]
    ended = await use("wait_for_job", job=job, seconds=30)
    assert ended["ended"] is True
    assert ended["result"]["failed"] == []
    assert (await use("cancel_job", job=job))["ended"] is True
    file = (await use("download_route", route="Perimeter", to=f"routes-{tag}"))["file"]
    assert (await use("upload_route", file=file, name=f"Copy {tag}"))["name"] == f"Copy {tag}"
    incident = {"latitude": 46.0552, "longitude": 14.499, "workflow": WORKFLOW, "level": 4, "name": "Fence"}
    assert (await use("dispatch_incident", **incident))["sent"] is True
    started = await use("reconstruct_photos", photos="photos", types=["3d"])
    made = await use("wait_for_job", job=started["job"], seconds=30)
    assert "error" not in made, made

    # What has been named is enough for the rest, which the catalogue has made: it need not succeed in this world.
    done.add("find_outcome")
    assert error_of(await client.call_tool("find_outcome", {"outcome": "x"}))["member"] == "outcome"
    assert (await use("find_operation", words="relay pairing"))[0]["operation"] == "devices.start_relay_pairing"
    assert await use("call_operation", operation="system.status", arguments={})
    for name in tools.keys() - done:
        operation = next(each for each in OPERATIONS.values() if f"{each.group}_{each.method}" == name)
        arguments = given(operation.operation_id, DOCK, AIRCRAFT)
        if "key" in tools[name].input_schema["properties"]:
            arguments["key"] = f"{tag}-{name}"
        result = await client.call_tool(name, arguments)
        if result.is_error:
            assert error_of(result)["type"] not in ("InvalidArgument", "OutcomeUnknown"), text_of(result)
        else:
            data_of(result)


def given(operation_id: str, dock: str, aircraft: str) -> dict[str, Any]:
    """The arguments of the example of an operation that an assistant may give, for devices that exist."""
    operation = OPERATIONS[operation_id]
    arguments = keywords(operation_id, needed_arguments(operation_id))
    found: dict[str, Any] = {}
    for each in operation.arguments:
        if each.secret or each.name not in arguments:
            continue
        value = arguments[each.name]
        if is_serial(each.name) and operation.scope == "project":
            device = aircraft if each.name == "drone_sn" else dock
            value = [device] if isinstance(value, list) or each.kind == "list" else device
        found[each.name] = value
    return found


def test_every_tool_over_stdio(calm: Simulator, era: str, tmp_path: Path) -> None:
    person = Person()

    async def drive() -> None:
        async with _over_stdio(calm, tmp_path, era, person) as client:
            assert (client.protocol_version == "2026-07-28") == (era != "legacy")
            await _drive(client, calm, era)

    run(drive())
    assert len(person.asked) >= 6


def test_every_tool_over_http(calm: Simulator, era: str, served: tuple[str, str]) -> None:
    person = Person()

    async def drive() -> None:
        async with over_http(*served, era, person) as client:
            assert (client.protocol_version == "2026-07-28") == (era != "legacy")
            await _drive(client, calm, era)

    run(drive())
    assert len(person.asked) >= 6


def test_a_simulator_of_its_own_needs_no_account() -> None:
    async def look() -> Any:
        words = ["-m", "flighthub", "mcp", "--simulate", "--speed", "100"]
        server = StdioServerParameters(command=sys.executable, args=words, env=dict(os.environ))
        async with Client(server) as client:
            assert "launch_flight" not in {each.name for each in (await client.list_tools()).tools}
            return data_of(await client.call_tool("list_devices", {}))

    assert run(look())[0]["name"] == "North dock"


def _tools(simulator: Simulator, toolsets: frozenset[str] = frozenset(), **settings: Any) -> list[Tool]:
    async def listed() -> list[Tool]:
        async with assistant(simulator, "2026-07-28", toolsets, **settings) as client:
            return list((await client.list_tools()).tools)

    return run(listed())


def test_tools_cost_little_of_the_context(world: Simulator, tmp_path: Path) -> None:
    default, everything = _tools(world), _tools(world, ALL, allow_dangerous=True, folder=tmp_path)
    assert cost(default) <= DEFAULT_LIMIT
    assert cost(everything) <= ALL_LIMIT
    several = _tools(world, projects=("Quarry survey", "Harbour patrol"))
    assert cost(several) <= DEFAULT_LIMIT


def test_by_default_nothing_is_offered_that_changes_anything(world: Simulator) -> None:
    for tool in _tools(world):
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint is True, tool.name
        assert tool.annotations.destructive_hint is False, tool.name


@pytest.mark.parametrize(
    ("settings", "effects"),
    [
        ({}, {"read"}),
        ({"allow_writes": True}, {"read", "write"}),
        ({"allow_dangerous": True}, {"read", "write", "dangerous"}),
    ],
)
def test_each_step_further_has_to_be_allowed(
    world: Simulator, tmp_path: Path, settings: dict[str, bool], effects: set[str]
) -> None:
    names = {each.name for each in _tools(world, ALL, folder=tmp_path, **settings)}
    for each in OPERATIONS.values():
        if f"{each.group}_{each.method}" in names:
            assert each.effect in effects
    assert ("launch_flight" in names) == ("dangerous" in effects)
    assert ("download_media" in names) == ("write" in effects)


def test_each_tool_has_a_title_all_four_hints_and_both_schemas(world: Simulator, tmp_path: Path) -> None:
    for tool in _tools(world, ALL, allow_dangerous=True, folder=tmp_path):
        hints = tool.annotations
        assert hints is not None
        for hint in (hints.read_only_hint, hints.destructive_hint, hints.idempotent_hint, hints.open_world_hint):
            assert hint is not None, tool.name
        assert tool.title
        assert tool.description
        assert tool.input_schema["additionalProperties"] is False
        assert tool.output_schema is not None
        assert tool.output_schema["required"] == ["notice", "data"]


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_hints_and_schemas_are_those_of_the_catalogue(operation_id: str, catalogue_tools: dict[str, Tool]) -> None:
    operation = OPERATIONS[operation_id]
    tool = catalogue_tools.get(f"{operation.group}_{operation.method}")
    if tool is None:
        return  # it has a better tool, or is reached by call_operation
    assert tool.annotations is not None
    assert tool.annotations.read_only_hint == (operation.effect == "read")
    assert tool.annotations.destructive_hint == (operation.effect == "dangerous")
    assert tool.annotations.idempotent_hint == (operation.retry == "safe")
    for argument in operation.arguments:
        shown = tool.input_schema["properties"].get(argument.name)
        if argument.secret or argument.filled_from:
            assert shown is None
            continue
        assert shown is not None
        assert dict(argument.limits).items() <= shown.items()
        assert argument.text == shown["description"]
        if argument.values and argument.kind == "enum":
            assert shown["enum"] == list(argument.values)


@pytest.fixture(scope="module")
def catalogue_tools(_world: Simulator, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tool]:
    """All tools, by their names."""
    folder = tmp_path_factory.mktemp("files")
    return {each.name: each for each in _tools(_world, ALL, allow_dangerous=True, folder=folder)}


def test_every_operation_is_reached_or_says_why_not(world: Simulator) -> None:
    async def search() -> None:
        async with assistant(world, "2026-07-28", ("api", "admin"), allow_dangerous=True) as client:
            for each in OPERATIONS.values():
                (found,) = data_of(await client.call_tool("find_operation", {"words": each.name}))
                assert found["operation"] == each.name
                secret = any(one.secret and one.required for one in each.arguments)
                assert ("cannot_be_called" in found) == secret

    run(search())


def test_every_operation_can_be_called(flighthub_simulator: Simulator) -> None:
    async def call() -> None:
        async with assistant(
            flighthub_simulator, "2026-07-28", ("api", "admin"), person=Person(), allow_dangerous=True
        ) as client:
            devices = data_of(await client.call_tool("list_devices", {}))
            serials = [each["sn"] or each["aircraft_sn"] for each in devices]
            for operation_id, operation in OPERATIONS.items():
                arguments = given(operation_id, serials[0], serials[0])
                told = {"operation": operation.name, "arguments": arguments, "key": operation_id}
                result = await client.call_tool("call_operation", told)
                if any(each.secret and each.required for each in operation.arguments):
                    assert "secret" in error_of(result)["message"]
                    assert operation_id not in changes(flighthub_simulator)
                else:
                    data_of(result)

    run(call())


SEARCHED = [
    ("relay pairing", "devices.start_relay_pairing"),
    ("no fly zone", "areas.list"),
    ("who are the users of the organization", "organizations.list_users"),
    ("livestream", "livestreams.start"),
    ("offline map", "areas.get_offline_map"),
    ("download a 3D model", "models.get_download_url"),
]


@pytest.mark.parametrize(("words", "operation"), SEARCHED)
def test_a_search_finds_what_is_meant(world: Simulator, words: str, operation: str) -> None:
    async def search() -> list[str]:
        async with assistant(world, "2026-07-28", ("api",)) as client:
            found = data_of(await client.call_tool("find_operation", {"words": words}))
            return [each["operation"] for each in found]

    assert operation in run(search())[:3]


@pytest.mark.parametrize(
    ("operation", "why"),
    [
        ("devices.change_camera", "--allow-writes"),
        ("flight_tasks.create", "--allow-dangerous"),
        ("projects.list", "admin"),
    ],
)
def test_what_is_not_allowed_is_not_called_either(world: Simulator, era: str, operation: str, why: str) -> None:
    async def call() -> dict[str, Any]:
        async with assistant(world, era, ("api",), person=Person()) as client:
            return error_of(
                await client.call_tool("call_operation", {"operation": operation, "arguments": {}, "key": "k"})
            )

    assert why in run(call())["message"]
    assert changes(world) == []


def test_a_dry_run_shows_the_request_and_sends_nothing(world: Simulator) -> None:
    async def call() -> Any:
        async with assistant(world, "2026-07-28", ("api",), allow_writes=True) as client:
            arguments = {"sn": "North dock", "camera_index": "165-0-7", "camera_position": "indoor"}
            told = {"operation": "devices.change_camera", "arguments": arguments, "dry_run": True}
            return data_of(await client.call_tool("call_operation", told))

    assert run(call())["body"]["sn"] == DOCK
    assert changes(world) == []


def test_one_project_or_those_that_are_named(world: Simulator, era: str) -> None:
    harbour = next(each.uuid for each in world.world.projects.values() if each.name == "Harbour patrol")

    async def call() -> None:
        async with assistant(world, era) as client:
            assert error_of(await client.call_tool("list_devices", {"project": harbour}))["member"] == "project"
            assert error_of(await client.call_tool("device_state", {"device": "Quay dock"}))["member"] == "device"
            assert len(data_of(await client.call_tool("list_projects", {}))) == 1
        async with assistant(world, era, projects=("Quarry survey", "Harbour patrol")) as client:
            assert error_of(await client.call_tool("list_devices", {}))["member"] == "project"
            assert error_of(await client.call_tool("list_devices", {"project": "Archive"}))["member"] == "project"
            found = data_of(await client.call_tool("list_devices", {"project": "Harbour patrol"}))
            assert "Quay dock" in [each["name"] for each in found]

    run(call())


def test_waiting_ends_after_a_while_and_says_how_far_it_is(calm: Simulator, era: str) -> None:
    told: list[str | None] = []

    async def progress(done: float, total: float | None, message: str | None) -> None:
        told.append(message)

    async def wait() -> None:
        async with assistant(calm, era, ("fly",), person=Person(), allow_dangerous=True) as client:
            arguments = {"dock": "North dock", "route": "Perimeter", "key": "k"}
            task = data_of(await client.call_tool("launch_flight", arguments))["task"]
            for seconds in (0, 0.2):
                waited = await client.call_tool(
                    "wait_for_flight", {"task": task, "seconds": seconds}, progress_callback=progress
                )
                assert data_of(waited)["ended"] is False
                assert "Call again" in data_of(waited)["next_step"]

    run(wait())
    assert told


def test_waiting_can_be_given_up(world: Simulator, era: str) -> None:
    world.faults.add("getFlightTask", delay=20_000, count=None)

    async def wait() -> None:
        async with assistant(world, era) as client:
            call = asyncio.ensure_future(client.call_tool("wait_for_flight", {"task": WORKFLOW, "seconds": 50}))
            await asyncio.sleep(0.05)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            assert data_of(await client.call_tool("list_projects", {}))

    run(wait())


@pytest.mark.parametrize("name", ["../out.gpx", "/tmp/out.gpx", "link/out.gpx", "photos/../../out.gpx"])
def test_no_file_leads_out_of_the_folder(world: Simulator, tmp_path: Path, name: str) -> None:
    inside = tmp_path / "files"
    inside.mkdir()
    (inside / "link").symlink_to(tmp_path)

    async def call() -> None:
        async with assistant(world, "2026-07-28", ("files",), allow_writes=True, folder=inside) as client:
            for tool, arguments in (
                ("save_track", {"task": WORKFLOW, "file": name}),
                ("upload_route", {"file": name}),
                ("download_media", {"task": WORKFLOW, "to": name}),
                ("download_route", {"route": "Perimeter", "to": name}),
            ):
                assert "below the folder" in error_of(await client.call_tool(tool, arguments))["message"]

    run(call())
    assert sorted(each.name for each in tmp_path.iterdir()) == ["files"]


def test_a_job_can_be_ended(world: Simulator, era: str, tmp_path: Path) -> None:
    world.faults.add("listFlightTaskMedia", delay=60_000, count=None)

    async def call() -> None:
        async with assistant(world, era, ("files",), allow_writes=True, folder=tmp_path) as client:
            job = data_of(await client.call_tool("download_media", {"task": WORKFLOW}))["job"]
            assert "job" in data_of(await client.call_tool("wait_for_job", {"job": job, "seconds": 0}))
            assert data_of(await client.call_tool("cancel_job", {"job": job}))["ended"] is True

    run(call())


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"other": 1}, "is no argument"),
    ({}, "must be given"),
    ({"a": 5}, "must be string"),
    ({"a": "x" * 6}, "at most 5 characters"),
    ({"a": "x", "n": 11}, "must be 1 to 10"),
    ({"a": "x", "n": True}, "must be integer"),
    ({"a": "x", "f": float("nan")}, "must be number"),
    ({"a": "x", "f": float("-inf")}, "must be number"),
    ({"a": "x", "l": "[" * 100_000}, "must be an array"),
    ({"a": "x", "o": '{"a":' * 100_000}, "must be an object"),
    ({"a": "x", "n": 1.5}, "must be integer"),
    ({"a": "x", "e": "z"}, "one of u, v"),
    ({"a": "x", "e": ["u"]}, "one of u, v"),
    ({"a": "x", "l": []}, "at least 1 items"),
    ({"a": "x", "l": "no"}, "must be an array"),
    ({"a": "x", "l": [1]}, "must be string"),
    ({"a": "x", "o": []}, "must be object"),
    ({"a": "x", "p": {}}, "p.level: must be given"),
    ({"a": "x", "p": '{"level": 6}'}, "p.level: must be at most 5"),
]


@pytest.mark.parametrize(("arguments", "problem"), REFUSED)
def test_arguments_are_checked_against_what_is_published(arguments: dict[str, Any], problem: str) -> None:
    schema = object_of(
        {
            "a": {"type": "string", "maxLength": 5},
            "n": {"type": "integer", "minimum": 1, "maximum": 10},
            "f": {"type": "number"},
            "e": {"enum": ["u", "v"]},
            "l": {"type": "array", "items": {"type": "string"}, "minItems": 1},
            "o": {"type": "object"},
            "p": {"type": "object", "properties": {"level": {"type": "integer", "maximum": 5}}, "required": ["level"]},
        },
        ("a",),
    )
    with pytest.raises(InvalidArgument, match=problem):
        check(arguments, schema)
    good = {"a": "x", "n": 1, "e": "u", "l": '["y"]', "o": {}}
    assert check(good, schema) == {**good, "l": ["y"]}
    whole = check({"a": "x", "n": 2.0}, schema)["n"]
    assert (whole, type(whole)) == (2, int)  # JSON has one kind of number


ODD: list[tuple[str, dict[str, Any]]] = [
    ("save_track", {"task": "x", "file": "a\0b.gpx"}),
    ("upload_route", {"file": "a\0b"}),
    ("download_media", {"task": "x", "to": "\0"}),
    ("reconstruct_photos", {"photos": "\0", "types": ["2d"], "key": "k"}),
    ("device_alerts", {"devices": "[" * 100_000}),
    ("call_operation", {"operation": "devices.get", "arguments": '{"a":' * 100_000}),
]


def test_what_nobody_expects_is_answered_with_what_is_wrong(world: Simulator, era: str, tmp_path: Path) -> None:
    async def call() -> None:
        settings: dict[str, Any] = {"person": Person(), "allow_dangerous": True, "folder": tmp_path}
        async with assistant(world, era, ALL, **settings) as client:
            for tool, arguments in ODD:
                assert error_of(await client.call_tool(tool, arguments))["type"] == "InvalidArgument", tool

    run(call())
    assert changes(world) == []


def test_a_fault_inside_the_server_is_told_without_its_text(
    world: Simulator, era: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(f"broken with {world.token}")

    async def call() -> None:
        async with assistant(world, era, ("look", "fly"), person=Person(), allow_dangerous=True) as client:
            monkeypatch.setattr("flighthub_mcp._tools.look.find_serial", fail)
            monkeypatch.setattr("flighthub_mcp._tools.fly.find_serial", fail)
            looked = await client.call_tool("device_state", {"device": "North dock"})
            launched = await client.call_tool("launch_flight", {"dock": DOCK, "route": "Perimeter", "key": "k"})
            for result in (looked, launched):
                error = error_of(result)
                assert (error["type"], world.token in text_of(result)) == ("InternalError", False)
                assert "not" in error["message"]

    run(call())
    assert changes(world) == []


def test_reading_ends_after_a_while_however_slow_the_server_is(
    calm: Simulator, era: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flighthub_mcp._server.LONGEST_CALL", 0.2)
    calm.faults.add("listProjectDevices", delay=60, count=None)

    async def look() -> None:
        async with assistant(calm, era, ("look", "fly"), person=Person(), allow_dangerous=True) as client:
            for tool, more in (("check_flight", {}), ("launch_flight", {"key": "k"})):
                result = await client.call_tool(tool, {"dock": DOCK, "route": "Perimeter", **more})
                assert error_of(result)["type"] == "TookTooLong"

    run(look())
    assert changes(calm) == []


def test_limits_are_those_of_the_catalogue(world: Simulator, tmp_path: Path) -> None:
    tools = {
        each.name: each.input_schema["properties"] for each in _tools(world, ALL, folder=tmp_path, allow_dangerous=True)
    }
    (trigger,) = (each for each in OPERATIONS.values() if each.name == "workflows.trigger")
    known = {each.name: each for one in trigger.arguments for each in (one, *one.members)}
    for name in ("latitude", "longitude", "level", "name"):
        limits = dict(known[name].limits)
        assert limits
        assert limits.items() <= tools["dispatch_incident"][name].items()


def test_a_dock_is_found_by_the_name_that_was_shown_wherever_one_is_meant(world: Simulator, era: str) -> None:
    async def look() -> None:
        async with assistant(world, era) as client:
            with world.lock:
                world.world.fleet.pairs[0].gateway.callsign = "North\u202e  \n dock"
            name = data_of(await client.call_tool("list_devices", {}))[0]["name"]
            assert name == "North dock"
            for tool, arguments in (
                ("list_flights", {"dock": name}),
                ("device_alerts", {"devices": [name]}),
                ("check_flight", {"dock": name, "route": "Perimeter"}),
            ):
                data_of(await client.call_tool(tool, arguments))

    run(look())


def test_a_schema_says_nothing_that_the_check_does_not_know() -> None:
    known = {"description", "type", "enum", "items", "minimum", "maximum", "minLength", "maxLength", "minItems"}
    known |= {"exclusiveMinimum", "exclusiveMaximum", "maxItems", "minProperties", "maxProperties"}
    known |= {"properties", "required"}
    for operation in OPERATIONS.values():
        for argument in (*operation.arguments, *(each for one in operation.arguments for each in one.members)):
            unknown = set(schema_of(argument)) - known
            assert not unknown, f"{operation.name}: {argument.name} has {unknown}, which _schemas.check has to know"


WRONG: list[tuple[Callable[[], Settings], str]] = [
    (lambda: Settings(()), "name the project"),
    (lambda: Settings(("p",), frozenset({"walk"})), "there are no tools walk"),
    (lambda: Settings(("p",), frozenset({"files"})), "need a folder"),
]


@pytest.mark.parametrize(("make", "problem"), WRONG)
def test_settings_that_cannot_be_right_say_so(make: Callable[[], Settings], problem: str) -> None:
    with pytest.raises(Exception, match=problem):
        make()


def test_what_is_given_back_is_marked_as_data(world: Simulator, era: str) -> None:
    async def call() -> None:
        async with assistant(world, era) as client:
            good = await client.call_tool("list_devices", {})
            bad = await client.call_tool("device_state", {"device": "nowhere"})
            assert (good.structured_content or {})["notice"] == NOTICE
            assert NOTICE in text_of(bad)

    run(call())
