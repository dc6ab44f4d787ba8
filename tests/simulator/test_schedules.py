"""Tasks for later: timed, recurring on local days, and continuous as the battery allows; held and released."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flying import AIRCRAFT, DOCK, PERIMETER, PLAN, airborne, ended, start

from flighthub import APIError, FlightHub, InvalidRequest
from flighthub.enums import FlightTaskStatus
from flighthub.types import FlightTaskSummary
from flighthub_simulator import Simulator
from flighthub_simulator._world._recurrence import days

S = FlightTaskStatus


def rows(world: Simulator, hub: FlightHub, name: str = "Round", days_: int = 400) -> list[FlightTaskSummary]:
    """All flights of a name, before and after now."""
    now = world.clock.now()
    window = {"begin_at": now - timedelta(days=days_), "end_at": now + timedelta(days=days_)}
    return hub.flight_tasks.list(sn=DOCK, name=name, **window)


def timed(world: Simulator, hub: FlightHub, minutes: float = 10, latest: float | None = None, **members: Any) -> str:
    """A timed task so many minutes from now."""
    begin = world.clock.now() + timedelta(minutes=minutes)
    if latest is not None:
        members["latest_begin_at"] = begin + timedelta(minutes=latest)
    return start(hub, task_type="timed", begin_at=begin, **members)


def test_a_timed_task_waits_for_its_time_and_then_flies(world: Simulator, hub: FlightHub) -> None:
    task = timed(world, hub)
    for minutes, expected in ((0, S.WAITING), (9.9, S.WAITING), (0.2, S.EXECUTING)):
        world.clock.advance(minutes * 60)
        assert hub.flight_tasks.get(task).status is expected
    assert ended(world, hub, task).status is S.SUCCESS
    (row,) = rows(world, hub)
    assert row.run_at == row.begin_at


@pytest.mark.parametrize("kind", ["timed", "recurring", "continuous"])
def test_a_time_in_the_past_is_refused(kind: str, world: Simulator, hub: FlightHub) -> None:
    begin = world.clock.now() - timedelta(seconds=1)
    plan = {
        "timed": {},
        "recurring": {
            "repeat_type": "daily",
            "repeat_option": {"interval": 1},
            "recurring_task_start_time_list": [begin + timedelta(hours=1)],
        },
        "continuous": {"continuous_task_periods": [[begin, begin + timedelta(hours=1)]]},
    }[kind]
    asked = {"task_type": kind, "end_at": begin + timedelta(days=2), **plan}
    with pytest.raises(InvalidRequest, match="begin_at"):
        start(hub, begin_at=begin, **asked)
    assert world.world.flight_tasks.all == []
    assert start(hub, begin_at=begin + timedelta(seconds=1), **asked)


def test_a_timed_task_whose_dock_is_busy_times_out_or_waits_until_its_latest_start(
    world: Simulator, hub: FlightHub
) -> None:
    strict, patient = timed(world, hub, 1), timed(world, hub, 1, latest=30, name="Patient")
    first = start(hub)
    world.clock.advance(90)
    assert [hub.flight_tasks.get(each).status for each in (first, strict, patient)] == [
        S.EXECUTING,
        S.TIMEOUT,
        S.WAITING,
    ]
    assert ended(world, hub, first).status is S.SUCCESS
    assert hub.flight_tasks.get(patient).status is S.EXECUTING
    assert ended(world, hub, patient).status is S.SUCCESS


def test_a_held_task_is_not_flown_until_it_is_released(world: Simulator, hub: FlightHub) -> None:
    task = timed(world, hub)
    hub.flight_tasks.update_status(task, status="suspended")
    hub.flight_tasks.update_status(task, status="suspended")
    assert hub.flight_tasks.get(task).status is S.SUSPENDED
    world.clock.advance(1200)
    assert hub.flight_tasks.get(task).status is S.SUSPENDED
    # A released task whose time has come flies at once.
    hub.flight_tasks.update_status(task, status="restored")
    assert hub.flight_tasks.get(task).status is S.EXECUTING
    assert ended(world, hub, task).status is S.SUCCESS


def test_a_task_that_is_released_in_time_waits_again(world: Simulator, hub: FlightHub) -> None:
    task = timed(world, hub)
    hub.flight_tasks.update_status(task, status="suspended")
    hub.flight_tasks.update_status(task, status="restored")
    assert hub.flight_tasks.get(task).status is S.WAITING
    assert ended(world, hub, task).status is S.SUCCESS


def test_a_task_that_is_flown_or_was_cannot_be_held(world: Simulator, hub: FlightHub) -> None:
    task = timed(world, hub, 1)
    world.clock.advance(60)
    airborne(world, hub)
    for _ in range(2):
        with pytest.raises(APIError, match="228406"):
            hub.flight_tasks.update_status(task, status="suspended")
        ended(world, hub, task)


def recurring(world: Simulator, hub: FlightHub, kind: str, option: dict[str, Any], zone: str, last: date) -> str:
    """A recurring task, flown at 10:30 and 16:00 of its time zone."""
    here = ZoneInfo(zone)
    first = world.clock.now().astimezone(here).date()
    starts = [datetime(first.year, first.month, first.day, *at, tzinfo=here) for at in ((16, 0), (10, 30))]
    return start(
        hub,
        task_type="recurring",
        repeat_type=kind,
        repeat_option=option,
        time_zone=zone,
        begin_at=world.clock.now(),
        end_at=datetime(last.year, last.month, last.day, 23, 59, tzinfo=here),
        recurring_task_start_time_list=starts,
    )


ZONES = ["Europe/Ljubljana", "America/Los_Angeles", "Pacific/Auckland"]


@pytest.mark.parametrize("zone", ZONES)
def test_recurring_flights_fall_on_the_local_days_and_times_of_their_zone(
    zone: str, world: Simulator, hub: FlightHub
) -> None:
    plan = recurring(world, hub, "weekly", {"interval": 1, "days_of_week": [1, 4]}, zone, date(2026, 4, 20))
    begins = [each.begin_at.astimezone(ZoneInfo(zone)) for each in rows(world, hub) if each.begin_at is not None]
    assert len(begins) >= 26
    assert {each.strftime("%a %H:%M") for each in begins} == {"Mon 10:30", "Mon 16:00", "Thu 10:30", "Thu 16:00"}
    # The clocks change in between, and the flights do not.
    assert len({each.utcoffset() for each in begins}) == 2
    assert plan not in {each.uuid for each in rows(world, hub)}
    assert min(begins) >= world.clock.now()


def test_each_flight_of_a_recurring_task_is_flown_and_the_plan_succeeds_with_the_last(
    world: Simulator, hub: FlightHub
) -> None:
    plan = recurring(world, hub, "daily", {"interval": 2}, "UTC", date(2026, 3, 4))
    assert len(rows(world, hub)) == 4
    detail = hub.flight_tasks.get(plan)
    assert (detail.repeat_type, detail.interval, detail.status) == ("daily", 2, S.WAITING)
    assert len(detail.recurring_task_start_time_list) == 2
    world.clock.advance(3600 * 8)
    assert [each.status for each in rows(world, hub)] == [S.SUCCESS, S.SUCCESS, S.WAITING, S.WAITING]
    assert hub.flight_tasks.get(plan).status is S.WAITING
    world.clock.advance(3600 * 48)
    assert {each.status for each in rows(world, hub)} == {S.SUCCESS}
    assert hub.flight_tasks.get(plan).status is S.SUCCESS
    assert len({each.folder_id for each in rows(world, hub)}) == 4


def test_a_held_plan_holds_its_flights_and_one_flight_can_be_held_alone(world: Simulator, hub: FlightHub) -> None:
    plan = recurring(world, hub, "daily", {"interval": 1}, "UTC", date(2026, 3, 3))
    one = rows(world, hub)[1].uuid
    hub.flight_tasks.update_status(one, status="suspended")
    assert [each.status for each in rows(world, hub)] == [S.WAITING, S.SUSPENDED, S.WAITING, S.WAITING]
    hub.flight_tasks.update_status(plan, status="suspended")
    world.clock.advance(3600 * 24 * 3)
    assert {each.status for each in rows(world, hub)} == {S.SUSPENDED}


@pytest.mark.parametrize(
    ("kind", "option", "expected"),
    [
        ("daily", {"interval": 3}, ["03-02", "03-05", "03-08", "03-11"]),
        ("weekly", {"interval": 1, "days_of_week": [0, 6]}, ["03-07", "03-08", "03-14", "03-15"]),
        ("weekly", {"interval": 2, "days_of_week": [1]}, ["03-02", "03-16", "03-30", "04-13"]),
        ("absolute_monthly", {"interval": 1, "days_of_month": [1, 15, 31]}, ["03-15", "03-31", "04-01", "04-15"]),
        ("absolute_monthly", {"interval": 2, "days_of_month": [30]}, ["03-30", "05-30", "07-30", "09-30"]),
        (
            "relative_monthly",
            {"interval": 1, "week_of_month": 2, "days_of_week": [1]},
            ["03-09", "04-13", "05-11", "06-08"],
        ),
        (
            "relative_monthly",
            {"interval": 3, "week_of_month": 1, "days_of_week": [0]},
            ["06-07", "09-06", "12-06"],
        ),
    ],
)
def test_the_days_of_a_recurrence_are_those_of_the_documentation(
    kind: str, option: dict[str, Any], expected: list[str]
) -> None:
    found: Iterator[date] = days(kind, option, date(2026, 3, 2), date(2026, 12, 31))
    assert [f"{each:%m-%d}" for each in found][: len(expected)] == expected


def test_a_continuous_task_flies_again_and_again_in_its_period_as_the_battery_allows(
    world: Simulator, hub: FlightHub
) -> None:
    begin, noon = world.clock.now(), world.clock.now() + timedelta(hours=1)
    plan = start(
        hub,
        task_type="continuous",
        time_zone="UTC",
        begin_at=begin,
        end_at=begin + timedelta(hours=20),
        continuous_task_periods=[[begin + timedelta(minutes=10), noon]],
        min_battery_capacity=90,
    )
    assert len(rows(world, hub)) == 1
    world.clock.advance(3 * 3600)
    found = rows(world, hub)
    assert len(found) >= 4
    assert {each.status for each in found} == {S.SUCCESS}
    for before, after in pairwise(found):
        assert before.completed_at is not None
        assert after.run_at is not None
        assert after.run_at >= before.completed_at
        assert after.run_at < noon
    assert hub.flight_tasks.get(plan).status is S.SUCCESS


def test_a_continuous_plan_goes_on_between_two_of_its_flights(world: Simulator, hub: FlightHub) -> None:
    begin = world.clock.now()
    plan = start(
        hub,
        task_type="continuous",
        time_zone="UTC",
        begin_at=begin,
        end_at=begin + timedelta(hours=20),
        continuous_task_periods=[[begin + timedelta(minutes=10), begin + timedelta(hours=2)]],
        min_battery_capacity=90,
    )
    states = set()
    for _ in range(100):
        world.clock.advance(60)
        states.add(hub.flight_tasks.get(plan).status)
    assert len(rows(world, hub)) > 1
    assert not [each for each in states if each is not None and each.is_terminal]


def test_a_plan_that_ends_before_it_begins_is_refused(world: Simulator, hub: FlightHub) -> None:
    with pytest.raises(InvalidRequest, match="end_at"):
        recurring(world, hub, "daily", {"interval": 1}, "UTC", date(2026, 3, 1))


def test_a_detail_has_the_request_again_with_the_recurrence_flat(world: Simulator, hub: FlightHub) -> None:
    option = {"interval": 1, "week_of_month": 2, "days_of_week": [1]}
    task = recurring(world, hub, "relative_monthly", option, "Asia/Tokyo", date(2026, 12, 24))
    detail = hub.flight_tasks.get(task)
    assert (detail.interval, detail.week_of_month, [int(each.value) for each in detail.days_of_week]) == (1, 2, [1])
    assert detail.days_of_month == []
    assert (detail.name, detail.sn, detail.wayline_uuid) == ("Round", DOCK, PERIMETER)
    assert (detail.rth_altitude, detail.rth_mode) == (PLAN["rth_altitude"], "optimal")
    assert detail.end_at == datetime(2026, 12, 24, 14, 59, tzinfo=UTC)
    assert AIRCRAFT not in str(detail.to_dict())
