"""Schedules: what they are sent as, when they fly, and that the simulator flies just then."""

from __future__ import annotations

import doctest
import inspect
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from flighthub import InvalidArgument, schedules
from flighthub._flights import time_zones as _zones
from flighthub.enums import DayOfWeek, FlightTaskType, WeekOfMonth
from flighthub.schedules import (
    Continuous,
    Daily,
    Immediate,
    Monthly,
    MonthlyOn,
    Recurring,
    Rule,
    Schedule,
    Timed,
    Weekly,
)
from flighthub_api.groups.flight_tasks import CREATE
from flighthub_simulator._world._flight_tasks import _flights

HOME = "Europe/Ljubljana"
ZONES = [HOME, "America/Los_Angeles", "Pacific/Auckland", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]


def recurring(rule: Rule, first: date, last: date, *starts: time, zone: str = HOME, **named: Any) -> Recurring:
    return Recurring(rule, starts=starts or [time(10, 30)], begin=first, end=last, zone=zone, **named)


def texts(schedule: Schedule) -> list[str]:
    return [f"{each:%m-%d %H:%M%z}" for each in schedule.occurrences()]


def flown(schedule: Schedule) -> list[datetime]:
    """When the simulator flies a plan."""
    told = schedule.arguments()
    return sorted(moment for moment, _ in _flights(FlightTaskType(told["task_type"]), told))


# What is sent


def test_an_immediate_task_is_sent_without_any_time() -> None:
    assert Immediate(zone=HOME).arguments() == {
        "task_type": "immediate",
        "time_zone": HOME,
        "repeat_type": "nonrepeating",
    }


def test_a_timed_task_is_sent_with_its_moment_and_the_end_of_its_window() -> None:
    at = datetime(2026, 3, 2, 10, 30, tzinfo=ZoneInfo(HOME))
    assert Timed(at, latest=at + timedelta(hours=1), min_battery=80).arguments() == {
        "task_type": "timed",
        "time_zone": HOME,
        "repeat_type": "nonrepeating",
        "begin_at": 1772443800,
        "latest_begin_at": 1772447400,
        "min_battery_capacity": 80,
    }


def test_a_recurring_task_is_sent_with_its_starts_on_the_date_of_its_beginning() -> None:
    plan = recurring(Weekly(["thursday", "monday"]), date(2026, 3, 2), date(2026, 6, 30), time(16), time(10, 30))
    assert plan.arguments() == {
        "task_type": "recurring",
        "time_zone": HOME,
        "repeat_type": "weekly",
        "repeat_option": {"interval": 1, "days_of_week": [1, 4]},
        "begin_at": stamp(2026, 3, 2, 0, 0),
        "end_at": stamp(2026, 6, 30, 23, 59, 59),
        "recurring_task_start_time_list": [stamp(2026, 3, 2, 10, 30), stamp(2026, 3, 2, 16, 0)],
    }


def test_the_date_of_the_beginning_is_that_of_the_zone_and_not_of_the_moment_that_was_given() -> None:
    begin = datetime(2026, 3, 2, 22, 0, tzinfo=UTC)  # a quarter to four in the morning of the next day in Nepal
    plan = Recurring(Daily(), starts=[time(9)], begin=begin, end=date(2026, 3, 5), zone="Asia/Kathmandu")
    (start,) = plan.arguments()["recurring_task_start_time_list"]
    assert start == stamp(2026, 3, 3, 9, 0, zone="Asia/Kathmandu")
    assert plan.arguments()["begin_at"] == int(begin.timestamp())


def test_a_continuous_task_is_sent_with_its_periods_on_the_date_of_its_beginning() -> None:
    plan = Continuous(
        [(time(14), time(16)), (time(8), time(9, 30))],
        begin=date(2026, 3, 2),
        end=date(2026, 3, 20),
        zone=HOME,
        min_battery=85,
        rule=MonthlyOn(2, [DayOfWeek.MONDAY]),
    )
    assert plan.arguments() == {
        "task_type": "continuous",
        "time_zone": HOME,
        "repeat_type": "relative_monthly",
        "repeat_option": {"interval": 1, "week_of_month": 2, "days_of_week": [1]},
        "begin_at": stamp(2026, 3, 2, 0, 0),
        "end_at": stamp(2026, 3, 20, 23, 59, 59),
        "continuous_task_periods": [
            [stamp(2026, 3, 2, 8, 0), stamp(2026, 3, 2, 9, 30)],
            [stamp(2026, 3, 2, 14, 0), stamp(2026, 3, 2, 16, 0)],
        ],
        "min_battery_capacity": 85,
    }


def stamp(*parts: int, zone: str = HOME) -> int:
    return int(datetime(*parts, tzinfo=ZoneInfo(zone)).timestamp())  # type: ignore[arg-type, misc]


RULES: list[tuple[Rule, str, dict[str, Any]]] = [
    (Daily(), "daily", {"interval": 1}),
    (Daily(3), "daily", {"interval": 3}),
    (Weekly(["Sunday", DayOfWeek.SATURDAY]), "weekly", {"interval": 1, "days_of_week": [0, 6]}),  # type: ignore[list-item]
    (Weekly(["friday", "friday"], 2), "weekly", {"interval": 2, "days_of_week": [5]}),
    (Monthly([31, 1, 31]), "absolute_monthly", {"interval": 1, "days_of_month": [1, 31]}),
    (
        MonthlyOn(WeekOfMonth.FOURTH, ["wednesday"], 6),
        "relative_monthly",
        {"interval": 6, "week_of_month": 4, "days_of_week": [3]},
    ),
]


@pytest.mark.parametrize(("rule", "kind", "option"), RULES)
def test_a_rule_is_sent_in_the_shape_of_its_kind(rule: Rule, kind: str, option: dict[str, Any]) -> None:
    assert (rule.repeat_type, rule.repeat_option) == (kind, option)


# When they fly


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Daily(3), ["03-02", "03-05", "03-08", "03-11"]),
        (Weekly(["sunday", "saturday"]), ["03-07", "03-08", "03-14", "03-15"]),
        (Weekly(["monday"], 2), ["03-02", "03-16", "03-30", "04-13"]),
        (Monthly([1, 15, 31]), ["03-15", "03-31", "04-01", "04-15"]),
        (Monthly([30], 2), ["03-30", "05-30", "07-30", "09-30"]),
        (Monthly([29], 11), ["03-29", "02-29", "01-29", "12-29"]),  # 2027-02 has no 29th, so it is that of 2028
        (MonthlyOn(2, ["monday"]), ["03-09", "04-13", "05-11", "06-08"]),
        (MonthlyOn(1, ["sunday"], 3), ["06-07", "09-06", "12-06", "03-07"]),
        (MonthlyOn(4, ["saturday", "tuesday"]), ["03-24", "03-28", "04-25", "04-28"]),
    ],
)
def test_the_days_of_a_rule_are_those_of_the_documentation(rule: Rule, expected: list[str]) -> None:
    found = rule.dates(date(2026, 3, 2), date(2036, 12, 31))
    if rule == Monthly([29], 11):
        expected = ["2026-03-29", "2028-01-29", "2028-12-29"]
        assert [str(each) for each in islice(found, 3)] == expected
        return
    assert [f"{each:%m-%d}" for each in islice(found, 4)] == expected


def test_a_flight_keeps_its_time_of_day_when_clocks_change() -> None:
    spring = recurring(Daily(), date(2026, 3, 28), date(2026, 3, 30))
    assert texts(spring) == ["03-28 10:30+0100", "03-29 10:30+0200", "03-30 10:30+0200"]
    autumn = recurring(Daily(), date(2026, 10, 24), date(2026, 10, 26))
    assert texts(autumn) == ["10-24 10:30+0200", "10-25 10:30+0100", "10-26 10:30+0100"]


def test_a_time_that_a_day_leaves_out_is_flown_later_and_one_that_it_has_twice_the_first_time() -> None:
    spring = recurring(Daily(), date(2026, 3, 28), date(2026, 3, 30), time(2, 30))
    assert texts(spring) == ["03-28 02:30+0100", "03-29 03:30+0200", "03-30 02:30+0200"]
    autumn = recurring(Daily(), date(2026, 10, 24), date(2026, 10, 26), time(2, 30, fold=1))
    assert texts(autumn) == ["10-24 02:30+0200", "10-25 02:30+0200", "10-26 02:30+0100"]


def test_the_starts_of_a_day_are_in_order_also_where_a_change_of_clocks_swaps_them() -> None:
    plan = recurring(Daily(), date(2026, 3, 28), date(2026, 3, 29), time(3, 15), time(2, 45))
    assert texts(plan) == ["03-28 02:45+0100", "03-28 03:15+0100", "03-29 03:15+0200", "03-29 03:45+0200"]


def test_the_29th_of_february_is_flown_in_leap_years_alone() -> None:
    plan = recurring(Monthly([29], 12), date(2026, 2, 1), date(2033, 1, 1))
    assert [each.date() for each in plan.occurrences()] == [date(2028, 2, 29), date(2032, 2, 29)]


def test_a_schedule_begins_and_ends_to_the_second() -> None:
    begin, end = (datetime(2026, 3, day, 10, 30, tzinfo=ZoneInfo(HOME)) for day in (2, 4))
    whole = Recurring(Daily(), starts=[time(10, 30)], begin=begin, end=end, zone=HOME)
    assert [each.day for each in whole.occurrences()] == [2, 3, 4]
    second = timedelta(seconds=1)
    less = Recurring(Daily(), starts=[time(10, 30)], begin=begin + second, end=end - second, zone=HOME)
    assert [each.day for each in less.occurrences()] == [3]


def test_a_preview_ends_where_it_is_told_to() -> None:
    plan = recurring(Daily(), date(2026, 3, 2), date(2036, 3, 2))
    until = datetime(2026, 3, 4, 10, 30, tzinfo=ZoneInfo(HOME))
    assert [each.day for each in plan.occurrences(until)] == [2, 3, 4]
    assert [each.day for each in plan.occurrences(until.replace(tzinfo=None, minute=29))] == [2, 3]
    assert plan.occurrences(until - timedelta(days=9)) == []
    assert len(plan.occurrences()) == 3654


def test_a_preview_knows_the_second_of_two_equal_hours() -> None:
    autumn = recurring(Daily(), date(2026, 10, 25), date(2026, 10, 26), time(2, 30))
    second = datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=ZoneInfo(HOME))
    assert len(autumn.occurrences(second)) == 1
    assert len(autumn.occurrences(second.replace(fold=0))) == 0
    with pytest.raises(InvalidArgument, match="before"):
        Timed(second, latest=second.replace(fold=0, minute=45))
    assert Timed(second.replace(fold=0, minute=45), latest=second).occurrences(second)


def test_a_timed_task_flies_once_and_an_immediate_one_now() -> None:
    at = datetime(2026, 3, 2, 10, 30)
    timed = Timed(at, zone="Asia/Tokyo")
    assert [str(each) for each in timed.occurrences()] == ["2026-03-02 10:30:00+09:00"]
    assert timed.occurrences(at - timedelta(seconds=1)) == []
    (now,) = Immediate(zone="Asia/Tokyo").occurrences()
    assert abs((datetime.now(UTC) - now).total_seconds()) < 5
    assert Immediate().occurrences(now - timedelta(minutes=1)) == []


def test_datetimes_of_any_zone_are_taken_and_naive_ones_are_local() -> None:
    moments = [
        datetime(2026, 7, 1, 12, 0),
        datetime(2026, 7, 1, 12, 0, 0, 999_999, tzinfo=ZoneInfo(HOME)),
        datetime(2026, 7, 1, 10, 0, tzinfo=UTC),
        datetime(2026, 7, 1, 19, 0, tzinfo=timezone(timedelta(hours=9))),
    ]
    assert {Timed(each, zone=HOME).arguments()["begin_at"] for each in moments} == {stamp(2026, 7, 1, 12, 0)}


def test_an_end_is_the_last_second_of_its_day_also_when_clocks_show_it_twice() -> None:
    for zone, day in (("Africa/Cairo", date(2026, 10, 29)), ("America/Santiago", date(2026, 4, 4))):
        plan = Recurring(Daily(), starts=[time(9)], begin=day, end=day, zone=zone)
        following = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)
        assert plan.arguments()["end_at"] == following.timestamp() - 1


def test_starts_that_are_one_moment_when_clocks_go_forward_are_one_flight() -> None:
    twice = Recurring(
        Daily(), starts=[time(2, 30), time(3, 30)], begin=date(2026, 3, 28), end=date(2026, 3, 29), zone="Europe/Berlin"
    )
    assert texts(twice) == ["03-28 02:30+0100", "03-28 03:30+0100", "03-29 03:30+0200"]


def test_a_moment_that_clocks_leave_out_is_refused_with_a_zone_of_its_own_too() -> None:
    left_out = datetime(2026, 3, 29, 2, 30)
    for make in (
        lambda: Timed(left_out, zone="Europe/Berlin"),
        lambda: Timed(left_out.replace(tzinfo=ZoneInfo("Europe/Berlin"))),
    ):
        with pytest.raises(InvalidArgument, match="does not exist"):
            make()


def test_an_end_beyond_all_calendars_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="beyond what can be expressed"):
        Recurring(Daily(), starts=[time(9)], begin=date(2026, 3, 1), end=date.max, zone="America/Lima")


# That the simulator flies just then


def drawn(chance: random.Random) -> Rule:
    days = chance.sample(["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"], 2)
    return chance.choice(
        [
            Daily(chance.randint(1, 9)),
            Weekly(days, chance.randint(1, 4)),  # type: ignore[arg-type]
            Monthly(chance.sample(range(1, 32), 3), chance.randint(1, 5)),
            MonthlyOn(chance.randint(1, 4), days, chance.randint(1, 5)),  # type: ignore[arg-type]
        ]
    )


def plans(seed: int) -> Iterator[Schedule]:
    """Plans of every kind, many of them around changes of clocks and ends of months."""
    chance = random.Random(seed)
    for _ in range(40):
        first = date(2026, 1, 1) + timedelta(days=chance.randrange(800))
        last = first + timedelta(days=chance.randint(200, 900))
        zone = chance.choice(ZONES)
        times = sorted({time(chance.randrange(24), chance.randrange(0, 60, 15)) for _ in range(3)} | {time(2, 30)})
        rule = drawn(chance)
        begin = datetime.combine(first, time(chance.randrange(24), 17), ZoneInfo(zone)).astimezone(UTC)
        try:
            yield Recurring(rule, starts=times, begin=begin, end=last, zone=zone)
            pairs = [*zip(times[::2], times[1::2], strict=False)]
            yield Continuous(pairs, begin=first, end=last, zone=zone, min_battery=60, rule=rule)
        except InvalidArgument as error:
            # A start that the first day leaves out cannot be sent; and a rare rule may never fall.
            if "leave out" not in str(error) and "no flight" not in str(error):
                raise


@pytest.mark.parametrize("seed", range(5))
def test_the_preview_is_when_the_simulator_flies(seed: int) -> None:
    seen = 0
    for plan in plans(seed):
        foreseen = plan.occurrences()
        # In UTC, as a time that a day has twice equals none of another zone.
        assert [each.astimezone(UTC) for each in foreseen] == flown(plan), plan
        assert {str(each.tzinfo) for each in foreseen} == {plan.time_zone}
        seen += len(foreseen)
    assert seen > 5_000


@pytest.mark.parametrize("seed", range(2))
def test_what_a_schedule_says_passes_every_check_of_the_call(seed: int) -> None:
    rest = {
        "name": "Round",
        "sn": "7CTDEXAMPLE0001",
        "wayline_uuid": "f2d4c6b8-90ab-4cde-8f01-23456789abcd",
        "rth_altitude": 80,
        "rth_mode": "optimal",
        "wayline_precision_type": "rtk",
        "out_of_control_action_in_flight": "return_home",
        "resumable_status": "manual",
    }
    once = [Immediate(), Immediate(min_battery=60), Timed(datetime.now(UTC), latest=datetime.now(UTC), min_battery=60)]
    for schedule in [*once, *plans(seed)]:
        told = {**rest, **schedule.arguments()}
        assert CREATE.request(told).body == told


# What is refused


def day_of_change(**named: Any) -> Recurring:
    return recurring(Daily(), date(2026, 3, 29), date(2026, 4, 5), time(2, 30), **named)


FIRST, LAST = date(2026, 3, 2), date(2026, 3, 9)
NINE, TEN = time(9), time(10)


def watch(*periods: Any, **named: Any) -> Continuous:
    return Continuous(periods, **{"begin": FIRST, "end": LAST, "zone": HOME, "min_battery": 60, **named})


NOT_IANA = ("localtime", "posixrules", "right/UTC", "posix/Europe/Berlin", "Factory")

REFUSED: list[tuple[Callable[[], object], str, str]] = [
    (lambda: Daily(0), "interval", "at least 1"),
    (lambda: Daily(1.5), "interval", "whole number"),  # type: ignore[arg-type]
    (lambda: Weekly([]), "days", "empty"),
    (lambda: Weekly([1]), "days", "names such as 'monday'"),  # type: ignore[list-item]
    (lambda: Weekly("monday"), "days", "a list"),  # type: ignore[arg-type]
    (lambda: Weekly(["moonday"]), "days", "moonday"),  # type: ignore[list-item]
    (lambda: Weekly([DayOfWeek(7)]), "days", "names such as"),
    (lambda: Weekly(["monday"], 0), "interval", "at least 1"),
    (lambda: Monthly([]), "days", "empty"),
    (lambda: Monthly([0]), "days", "at least 1"),
    (lambda: Monthly([32]), "days", "at most 31"),
    (lambda: Monthly(["1"]), "days", "whole number"),  # type: ignore[list-item]
    (lambda: MonthlyOn(5, ["monday"]), "week", "one of 1, 2, 3, 4"),
    (lambda: MonthlyOn(0, ["monday"]), "week", "one of 1, 2, 3, 4"),
    (lambda: MonthlyOn(1, ["monday"], -1), "interval", "at least 1"),
    (lambda: Immediate(zone="Europe/Atlantis"), "zone", "Europe/Berlin"),
    (lambda: Immediate(zone="../etc/passwd"), "zone", "IANA"),
    *((lambda zone=zone: Immediate(zone=zone), "zone", "IANA") for zone in NOT_IANA),
    (lambda: Timed(datetime.max, zone=HOME), "at", "outside the years"),
    (lambda: Timed(datetime.max.replace(tzinfo=UTC)), "at", "outside the years"),
    (lambda: Timed(datetime.min.replace(tzinfo=UTC)), "at", "outside the years"),
    (lambda: Timed(datetime(2026, 3, 2, 9, tzinfo=UTC), latest=datetime.max.replace(tzinfo=UTC)), "latest", "outside"),
    (lambda: Immediate(zone=UTC), "zone", "IANA name"),  # type: ignore[arg-type]
    (lambda: Immediate(min_battery=101), "min_battery", "percent"),
    (lambda: Immediate(min_battery=True), "min_battery", "percent"),
    (lambda: Timed(datetime(2026, 3, 2, 9)), "at", "no time zone"),
    (lambda: Timed(date(2026, 3, 2)), "at", "a datetime"),  # type: ignore[arg-type]
    (lambda: Timed(1772442000), "at", "a datetime"),  # type: ignore[arg-type]
    (lambda: Timed(datetime(2026, 3, 29, 2, 30), zone=HOME), "at", "does not exist"),
    (lambda: Timed(datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 2, 8, tzinfo=UTC)), "latest", "before"),
    (lambda: Timed(datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 2, 8)), "latest", "no time zone"),
    (lambda: recurring("daily", FIRST, LAST), "rule", "Daily, Weekly"),  # type: ignore[arg-type]
    (lambda: recurring(Daily(), FIRST, LAST, zone="Mars/Olympus"), "zone", "Mars"),
    (lambda: recurring(Daily(), LAST, FIRST), "end", "after the beginning"),
    (lambda: recurring(Daily(), "2026-03-02", LAST), "begin", "a datetime"),  # type: ignore[arg-type]
    (lambda: recurring(Daily(), FIRST, LAST, NINE, NINE), "starts", "twice"),
    (lambda: recurring(Daily(), FIRST, LAST, "09:00"), "starts", "times of day"),  # type: ignore[arg-type]
    (lambda: recurring(Daily(), FIRST, LAST, time(9, tzinfo=UTC)), "starts", "zone of its own"),
    (lambda: Recurring(Daily(), starts=[], begin=FIRST, end=LAST, zone=HOME), "starts", "empty"),
    (lambda: Recurring(Daily(), starts=NINE, begin=FIRST, end=LAST, zone=HOME), "starts", "a list"),  # type: ignore[arg-type]
    (lambda: recurring(Weekly(["sunday"]), FIRST, date(2026, 3, 7)), "rule", "no flight falls"),
    (lambda: recurring(Monthly([31], 12), date(2026, 2, 1), date(9999, 12, 31)), "rule", "no flight falls"),
    (lambda: day_of_change(), "starts", "go forward on 2026-03-29"),
    (lambda: watch(), "periods", "empty"),
    (lambda: watch((NINE,)), "periods", "pairs"),
    (lambda: watch(NINE), "periods", "a list"),
    (lambda: watch((TEN, NINE)), "periods", "on the day on which it begins"),
    (lambda: watch((NINE, NINE)), "periods", "after"),
    (lambda: watch((NINE, time(11)), (TEN, time(12))), "periods", "before the one"),
    (lambda: watch((NINE, TEN), min_battery=None), "min_battery", "required"),
    (lambda: watch((NINE, TEN), min_battery=-1), "min_battery", "percent"),
    (
        lambda: watch((NINE, TEN), begin=datetime(2026, 3, 2, 9, 1), end=datetime(2026, 3, 3, 8)),
        "rule",
        "no flight falls",
    ),
]


@pytest.mark.parametrize(("make", "member", "says"), REFUSED)
def test_what_cannot_be_right_is_refused_when_it_is_made(make: Callable[[], object], member: str, says: str) -> None:
    with pytest.raises(InvalidArgument, match=says) as caught:
        make()
    assert caught.value.member == member


def test_periods_may_touch() -> None:
    assert len(watch((NINE, TEN), (TEN, time(11))).periods) == 2


# Zones


@pytest.mark.parametrize(
    ("told", "link", "expected"),
    [
        ("Asia/Tokyo", "/usr/share/zoneinfo/Europe/Ljubljana", "Asia/Tokyo"),
        (":Asia/Tokyo", "/etc/localtime", "Asia/Tokyo"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
        (":/etc/localtime", "/usr/share/zoneinfo/Europe/Ljubljana", "Europe/Ljubljana"),
        ("CET-1CEST", "/usr/share/zoneinfo/Europe/Ljubljana", "UTC"),
        ("", "/usr/share/zoneinfo/Europe/Ljubljana", "UTC"),
        (None, "/usr/share/zoneinfo/Europe/Ljubljana", "Europe/Ljubljana"),
        (None, "/usr/share/zoneinfo/posix/Europe/Ljubljana", "Europe/Ljubljana"),
        (None, "/var/db/timezone/zoneinfo/America/Argentina/Salta", "America/Argentina/Salta"),
        (None, "/etc/localtime", "UTC"),
    ],
)
def test_the_zone_of_the_machine_is_found_by_its_name(
    told: str | None, link: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    if told is not None:
        monkeypatch.setenv("TZ", told)
    monkeypatch.setattr(_zones.os.path, "realpath", lambda _: link)
    assert _zones.local_zone() == expected
    assert Immediate().arguments()["time_zone"] == expected
    assert Timed(datetime(2026, 3, 2, 9, tzinfo=UTC)).arguments()["time_zone"] == expected


def test_a_machine_without_data_of_zones_still_flies_and_says_what_is_missing() -> None:
    code = (
        "import sys\n"
        "sys.modules['tzdata'] = None\n"
        "from datetime import UTC, datetime\n"
        "from flighthub.schedules import Immediate, Timed\n"
        "assert Timed(datetime(2026, 3, 2, 9, tzinfo=UTC)).arguments()['time_zone'] == 'UTC'\n"
        "assert len(Immediate().occurrences()) == 1\n"
        "Immediate(zone='Europe/Ljubljana')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONTZPATH": "", "TZ": "Europe/Ljubljana", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "pip install tzdata" in ran.stderr.splitlines()[-1], ran.stderr


def test_importing_schedules_imports_nothing_heavy() -> None:
    heavy = {"attr", "httpx", "zoneinfo", "flighthub_api.models"}
    code = f"import sys, flighthub.schedules; print({heavy} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


PUBLIC = [getattr(schedules, name) for name in schedules.__all__]


@pytest.mark.parametrize(
    "made", [each for each in PUBLIC if not inspect.isabstract(each)], ids=lambda each: each.__name__
)
def test_the_example_of_a_schedule_gives_what_it_says(made: type) -> None:
    (test,) = doctest.DocTestFinder(recurse=False).find(made, made.__name__, globs={}, module=schedules)
    result = doctest.DocTestRunner().run(test)
    assert result.attempted > 0
    assert result.failed == 0


def test_the_module_shows_a_schedule_that_flies_as_it_says() -> None:
    source = inspect.getdoc(schedules) or ""
    lines = [line[4:] for line in source.splitlines() if line.startswith("    ")]
    names: dict[str, Any] = {}
    exec("\n".join(line for line in lines if not line.startswith(("fh.", "print"))), names)
    assert str(names["schedule"].occurrences()[0]) == "2026-03-02 10:30:00+01:00"


@pytest.mark.parametrize("zone", ZONES)
def test_equal_schedules_are_equal_and_can_be_kept_in_sets(zone: str) -> None:
    made = {
        recurring(Weekly(["monday"]), FIRST, LAST, zone=zone),
        recurring(Weekly([DayOfWeek.MONDAY]), FIRST, LAST, zone=zone),
    }
    assert len(made) == 1
    with pytest.raises(AttributeError):
        made.pop().zone = "UTC"  # type: ignore[misc]
