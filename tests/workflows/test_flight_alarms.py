"""Watching for alerts of flights: each once, in bounded memory, whatever fails meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from threading import Event
from typing import Any

import pytest
from client.both_clients import opened

import flighthub._alerts.seen as seen_module
from flighthub import AsyncFlightHub, FlightAlarm, FlightHub, InvalidArgument, NotFound
from flighthub._alerts.seen import Seen
from flighthub.types import AiAlert, FlightAlert
from flighthub_simulator import Simulator, run

DOCK, AIRCRAFT = "7CTDEXAMPLE0001", "1581FEXAMPLE00001"

Step = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture
def step(client: str, present: Simulator) -> Iterator[Step]:
    with opened(client, token=present.token, project=present.project, base_url=present.base_url) as step:
        yield step


def taken(**told: Any) -> Callable[[Any], Any]:
    """All alarms of a watch, by either client."""
    given = {"interval": 0.02, **told}

    def work(fh: FlightHub | AsyncFlightHub) -> Any:
        if isinstance(fh, FlightHub):
            return list(fh.alerts.watch(**given))

        async def collected() -> list[FlightAlarm]:
            return [alarm async for alarm in fh.alerts.watch(**given)]

        return collected()

    return work


def fly(step: Step, world: Simulator) -> None:
    step(lambda fh: fh.flight_tasks.launch(dock=DOCK, wayline="Perimeter"))
    world.clock.advance(60)


def alert(world: Simulator, label: str = "person") -> None:
    world.world.happen("ai_alert", {"sn": AIRCRAFT, "label": label})


def while_watched(client: str, world: Simulator, *events: Callable[[], None], **told: Any) -> list[FlightAlarm]:
    """The alarms of a watch of one aircraft, of which each second round begins with an event."""
    begun = iter(range(100))

    def begin_round(attempt: Any) -> None:
        if attempt.operation == "alerts.list_flights":
            number, is_second = divmod(next(begun), 2)
            if is_second and number < len(events):
                events[number]()

    settings = {"token": world.token, "project": world.project, "base_url": world.base_url}
    with opened(client, **settings, on_request=begin_round) as step:
        found: list[FlightAlarm] = step(taken(rounds=2 * len(events) + 2, aircraft=AIRCRAFT, **told))
    return found


def test_what_is_there_already_is_not_new_unless_it_is_asked_for(step: Step, present: Simulator) -> None:
    fly(step, present)
    alert(present)
    assert step(taken(rounds=2)) == []
    (found,) = step(taken(rounds=2, since=present.clock.now() - timedelta(minutes=5)))
    assert (found.sn, found.callsign) == (AIRCRAFT, "North aircraft")
    assert found.detection.labels == ["person"]
    assert found.detection.location.latitude == pytest.approx(46.05, abs=0.01)
    assert found.flight.count == 1
    assert found.id == found.detection.alert_uuid
    assert found.raised_at == present.clock.now() or abs(found.raised_at - present.clock.now()) < timedelta(seconds=2)
    assert str(found).startswith("North aircraft: person during Perimeter")
    assert type(found).__module__ == "flighthub"
    assert step(taken(rounds=1, since=present.clock.now() + timedelta(minutes=5))) == []


def test_each_new_alert_is_told_once(client: str, step: Step, present: Simulator) -> None:
    fly(step, present)
    alert(present, "car")
    found = while_watched(client, present, lambda: alert(present), lambda: alert(present, "boat"))
    assert [each.detection.labels for each in found if each.detection] == [["person"], ["boat"]]
    assert len(found) == 2


def test_failures_that_pass_are_looked_past(client: str, step: Step, present: Simulator) -> None:
    fly(step, present)

    def fail() -> None:
        present.faults.add("listFlightAlerts", status=503)
        present.faults.add("listAiAlerts", reset="before")
        alert(present)

    (found,) = while_watched(client, present, fail)
    assert found.detection is not None


def test_a_failure_that_does_not_pass_ends_the_watch(step: Step, present: Simulator) -> None:
    present.faults.add("listFlightAlerts", status=403, code=200403, message="no")
    with pytest.raises(Exception, match="200403"):
        step(taken(rounds=3))


def test_a_watch_ends_by_its_time_its_rounds_and_its_event(step: Step, present: Simulator) -> None:
    assert step(taken(timeout=0.2)) == []
    assert step(taken(rounds=2)) == []
    stop = Event()
    stop.set()
    assert step(taken(cancel=stop)) == []


def test_only_the_aircraft_that_are_named_are_watched(step: Step, present: Simulator) -> None:
    fly(step, present)
    alert(present)
    since = present.clock.now() - timedelta(minutes=5)
    assert len(step(taken(rounds=1, since=since, aircraft="North dock"))) == 1
    assert len(step(taken(rounds=1, since=since, aircraft=["North aircraft", AIRCRAFT]))) == 1
    assert step(taken(rounds=1, since=since, aircraft="East dock")) == []


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"rounds": 0}, "rounds: must be at least 1"),
        ({"interval": 0}, "interval: must be"),
        ({"timeout": -1}, "timeout: must be"),
        ({"aircraft": []}, "aircraft: names no device"),
        ({"aircraft": "Nobody"}, "aircraft: the project has no device"),
        ({"since": datetime(2026, 1, 1)}, "since: must be a datetime with a time zone"),
    ],
    ids=lambda each: str(each)[:30],
)
def test_arguments_that_cannot_be_right_are_refused(wrong: dict[str, Any], says: str, step: Step) -> None:
    with pytest.raises(InvalidArgument, match=says):
        step(taken(**wrong))


def test_on_premises_the_error_says_what_to_do(client: str) -> None:
    with (
        run(speed=0, editions=["V1.0"]) as world,
        opened(client, token=world.token, project=world.project, base_url=world.base_url) as step,
        pytest.raises(NotFound, match="On premises it does not exist"),
    ):
        step(taken(rounds=1))


# What is new, without a server


def flight(count: int | None, id: str = "F") -> FlightAlert:
    return FlightAlert.from_dict({"flight_id": id, "count": count, "start_time": 1772442005})


def detections(*numbers: int) -> list[AiAlert]:
    return [AiAlert.from_dict({"alert_uuid": f"A{each}", "timestamp": 1772442000 + each}) for each in numbers]


def watching() -> Seen:
    seen = Seen(None)
    seen.end_round([])
    return seen


def test_a_count_that_rises_without_a_detection_is_told_and_so_is_the_detection_when_it_comes() -> None:
    seen = watching()
    assert [each.detection for each in seen.note("S", None, flight(1), [])] == [None]
    assert seen.note("S", None, flight(1), []) == []
    assert seen.pending([flight(1)]) == ["F"]
    assert [each.id for each in seen.note("S", None, flight(1), detections(1))] == ["A1"]
    assert seen.pending([flight(1)]) == []
    assert [each.id for each in seen.note("S", None, flight(3), detections(1, 3, 2))] == ["A2", "A3"]
    assert [each.id for each in seen.note("S", None, flight(5), detections(1, 2, 3))] == ["F 5"]


def test_a_flight_whose_count_is_not_told_is_always_looked_at() -> None:
    seen = watching()
    seen.note("S", None, flight(None), detections(1))
    assert seen.pending([flight(None)]) == ["F"]
    assert seen.note("S", None, flight(None), detections(1)) == []


def test_memory_is_bounded_and_what_was_forgotten_is_not_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen_module, "MOST_SEEN", 50)
    seen = watching()
    told = 0
    for number in range(1000):
        found = seen.note("S", None, flight(number + 1), detections(number))
        told += len(found)
    assert told == 1000
    assert len(seen._ids) == 50
    assert seen.note("S", None, flight(1000), detections(*range(1000))) == []


def test_flights_that_are_not_listed_any_more_are_forgotten() -> None:
    seen = watching()
    for number in range(100):
        seen.note("S", None, flight(1, f"F{number}"), detections(number))
        seen.end_round([f"F{number}"])
    assert len(seen._counts) == len(seen._detected) == 1


def test_times_that_cannot_be_are_no_times() -> None:
    for number in (None, 0, 10**30, -(10**30)):
        assert seen_module.moment_of(number) is None
    assert seen_module.moment_of(1772442005) == seen_module.moment_of(1772442005000)
