"""When a recurring task is flown: on local days in its time zone, at the local times of its starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flighthub_api.enums import RepeatType

LONGEST = 3660
"""Days that are looked at, at most."""


def days(repeat_type: str, option: Mapping[str, Any], first: date, last: date) -> Iterator[date]:
    """The days of a recurrence.

    Args:
        repeat_type: A word of `RepeatType`.
        option: Its `repeat_option`.
        first: First day on which it is valid; intervals count from its day, week or month.
        last: Last day on which it is valid.
    """
    interval = int(option.get("interval", 1))
    for number in range(min((last - first).days + 1, LONGEST)):
        day = first + timedelta(days=number)
        if _falls(repeat_type, option, day, first, interval):
            yield day


def _falls(repeat_type: str, option: Mapping[str, Any], day: date, first: date, interval: int) -> bool:
    weekday = day.isoweekday() % 7  # D: 0 is Sunday
    months = (day.year - first.year) * 12 + day.month - first.month
    match RepeatType(repeat_type):
        case RepeatType.DAILY:
            return (day - first).days % interval == 0
        case RepeatType.WEEKLY:
            # I: weeks begin on Sunday, as the days are numbered.
            weeks = (day - (first - timedelta(days=first.isoweekday() % 7))).days // 7
            return weeks % interval == 0 and weekday in option["days_of_week"]
        case RepeatType.ABSOLUTE_MONTHLY:
            return months % interval == 0 and day.day in option["days_of_month"]
        case RepeatType.RELATIVE_MONTHLY:
            # D, by example: week 2 and day 1 is the second Monday of the month.
            return (
                months % interval == 0
                and (day.day - 1) // 7 + 1 == option["week_of_month"]
                and weekday in option["days_of_week"]
            )
        case _:
            return day == first


def occurrences(task: Mapping[str, Any], moments: list[int]) -> Iterator[datetime]:
    """When a task is flown, in order.

    Args:
        task: The request that made it.
        moments: Unix seconds on the date of `begin_at`, of which only the local time of day counts on other days.
    """
    zone = ZoneInfo(task["time_zone"])
    begin, end = (datetime.fromtimestamp(task[each], UTC) for each in ("begin_at", "end_at"))
    times = sorted(datetime.fromtimestamp(each, zone).time() for each in moments)
    repeat = task.get("repeat_type") or RepeatType.DAILY.value
    option: Mapping[str, Any] = task.get("repeat_option") or {}
    if repeat == RepeatType.NONREPEATING.value:
        # I: a continuous task that does not repeat is flown on every day on which it is valid.
        repeat = RepeatType.DAILY.value
    for day in days(repeat, option, begin.astimezone(zone).date(), end.astimezone(zone).date()):
        # When clocks go forward, two local times can be the same moment, at which there is one flight.
        for found in sorted({datetime.combine(day, each, zone).astimezone(UTC) for each in times}):
            if begin <= found <= end:
                yield found
