"""What operations beyond V1.0 add to the facades: the dispatch check, resumption, who am I, annotations that change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from client.both_clients import opened

from flighthub import InvalidArgument, NotFound, OutcomeUnknown, PreflightFailed
from flighthub.enums import FlightTaskStatus
from flighthub_simulator import Simulator, run

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"

Step = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture
def step(client: str, present: Simulator) -> Iterator[Step]:
    with opened(client, token=present.token, project=present.project, base_url=present.base_url) as step:
        yield step


@pytest.fixture
def premises(client: str) -> Iterator[Step]:
    """Steps through a client of a deployment that has V1.0 alone."""
    with (
        run(speed=0, editions=["V1.0"]) as world,
        opened(client, token=world.token, project=world.project, base_url=world.base_url) as step,
    ):
        yield step


def launch(**told: Any) -> Callable[[Any], Any]:
    return lambda fh: fh.flight_tasks.launch(**{"dock": DOCK, "wayline": "Perimeter", **told})


def sent(world: Simulator, what: str) -> int:
    with world.lock:
        return sum(each["what"] == what for each in world.world.requests)


# The dispatch check


def test_a_flight_that_passes_the_dispatch_check_is_launched(step: Step, present: Simulator) -> None:
    assert step(launch(check=True)).was_launched
    assert sent(present, "flight_tasks.check_dispatch") == 1


@pytest.mark.parametrize("key", [None, "alarm-1"])
def test_a_flight_that_the_dispatch_check_refuses_is_not_sent(
    key: str | None, step: Step, present: Simulator, tmp_path: Any
) -> None:
    present.world.happen("device_offline", {"sn": DOCK})
    keyed = {} if key is None else {"key": key, "state": tmp_path}
    with pytest.raises(PreflightFailed, match="FlightHub 2 says") as caught:
        step(launch(check=True, **keyed))
    assert {each.check for each in caught.value.findings} == {"dispatch check"}
    assert sent(present, "flight_tasks.create") == 0
    present.world.happen("device_online", {"sn": DOCK})
    assert step(launch(check=True, **keyed)).was_launched


def told_by_the_check(world: Simulator, kind: str) -> None:
    error = f'{{"error_code": "odd", "error_type": "{kind}", "description": "Something."}}'
    world.faults.add("checkFlightTaskDispatch", body=f'{{"code": 0, "message": "", "data": {{"errors": [{error}]}}}}')


def test_information_does_not_refuse_and_what_nobody_knows_does(step: Step, present: Simulator) -> None:
    told_by_the_check(present, "info")
    assert step(launch(check=True)).was_launched
    for kind in ("warning", "catastrophe"):
        told_by_the_check(present, kind)
        with pytest.raises(PreflightFailed, match="FlightHub 2 says odd: Something"):
            step(launch(check=True, dock="East dock", wayline="Stockpile survey"))


def test_a_dry_run_shows_what_the_check_says(step: Step, present: Simulator) -> None:
    present.faults.add("checkFlightTaskDispatch", body='{"code": 0, "message": "", "data": {"errors": null}}')
    findings = step(launch(check=True, dry_run=True)).findings
    (found,) = [each for each in findings if each.check == "dispatch check"]
    assert found.level == "ok"
    assert "no promise" in found.text
    assert not [each for each in step(launch(dry_run=True)).findings if each.check == "dispatch check"]


def test_a_check_that_fails_is_an_error_before_anything_is_sent(step: Step, present: Simulator) -> None:
    present.faults.add("checkFlightTaskDispatch", status=403, code=200403, message="no")
    with pytest.raises(Exception, match="200403"):
        step(launch(check=True))
    assert sent(present, "flight_tasks.create") == 0


def test_on_premises_the_check_says_what_to_do_instead(premises: Step) -> None:
    with pytest.raises(InvalidArgument, match=r"nothing was sent.*preflight=True") as caught:
        premises(launch(check=True))
    assert caught.value.member == "check"
    assert isinstance(caught.value.__cause__, NotFound)
    assert premises(launch()).was_launched


# Resuming at the breakpoint


def interrupted(step: Step, world: Simulator) -> Any:
    task = step(launch())
    world.clock.advance(60)
    world.world.happen("battery_low", {"sn": AIRCRAFT})
    world.clock.advance(600)
    step(lambda _: task.refresh())
    assert task.status is FlightTaskStatus.TERMINATED
    world.world.happen("battery", {"sn": AIRCRAFT, "percent": 95})
    return task


def test_an_interrupted_flight_is_resumed_by_a_new_task(step: Step, present: Simulator) -> None:
    task = interrupted(step, present)
    rest = step(lambda _: task.resume_at_breakpoint())
    assert rest.uuid != task.uuid
    assert (rest.sn, rest.wayline_uuid, rest.was_launched) == (task.sn, task.wayline_uuid, True)
    present.clock.advance(1800)
    assert step(lambda _: rest.wait(timeout=5)).status.is_success


def test_a_flight_that_has_not_ended_or_ended_well_is_not_resumed(step: Step, present: Simulator) -> None:
    task = step(launch())
    with pytest.raises(InvalidArgument, match="cannot resume at its breakpoint while it is waiting"):
        step(lambda _: task.resume_at_breakpoint())
    present.clock.advance(1800)
    with pytest.raises(InvalidArgument, match="while it is success"):
        step(lambda _: task.resume_at_breakpoint())
    assert sent(present, "flight_tasks.resume") == 0


@pytest.mark.parametrize(
    "fault",
    [{"reset": "after"}, {"reset": "before"}, {"cut": 0.5}, {"status": 504}, {"body": '{"code": 0, "data": null}'}],
    ids=str,
)
def test_a_resumption_is_sent_once_whatever_happens(fault: dict[str, Any], client: str, present: Simulator) -> None:
    told = {"token": present.token, "project": present.project, "base_url": present.base_url, "retry": True}
    with opened(client, **told) as step:
        task = interrupted(step, present)
        present.faults.add("resumeFlightTask", **fault, count=None)
        with pytest.raises(OutcomeUnknown, match="is_break_point_resume"):
            step(lambda _: task.resume_at_breakpoint())
    assert sent(present, "flight_tasks.resume") <= 1
    with present.lock:
        assert len(present.world.flight_tasks.all) <= 2


def test_on_premises_a_resumption_says_what_to_do(premises: Step) -> None:
    task = premises(launch())
    with pytest.raises(NotFound, match="On premises it does not exist"):
        premises(lambda fh: fh.flight_tasks.resume(task_uuid=task.uuid))


# Who am I


def test_the_key_says_whose_it_is_and_the_organization_is_looked_up_once(step: Step, present: Simulator) -> None:
    first = step(lambda fh: fh.me())
    second = step(lambda fh: fh.me())
    assert first.user_id == second.user_id == present.world.owner.user_id
    assert first.org_uuid == present.world.organization["uuid"]
    assert sent(present, "projects.list") == 1


def test_on_premises_whose_key_it_is_says_what_to_do(premises: Step) -> None:
    with pytest.raises(NotFound, match="On premises it does not exist"):
        premises(lambda fh: fh.me())


# Annotations


def test_an_annotation_that_was_drawn_is_changed_and_deleted_by_its_id(step: Step, present: Simulator) -> None:
    point = {"type": "Point", "coordinates": [14.50, 46.05]}
    drawn = step(lambda fh: fh.annotations.add(point, name="Gate 3"))
    (outcome,) = step(
        lambda fh: fh.annotations.add_all([{"type": "Feature", "properties": {"name": "Gate 4"}, "geometry": point}])
    )
    changed = step(lambda fh: fh.annotations.update(drawn.id, name="Gate 3 (closed)"))
    assert changed.id == drawn.id
    with present.lock:
        assert [each.name for each in present.world.annotations.all] == ["Gate 3 (closed)", "Gate 4"]
    for id in (drawn.id, outcome.result().id):
        step(lambda fh, id=id: fh.annotations.delete(id))
    with present.lock:
        assert [*present.world.annotations.all] == []
