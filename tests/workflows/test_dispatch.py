"""Workflows: an incident is handed over at most once per key, and the flight that comes of it is found."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from client.answering_server import AnsweringServer, http
from client.both_clients import opened

from flighthub import (
    APIError,
    AsyncFlightHub,
    ConnectionFailed,
    FlightHub,
    InvalidArgument,
    InvalidRequest,
    NotFound,
    OutcomeUnknown,
    WaitCancelled,
    WaitTimeout,
)
from flighthub._core.once_journal import JournalEntry, OnceKey
from flighthub._reconstruction.journal import state_folder
from flighthub._workflows.dispatch import Accepted
from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator, run

from . import launching_process
from .test_launch_key import DAMAGE, edit, needs_fork

ALARM, ON_REQUEST, SWITCHED_OFF = (f"00000000-0000-4000-8000-00000000a00{number}" for number in (1, 2, 3))
PLACE = (46.0552, 14.4990)
KEY = "alarm-4711"

Step = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    """A simulator with a fresh world whose clock stands at the present."""
    _standing.reset()
    return _standing


@pytest.fixture
def step(client: str, world: Simulator) -> Iterator[Step]:
    """Steps through a client of the world."""
    with opened(client, token=world.token, project=world.project, base_url=world.base_url) as step:
        yield step


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where the keys of a test are kept."""
    return tmp_path / "keys"


def dispatch(state: Path | None = None, point: Any = PLACE, /, **told: Any) -> Callable[[Any], Any]:
    keyed = {} if state is None else {"key": KEY, "state": state}
    given = {"workflow": ALARM, "level": 4, "name": "Fence alarm", **keyed, **told}
    return lambda fh: fh.workflows.dispatch(point, **given)


def told_wrong(state: Path | None, wrong: dict[str, Any]) -> Callable[[Any], Any]:
    others = {name: value for name, value in wrong.items() if name != "point"}
    return dispatch(state, wrong.get("point", PLACE), **others)


def incidents(world: Simulator, key: str | None = None) -> list[Any]:
    """The incidents of the world, or those of a key: as many as triggers that arrived and were carried out."""
    mark = "" if key is None else OnceKey("workflows.trigger", "", world.project, key).mark
    with world.lock:
        return [each for each in world.world.workflows.incidents if mark in each.name]


def triggers(world: Simulator) -> int:
    """How many triggers were sent that the simulator could read."""
    with world.lock:
        return sum(each["what"] == "workflows.trigger" for each in world.world.requests)


def record(state: Path) -> Path:
    """The file of the only key."""
    (found,) = state.glob("*.json")
    return found


# One incident


def test_an_incident_reaches_its_workflow_and_its_flight_is_found(step: Step, world: Simulator) -> None:
    sent = step(dispatch(desc="Cable 7 cut", creator="gate"))
    (incident,) = incidents(world)
    assert (incident.name, incident.level) == ("Fence alarm", 4)
    assert (incident.told["desc"], incident.told["creator"]) == ("Cable 7 cut", "gate")
    assert (sent.incident_uuid, sent.was_sent, sent.key) == (incident.uuid, True, None)
    assert step(lambda _: sent.find_task()) is None
    world.clock.advance(2)
    task = step(lambda _: sent.find_task())
    assert (task.uuid, task.name) == (incident.task.uuid, "Fence alarm")
    assert step(lambda _: sent.wait_for_task(timeout=5)).uuid == task.uuid


def test_texts_that_are_not_given_are_the_name_and_the_client(step: Step, world: Simulator) -> None:
    step(dispatch())
    step(dispatch(creator=None))
    first, second = incidents(world)
    assert (first.told["desc"], first.told["creator"]) == ("Fence alarm", "flighthub")
    assert "creator" not in second.told


def test_the_second_dispatch_of_a_key_gives_the_incident_of_the_first(
    step: Step, world: Simulator, state: Path
) -> None:
    first = step(dispatch(state))
    second = step(dispatch(state, name="Another name", desc="Another text"))
    (incident,) = incidents(world)
    assert triggers(world) == 1
    assert (first.incident_uuid, first.was_sent) == (incident.uuid, True)
    assert (second.incident_uuid, second.was_sent, second.answer) == (incident.uuid, False, None)
    assert first.name == second.name == incident.name
    assert incident.name.startswith("Fence alarm alarm-4711 ")
    assert second.sent_at - first.sent_at < timedelta(seconds=1)
    assert step(dispatch(state, key="alarm-4712")).was_sent
    world.clock.advance(2)
    assert step(lambda _: second.find_task()).uuid == incident.task.uuid


def test_an_answer_without_an_incident_is_accepted(client: str, state: Path) -> None:
    """No member of the answer is published."""

    with AnsweringServer() as server, opened(client, base_url=server.base_url) as step:
        server.answer = http({"code": 0, "message": "", "data": None})
        sent = step(dispatch(state))
        again = step(dispatch(state))
        paths = [each.path for each in server.arrivals]
    assert (sent.was_sent, sent.incident_uuid) == (True, None)
    assert (again.was_sent, again.incident_uuid) == (False, None)
    assert paths.count(OPERATIONS["triggerWorkflow"].path) == 1


def test_the_intent_is_written_before_anything_is_sent(world: Simulator, state: Path) -> None:
    seen: list[Any] = []

    def look(attempt: Any) -> None:
        if attempt.operation == "workflows.trigger":
            seen.append(json.loads(record(state).read_text())["result"])

    told = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with FlightHub(**told, on_request=look) as fh:
        sent = dispatch(state)(fh)
    assert seen == [None]
    assert Accepted.read(json.loads(record(state).read_text())["result"]).incident == sent.incident_uuid


def test_the_keys_of_launches_and_dispatches_share_a_journal_and_nothing_else(step: Step, world: Simulator) -> None:
    step(lambda fh: fh.flight_tasks.launch(dock="East dock", wayline="Stockpile survey", key=KEY))
    sent = step(lambda fh: fh.workflows.dispatch(PLACE, workflow=ALARM, level=4, name="Fence alarm", key=KEY))
    assert sent.was_sent
    assert len([*(state_folder() / "launches").glob("*.json")]) == 2


def test_a_key_belongs_to_its_project(step: Step, world: Simulator, state: Path) -> None:
    quay = dispatch(
        state,
        (45.547, 13.7295),
        workflow="00000000-0000-4000-8000-00000000a011",
        request_options={"project": "Harbour patrol"},
    )
    assert step(dispatch(state)).was_sent
    assert step(quay).was_sent
    assert not step(quay).was_sent


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"point": (46.0553, 14.4990)}, "latitude was 46.0552 and is 46.0553"),
        ({"level": 5}, "level was 4 and is 5"),
        ({"workflow": ON_REQUEST}, "workflow was"),
    ],
    ids=["place", "level", "workflow"],
)
def test_a_key_that_was_used_for_another_incident_is_refused(
    wrong: dict[str, Any], says: str, step: Step, world: Simulator, state: Path
) -> None:
    step(dispatch(state))
    with pytest.raises(InvalidArgument, match=says) as caught:
        step(told_wrong(state, wrong))
    assert caught.value.member == "key"
    assert triggers(world) == 1


# What cannot be right

WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("a latitude beyond the pole", {"point": (146.0, 14.0)}, "point: has the latitude 146"),
    ("a longitude beyond the pole as latitude", {"point": (114.5, 22.5)}, "latitude comes first"),
    ("a longitude from 0 to 360", {"point": (46.0, 345.5)}, "counted from -180 on it would be -14.5"),
    ("nowhere", {"point": (0, 0)}, "does not know where it is"),
    ("no number", {"point": (float("nan"), 14.0)}, "point: needs a latitude"),
    ("a swapped place", {"point": (14.4990, 46.0552)}, "point: looks swapped: latitude 14.499, longitude 46.0552"),
    ("level 0", {"level": 0}, "level: must be from 1 to 5"),
    ("level 6", {"level": 6}, "level: must be from 1 to 5"),
    ("a level that is true", {"level": True}, "level: must be a whole number"),
    ("a level as text", {"level": "3"}, "level: must be a whole number"),
    ("an empty name", {"name": " "}, "name: must not be empty"),
    ("an empty text", {"desc": ""}, "desc: must not be empty"),
    ("an empty creator", {"creator": "\t"}, "creator: must not be empty"),
    ("an empty workflow", {"workflow": ""}, "workflow: must not be empty"),
    ("no name", {"name": 7}, "name: must be a text"),
    ("an empty key", {"key": ""}, "key: must have"),
    ("a folder without a key", {"state": "keys"}, "state: is where keys are kept"),
]


@pytest.mark.parametrize(("wrong", "says"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG])
def test_what_cannot_be_right_is_refused_and_nothing_is_sent(
    wrong: dict[str, Any], says: str, step: Step, world: Simulator
) -> None:
    with pytest.raises(InvalidArgument, match=says.replace("(", r"\(")):
        step(told_wrong(None, wrong))
    assert triggers(world) == 0


def test_a_swapped_place_leaves_its_key_free(step: Step, world: Simulator, state: Path) -> None:
    with pytest.raises(InvalidArgument, match="looks swapped"):
        step(dispatch(state, PLACE[::-1]))
    assert step(dispatch(state)).was_sent


@pytest.mark.parametrize("point", [(-33.9, 151.2), (60.0, 10.0)], ids=["the other side", "far away"])
def test_a_place_that_is_merely_far_is_for_the_workflow_to_judge(point: Any, step: Step, world: Simulator) -> None:
    assert step(dispatch(None, point)).was_sent
    world.clock.advance(2)
    step(lambda fh: fh.devices.list())
    assert incidents(world)[0].reason == "no aircraft can fly there now"


def test_docks_that_cannot_be_read_do_not_hold_up_an_alarm(step: Step, world: Simulator) -> None:
    for operation in ("getDeviceState", "listProjectDevices"):
        world.faults.add(operation, status=500, count=None)
        assert step(dispatch()).was_sent
    assert len(incidents(world)) == 2


def test_a_workflow_that_is_switched_off_or_not_there_is_refused_and_the_key_is_free(
    step: Step, world: Simulator, state: Path
) -> None:
    for workflow in (SWITCHED_OFF, "00000000-0000-4000-8000-0000000000ff"):
        with pytest.raises(InvalidRequest) as caught:
            step(dispatch(state, workflow=workflow))
        assert caught.value.code == 245008
    assert step(dispatch(state)).was_sent


# Lost answers

LOST: list[dict[str, Any]] = [
    {"reset": "after"},
    {"cut": 0.5},
    {"reset": "before"},
    {"status": 502, "body": "<html>gateway</html>"},
    {"status": 504, "code": 504, "message": "gateway timeout"},
    {"status": 500, "code": 200500, "message": "server error"},
    {"status": 520},
    {"body": ""},
    {"body": "<html>login</html>"},
]


@pytest.mark.parametrize("fault", LOST, ids=lambda each: str(each)[:40])
def test_a_trigger_whose_answer_was_lost_is_never_sent_again_until_somebody_says_that_it_was_not(
    fault: dict[str, Any], step: Step, world: Simulator, state: Path
) -> None:
    world.faults.add("triggerWorkflow", **fault)
    with pytest.raises((OutcomeUnknown, APIError)):
        step(dispatch(state))
    for _ in range(2):
        with pytest.raises(OutcomeUnknown, match="message centre") as caught:
            step(dispatch(state))
        assert caught.value.operation == "workflows.trigger"
    assert len(incidents(world)) <= 1
    assert triggers(world) <= 1
    step(lambda fh: fh.workflows.forget_dispatch(KEY, state=state))
    assert step(dispatch(state)).was_sent


@pytest.mark.parametrize("fault", [{"reset": "after"}, {"cut": 0.5}], ids=str)
def test_a_trigger_whose_answer_was_lost_is_known_by_its_flight(
    fault: dict[str, Any], step: Step, world: Simulator, state: Path
) -> None:
    world.faults.add("triggerWorkflow", **fault)
    with pytest.raises(OutcomeUnknown):
        step(dispatch(state))
    world.clock.advance(2)
    found = step(dispatch(state))
    (incident,) = incidents(world)
    assert (found.was_sent, found.incident_uuid) == (False, None)
    assert step(lambda _: found.find_task()).uuid == incident.task.uuid
    # From now on the journal has it.
    with world.lock:
        world.world.flight_tasks.all.clear()
    assert not step(dispatch(state)).was_sent
    assert triggers(world) == 1


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 400, "code": 400, "message": "no"},
        {"status": 401, "code": 200401, "message": "no"},
        {"status": 403},
        {"status": 404, "body": "<html>not found</html>"},
        {"status": 429, "code": 210429, "message": "slowly"},
    ],
    ids=lambda each: str(each)[:30],
)
def test_a_trigger_that_was_refused_leaves_the_key_free(
    fault: dict[str, Any], step: Step, world: Simulator, state: Path
) -> None:
    world.faults.add("triggerWorkflow", **fault)
    with pytest.raises(APIError):
        step(dispatch(state))
    assert incidents(world) == []
    # It may be used for another incident, too, as it was used for none.
    assert step(dispatch(state, level=5)).was_sent


def test_a_trigger_without_a_connection_leaves_the_key_free(client: str, world: Simulator, state: Path) -> None:
    def vanish(attempt: Any) -> None:
        if attempt.operation == "workflows.trigger":
            raise ConnectionFailed("no connection")

    told = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with opened(client, **told, on_request=vanish) as step, pytest.raises(ConnectionFailed):
        step(dispatch(state))
    with opened(client, **told) as step:
        assert step(dispatch(state)).was_sent


@pytest.mark.parametrize("fault", LOST, ids=lambda each: str(each)[:40])
def test_without_a_key_a_trigger_is_sent_once_whatever_happens(
    fault: dict[str, Any], client: str, world: Simulator
) -> None:
    world.faults.add("triggerWorkflow", **fault, count=None)
    told = {"token": world.token, "project": world.project, "base_url": world.base_url, "retry": True}
    with opened(client, **told) as step, pytest.raises((OutcomeUnknown, APIError)):
        step(dispatch())
    assert len(incidents(world)) <= 1
    assert triggers(world) <= 1


@pytest.mark.parametrize("damage", [each for _, each in DAMAGE], ids=[name for name, _ in DAMAGE])
def test_a_damaged_journal_never_leads_to_a_second_trigger(
    damage: Callable[[Path], None], step: Step, world: Simulator, state: Path
) -> None:
    step(dispatch(state))
    damage(record(state))
    with pytest.raises(OutcomeUnknown, match="journal has an entry"):
        step(dispatch(state))
    world.clock.advance(2)
    (incident,) = incidents(world)
    assert step(lambda _: step(dispatch(state)).find_task()).uuid == incident.task.uuid
    assert triggers(world) == 1


def test_a_journal_that_was_lost_is_made_up_for_by_the_name_of_the_flight(
    step: Step, world: Simulator, state: Path
) -> None:
    step(dispatch(state))
    world.clock.advance(6 * 24 * 3600)
    assert not step(dispatch(state.with_name("elsewhere"))).was_sent
    assert triggers(world) == 1


def test_what_a_journal_keeps_of_another_version_is_still_accepted(step: Step, world: Simulator, state: Path) -> None:
    step(dispatch(state))
    for result in ("an incident", "[]", '{"incident": "x", "more": 1}'):
        edit(record(state), result=result)
        found = step(dispatch(state))
        assert (found.was_sent, found.incident_uuid) == (False, "x" if "x" in result else None)


def test_a_result_that_cannot_be_written_is_no_error_as_the_incident_is_there(
    step: Step, world: Simulator, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(JournalEntry, "complete", full)
        assert step(dispatch(state)).was_sent
    with pytest.raises(OutcomeUnknown):
        step(dispatch(state))
    assert triggers(world) == 1


def test_an_accepted_incident_is_not_forgotten(step: Step, world: Simulator, state: Path) -> None:
    step(dispatch(state))
    with pytest.raises(InvalidArgument, match="not forgotten"):
        step(lambda fh: fh.workflows.forget_dispatch(KEY, state=state))
    step(lambda fh: fh.workflows.forget_dispatch("never used", state=state))
    assert not step(dispatch(state)).was_sent


# Crowds and kills


def test_many_threads_and_many_tasks_dispatch_one_incident(world: Simulator, state: Path) -> None:
    told: dict[str, Any] = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with FlightHub(**told) as fh, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: dispatch(state)(fh), range(8)))
    assert sum(each.was_sent for each in found) == 1
    assert len({each.incident_uuid for each in found}) == 1

    async def crowd() -> list[Any]:
        async with AsyncFlightHub(**told) as fh:
            return await asyncio.gather(*(dispatch(state, key="other")(fh) for _ in range(8)))

    assert sum(each.was_sent for each in asyncio.run(crowd())) == 1
    assert len(incidents(world)) == triggers(world) == 2


def test_a_cancelled_dispatch_is_known_or_in_doubt_and_never_sent_twice(world: Simulator, state: Path) -> None:
    told: dict[str, Any] = {"token": world.token, "project": world.project, "base_url": world.base_url}

    async def cancelled() -> None:
        for number in range(30):
            key = f"cancelled {number}"
            async with AsyncFlightHub(**told) as fh:
                job = asyncio.create_task(dispatch(state, key=key)(fh))
                await asyncio.sleep(0.001 * number)
                job.cancel()
                await asyncio.wait([job])
            async with AsyncFlightHub(**told) as fh:
                try:
                    await dispatch(state, key=key)(fh)
                except OutcomeUnknown:
                    continue
                assert len(incidents(world, key)) == 1
            assert len(incidents(world, key)) <= 1

    asyncio.run(cancelled())
    assert len(incidents(world)) > 10


def played(world: Simulator, *told: object) -> list[list[str]]:
    """What a process that dispatches by keys says of each of them."""
    environment = {
        **os.environ,
        "FLIGHTHUB_BASE_URL": world.base_url,
        "FLIGHTHUB_TOKEN": world.token,
        "FLIGHTHUB_PROJECT": world.project,
    }
    command = [sys.executable, launching_process.__file__, *map(str, told)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=600)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def judge(world: Simulator, said: list[list[str]]) -> tuple[int, int]:
    """How many keys were accepted, and how many stayed in doubt. Fails where a trigger was carried out twice."""
    accepted = doubtful = 0
    for key, *results in said:
        there = len(incidents(world, key))
        assert there <= 1, f"{key} was triggered {there} times"
        assert {*results} <= {"unknown", "accepted"}, (key, results)
        assert there or "accepted" not in results, (key, results)
        accepted += results[-1:] == ["accepted"]
        doubtful += results[-1:] != ["accepted"]
    return accepted, doubtful


@needs_fork
def test_a_dispatch_that_is_killed_at_any_moment_is_never_sent_again(world: Simulator, state: Path) -> None:
    accepted, _ = judge(world, played(world, "kills", "dispatch", 7, int(os.environ.get("LAUNCH_KILLS", "20")), state))
    assert accepted > 5


@needs_fork
def test_a_dispatch_that_dies_at_any_line_of_the_journal_is_never_sent_again(world: Simulator, state: Path) -> None:
    said = played(world, "lines", "dispatch", int(os.environ.get("LAUNCH_LINES", "11")), state)
    accepted, doubtful = judge(world, said)
    assert accepted > doubtful


@needs_fork
@pytest.mark.parametrize("locks", [[], ["unlocked"]], ids=["locks", "no locks"])
def test_processes_that_dispatch_at_once_send_one_trigger(locks: list[str], world: Simulator, state: Path) -> None:
    for key, *results in played(world, "at_once", "dispatch", *locks, 5, 3, state):
        assert len(incidents(world, key)) == 1
        assert "accepted" in results
        assert {*results} <= ({"accepted", "unknown"} if locks else {"accepted"}), key


# The flight


def test_a_flight_that_somebody_has_to_confirm_is_waited_for(client: str, state: Path) -> None:
    with (
        run(speed=20) as world,
        opened(client, token=world.token, project=world.project, base_url=world.base_url) as step,
    ):
        sent = step(
            dispatch(
                state,
                (45.547, 13.7295),
                workflow="00000000-0000-4000-8000-00000000a011",
                request_options={"project": "Harbour patrol"},
            )
        )
        assert step(lambda _: sent.find_task()) is None
        task = step(lambda _: sent.wait_for_task(timeout=30, interval=0.1))
        assert task.sn == "8UUXEXAMPLE0011"
        flown = step(lambda _: task.wait(timeout=60, interval=0.1))
    assert flown.status.is_success


def test_an_incident_that_nobody_confirms_is_waited_for_in_vain(step: Step, world: Simulator, state: Path) -> None:
    sent = step(dispatch(state, level=2))
    world.clock.advance(2)
    with pytest.raises(WaitTimeout, match="confirm the incident in the message centre"):
        step(lambda _: sent.wait_for_task(timeout=0.2, interval=0.1))
    stop = Event()
    stop.set()
    with pytest.raises(WaitCancelled):
        step(lambda _: sent.wait_for_task(cancel=stop))
    world.world.happen("confirm_incident", {})
    assert step(lambda _: sent.wait_for_task(timeout=5)).name == sent.name


def test_without_a_key_earlier_tasks_of_the_name_and_those_of_other_workflows_do_not_count(
    step: Step, world: Simulator
) -> None:
    earlier = step(dispatch())
    world.clock.advance(600)
    other = step(dispatch(workflow=ON_REQUEST))
    world.clock.advance(2)
    assert step(lambda _: earlier.find_task()) is not None
    # The task of the first would do by its name, yet began before.
    assert step(lambda _: other.find_task()) is None
    sent = step(dispatch(None, (46.0546, 14.4995)))
    # A task tells its workflow once it is flown.
    world.clock.advance(10)
    assert step(lambda _: sent.find_task()).uuid == incidents(world)[2].task.uuid
    # It is not taken for that of the other workflow, which has the same name and waits for a person.
    assert step(lambda _: other.find_task()) is None


def test_on_premises_the_flight_is_found_without_v2(client: str, state: Path) -> None:
    with (
        run(speed=0, editions=["V1.0", "manual"]) as world,
        opened(client, token=world.token, project=world.project, base_url=world.base_url) as step,
    ):
        sent = step(dispatch())
        world.clock.advance(2)
        assert step(lambda _: sent.find_task()).uuid == incidents(world)[0].task.uuid


def test_where_there_are_no_workflows_the_error_says_what_to_do(client: str, state: Path) -> None:
    with (
        run(speed=0, editions=["V1.0"]) as world,
        opened(client, token=world.token, project=world.project, base_url=world.base_url) as step,
    ):
        with pytest.raises(NotFound, match=r"fh\.doctor\(\) tells which editions") as caught:
            step(dispatch(state))
        assert caught.value.code is None
        assert list(state.glob("*.json")) == []


def test_a_dispatch_shows_itself_and_keeps_no_secret(step: Step, world: Simulator) -> None:
    sent = step(dispatch())
    assert repr(sent).endswith("Dispatch 'Fence alarm', sent now>")
    assert type(sent).__module__ == "flighthub"
    assert sent.sent_at.tzinfo is UTC
    assert datetime.now(UTC) - sent.sent_at < timedelta(minutes=1)


def test_an_alarm_leads_to_a_flight_and_an_event_comes_back(tmp_path: Path) -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    with run(speed=120, webhook=f"http://127.0.0.1:{port}/flighthub") as world:
        told = {name: getattr(world, name) for name in ("base_url", "token", "project")}
        environment = {**os.environ, **{f"FLIGHTHUB_{name.upper()}": value for name, value in told.items()}}
        ran = subprocess.run(
            [sys.executable, Path(__file__).parents[2] / "examples" / "alarm_to_flight.py", str(port)],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert ran.returncode == 0, ran.stderr
        assert triggers(world) == 1
    said = ran.stdout.splitlines()
    assert [each.split(" - ")[0] for each in said[:2]] == ["sent now", "sent before, so not sent again"]
    assert said[2].startswith("a flight came of it: Fence alarm alarm-4711 ")
    assert said[3] == "it ended with success"
    assert said[4].startswith("an event came back: media_file_uploaded ")
