"""When a flight task is flown: at once, once at a time, on days of the calendar, or again and again in periods of them.

    from datetime import date, time
    from flighthub.schedules import Recurring, Weekly

    schedule = Recurring(
        Weekly(["monday", "thursday"]),
        starts=[time(10, 30), time(16, 0)],
        begin=date(2026, 3, 2),
        end=date(2026, 6, 30),
        zone="Europe/Ljubljana",
    )
    print(schedule.occurrences()[0])  # 2026-03-02 10:30:00+01:00
    fh.flight_tasks.launch(dock="North dock", wayline="Perimeter", schedule=schedule)

Everything is checked when a schedule is made. Times of day are local ones of the schedule's zone: when clocks change, a
flight keeps its time of day. A time that a day leaves out, as clocks go forward, is flown as much later as they go; one
that a day has twice, the first time. (That local days count is documented; the hours of a change are inferred.)

Documentation: "Create Flight Task", "Task Management Tutorial".
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.public_names import exported

from ._flights.time_zones import exists, local_zone, zone_named
from .errors import InvalidArgument

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from flighthub_api.enums import DayOfWeek, FlightTaskType, RepeatType, WeekOfMonth
    from flighthub_runtime.models import Model
else:
    ZoneInfo = lazy_type("zoneinfo", "ZoneInfo")
    DayOfWeek = lazy_type("flighthub_api.enums", "DayOfWeek")
    FlightTaskType = lazy_type("flighthub_api.enums", "FlightTaskType")
    RepeatType = lazy_type("flighthub_api.enums", "RepeatType")
    WeekOfMonth = lazy_type("flighthub_api.enums", "WeekOfMonth")
    Model = lazy_type("flighthub_runtime.models", "Model")

__all__ = [
    "Continuous",
    "Daily",
    "Immediate",
    "Monthly",
    "MonthlyOn",
    "Recurring",
    "Rule",
    "Schedule",
    "Timed",
    "Weekly",
]

WeekdayName: TypeAlias = Literal["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

_WEEK: Final = 7
_MONTHS: Final = 12


class Rule(ABC):
    """On which days something recurs: `Daily`, `Weekly`, `Monthly` or `MonthlyOn`."""

    @property
    @abstractmethod
    def repeat_type(self) -> RepeatType:
        """The kind of recurrence."""

    @property
    @abstractmethod
    def repeat_option(self) -> dict[str, Any]:
        """The rule in the form that is sent."""

    @abstractmethod
    def dates(self, first: date, last: date) -> Iterator[date]:
        """The days on which it recurs, in order.

        Args:
            first: The first day that counts. Intervals count from it, from its week or from its month.
            last: The last day that counts.
        """


@exported
@dataclass(frozen=True)
class Daily(Rule):
    """Every day, or every so many days, beginning with the first.

    Args:
        interval: Days from one to the next, at least 1.

    Example:
        >>> from flighthub.schedules import Daily
        >>> Daily(interval=2).repeat_option
        {'interval': 2}
    """

    interval: int = 1

    def __post_init__(self) -> None:
        from flighthub_api.models import TaskRepeatOptionDaily

        _check(TaskRepeatOptionDaily, self.repeat_option)

    @property
    def repeat_type(self) -> RepeatType:
        """The kind of recurrence."""
        from flighthub_api.enums import RepeatType

        return RepeatType.DAILY

    @property
    def repeat_option(self) -> dict[str, Any]:
        """The rule in the form that is sent."""
        return {"interval": self.interval}

    def dates(self, first: date, last: date) -> Iterator[date]:
        """The days on which it recurs, in order."""
        return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1, self.interval))


@exported
@dataclass(frozen=True)
class Weekly(Rule):
    """On days of the week.

    Args:
        days: Names such as `monday`, or `DayOfWeek`. Numbers are not taken: Sunday is 0 for the API and 6 for Python.
        interval: Weeks from one to the next, at least 1. That weeks begin on Sunday is inferred.

    Example:
        >>> from flighthub.schedules import Weekly
        >>> Weekly(["monday", "thursday"]).repeat_option
        {'interval': 1, 'days_of_week': [1, 4]}
    """

    days: Sequence[DayOfWeek | WeekdayName]
    interval: int = 1

    def __post_init__(self) -> None:
        from flighthub_api.models import TaskRepeatOptionWeekly

        object.__setattr__(self, "days", _weekdays(self.days))
        _check(TaskRepeatOptionWeekly, self.repeat_option)

    @property
    def repeat_type(self) -> RepeatType:
        """The kind of recurrence."""
        from flighthub_api.enums import RepeatType

        return RepeatType.WEEKLY

    @property
    def repeat_option(self) -> dict[str, Any]:
        """The rule in the form that is sent."""
        return {"interval": self.interval, "days_of_week": _numbers(self.days)}

    def dates(self, first: date, last: date) -> Iterator[date]:
        """The days on which it recurs, in order."""
        sunday = first.toordinal() - _number_of(first)
        for week in range(sunday, last.toordinal() + 1, _WEEK * self.interval):
            for number in _numbers(self.days):
                if first.toordinal() <= week + number <= last.toordinal():
                    yield date.fromordinal(week + number)


@exported
@dataclass(frozen=True)
class Monthly(Rule):
    """On days of the month. A month that lacks a day, such as the 31st, passes without it.

    Args:
        days: From 1 to 31.
        interval: Months from one to the next, at least 1.

    Example:
        >>> from flighthub.schedules import Monthly
        >>> Monthly([1, 15]).repeat_option
        {'interval': 1, 'days_of_month': [1, 15]}
    """

    days: Sequence[int]
    interval: int = 1

    def __post_init__(self) -> None:
        from flighthub_api.models import TaskRepeatOptionAbsoluteMonthly

        _check(
            TaskRepeatOptionAbsoluteMonthly, {"interval": self.interval, "days_of_month": _listed(self.days, "days")}
        )
        object.__setattr__(self, "days", tuple(sorted(set(self.days))))

    @property
    def repeat_type(self) -> RepeatType:
        """The kind of recurrence."""
        from flighthub_api.enums import RepeatType

        return RepeatType.ABSOLUTE_MONTHLY

    @property
    def repeat_option(self) -> dict[str, Any]:
        """The rule in the form that is sent."""
        return {"interval": self.interval, "days_of_month": [*self.days]}

    def dates(self, first: date, last: date) -> Iterator[date]:
        """The days on which it recurs, in order."""
        for year, month in _months(first, last, self.interval):
            for day in self.days:
                if day <= monthrange(year, month)[1] and first <= date(year, month, day) <= last:
                    yield date(year, month, day)


@exported
@dataclass(frozen=True)
class MonthlyOn(Rule):
    """On days of a week of the month, such as the second Monday.

    Args:
        week: From 1 to 4; 1 for the first Monday of the month, whatever the week that it lies in.
        days: Names such as `monday`, or `DayOfWeek`.
        interval: Months from one to the next, at least 1.

    Example:
        >>> from flighthub.schedules import MonthlyOn
        >>> MonthlyOn(2, ["monday"]).repeat_option
        {'interval': 1, 'week_of_month': 2, 'days_of_week': [1]}
    """

    week: int | WeekOfMonth
    days: Sequence[DayOfWeek | WeekdayName]
    interval: int = 1

    def __post_init__(self) -> None:
        from flighthub_api.models import TaskRepeatOptionRelativeMonthly

        object.__setattr__(self, "days", _weekdays(self.days))
        object.__setattr__(self, "week", getattr(self.week, "value", self.week))
        _check(TaskRepeatOptionRelativeMonthly, self.repeat_option)

    @property
    def repeat_type(self) -> RepeatType:
        """The kind of recurrence."""
        from flighthub_api.enums import RepeatType

        return RepeatType.RELATIVE_MONTHLY

    @property
    def repeat_option(self) -> dict[str, Any]:
        """The rule in the form that is sent."""
        return {"interval": self.interval, "week_of_month": self.week, "days_of_week": _numbers(self.days)}

    def dates(self, first: date, last: date) -> Iterator[date]:
        """The days on which it recurs, in order."""
        week = cast(int, self.week)
        for year, month in _months(first, last, self.interval):
            begins_on = _number_of(date(year, month, 1))
            for day in sorted(1 + (number - begins_on) % _WEEK + _WEEK * (week - 1) for number in _numbers(self.days)):
                if first <= date(year, month, day) <= last:
                    yield date(year, month, day)


class Schedule(ABC):
    """When a flight task is flown: `Immediate`, `Timed`, `Recurring` or `Continuous`."""

    @property
    @abstractmethod
    def time_zone(self) -> str:
        """IANA name of the zone whose days and times count."""

    @abstractmethod
    def arguments(self) -> dict[str, Any]:
        """The arguments of `flight_tasks.create` that say when: kind, recurrence, Unix seconds, charge and zone."""

    @abstractmethod
    def occurrences(self, until: datetime | None = None) -> list[datetime]:
        """When flights begin, in order, in the schedule's zone.

        Args:
            until: The last moment that counts; the end of the schedule when not given.
        """


@exported
@dataclass(frozen=True)
class Immediate(Schedule):
    """Now.

    Args:
        zone: IANA name of the zone that the task has; this machine's when not given. Nothing depends on it.
        min_battery: Charge in percent below which the flight does not begin. 50 to 100 is inferred.

    Example:
        >>> from flighthub.schedules import Immediate
        >>> Immediate(zone="Europe/Ljubljana").arguments()["task_type"]
        'immediate'
    """

    zone: str | ZoneInfo | None = None
    min_battery: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "zone", None if self.zone is None else _zone_name(self.zone))
        _check_battery(self.min_battery)

    @property
    def time_zone(self) -> str:
        """IANA name of the zone that the task has."""
        return local_zone() if self.zone is None else str(self.zone)

    def arguments(self) -> dict[str, Any]:
        """The arguments of `flight_tasks.create` that say when."""
        from flighthub_api.enums import FlightTaskType

        return _once(FlightTaskType.IMMEDIATE, self.time_zone, self.min_battery)

    def occurrences(self, until: datetime | None = None) -> list[datetime]:
        """The present moment, by this machine's clock."""
        zone = zone_named(self.time_zone, "zone")
        now = datetime.now(zone).replace(microsecond=0)
        return [now] if until is None or now <= _moment(until, zone, "until") else []


@exported
@dataclass(frozen=True)
class Timed(Schedule):
    """Once, at a moment.

    Args:
        at: When to begin. A datetime without a zone is a local time of `zone`. Parts of seconds are dropped.
        latest: Until when it may begin where it cannot at once, because the dock is busy, say; without it, the flight
            begins at its moment or not at all. What this does is inferred.
        zone: IANA name of the zone that the task has; that of `at` or this machine's when not given.
        min_battery: Charge in percent below which the flight does not begin. 50 to 100 is inferred.

    Raises:
        InvalidArgument: Something cannot be right; its `member` says what.

    Example:
        >>> from datetime import datetime
        >>> from flighthub.schedules import Timed
        >>> Timed(datetime(2026, 3, 2, 10, 30), zone="Europe/Ljubljana").arguments()["begin_at"]
        1772443800
    """

    at: datetime
    latest: datetime | None = None
    zone: str | ZoneInfo | None = None
    min_battery: int | None = None

    def __post_init__(self) -> None:
        # Of the zones that a datetime may have, only those of zoneinfo know their name.
        own = getattr(getattr(self.at, "tzinfo", None), "key", None)
        zone = own if self.zone is None else self.zone
        name = None if zone is None else _zone_name(zone)
        object.__setattr__(self, "zone", name)
        there = None if name is None else zone_named(name, "zone")
        object.__setattr__(self, "at", _flight_time(self.at, there, "at"))
        if self.latest is not None:
            object.__setattr__(self, "latest", _flight_time(self.latest, there, "latest"))
            if _seconds(self.latest) < _seconds(self.at):
                raise InvalidArgument("latest", f"{self.latest} lies before the start at {self.at}")
        _check_battery(self.min_battery)

    @property
    def time_zone(self) -> str:
        """IANA name of the zone that the task has."""
        return local_zone() if self.zone is None else str(self.zone)

    def arguments(self) -> dict[str, Any]:
        """The arguments of `flight_tasks.create` that say when."""
        from flighthub_api.enums import FlightTaskType

        arguments = _once(FlightTaskType.TIMED, self.time_zone, self.min_battery)
        arguments["begin_at"] = _seconds(self.at)
        if self.latest is not None:
            arguments["latest_begin_at"] = _seconds(self.latest)
        return arguments

    def occurrences(self, until: datetime | None = None) -> list[datetime]:
        """The moment at which the flight begins."""
        zone = zone_named(self.time_zone, "zone")
        last = self.at if until is None else _moment(until, zone, "until")
        return [self.at.astimezone(zone)] if _seconds(self.at) <= _seconds(last) else []


class _Plan(Schedule):
    """What is flown on days of the calendar, through flights of its own."""

    rule: Rule
    begin: date
    end: date
    zone: str | ZoneInfo

    def _settle(self, min_battery: int | None) -> None:
        """Checks what all plans have, and brings it into one form."""
        if not isinstance(self.rule, Rule):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument("rule", "must be Daily, Weekly, Monthly or MonthlyOn")
        object.__setattr__(self, "zone", _zone_name(self.zone))
        object.__setattr__(self, "begin", self._edge(self.begin, "begin", time.min))
        object.__setattr__(self, "end", self._edge(self.end, "end", time(23, 59, 59)))
        if _seconds(self._last) <= _seconds(self._first):
            raise InvalidArgument("end", f"{self.end} does not lie after the beginning at {self.begin}")
        _check_battery(min_battery)

    def _refuse_never(self) -> None:
        if next(self._moments(), None) is None:
            raise InvalidArgument("rule", f"no flight falls between {self.begin} and {self.end}")

    @property
    def time_zone(self) -> str:
        """IANA name of the zone whose days and times count."""
        return str(self.zone)

    @property
    @abstractmethod
    def _times(self) -> Sequence[time]:
        """The times of day at which flights begin."""

    def occurrences(self, until: datetime | None = None) -> list[datetime]:
        """When flights begin, in order, in the schedule's zone.

        Args:
            until: The last moment that counts; the end of the schedule when not given.
        """
        last = _seconds(self._last if until is None else _moment(until, self._there, "until"))
        return list(takewhile(lambda moment: _seconds(moment) <= last, self._moments()))

    @property
    def _there(self) -> tzinfo:
        return zone_named(self.time_zone, "zone")

    @property
    def _first(self) -> datetime:
        return cast(datetime, self.begin)

    @property
    def _last(self) -> datetime:
        return cast(datetime, self.end)

    def _edge(self, given: object, member: str, at: time) -> datetime:
        """A beginning or an end; of a day, its first or last second."""
        try:
            if isinstance(given, date) and not isinstance(given, datetime):
                # A last second that clocks show twice is the second one.
                last = member == "end"
                given = datetime.combine(given, at, self._there).replace(fold=int(last)).astimezone(UTC)
            return _moment(given, self._there, member).astimezone(self._there)
        except OverflowError:
            raise InvalidArgument(member, f"{given} is beyond what can be expressed") from None

    def _moments(self) -> Iterator[datetime]:
        there = self._there
        for day in self.rule.dates(self._first.date(), self._last.date()):
            # Through UTC, which turns a time that the day leaves out into one that it has, maybe another flight's.
            for moment in sorted({datetime.combine(day, each, there).astimezone(UTC) for each in self._times}):
                if _seconds(self._first) <= _seconds(moment) <= _seconds(self._last):
                    yield moment.astimezone(there)

    def _on_first_day(self, at: time, member: str) -> int:
        """A time of day in the form that is sent: as a whole point in time on the day of the beginning."""
        moment = datetime.combine(self._first.date(), at, self._there)
        if not exists(moment):
            raise InvalidArgument(
                member,
                f"clocks in {self.zone} go forward on {self._first.date()} and leave out {at}; times of day are sent "
                "as those of the first day, so begin on another one",
            )
        return _seconds(moment)

    def _shared_arguments(self, kind: FlightTaskType, min_battery: int | None) -> dict[str, Any]:
        arguments: dict[str, Any] = {
            "task_type": kind.value,
            "time_zone": self.time_zone,
            "repeat_type": self.rule.repeat_type.value,
            "repeat_option": self.rule.repeat_option,
            "begin_at": _seconds(self._first),
            "end_at": _seconds(self._last),
        }
        return arguments if min_battery is None else {**arguments, "min_battery_capacity": min_battery}


@exported
@dataclass(frozen=True)
class Recurring(_Plan):
    """On days of the calendar, at times of day. Each flight is a task of its own.

    Args:
        rule: On which days: `Daily`, `Weekly`, `Monthly` or `MonthlyOn`.
        starts: At which times of such a day.
        begin: From when on it is valid: a moment, or a day, which is meant from its first second on. A datetime without
            a zone is a local time of `zone`. The server refuses what lies in the past.
        end: Until when it is valid: a moment, or a day, which is meant to its last second.
        zone: IANA name of the zone whose days and times count.
        min_battery: Charge in percent below which no flight begins. 50 to 100 is inferred.

    Raises:
        InvalidArgument: Something cannot be right, or no flight falls into the schedule; its `member` says what.

    Example:
        >>> from datetime import date, time
        >>> from flighthub.schedules import Monthly, Recurring
        >>> last_days = Recurring(
        ...     Monthly([31]), starts=[time(9)], begin=date(2026, 2, 1), end=date(2026, 6, 1), zone="Europe/Ljubljana"
        ... )
        >>> [str(moment) for moment in last_days.occurrences()]
        ['2026-03-31 09:00:00+02:00', '2026-05-31 09:00:00+02:00']
    """

    rule: Rule
    starts: Sequence[time]
    begin: date
    end: date
    zone: str | ZoneInfo
    min_battery: int | None = None

    def __post_init__(self) -> None:
        self._settle(self.min_battery)
        starts = [_time_of_day(each, "starts") for each in _listed(self.starts, "starts")]
        if len(set(starts)) != len(starts):
            raise InvalidArgument("starts", "holds a time twice")
        object.__setattr__(self, "starts", tuple(sorted(starts)))
        for each in self.starts:
            self._on_first_day(each, "starts")
        self._refuse_never()

    @property
    def _times(self) -> Sequence[time]:
        return self.starts

    def arguments(self) -> dict[str, Any]:
        """The arguments of `flight_tasks.create` that say when."""
        from flighthub_api.enums import FlightTaskType

        arguments = self._shared_arguments(FlightTaskType.RECURRING, self.min_battery)
        arguments["recurring_task_start_time_list"] = [self._on_first_day(each, "starts") for each in self.starts]
        return arguments


@exported
@dataclass(frozen=True)
class Continuous(_Plan):
    """On days of the calendar, again and again within periods, as the battery allows. Each flight is a task of its own.

    Args:
        periods: From when until when on such a day, as pairs of times that do not overlap.
        begin: From when on it is valid: a moment, or a day, which is meant from its first second on. A datetime without
            a zone is a local time of `zone`. The server refuses what lies in the past.
        end: Until when it is valid: a moment, or a day, which is meant to its last second.
        zone: IANA name of the zone whose days and times count.
        min_battery: Charge in percent at which the next flight may begin. 50 to 100 is inferred.
        rule: On which days: `Daily`, `Weekly`, `Monthly` or `MonthlyOn`; every day when not given.

    Raises:
        InvalidArgument: Something cannot be right, or no period falls into the schedule; its `member` says what.

    Example:
        >>> from datetime import date, time
        >>> from flighthub.schedules import Continuous
        >>> watch = Continuous(
        ...     [(time(22), time(23, 30))], begin=date(2026, 3, 2), end=date(2026, 3, 3), zone="UTC", min_battery=80
        ... )
        >>> [str(moment) for moment in watch.occurrences()]
        ['2026-03-02 22:00:00+00:00', '2026-03-03 22:00:00+00:00']
    """

    periods: Sequence[tuple[time, time]]
    begin: date
    end: date
    zone: str | ZoneInfo
    min_battery: int
    rule: Rule = field(default_factory=Daily)

    def __post_init__(self) -> None:
        self._settle(self.min_battery)
        if self.min_battery is None:  # pyright: ignore[reportUnnecessaryComparison]
            raise InvalidArgument("min_battery", "is required: it decides when the aircraft flies again")
        object.__setattr__(self, "periods", tuple(sorted(map(_period, _listed(self.periods, "periods")))))
        for (_, end), (begin, _) in zip(self.periods, self.periods[1:], strict=False):
            if begin < end:
                raise InvalidArgument("periods", f"the period from {begin} begins before the one until {end} is over")
        self.arguments()
        self._refuse_never()

    @property
    def _times(self) -> Sequence[time]:
        return [begin for begin, _ in self.periods]

    def occurrences(self, until: datetime | None = None) -> list[datetime]:
        """When periods begin, in order, in the schedule's zone. When flights follow within one, the battery decides.

        Args:
            until: The last moment that counts; the end of the schedule when not given.
        """
        return super().occurrences(until)

    def arguments(self) -> dict[str, Any]:
        """The arguments of `flight_tasks.create` that say when."""
        from flighthub_api.enums import FlightTaskType

        arguments = self._shared_arguments(FlightTaskType.CONTINUOUS, self.min_battery)
        arguments["continuous_task_periods"] = [
            [self._on_first_day(each, "periods") for each in pair] for pair in self.periods
        ]
        return arguments


def _once(kind: FlightTaskType, zone: str, min_battery: int | None) -> dict[str, Any]:
    from flighthub_api.enums import RepeatType

    arguments = {"task_type": kind.value, "time_zone": zone, "repeat_type": RepeatType.NONREPEATING.value}
    return arguments if min_battery is None else {**arguments, "min_battery_capacity": min_battery}


_OURS: Final = {"days_of_week": "days", "days_of_month": "days", "week_of_month": "week"}
"""What the arguments of rules are called that go by other names on the wire."""


def _check(model: type[Model], option: dict[str, Any]) -> None:
    """Refuses a rule that is beyond the limits of the documentation."""
    try:
        model.__wire__.check(option)
    except InvalidArgument as error:
        raise InvalidArgument(_OURS.get(error.member.partition("[")[0], error.member), error.problem) from None


def _weekdays(given: object) -> tuple[DayOfWeek, ...]:
    from flighthub_api.enums import DayOfWeek

    names = {each.name.lower(): each for each in DayOfWeek}
    found: set[DayOfWeek] = set()
    for each in _listed(given, "days"):
        day = each if isinstance(each, DayOfWeek) else names.get(each.lower()) if isinstance(each, str) else None
        if day is None or not day.is_known:
            raise InvalidArgument("days", f"must be names such as 'monday', or DayOfWeek; {each!r} is neither")
        found.add(day)
    return tuple(sorted(found, key=lambda day: day.value))


def _numbers(days: Iterable[object]) -> list[int]:
    """Weekdays as the API counts them, from Sunday, which is 0."""
    return [cast("DayOfWeek", each).value for each in days]


def _number_of(day: date) -> int:
    return day.isoweekday() % _WEEK


def _months(first: date, last: date, interval: int) -> Iterator[tuple[int, int]]:
    """Every so many months, beginning with that of the first day."""
    begin, end = (each.year * _MONTHS + each.month - 1 for each in (first, last))
    for number in range(begin, end + 1, interval):
        yield number // _MONTHS, number % _MONTHS + 1


def _listed(given: object, member: str) -> list[object]:
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise InvalidArgument(member, f"must be a list, not {type(given).__name__}")
    found = list(cast("Iterable[object]", given))
    if not found:
        raise InvalidArgument(member, "must not be empty")
    return found


def _time_of_day(given: object, member: str) -> time:
    if not isinstance(given, time):
        raise InvalidArgument(member, f"must be times of day (datetime.time), not {type(given).__name__}")
    if given.tzinfo is not None:
        raise InvalidArgument(
            member, f"{given} has a time zone of its own; times of day are those of the schedule's zone"
        )
    return given.replace(microsecond=0, fold=0)


def _period(given: object) -> tuple[time, time]:
    pair = _listed(given, "periods")
    if len(pair) != 2:
        raise InvalidArgument("periods", "must be pairs of times: from when, until when")
    begin, end = (_time_of_day(each, "periods") for each in pair)
    if end <= begin:
        raise InvalidArgument(
            "periods", f"{end} does not lie after {begin}; a period ends on the day on which it begins"
        )
    return begin, end


def _zone_name(given: object) -> str:
    name = getattr(given, "key", given)
    if not isinstance(name, str):
        raise InvalidArgument("zone", f"must be the IANA name of a time zone, not {type(given).__name__}")
    zone_named(name, "zone")
    return name


def _moment(given: object, zone: tzinfo | None, member: str) -> datetime:
    """A point in time in whole seconds; one without a zone is local."""
    if not isinstance(given, datetime):
        raise InvalidArgument(member, f"must be a datetime, not {type(given).__name__}")
    if given.tzinfo is None:
        if zone is None:
            raise InvalidArgument(member, "has no time zone: give zone=..., or a datetime that has one")
        given = given.replace(tzinfo=zone)
    if not exists(given):
        raise InvalidArgument(member, f"{given:%Y-%m-%d %H:%M} does not exist: clocks go forward then")
    return given.replace(microsecond=0)


_FIRST_YEAR, _LAST_YEAR = 1971, 9998
"""Years in which every local time is a positive number of unix seconds and exists in any zone."""


def _flight_time(given: object, zone: tzinfo | None, member: str) -> datetime:
    """As `_moment`, where a flight is to begin: `datetime.min` and `.max`, which stand for no end, are none."""
    year = getattr(given, "year", _FIRST_YEAR)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidArgument(member, f"{given} lies outside the years {_FIRST_YEAR} to {_LAST_YEAR}")
    return _moment(given, zone, member)


def _seconds(moment: datetime) -> int:
    """Unix seconds, by which moments are compared, too: within one zone, datetimes compare what clocks show."""
    return int(moment.timestamp())


def _check_battery(percent: object) -> None:
    if percent is not None and (type(percent) is not int or not 0 <= percent <= 100):
        raise InvalidArgument("min_battery", f"must be a whole number of percent, not {percent!r}")
