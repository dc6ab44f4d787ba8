"""Which alerts of flights were seen before. Keeps ids in bounded number and nothing else. No I/O."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs.times import LAST_SECOND
from flighthub_runtime.public_names import exported

if TYPE_CHECKING:
    from flighthub_api.models import AiAlert, FlightAlert
else:
    AiAlert = lazy_type("flighthub_api.models", "AiAlert")
    FlightAlert = lazy_type("flighthub_api.models", "FlightAlert")

MOST_SEEN: Final = 20_000
"""Ids of alerts that are remembered. Older ones are known by their time alone."""


@exported
class FlightAlarm(NamedTuple):
    """An alert that was raised during a flight, and seen for the first time. `print` shows it as a line.

    Attributes:
        sn: Serial number of the aircraft.
        callsign: Name that people gave the aircraft; None where there is none.
        flight: The flight: its id, task and number of alerts so far.
        detection: What an algorithm found, with its place; None where the number of alerts rose and no detection tells
            of it, or not yet.
        seen_at: When it was seen, by this machine's clock.
    """

    sn: str
    callsign: str | None
    flight: FlightAlert
    detection: AiAlert | None
    seen_at: datetime

    @property
    def id(self) -> str:
        """What this alert has alone, and has again after a restart: a key for `workflows.dispatch`, say."""
        if self.detection is not None:
            return self.detection.alert_uuid
        return f"{self.flight.flight_id} {self.flight.count}"

    @property
    def raised_at(self) -> datetime | None:
        """When it was raised; None where that is not told."""
        return moment_of(self.flight.start_time if self.detection is None else self.detection.timestamp)

    def __str__(self) -> str:
        what = f"{self.flight.count} alerts"
        if self.detection is not None:
            labels = self.detection.labels or [each.label for each in self.detection.target_alert_infos if each.label]
            what = ", ".join(labels) or "something"
        task = self.flight.flight_task_name or self.flight.flight_id
        return f"{self.callsign or self.sn}: {what} during {task}"


def moment_of(number: int | None) -> datetime | None:
    """A Unix time in seconds or milliseconds, which its size tells."""
    if not number:
        return None
    try:
        return datetime.fromtimestamp(number / 1000 if number > LAST_SECOND else number, UTC)
    except (OverflowError, ValueError, OSError):
        return None


class Seen:
    """What was seen of flights and their alerts.

    Args:
        since: From when on alerts count at the first look; None where none does that is there already.
    """

    def __init__(self, since: datetime | None) -> None:
        self._since = since
        self._is_first = True
        self._counts: dict[str, int] = {}
        self._detected: dict[str, int] = {}
        self._ids: OrderedDict[str, datetime | None] = OrderedDict()
        self._forgotten_until: datetime | None = None

    def pending(self, flights: Iterable[FlightAlert]) -> list[str]:
        """Ids of the flights that have more alerts than were seen, each once. A detection may come after its count."""
        found = (each.flight_id for each in flights if each.flight_id and self._is_pending(each))
        return list(dict.fromkeys(found))

    def _is_pending(self, flight: FlightAlert) -> bool:
        count, id = flight.count, flight.flight_id
        return count is None or count != self._counts.get(id, 0) or count > self._detected.get(id, 0)

    def note(
        self, sn: str, callsign: str | None, flight: FlightAlert, detections: Iterable[AiAlert]
    ) -> list[FlightAlarm]:
        """Takes down what a flight has, and gives what is new of it, in the order of time."""
        now = datetime.now(UTC)
        found: list[FlightAlarm] = []
        for each in sorted(detections, key=lambda each: each.timestamp or 0):
            if each.alert_uuid and self._remember(each.alert_uuid, moment_of(each.timestamp)):
                found.append(FlightAlarm(sn, callsign, flight, each, now))
        id, count = flight.flight_id, flight.count or 0
        self._detected[id] = self._detected.get(id, 0) + len(found)
        rose, self._counts[id] = count > self._counts.get(id, 0), count
        if rose and not found:
            found.append(FlightAlarm(sn, callsign, flight, None, now))
        return [each for each in found if self._counts_now(each)]

    def end_round(self, listed: Iterable[str]) -> None:
        """Forgets the flights that are not listed any more."""
        kept = frozenset(listed)
        self._counts = {name: count for name, count in self._counts.items() if name in kept}
        self._detected = {name: count for name, count in self._detected.items() if name in kept}
        self._is_first = False

    def _counts_now(self, alarm: FlightAlarm) -> bool:
        if not self._is_first:
            return True
        if self._since is None:
            return False
        raised = alarm.raised_at
        return raised is None or raised >= self._since

    def _remember(self, id: str, moment: datetime | None) -> bool:
        """Whether an id is new."""
        if id in self._ids:
            self._ids.move_to_end(id)
            return False
        until = self._forgotten_until
        if until is not None and moment is not None and moment <= until:
            return False
        self._ids[id] = moment
        while len(self._ids) > MOST_SEEN:
            _, forgotten = self._ids.popitem(last=False)
            if forgotten is not None and (until is None or forgotten > until):
                until = self._forgotten_until = forgotten
        return True
