"""What became of a command whose answer was lost, where the deployment tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

import pytest
from client.both_clients import opened

from flighthub import CommandOutcome, InvalidArgument, OutcomeUnknown, ServerError, WaitCancelled
from flighthub._commands.outcome import SentCommand
from flighthub.types import DeviceCommandExecutions
from flighthub_simulator import Simulator, run

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"
RTK = {"host": "rtk.example.com", "port": 2101, "account": "user1", "password": "secret", "mount_point": "RTCM32"}

Step = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture
def step(client: str, present: Simulator) -> Iterator[Step]:
    with opened(client, token=present.token, project=present.project, base_url=present.base_url) as step:
        yield step


def airborne(step: Step, world: Simulator) -> None:
    step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline="Perimeter"))
    world.clock.advance(60)


def lost(step: Step, world: Simulator, **fault: Any) -> OutcomeUnknown | ServerError:
    """The error of a return home whose answer was lost."""
    world.faults.add("sendDeviceCommand", **fault)
    with pytest.raises((OutcomeUnknown, ServerError)) as caught:
        step(lambda fh: fh.devices.send_command(AIRCRAFT, device_command="return_home"))
    found = caught.value
    assert isinstance(found, (OutcomeUnknown, ServerError))
    return found


def outcome(of: Any, **told: Any) -> Callable[[Any], Any]:
    return lambda fh: fh.commands.outcome(of, **{"timeout": 0, "interval": 0.05, **told})


def test_a_command_that_was_carried_out_is_done(step: Step, present: Simulator) -> None:
    airborne(step, present)
    error = lost(step, present, reset="after")
    present.clock.advance(60)
    found = step(outcome(error))
    assert (found.status, found.is_known, found.has_ended) == ("done", True, True)
    assert (found.sn, found.command) == (AIRCRAFT, "return_home")
    assert found.execution.progress.percent == 100
    assert str(found) == f"return_home of {AIRCRAFT}: the device has carried it out."


def test_a_command_that_did_not_arrive_is_not_found(step: Step, present: Simulator) -> None:
    airborne(step, present)
    # One of before does not count.
    step(lambda fh: fh.devices.send_command(AIRCRAFT, device_command="return_home"))
    present.clock.advance(60)
    # The clock has jumped, which the next response tells.
    step(lambda fh: fh.devices.list())
    found = step(outcome(lost(step, present, reset="before")))
    assert (found.status, found.is_known, found.has_ended, found.execution) == ("not_found", True, False, None)
    assert "lists no such command since" in found.reason


def test_a_server_that_failed_leaves_the_outcome_open_as_well(step: Step, present: Simulator) -> None:
    airborne(step, present)
    assert step(outcome(lost(step, present, status=500, code=200500))).status == "not_found"


def test_a_command_that_the_device_refused_has_failed(step: Step, present: Simulator) -> None:
    airborne(step, present)
    present.world.happen("fail_command", {"sn": AIRCRAFT, "code": 319020})
    error = lost(step, present, reset="after")
    present.clock.advance(60)
    found = step(outcome(error))
    assert (found.status, found.execution.device_code) == ("failed", 319020)


def test_a_command_that_is_under_way_is_waited_for(client: str) -> None:
    with (
        run(speed=20) as world,
        opened(client, token=world.token, project=world.project, base_url=world.base_url) as step,
    ):
        airborne(step, world)
        error = lost(step, world, reset="after")
        assert step(outcome(error)).status == "in_progress"
        assert step(outcome(error, timeout=20)).status == "done"
        stop = Event()
        stop.set()
        with pytest.raises(WaitCancelled):
            step(outcome(error, cancel=stop))


@pytest.mark.parametrize(("reset", "status"), [("after", "done"), ("before", "not_found")])
def test_an_rtk_calibration_is_settled(reset: Any, status: str, step: Step, present: Simulator) -> None:
    present.faults.add("calibrateNetworkRtk", reset=reset)
    with pytest.raises(OutcomeUnknown) as caught:
        step(lambda fh: fh.devices.calibrate_rtk(DOCK, **RTK))
    present.clock.advance(60)
    found = step(outcome(caught.value))
    assert (found.status, found.sn) == (status, DOCK)
    assert "secret" not in repr(found)


def test_a_command_that_was_accepted_is_followed_by_its_serial_number(step: Step, present: Simulator) -> None:
    airborne(step, present)
    step(lambda fh: fh.devices.send_command(AIRCRAFT, device_command="return_home"))
    assert step(outcome(AIRCRAFT, command="return_home")).status == "in_progress"
    present.clock.advance(60)
    assert step(outcome(DOCK, command="return_home")).status == "done"
    later = present.clock.now() + timedelta(hours=1)
    assert step(outcome(AIRCRAFT, command="return_home", since=later)).status == "not_found"
    assert step(outcome(AIRCRAFT, command="flighttask_pause")).status == "not_found"


def test_on_premises_it_cannot_be_known_and_the_reason_is_told(client: str) -> None:
    with (
        run(speed=0, editions=["V1.0"]) as world,
        opened(client, token=world.token, project=world.project, base_url=world.base_url) as step,
    ):
        airborne(step, world)
        found = step(outcome(lost(step, world, reset="after"), timeout=60))
    assert (found.status, found.is_known, found.has_ended) == ("unknown", False, False)
    assert "On premises it does not exist" in found.reason


@pytest.mark.parametrize(
    ("fault", "says"),
    [({"status": 403, "code": 200403, "message": "no"}, "200403"), ({"status": 403}, "403")],
    ids=str,
)
def test_without_rights_in_the_organization_it_cannot_be_known(
    fault: dict[str, Any], says: str, step: Step, present: Simulator
) -> None:
    present.faults.add("listDeviceCommands", **fault)
    found = step(outcome(AIRCRAFT, command="return_home"))
    assert found.status == "unknown"
    assert says in found.reason


def test_errors_of_other_calls_and_arguments_that_do_not_fit_are_refused(step: Step, present: Simulator) -> None:
    present.faults.add("createFlightTask", reset="after")
    with pytest.raises(OutcomeUnknown) as caught:
        step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline="Perimeter"))
    for wrong, says in (
        (caught.value, "not OutcomeUnknown of flight_tasks.create"),
        (ValueError("x"), "not ValueError"),
        ("", "must not be empty"),
        (AIRCRAFT, "command: must be given"),
    ):
        with pytest.raises(InvalidArgument, match=says):
            step(outcome(wrong))
    with pytest.raises(InvalidArgument, match="time zone"):
        step(outcome(AIRCRAFT, command="return_home", since=datetime(2026, 1, 1)))


SENT = datetime(2026, 3, 2, 9, tzinfo=UTC)
SECONDS = int(SENT.timestamp())

JUDGED: list[tuple[str, dict[str, Any], str]] = [
    ("milliseconds", {"create_time": SECONDS * 1000, "progress": {"percent": 100}, "device_code": 0}, "done"),
    ("seconds", {"create_time": SECONDS, "progress": {"percent": 100}}, "done"),
    ("the clock is known to the second", {"create_time": SECONDS - 2, "progress": {"percent": 100}}, "done"),
    ("long before", {"create_time": SECONDS - 60, "progress": {"percent": 100}}, "not_found"),
    ("no progress", {"create_time": SECONDS}, "in_progress"),
    ("half", {"create_time": SECONDS, "progress": {"percent": 50}}, "in_progress"),
    ("a code", {"create_time": SECONDS, "progress": {"percent": 50}, "device_code": 3}, "failed"),
    ("the last change tells", {"update_time": SECONDS, "progress": {"percent": 100}}, "done"),
    ("no time", {"progress": {"percent": 100}}, "unknown"),
]


@pytest.mark.parametrize(("told", "status"), [each[1:] for each in JUDGED], ids=[each[0] for each in JUDGED])
def test_an_execution_is_judged_by_its_time_its_progress_and_its_code(told: dict[str, Any], status: str) -> None:
    row = DeviceCommandExecutions.from_dict({"sn": DOCK, "services": {"return_home": told}})
    sent = SentCommand(AIRCRAFT, "return_home", True, SENT)
    found = sent.judge([row, DeviceCommandExecutions.from_dict({"sn": AIRCRAFT, "services": None})])
    assert isinstance(found, CommandOutcome)
    assert found.status == status
