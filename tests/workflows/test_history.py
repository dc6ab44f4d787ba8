"""Looking back: all tasks of many docks over any period, each of them once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from client.both_clients import CLIENTS, opened

from flighthub import FlightHub, InvalidArgument, NotFound, ServerError
from flighthub._flights.launch import planned_start, windows
from flighthub.enums import FlightTaskStatus
from flighthub.types import FlightTaskSummary
from flighthub_simulator import Simulator, run

both = pytest.mark.parametrize("client", CLIENTS)

DOCKS = ("7CTDEXAMPLE0001", "8UUXEXAMPLE0002", "4TADEXAMPLE0003")
ROUTES = ("f2d4c6b8-90ab-4cde-8f01-23456789abcd", "0d9c6f52-53ab-4f1c-a6d7-3b9f3a6d0c02")
MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0, start=MORNING) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    """A simulator with a fresh world, whose clock stands at nine in the morning of a Monday."""
    _standing.reset()
    return _standing


def planned(world: Simulator, dock: int = 0, days: float = 1, name: str = "Round") -> str:
    """A task of a dock so many days from now."""
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url) as fh:
        made = fh.flight_tasks.create(
            name=name,
            sn=DOCKS[dock],
            wayline_uuid=ROUTES[dock],
            time_zone="UTC",
            rth_altitude=80,
            rth_mode="optimal",
            wayline_precision_type="rtk",
            out_of_control_action_in_flight="return_home",
            resumable_status="manual",
            task_type="timed",
            begin_at=MORNING + timedelta(days=days),
        )
    return made.task_uuid


Ask = Callable[..., list[FlightTaskSummary]]


@contextmanager
def asking(client: str, world: Simulator, sent: list[Any] | None = None) -> Iterator[Ask]:
    """What asks for a history, of two months around the morning unless told otherwise."""
    told = {"token": world.token, "project": world.project, "base_url": world.base_url}
    hook = None if sent is None else (lambda attempt: sent.append(attempt.operation))
    with opened(client, **told, on_request=hook) as step:
        yield lambda **named: step(
            lambda fh: fh.flight_tasks.history(**{"since": MORNING - 4 * WEEK, "until": MORNING + 4 * WEEK, **named})
        )


@both
def test_all_docks_of_the_project_are_asked_in_windows_and_the_tasks_are_in_order(
    client: str, world: Simulator
) -> None:
    expected = [planned(world, dock, days) for days in (0.5, 3, 9, 27) for dock in (0, 1)]
    sent: list[Any] = []
    with asking(client, world, sent) as ask:
        found = ask()
    begins = [each.begin_at for each in found]
    assert {each.uuid for each in found} == set(expected)
    assert len(found) == len(expected)
    assert begins == sorted(begins, key=lambda moment: moment or MORNING)
    # Three docks, no remote controller, eight weeks.
    assert sent.count("flight_tasks.list") == 24
    assert sent.count("devices.list") == 1


@both
@pytest.mark.parametrize("docks", [[DOCKS[1]], ["East dock"], ["East aircraft", DOCKS[1]], ("East dock",)])
def test_docks_are_told_by_any_of_their_names_and_asked_once(client: str, docks: Any, world: Simulator) -> None:
    planned(world, 0)
    east = planned(world, 1)
    sent: list[Any] = []
    with asking(client, world, sent) as ask:
        assert [each.uuid for each in ask(docks=docks)] == [east]
        assert sent.count("flight_tasks.list") == 8
        assert ask(docks=[]) == []


@both
def test_a_task_at_the_edge_of_two_windows_is_there_once(client: str, world: Simulator) -> None:
    tasks = [planned(world, 0, days) for days in (7, 14)]
    with asking(client, world) as ask:
        assert [each.uuid for each in ask(since=MORNING, until=MORNING + 3 * WEEK)] == tasks
        assert [each.uuid for each in ask(since=MORNING, until=MORNING + 2 * WEEK)] == tasks
        assert [each.uuid for each in ask(since=MORNING + 2 * WEEK, until=MORNING + 3 * WEEK)] == tasks[1:]


@both
def test_states_and_kinds_are_asked_for(client: str, world: Simulator) -> None:
    tasks = [planned(world, 0, days) for days in (1, 2)]
    world.clock.advance(1.5 * 86_400)
    with asking(client, world) as ask:
        assert [each.uuid for each in ask(statuses=["success"])] == tasks[:1]
        assert [each.uuid for each in ask(statuses=[FlightTaskStatus.WAITING, "suspended"])] == tasks[1:]
        assert [each.uuid for each in ask(task_type="timed")] == tasks
        assert ask(task_type="immediate") == []
        with pytest.raises(InvalidArgument, match="status"):
            ask(statuses=["flown"])


@both
def test_a_window_of_any_width_brings_the_same(client: str, world: Simulator) -> None:
    tasks = [planned(world, 0, days) for days in (0.5, 1.25, 2)]
    span = {"since": MORNING, "until": MORNING + timedelta(days=2.5), "docks": ["North dock"]}
    sent: list[Any] = []
    with asking(client, world, sent) as ask:
        for width, calls in ((timedelta(hours=7), 9), (timedelta(days=2.5), 1), (timedelta(days=365), 1)):
            sent.clear()
            assert [each.uuid for each in ask(**span, window=width, max_concurrency=2)] == tasks
            assert sent.count("flight_tasks.list") == calls


def test_a_window_wider_than_any_calendar_is_the_whole_period() -> None:
    since, until = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
    assert [*windows(since, until, timedelta.max)] == [(since, until)]


def test_windows_touch_and_cover_the_period_also_where_clocks_change() -> None:
    here = ZoneInfo("Europe/Ljubljana")
    since, until = datetime(2026, 3, 1, tzinfo=here), datetime(2026, 4, 3, 12, tzinfo=here)
    found = [*windows(since, until, WEEK)]
    assert found[0][0] == since
    assert found[-1][1] == until
    assert all(before[1] == after[0] for before, after in pairwise(found))
    assert {end - begin for begin, end in found[:-1]} == {WEEK}


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"since": datetime(2026, 3, 1)}, "since"),
    ({"until": datetime(2026, 3, 1)}, "until"),
    ({"since": 1772442000}, "since"),
    ({"until": None}, "until"),
    ({"since": MORNING, "until": MORNING}, "until"),
    ({"since": MORNING, "until": MORNING - timedelta(seconds=1)}, "until"),
    ({"window": timedelta(0)}, "window"),
    ({"window": -WEEK}, "window"),
    ({"since": datetime.min.replace(tzinfo=UTC)}, "since"),
    ({"since": datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))}, "since"),
    ({"until": datetime.max.replace(tzinfo=timezone(-timedelta(hours=12)))}, "until"),
    ({"window": timedelta(seconds=1)}, "since"),
    ({"max_concurrency": 0}, "max_concurrency"),
    ({"docks": "North dock"}, "docks"),
    ({"docks": ["South dock"]}, "docks"),
    ({"docks": ["Pilot 1"]}, "docks"),
]


@both
@pytest.mark.parametrize(("wrong", "member"), REFUSED, ids=lambda each: str(each)[:40])
def test_what_cannot_be_right_is_refused(client: str, wrong: dict[str, Any], member: str, world: Simulator) -> None:
    sent: list[Any] = []
    with asking(client, world, sent) as ask, pytest.raises(InvalidArgument) as caught:
        ask(**wrong)
    assert caught.value.member == member
    assert "flight_tasks.list" not in sent


@both
@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"code": 200404, "message": "no"}, NotFound),
        ({"code": 200500, "message": "server error"}, ServerError),
    ],
)
def test_the_failure_of_one_call_is_raised_as_it_is(
    client: str, fault: dict[str, Any], error: type[Exception], world: Simulator
) -> None:
    planned(world)
    world.faults.add("listFlightTasks", **fault)
    with asking(client, world) as ask, pytest.raises(error):
        ask()


def test_tasks_without_a_planned_start_come_last_and_equal_ones_in_a_fixed_order() -> None:
    told = [("c", None), ("b", "2026-03-03T09:00:00Z"), ("a", "2026-03-03T09:00:00Z"), ("d", "2026-03-02T09:00:00Z")]
    rows = [FlightTaskSummary.from_dict({"uuid": uuid, "begin_at": begin}) for uuid, begin in told]
    assert [each.uuid for each in sorted(rows, key=planned_start)] == ["d", "a", "b", "c"]
