"""The server's clock, as far as its responses tell: the `Date` of the last one, and the time that passed since."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic


class ServerClock:
    """What time it is on the server, which need not be the time here: a simulator's may be years ahead."""

    def __init__(self) -> None:
        self._seen: tuple[str, float] | None = None

    def observe(self, date: str | None) -> None:
        """Remembers the `Date` of a response. It is only read when somebody asks for the time."""
        if date:
            self._seen = (date, monotonic())

    def now(self) -> datetime | None:
        """The time on the server, to the second; None before a response had it."""
        if self._seen is None:
            return None
        date, seen = self._seen
        try:
            found = parsedate_to_datetime(date)
            return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC) + timedelta(seconds=monotonic() - seen)
        except (ValueError, OverflowError):
            return None

    def at(self, moment: datetime) -> datetime | None:
        """The time on the server at a moment of the recent past; None before a response had it."""
        now = self.now()
        return None if now is None else now - (datetime.now(UTC) - moment)
