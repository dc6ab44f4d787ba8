"""What a launch is made of before it is sent, and how its task is found afterwards. No I/O."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Required, TypedDict
from uuid import UUID

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import exported
from flighthub_runtime.secrets import MaskedMapping, mask_values

from .._core.hints import hint
from .._core.once_journal import Claim, Damaged, OnceKey
from .._devices.fleet import domain_of
from .._diagnostics.findings import Report
from ..errors import FlightHubError, InvalidArgument, OutcomeUnknown, PreflightFailed, ServerError, UnexpectedResponse

if TYPE_CHECKING:
    from pathlib import Path

    from flighthub_api.enums import OutOfControlAction, ResumableStatus, RthMode, WaylinePrecisionType
    from flighthub_api.models import DevicePair, FlightTaskSummary, Gateway, Wayline

    from .._waylines.ground import Ground
    from .._waylines.route_model import Route
    from ..schedules import Schedule
else:
    Route = lazy_type(".._waylines.route_model", "Route", __package__)
    Ground = lazy_type(".._waylines.ground", "Ground", __package__)
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")
    Gateway = lazy_type("flighthub_api.models", "Gateway")
    Wayline = lazy_type("flighthub_api.models", "Wayline")
    Schedule = lazy_type("..schedules", "Schedule", __package__)
    Path = lazy_type("pathlib", "Path")
    OutOfControlAction = lazy_type("flighthub_api.enums", "OutOfControlAction")
    ResumableStatus = lazy_type("flighthub_api.enums", "ResumableStatus")
    RthMode = lazy_type("flighthub_api.enums", "RthMode")
    WaylinePrecisionType = lazy_type("flighthub_api.enums", "WaylinePrecisionType")

DAY: Final = timedelta(days=1)
"""How far around the moment of a launch its task is looked for: the server's clock is known to a second, if at all."""

WEEK: Final = timedelta(days=7)
"""How far back the task of a key is looked for that the journal does not know: its folder may have been lost."""

_NEVER: Final = datetime.max.replace(tzinfo=UTC)

_SAME_START: Final = timedelta(minutes=1)
"""By how much the start of a task that was planned for a moment may differ from that moment."""


NOT_UPLOADED: Final = "(uploaded by the launch)"
"""Stands for the id of a route that a program made, in the plan of a dry run."""


class LaunchArguments(TypedDict, total=False):
    """What `launch` takes besides `dry_run`; its documentation says what each argument means."""

    dock: Required[str]
    wayline: Required[str | UUID | Route]
    schedule: Schedule
    name: str | None
    rth_altitude: int
    rth_mode: RthMode | Literal["optimal", "preset"]
    wayline_precision_type: WaylinePrecisionType | Literal["gps", "rtk", "gnss"]
    out_of_control_action: OutOfControlAction | Literal["return_home", "continue_task"]
    resumable: ResumableStatus | Literal["auto", "manual"]
    landing_dock: str | None
    preflight: bool
    ground: Ground | None
    check: bool
    key: str | None
    state: Path | str | None
    request_options: RequestOptions | None


@exported
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


def find_wayline(rows: Sequence[Wayline], wayline: str | UUID) -> Wayline:
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


def name_with_key(name: str, key: OnceKey) -> str:
    """The name of a task by which all who have its key find it again."""
    return f"{name} {key.label}"


def refuse_problems(findings: Report) -> None:
    """Raises `PreflightFailed` where something stands in the way."""
    problems = findings.of("problem")
    if problems:
        listed = " ".join(f"{each.text} {each.what_to_do}".strip() for each in problems)
        raise PreflightFailed(f"Nothing was sent, as the flight is not ready: {listed}", findings=findings)


class Window(NamedTuple):
    """A period in which a task is looked for by its planned start.

    Attributes:
        since: From when on.
        until: Until when.
    """

    since: datetime
    until: datetime

    def holds(self, other: Window) -> bool:
        """Whether another window lies in this one, to the minute."""
        return self.since - _SAME_START <= other.since and other.until <= self.until + _SAME_START


def window_around(
    sent_at: datetime,
    server_time: datetime | None,
    server_now: datetime | None,
    begin: datetime | None = None,
    end: datetime | None = None,
    *,
    back: timedelta = DAY,
) -> Window:
    """The period in which the planned start of a task lies.

    A start that was asked for is what it is. One that begins at once is planned for the moment of the launch by the
    server's clock, which may run apart from this machine's, and, in a simulator, faster.

    Args:
        sent_at: When it was launched, by this machine's clock.
        server_time: The same by the server's clock, where that was known.
        server_now: The time on the server, where it is known.
        begin: The start that was asked for; None for a task that begins at once.
        end: The end that was asked for.
        back: How far to look back.
    """
    if begin is not None:
        return Window(begin - back, (end or begin) + DAY)
    if server_now is None:
        return Window(sent_at - back, sent_at + DAY)
    earliest = min(server_now, server_time or server_now - (datetime.now(UTC) - sent_at))
    return Window(earliest - back, max(server_now, server_time or server_now) + DAY)


class LostTask:
    """A task whose creation was requested, and whose response was lost.

    Args:
        error: What `create` or `launch` raised.

    Attributes:
        name: Its name.
        sn: Serial number of its dock.
        wayline_uuid: Id of its route.

    Raises:
        InvalidArgument: The error comes from another call.
    """

    def __init__(self, error: OutcomeUnknown | ServerError | UnexpectedResponse) -> None:
        refuse_others(error, "flight_tasks.create")
        arguments = error.arguments
        self.name: str = arguments["name"]
        self.sn: str = arguments["sn"]
        self.wayline_uuid = str(arguments["wayline_uuid"])
        self._begin, self._end = _moment(arguments.get("begin_at")), _moment(arguments.get("end_at"))
        self._sent_at, self._server_time = error.sent_at, error.server_time
        self._is_plan = _is_plan(arguments)

    def window(self, server_now: datetime | None) -> Window:
        """Where its planned start lies, by what is known of the server's clock."""
        return window_around(self._sent_at, self._server_time, server_now, self._begin, self._end)

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
                f"was asked for is not known: {listed}. Look at them with flight_tasks.handle(...), and give each "
                "task a name of its own."
            )
        return fitting[0] if fitting else None

    def _fits(self, row: FlightTaskSummary) -> bool:
        if row.name != self.name or row.wayline_uuid not in (None, "", self.wayline_uuid):
            return False
        if self._begin is None or self._is_plan or row.begin_at is None:
            return True
        return abs(row.begin_at - self._begin) <= _SAME_START


class KeyedLaunch:
    """A launch that has a key: what it is compared with, and how its task is found.

    Args:
        key: The key.
        body: The request body of its creation.
    """

    def __init__(self, key: OnceKey, body: Mapping[str, Any]) -> None:
        self.key = key
        self.arguments: Mapping[str, Any] = json.loads(json.dumps(dict(body)))
        self.sn: str = self.arguments["sn"]
        self._begin, self._end = _moment(self.arguments.get("begin_at")), _moment(self.arguments.get("end_at"))

    def refuse_other_use(self, claim: Claim) -> None:
        """Raises `InvalidArgument` where the key was used for a flight of another dock, route, time or settings.

        The name does not count, nor does the time zone of a flight that is flown once, which differs by machine.
        """
        before, now = _comparable(claim.arguments), _comparable(self.arguments)
        if before == now:
            return
        different = [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]
        shown = ", ".join(f"{name} was {before.get(name)!r} and is {now.get(name)!r}" for name in different)
        used = f"task {claim.result}" if claim.result else "a flight"
        when = f"{claim.claimed_at:%Y-%m-%d %H:%M} UTC"
        raise InvalidArgument(
            "key",
            f"{self.key.key!r} was used for {used} of dock {claim.arguments.get('sn')} at {when} "
            f"with other arguments: {shown}. A key stands for one flight; another flight takes another key",
        )

    def window(self, claim: Claim | None, server_now: datetime | None) -> Window:
        """Where the planned start of its task lies, with a claim or without."""
        if claim is None:
            present = server_now or datetime.now(UTC)
            around = window_around(datetime.now(UTC), None, server_now, self._begin, self._end, back=WEEK)
            return Window(min(around.since, present - WEEK), max(around.until, present + DAY))
        return window_around(claim.claimed_at, claim.server_time, server_now, self._begin, self._end)

    def among(self, rows: Sequence[FlightTaskSummary]) -> FlightTaskSummary | None:
        """Its task among those of its dock; of a plan, its first flight.

        Raises:
            InvalidArgument: The key was used for another route.
        """
        fitting = sorted((each for each in rows if self.key.mark in (each.name or "")), key=planned_start)
        for each in fitting:
            if each.wayline_uuid not in (None, "", self.arguments["wayline_uuid"]):
                raise InvalidArgument(
                    "key",
                    f"{self.key.key!r} was used for task {each.uuid} ({each.name}) of route {each.wayline_uuid}. A key "
                    "stands for one flight; another flight takes another key",
                )
        return fitting[0] if fitting else None

    def doubt(self, known: Claim | Damaged | None, file: Path) -> OutcomeUnknown:
        """The error for a flight that may have been launched, and is not in the list of its dock."""
        if isinstance(known, Damaged):
            why = f"the journal has an entry for it, but {file} {known.reason}"
        elif known is None:
            why = "another process is about to launch it"
        else:
            when = f"{known.claimed_at:%Y-%m-%d %H:%M:%S} UTC"
            why = f"a process was about to launch it at {when}, and the journal has no result"
        next_step = hint("launch.key", sn=self.sn, mark=self.key.mark, key=repr(self.key.key))
        error = OutcomeUnknown(
            f"The flight of the key {self.key.key!r} may have been launched: {why}. Nothing was sent now. "
            f"{next_step.text}",
            operation="flight_tasks.create",
            hints=(next_step,),
        )
        error.arguments = mask_values(self.arguments)
        if isinstance(known, Claim):
            error.arguments = mask_values(known.arguments)
            error.sent_at, error.server_time = known.claimed_at, known.server_time
        return error


def _comparable(arguments: Mapping[str, Any]) -> dict[str, Any]:
    left_out = {"name"} if _is_plan(arguments) else {"name", "time_zone"}
    return {name: value for name, value in arguments.items() if name not in left_out}


def _is_plan(arguments: Mapping[str, Any] | MaskedMapping) -> bool:
    from flighthub_api.enums import FlightTaskType

    return FlightTaskType(arguments.get("task_type")) in (FlightTaskType.RECURRING, FlightTaskType.CONTINUOUS)


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
        InvalidArgument: The ends have no time zone or are not in order, or the parts have no width or are too many.
    """
    for name, moment in (("since", since), ("until", until)):
        if not isinstance(moment, datetime) or moment.tzinfo is None:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument(name, "must be a datetime with a time zone")
    begin, end = _in_utc(since, "since"), _in_utc(until, "until")
    if begin >= end:
        raise InvalidArgument("until", f"{until} does not lie after since, {since}")
    if width < timedelta(seconds=1):
        raise InvalidArgument("window", f"must be a second at least, not {width}")
    count = -(-(end - begin) // width)
    if count > _MOST_WINDOWS:
        raise InvalidArgument(
            "since",
            f"{since} to {until} in windows of {width} takes {count} calls for each dock, more than {_MOST_WINDOWS}: "
            "give a shorter period or a wider window",
        )
    return (
        (begin + number * width, min(end, begin + (number + 1) * width) if number + 1 < count else end)
        for number in range(count)
    )


_MOST_WINDOWS: Final = 10_000
"""Windows of one history: 190 years in weeks, a year in hours. `datetime.min` as a beginning is a mistake."""


def _in_utc(moment: datetime, name: str) -> datetime:
    try:
        return moment.astimezone(UTC)
    except (OverflowError, ValueError):
        pass
    raise InvalidArgument(name, f"{moment} cannot be expressed in UTC")
