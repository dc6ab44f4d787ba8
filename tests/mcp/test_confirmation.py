"""Nothing dangerous is sent without a person's consent to that very call, and nothing twice for one key."""

from __future__ import annotations

import asyncio
from typing import Any

import mcp_types as types
import pytest
from assistants import ALL, Person, assistant, changes, data_of, error_of, flights, run, serving
from client.transcription import keywords, needed_arguments
from mcp import Client
from mcp.shared.exceptions import MCPError

from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator

FLY = ("look", "fly", "api")
LAUNCH: dict[str, Any] = {"dock": "North dock", "route": "Perimeter", "key": "alarm-1"}


async def _launch(world: Simulator, era: str, person: Person | None, **arguments: Any) -> types.CallToolResult:
    async with assistant(world, era, FLY, person=person, allow_dangerous=True) as client:
        return await client.call_tool("launch_flight", {**LAUNCH, **arguments})


def test_a_flight_is_launched_after_a_person_agreed(world: Simulator, era: str) -> None:
    person = Person()
    data = data_of(run(_launch(world, era, person)))
    assert data["launched"] is True
    assert flights(world) == 1
    (question,) = person.asked
    for part in ("aircraft takes off", "Quarry survey", world.project, "North dock", "7CTDEXAMPLE0001", "Perimeter"):
        assert part in question
    assert "alarm-1" in question


@pytest.mark.parametrize("action", ["decline", "cancel", "accept"])
def test_declining_closing_or_not_ticking_sends_nothing(world: Simulator, era: str, action: str) -> None:
    person = Person(action, confirm=False)
    error = error_of(run(_launch(world, era, person)))
    assert error["type"] == "NotConfirmed"
    assert len(person.asked) == 1
    assert changes(world) == []


def test_a_client_that_cannot_ask_is_refused(world: Simulator, era: str) -> None:
    error = error_of(run(_launch(world, era, None)))
    assert error["type"] == "CannotAsk"
    assert "flighthub --help" in error["next_step"]
    assert changes(world) == []


def test_a_client_that_only_claims_to_ask_gets_nothing_flown(world: Simulator, era: str) -> None:
    person = Person("break")
    try:
        result = run(_launch(world, era, person))
    except Exception:  # the client's own failure ends the call in the newer era
        pass
    else:
        assert result.is_error
    assert person.asked
    assert changes(world) == []


def test_what_is_not_right_is_refused_before_anybody_is_asked(world: Simulator, era: str) -> None:
    person = Person()
    for arguments, member in (
        ({"dock": "nowhere"}, "dock"),
        ({"route": "nowhere"}, "route"),
        ({"rth_altitude": 5}, "rth_altitude"),
        ({"dry_run": True}, "dry_run"),
        ({"key": " "}, "key"),
    ):
        error = error_of(run(_launch(world, era, person, **arguments)))
        assert (error["type"], error["member"]) == ("InvalidArgument", member)
    assert person.asked == []
    assert changes(world) == []


def test_the_same_key_flies_once_and_gives_the_same_result(world: Simulator, era: str) -> None:
    person = Person()

    async def twice() -> None:
        async with assistant(world, era, FLY, person=person, allow_dangerous=True) as client:
            first, second = [await client.call_tool("launch_flight", LAUNCH) for _ in range(2)]
            assert data_of(first) == data_of(second)
            assert "repeated" in (second.structured_content or {})
            other = await client.call_tool("launch_flight", {**LAUNCH, "dock": "South dock"})
            assert error_of(other)["type"] == "KeyUsed"

    run(twice())
    assert len(person.asked) == 1
    assert flights(world) == 1


def test_a_key_outlives_the_server(world: Simulator, era: str) -> None:
    first, second = (data_of(run(_launch(world, era, Person()))) for _ in range(2))
    assert first["task"] == second["task"]
    assert (first["launched"], second["launched"]) == (True, False)
    assert flights(world) == 1


def test_of_two_calls_at_once_one_flies(world: Simulator, era: str) -> None:
    async def together() -> None:
        async with assistant(world, era, FLY, person=Person(), allow_dangerous=True) as client:
            results = await asyncio.gather(*(client.call_tool("launch_flight", LAUNCH) for _ in range(5)))
            assert any(not each.is_error for each in results)

    run(together())
    assert flights(world) == 1


def test_consent_counts_for_what_was_shown_and_not_for_what_a_name_means_later(calm: Simulator) -> None:
    """Two equal calls; between their questions another route takes the name."""
    first, second = (each for each in calm.world.waylines.all if each.name in ("Perimeter", "Stockpile survey"))
    asked: list[str] = []
    both = asyncio.Event()

    class Slow(Person):
        async def answer(self, context: Any, params: types.ElicitRequestParams) -> types.ElicitResult:
            asked.append(params.message)
            if len(asked) == 2:
                both.set()
                await asyncio.sleep(0.2)  # the first is answered first
                return types.ElicitResult(action="decline")
            await both.wait()
            return types.ElicitResult(action="accept", content={"confirm": True})

    async def swap() -> None:
        async with assistant(calm, "legacy", FLY, person=Slow(), allow_dangerous=True) as client:
            arguments = {**LAUNCH, "route": first.name}
            one = asyncio.create_task(client.call_tool("launch_flight", arguments))
            while not asked:
                await asyncio.sleep(0.01)
            with calm.lock:
                first.name, second.name = second.name, first.name
            two = asyncio.create_task(client.call_tool("launch_flight", arguments))
            for result in await asyncio.gather(one, two):
                assert error_of(result)["type"] == "NotConfirmed"

    run(swap())
    assert first.id in asked[0]
    assert second.id in asked[1]
    assert changes(calm) == [], "another route than the one that was shown was asked for"


def test_a_flight_that_is_held_is_not_released_without_consent(world: Simulator, era: str) -> None:
    async def release() -> None:
        async with assistant(world, era, ALL - {"files"}, person=Person("decline"), allow_writes=True) as client:
            call = {"operation": "flight_tasks.update_status", "arguments": {"task_uuid": "x", "status": "restored"}}
            assert "--allow-dangerous" in error_of(await client.call_tool("call_operation", call))["message"]
        async with assistant(world, era, FLY, person=Person("decline"), allow_dangerous=True) as client:
            result = await client.call_tool("call_operation", {**call, "key": "k"})
            assert error_of(result)["type"] == "NotConfirmed"

    run(release())
    assert changes(world) == []


def test_consent_counts_for_one_call(world: Simulator) -> None:
    """A client of the newer era that sends the answer to a question again, or for other arguments."""

    async def replay() -> None:
        async with assistant(world, "2026-07-28", FLY, person=Person(), allow_dangerous=True) as client:
            asked = await client.session.call_tool("launch_flight", LAUNCH, allow_input_required=True)
            assert isinstance(asked, types.InputRequiredResult)
            (wire_key,) = asked.input_requests or {}
            agreed = {wire_key: types.ElicitResult(action="accept", content={"confirm": True})}

            async def answer(arguments: dict[str, Any], state: str | None) -> Any:
                return await client.session.call_tool(
                    "launch_flight",
                    arguments,
                    input_responses=agreed,
                    request_state=state,
                    allow_input_required=True,
                )

            unasked = await answer({**LAUNCH, "key": "other"}, None)
            assert isinstance(unasked, types.InputRequiredResult), "an answer that nobody asked for counted"
            with pytest.raises(MCPError):
                await answer({**LAUNCH, "key": "other"}, asked.request_state)
            assert flights(world) == 0
            first = await answer(LAUNCH, asked.request_state)
            assert data_of(first)["launched"] is True
            for _ in range(3):
                again = await answer(LAUNCH, asked.request_state)
                assert isinstance(again, types.CallToolResult)
                assert "repeated" in (again.structured_content or {})

    run(replay())
    assert flights(world) == 1


def test_consent_to_an_operation_without_a_journal_counts_for_one_call(world: Simulator) -> None:
    arguments = {
        "operation": "devices.acquire_control",
        "arguments": {"drone_sn": "1581FEXAMPLE00001", "payload_index": ["81-0-0"]},
    }

    async def replay() -> None:
        async with assistant(world, "2026-07-28", FLY, person=Person(), allow_dangerous=True) as client:
            states: list[str | None] = []
            agreed: dict[str, Any] = {}
            for _ in range(2):  # the second question takes the place of the first
                asked = await client.session.call_tool(
                    "call_operation", {**arguments, "key": "k"}, allow_input_required=True
                )
                assert isinstance(asked, types.InputRequiredResult)
                agreed = {
                    name: types.ElicitResult(action="accept", content={"confirm": True})
                    for name in asked.input_requests or {}
                }
                states.append(asked.request_state)
            old = await client.session.call_tool(
                "call_operation",
                {**arguments, "key": "k"},
                input_responses=agreed,
                request_state=states[0],
                allow_input_required=True,
            )
            assert isinstance(old, types.InputRequiredResult), "an answer to an earlier question counted"

    run(replay())
    assert changes(world) == []


def test_a_lost_response_is_told_as_such_and_a_tool_tells_what_happened(world: Simulator, era: str) -> None:
    world.faults.add("createFlightTask", reset="after")

    async def lose() -> None:
        async with assistant(world, era, FLY, person=Person(), allow_dangerous=True) as client:
            error = error_of(await client.call_tool("launch_flight", LAUNCH))
            assert (error["type"], error["sent"]) == ("OutcomeUnknown", "maybe")
            assert "Do not call this again" in error["what_to_do"]
            again = error_of(await client.call_tool("launch_flight", LAUNCH))
            assert again["type"] == "OutcomeUnknown"
            found = data_of(await client.call_tool("find_outcome", {"outcome": error["outcome"], "seconds": 5}))
            assert found["happened"] == "yes"

    run(lose())
    assert flights(world) == 1


def test_what_became_of_a_call_that_never_arrived_is_found_out_as_well(world: Simulator, era: str) -> None:
    world.faults.add("createFlightTask", reset="before")

    async def lose() -> None:
        async with assistant(world, era, FLY, person=Person(), allow_dangerous=True) as client:
            error = error_of(await client.call_tool("launch_flight", LAUNCH))
            found = data_of(await client.call_tool("find_outcome", {"outcome": error["outcome"], "seconds": 0}))
            assert found["happened"] == "no"
            assert "another key" in found["next_step"]

    run(lose())
    assert flights(world) == 0


def test_a_flight_of_another_project_is_not_touched(world: Simulator, era: str) -> None:
    person = Person()

    async def reach() -> None:
        harbour = {"projects": ("Harbour patrol",), "allow_dangerous": True}
        async with assistant(world, era, FLY, person=person, **harbour) as client:
            told = {"dock": "Quay dock", "route": "Quay", "key": "own"}
            task = data_of(await client.call_tool("launch_flight", told))["task"]
        person.asked.clear()
        async with assistant(world, era, FLY, person=person, allow_dangerous=True) as client:
            for tool in ("pause_flight", "resume_flight", "return_home"):
                error_of(await client.call_tool(tool, {"task": task, "key": tool}))

    run(reach())
    assert person.asked == []


def test_a_call_that_was_certainly_not_carried_out_frees_its_key(world: Simulator, era: str) -> None:
    world.faults.add("createFlightTask", code=219999, message="refused", count=1)

    async def refused() -> None:
        async with assistant(world, era, FLY, person=Person(), allow_dangerous=True) as client:
            assert error_of(await client.call_tool("launch_flight", LAUNCH))["code"] == 219999
            assert data_of(await client.call_tool("launch_flight", LAUNCH))["launched"] is True

    run(refused())
    assert flights(world) == 1


def test_a_client_that_gives_up_does_not_undo_what_is_sent(world: Simulator, era: str) -> None:
    world.faults.add("createFlightTask", delay=600, count=1)  # 0.3 s by our clock

    async def give_up() -> types.CallToolResult:
        async with (
            serving(world, FLY, allow_dangerous=True) as server,
            Client(server, mode=era, elicitation_callback=Person().answer) as client,
        ):
            call = asyncio.ensure_future(client.call_tool("launch_flight", LAUNCH))
            while not server.runtime.sending:
                await asyncio.sleep(0.01)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            assert error_of(await client.call_tool("launch_flight", LAUNCH))["type"] == "UnderWay"
            await asyncio.gather(*server.runtime.sending)
            return await client.call_tool("launch_flight", LAUNCH)

    result = run(give_up())
    assert data_of(result)["launched"] is True
    assert "repeated" in (result.structured_content or {})
    assert flights(world) == 1


DANGEROUS = [each.operation_id for each in OPERATIONS.values() if each.effect == "dangerous"]


@pytest.mark.parametrize("operation_id", DANGEROUS)
def test_every_dangerous_operation_asks_and_sends_nothing_when_declined(
    operation_id: str, flighthub_simulator: Simulator
) -> None:
    operation = OPERATIONS[operation_id]
    arguments = keywords(operation_id, needed_arguments(operation_id))
    names = {each.name for each in operation.arguments if not each.secret}
    given = {name: value for name, value in arguments.items() if name in names}
    person = Person("decline")

    async def declined() -> dict[str, Any]:
        async with assistant(
            flighthub_simulator,
            "2026-07-28",
            ("api", "admin"),
            person=person,
            allow_dangerous=True,
        ) as client:
            return error_of(
                await client.call_tool("call_operation", {"operation": operation.name, "arguments": given, "key": "k"})
            )

    error = run(declined())
    assert error["type"] in ("NotConfirmed", "InvalidArgument")
    assert bool(person.asked) == (error["type"] == "NotConfirmed")
    assert changes(flighthub_simulator) == []
