"""How far a project is: until when its flights were looked at, and what has to be looked at again. No I/O."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, NamedTuple

from ..errors import TransferError
from .layout import Partition

_VERSION: Final = 1

GIVEN_UP: Final = timedelta(days=30)
"""How long after its day something that does not come is asked for again with each run."""

_AHEAD: Final = timedelta(hours=1)
"""How far the end of the last run may lie in the future before it counts as that of a clock that was wrong."""


class Open(NamedTuple):
    """A day of a dock that has to be looked at again.

    Attributes:
        day: The day.
        dock: Serial number of the dock.
        dataset: What is missing of it.
    """

    day: date
    dock: str
    dataset: str


class Checkpoint:
    """How far a project is.

    Args:
        project: Id of the project.

    Attributes:
        since: From when on it was looked at, for each dataset.
        until: Until when, for each dataset: what lies between is there, or open.
        open: What has to be looked at again.
    """

    def __init__(self, project: str) -> None:
        self.project = project
        self.since: dict[str, datetime] = {}
        self.until: dict[str, datetime] = {}
        self.open: set[Open] = set()

    @classmethod
    def parse(cls, project: str, content: bytes | None) -> Checkpoint:
        """Reads what was written; the beginning where nothing was.

        Raises:
            TransferError: It was written by another program, or by a later version of this one.
        """
        found = cls(project)
        if content is None:
            return found
        try:
            told: Any = json.loads(content)
            if told["version"] != _VERSION:
                raise ValueError(f"version {told['version']}")
            entries: list[Any] = list(told["open"])
            found.since = {name: datetime.fromisoformat(text) for name, text in told["since"].items()}
            found.until = {name: datetime.fromisoformat(text) for name, text in told["until"].items()}
            found.open = {Open(date.fromisoformat(each["day"]), each["dock"], each["dataset"]) for each in entries}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise TransferError(
                f"what the target says of how far project {project} is cannot be read ({error}). Move it away, and all "
                "flights are looked at from the beginning; what is there is not fetched again"
            ) from error
        return found

    def to_bytes(self) -> bytes:
        """What `parse` reads."""
        told = {
            "version": _VERSION,
            "project": self.project,
            "since": {name: moment.isoformat() for name, moment in sorted(self.since.items())},
            "until": {name: moment.isoformat() for name, moment in sorted(self.until.items())},
            "open": [each._asdict() | {"day": each.day.isoformat()} for each in sorted(self.open)],
        }
        return (json.dumps(told, indent=1) + "\n").encode()

    def begin(
        self,
        datasets: Iterable[str],
        since: datetime | None,
        earliest: datetime,
        now: datetime,
        *,
        again: bool = False,
    ) -> datetime:
        """From when on flights are looked at: whole days, as later flights of the day before may have come.

        Where that is earlier than before, or a clock was wrong, what lies beyond counts as not looked at: the run may
        end halfway.

        Args:
            datasets: What is asked for.
            since: From when on the first run looks at them; None for the earliest moment.
            earliest: When the project was made.
            now: The server's time.
            again: Whether everything is looked at once more.
        """
        starts: list[datetime] = []
        for each in datasets:
            first, until = self.since.get(each), self.until.get(each)
            if first is None or until is None:
                start = since or earliest
            elif since is not None and _midnight(since) < first:
                start = self.since[each] = self.until[each] = _midnight(since)
            elif until - now > _AHEAD:
                start = self.until[each] = first
            elif again:
                start = since or first
            else:
                start = min(until, now)
            starts.append(_midnight(start))
        return min(starts)

    def advance(self, datasets: Iterable[str], since: datetime, until: datetime) -> None:
        """Takes down that flights were looked at, where that leaves no gap."""
        for each in datasets:
            first, last = self.since.get(each, since), self.until.get(each, until)
            if since <= last and until >= first:
                self.since[each], self.until[each] = min(since, first), max(until, last)

    def settle(self, partition: Partition, datasets: Iterable[str], missing: Iterable[str], today: date) -> None:
        """Takes down what a day of a dock lacks, of the datasets that were looked at."""
        self.open -= {Open(partition.day, partition.dock, each) for each in datasets}
        if today - partition.day <= GIVEN_UP:
            self.open |= {Open(partition.day, partition.dock, each) for each in missing}

    def open_days(self, datasets: Iterable[str], before: date) -> list[tuple[date, str]]:
        """Days of docks before a day that have to be looked at again."""
        wanted = set(datasets)
        return sorted({(each.day, each.dock) for each in self.open if each.dataset in wanted and each.day < before})


def _midnight(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
