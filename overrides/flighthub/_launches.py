"""What a launch is made of before it is sent, and how a task is told from others afterwards. No I/O."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from flighthub_api.runtime.annotations import lazy_type
from flighthub_api.runtime.groups import RequestOptions
from flighthub_api.runtime.secrets import mask_values
from flighthub_api.runtime.wire import is_mapping

from ._findings import Report
from ._fleet import domain_of
from .errors import FlightHubError, InvalidArgument, OutcomeUnknown, PreflightFailed, ServerError, UnexpectedResponse

if TYPE_CHECKING:
    from flighthub_api.models import DevicePair, FlightTaskSummary, Gateway, Wayline

    from .schedules import Schedule
else:
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")
    Gateway = lazy_type("flighthub_api.models", "Gateway")
    Wayline = lazy_type("flighthub_api.models", "Wayline")
    Schedule = lazy_type(".schedules", "Schedule", __package__)

DAY: Final = timedelta(days=1)
"""By how much the clocks of this machine and of the server may differ: a simulator's may be hours ahead."""

_NEVER: Final = datetime.max.replace(tzinfo=UTC)

_SAME_START: Final = timedelta(minutes=1)
"""By how much the start of a task that was planned for a moment may differ from that moment."""


@dataclass(frozen=True)
class LaunchPlan:
    """What `launch` would send, and what is known about it. Nothing was sent that changes anything.

    Attributes:
        arguments: What `flight_tasks.create` would be given.
        occurrences: When flights would begin, by the schedule.
        findings: What the preflight check found. Prints as a table; `findings.ok` says whether nothing is in the way.
    """

    arguments: Mapping[str, Any]
    occurrences: Sequence[datetime]
    findings: Report


def dock_of(pair: DevicePair, argument: str) -> Gateway:
    """The dock of a pair.

    Raises:
        InvalidArgument: It has none.
    """
    gateway = pair.gateway
    if gateway is None:
        raise InvalidArgument(argument, f"the aircraft {pair.drone and pair.drone.sn} is bound to no dock")
    if not is_dock(gateway):
        raise InvalidArgument(
            argument, f"{gateway.callsign or gateway.sn} is a remote controller; only docks fly tasks by themselves"
        )
    return gateway


def is_dock(gateway: Gateway) -> bool:
    """Whether a gateway is a dock, or says nothing that would tell."""
    from flighthub_api.enums import DeviceDomain

    domain = domain_of(gateway)
    if domain is None or not domain.is_known:
        return gateway.model is None or gateway.model.kind != "remote_controller"
    return domain is DeviceDomain.DOCK


def wayline_named(rows: Sequence[Wayline], wayline: str | UUID) -> Wayline:
    """The route that has an id or, where no id fits, a name.

    Raises:
        InvalidArgument: No route is called so, or more than one.
    """
    wanted = str(wayline)
    fitting = [each for each in rows if each.id == wanted] or [each for each in rows if each.name == wanted]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(f"{each.name!r} ({each.id})" for each in fitting or rows) or "no routes"
    problem = f"{len(fitting)} routes are called {wanted!r}" if fitting else f"the project has no route {wanted!r}"
    raise InvalidArgument("wayline", f"{problem}: {known}")


def own_name(wayline: Wayline, schedule: Schedule) -> str:
    """A name by which a task is found again: no other task has it."""
    first = schedule.occurrences()[0]
    return f"{wayline.name or 'Flight'} {first:%Y-%m-%d %H:%M} {secrets.token_hex(3)}"


def refuse_problems(findings: Report) -> None:
    """Raises `PreflightFailed` where something stands in the way."""
    problems = findings.of("problem")
    if problems:
        listed = " ".join(f"{each.text} {each.what_to_do}".strip() for each in problems)
        raise PreflightFailed(f"Nothing was sent, as the flight is not ready: {listed}", findings=findings)


def for_reading(options: RequestOptions | None) -> RequestOptions | None:
    """What of the options of a call holds for what is read before it, too: all but members that are added to it."""
    if not is_mapping(options):
        return options
    kept = mask_values({name: options[name] for name in options if name not in ("extra_query", "extra_body")})
    return cast("RequestOptions", kept)


def same_project(options: RequestOptions | None) -> RequestOptions | None:
    """What of the options of a call holds for everything that is asked about its result later."""
    project = None if options is None else options.get("project")
    return None if project is None else {"project": project}


class LostTask:
    """A task whose creation was asked for and not answered.

    Args:
        error: What `create` or `launch` raised.

    Attributes:
        name: Its name.
        sn: Serial number of its dock.
        wayline_uuid: Id of its route.
        since: From when on its start may lie.
        until: Until when.

    Raises:
        InvalidArgument: The error comes from another call.
    """

    def __init__(self, error: OutcomeUnknown | ServerError | UnexpectedResponse) -> None:
        refuse_others(error, "flight_tasks.create")
        told = error.arguments
        self.name: str = told["name"]
        self.sn: str = told["sn"]
        self.wayline_uuid = str(told["wayline_uuid"])
        begin, end = _moment(told.get("begin_at")), _moment(told.get("end_at"))
        self._begin = begin
        from flighthub_api.enums import FlightTaskType

        self._is_plan = FlightTaskType(told["task_type"]) in (FlightTaskType.RECURRING, FlightTaskType.CONTINUOUS)
        self.since = (begin or error.sent_at) - DAY
        self.until = (end or begin or error.sent_at) + DAY

    def among(self, rows: Sequence[FlightTaskSummary]) -> FlightTaskSummary | None:
        """The task among those of its dock; of a plan, its first flight.

        Raises:
            FlightHubError: More than one can be meant.
        """
        fitting = sorted(filter(self._fits, rows), key=planned_start)
        starts = {each.begin_at for each in fitting}
        # The flights of a plan are tasks of its name, each with a start of its own.
        if len(fitting) > 1 and not (self._is_plan and len(starts) == len(fitting)):
            listed = ", ".join(f"{each.uuid} ({each.status}, from {each.begin_at})" for each in fitting)
            raise FlightHubError(
                f"{len(fitting)} tasks of dock {self.sn} have the name {self.name!r} and this route, so which of them "
                f"was asked for cannot be told: {listed}. Look at them with flight_tasks.handle(...), and give each "
                "task a name of its own."
            )
        return fitting[0] if fitting else None

    def _fits(self, row: FlightTaskSummary) -> bool:
        if row.name != self.name or row.wayline_uuid not in (None, "", self.wayline_uuid):
            return False
        if self._begin is None or self._is_plan or row.begin_at is None:
            return True
        return abs(row.begin_at - self._begin) <= _SAME_START


def refuse_others(error: object, operation: str) -> None:
    """Raises `InvalidArgument` for what is not the error of a call that may have been carried out."""
    whose = getattr(error, "operation", "")
    if not isinstance(error, (OutcomeUnknown, ServerError, UnexpectedResponse)) or whose != operation:
        found = type(error).__name__ + (f" of {whose}" if whose else "")
        raise InvalidArgument("error", f"must be the OutcomeUnknown of {operation}, not {found}")


def _moment(given: object) -> datetime | None:
    if isinstance(given, datetime):
        return given.astimezone(UTC)
    return datetime.fromtimestamp(given, UTC) if isinstance(given, int) else None


def planned_start(task: FlightTaskSummary) -> tuple[bool, datetime, str]:
    """The order of tasks: by their planned starts, those without one last."""
    return task.begin_at is None, task.begin_at or _NEVER, task.uuid


def windows(since: datetime, until: datetime, width: timedelta) -> Iterator[tuple[datetime, datetime]]:
    """A period in parts, each of which begins where the one before ends.

    Raises:
        InvalidArgument: The ends have no time zone or are not in order, or the parts have no width.
    """
    for name, moment in (("since", since), ("until", until)):
        if not isinstance(moment, datetime) or moment.tzinfo is None:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument(name, "must be a datetime with a time zone")
    begin, end = since.astimezone(UTC), until.astimezone(UTC)
    if begin >= end:
        raise InvalidArgument("until", f"{until} does not lie after since, {since}")
    if width < timedelta(seconds=1):
        raise InvalidArgument("window", f"must be a second at least, not {width}")
    return _parts(begin, end, width)


def _parts(begin: datetime, end: datetime, width: timedelta) -> Iterator[tuple[datetime, datetime]]:
    while begin < end:
        yield begin, min(begin + width, end)
        begin += width
