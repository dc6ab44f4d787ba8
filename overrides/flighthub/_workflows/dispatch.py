"""What a dispatch is made of before it is sent, and how its flight task is told from others afterwards. No I/O."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.secrets import mask_values

from .._core.hints import hint
from .._core.once_journal import Claim, Damaged, OnceKey
from .._devices.places import Point
from .._flights.launch import DAY, WEEK, Window, planned_start, window_around
from .._waylines.estimates import ground_distance
from ..errors import InvalidArgument, OutcomeUnknown

if TYPE_CHECKING:
    from flighthub_api.models import FlightTaskSummary
else:
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")

OPERATION: Final = "workflows.trigger"

CREATOR: Final = "flighthub"
"""Who raises an incident of which nobody says who raises it."""

_LEVELS: Final = range(1, 6)

_FAR: Final = 100_000.0
"""Metres beyond which no dock flies anywhere (inferred: the farthest reaches a tenth of it)."""

_NEAR: Final = 50_000.0
"""Metres within which a dock may be meant."""

_SLACK: Final = timedelta(minutes=1)
"""By how much a task may seem to begin before the incident that it comes of: clocks are known to the second."""


class Incident(NamedTuple):
    """What happened and where, checked.

    Attributes:
        workflow: Id of the workflow.
        name: Name of the incident, which becomes that of the flight task.
        point: The place.
        level: How serious it is.
        desc: Text about it.
        creator: Who or what raised it; None where that is left out.
    """

    workflow: str
    name: str
    point: Point
    level: int
    desc: str
    creator: str | None

    @classmethod
    def of(
        cls, workflow: str | UUID, name: str, point: Point, level: int, desc: str | None, creator: str | None
    ) -> Incident:
        """An incident of these arguments.

        Raises:
            InvalidArgument: A text is empty, or the level is none.
        """
        if isinstance(level, bool) or not isinstance(level, int):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument("level", f"must be a whole number from 1 to 5, not {type(level).__name__}")
        if level not in _LEVELS:
            raise InvalidArgument("level", f"must be from 1 to 5, where 5 is the most serious, not {level}")
        name = _text(name, "name")
        return cls(
            _text(str(workflow) if isinstance(workflow, UUID) else workflow, "workflow"),
            name,
            point,
            int(level),
            name if desc is None else _text(desc, "desc"),
            None if creator is None else _text(creator, "creator"),
        )

    def arguments(self, key: OnceKey | None) -> dict[str, Any]:
        """The arguments of the trigger, by their names on the wire."""
        params: dict[str, Any] = {
            "latitude": self.point.latitude,
            "longitude": self.point.longitude,
            "level": self.level,
            "desc": self.desc,
        }
        if self.creator is not None:
            params["creator"] = self.creator
        name = self.name if key is None else f"{self.name} {key.label}"
        return {"workflow_uuid": self.workflow, "name": name, "params": params}


def _text(given: object, argument: str) -> str:
    if not isinstance(given, str):
        raise InvalidArgument(argument, f"must be a text, not {type(given).__name__}")
    if not given.strip():
        raise InvalidArgument(argument, "must not be empty")
    return given


def refuse_swapped(point: Point, docks: Iterable[tuple[float, float]]) -> None:
    """Raises `InvalidArgument` for a place that no dock can reach, and that is near one the other way round.

    A place that is far from all docks for another reason is the workflow's to judge.

    Args:
        point: The place.
        docks: Latitude and longitude of each dock of the project.
    """
    if abs(point.longitude) > 90:
        return
    places = [*docks]
    swapped = Point(point.longitude, point.latitude)
    nearest = min((ground_distance(point, place) for place in places), default=0.0)
    other = min((ground_distance(swapped, place) for place in places), default=_FAR)
    if nearest > _FAR and other < _NEAR:
        raise InvalidArgument(
            "point",
            f"looks swapped: latitude {point.latitude:g}, longitude {point.longitude:g} is {nearest / 1000:.0f} km "
            f"from every dock of the project, and the other way round it is {other / 1000:.0f} km from one. In a pair, "
            "latitude comes first; in GeoJSON, longitude does. Nothing was sent",
        )


class Accepted(NamedTuple):
    """What is known of an incident that was accepted.

    Attributes:
        incident: Id of the incident; None where the server did not tell it.
        task: Id of the flight task that came of it; None where it was not looked for.
    """

    incident: str | None = None
    task: str | None = None

    @property
    def text(self) -> str:
        """The same as the journal keeps it."""
        return json.dumps({name: value for name, value in self._asdict().items() if value is not None})

    @classmethod
    def read(cls, text: str) -> Accepted:
        """What the journal has kept."""
        try:
            found: Any = json.loads(text)
            return cls(**{name: str(found[name]) for name in cls._fields if name in found})
        except (ValueError, TypeError, KeyError):
            return cls()


class TaskSearch:
    """How the flight task of an incident is told from others.

    Args:
        name: Name of the incident.
        mark: What stands in the name of the task of a key alone; None where there is no key.
        sent_at: When the trigger was sent, by this machine's clock.
        server_time: The same by the server's clock, where that is known.
    """

    def __init__(self, name: str, mark: str | None, sent_at: datetime, server_time: datetime | None) -> None:
        self.name = name
        self.mark = mark
        self._sent_at, self._server_time = sent_at, server_time

    def window(self, server_now: datetime | None) -> Window:
        """The period in which the task may begin: since the trigger, as somebody may confirm it days later."""
        return window_around(self._sent_at, self._server_time, server_now)

    def among(self, rows: Iterable[FlightTaskSummary], server_now: datetime | None) -> list[FlightTaskSummary]:
        """The tasks that may be meant, the earliest first."""
        if self.mark is not None:
            return marked(rows, self.mark)
        sent = self._server_time
        if sent is None:
            late = datetime.now(UTC) - self._sent_at
            sent = self._sent_at if server_now is None else server_now - late
        found = [
            each
            for each in rows
            if self.name in (each.name or "") and (each.begin_at is None or each.begin_at >= sent - _SLACK)
        ]
        return sorted(found, key=planned_start)


def marked(rows: Iterable[FlightTaskSummary], mark: str) -> list[FlightTaskSummary]:
    """The tasks whose name has the mark of a key, the earliest first."""
    return sorted((each for each in rows if mark in (each.name or "")), key=planned_start)


def search_window(claim: Claim | None, server_now: datetime | None) -> Window:
    """Where the planned start of a key's task lies, with a claim or without."""
    present = server_now or datetime.now(UTC)
    if claim is None:
        return Window(present - WEEK, present + DAY)
    return window_around(claim.claimed_at, claim.server_time, server_now)


def refuse_other_use(key: OnceKey, claim: Claim, arguments: Mapping[str, Any]) -> None:
    """Raises `InvalidArgument` where a key was used for another workflow, place or level.

    Texts do not count: they are for those who read them.
    """
    before, now = _compared(claim.arguments), _compared(arguments)
    if before == now:
        return
    different = [name for name in now if before.get(name) != now[name]]
    shown = ", ".join(f"{name} was {before.get(name)!r} and is {now[name]!r}" for name in different)
    raise InvalidArgument(
        "key",
        f"{key.key!r} was used for an incident at {claim.claimed_at:%Y-%m-%d %H:%M} UTC with other arguments: {shown}. "
        "A key stands for one incident; another one takes another key",
    )


def _compared(arguments: Mapping[str, Any]) -> dict[str, Any]:
    params: Mapping[str, Any] = arguments.get("params") or {}
    return {
        "workflow": arguments.get("workflow_uuid"),
        **{name: params.get(name) for name in ("latitude", "longitude", "level")},
    }


def doubt(key: OnceKey, known: Claim | Damaged | None, file: Path, arguments: Mapping[str, Any]) -> OutcomeUnknown:
    """The error for a key whose trigger may have been sent, and of which no flight task tells."""
    if isinstance(known, Damaged):
        why = f"the journal has an entry for it, but {file} {known.reason}"
    elif known is None:
        why = "another process is about to send it"
    else:
        when = f"{known.claimed_at:%Y-%m-%d %H:%M:%S} UTC"
        why = f"a process was about to send it at {when}, and the journal has no result"
    next_step = hint("dispatch.key", mark=key.mark, key=repr(key.key))
    error = OutcomeUnknown(
        f"The workflow of the key {key.key!r} may have been triggered: {why}. Nothing was sent now. {next_step.text}",
        operation=OPERATION,
        hints=(next_step,),
    )
    error.arguments = mask_values(arguments)
    if isinstance(known, Claim):
        error.arguments = mask_values(known.arguments)
        error.sent_at, error.server_time = known.claimed_at, known.server_time
    return error


def sole(found: Sequence[FlightTaskSummary]) -> FlightTaskSummary | None:
    """The earliest of the tasks that may be meant; None where there is none."""
    return found[0] if found else None
