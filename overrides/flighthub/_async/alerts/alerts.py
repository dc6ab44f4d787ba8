"""Alerts of flights: the generated operations, and watching for those that are new."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from datetime import datetime
from threading import Event
from typing import TYPE_CHECKING

from flighthub_api.groups.alerts import AsyncAlerts
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import mask_argument

from ...errors import InvalidArgument
from ..client import AsyncFlightHub

if TYPE_CHECKING:
    from ..._alerts.seen import FlightAlarm
else:
    FlightAlarm = lazy_type("..._alerts.seen", "FlightAlarm", __package__)


class AlertsGroup(AsyncAlerts):
    """What algorithms found during flights."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    def watch(
        self,
        *,
        aircraft: str | Sequence[str] | None = None,
        since: datetime | None = None,
        interval: float = 10.0,
        timeout: float | None = None,
        rounds: int | None = None,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncGenerator[FlightAlarm]:
        """Watch for alerts that are raised during flights: each of them once, as it is seen.

        In rounds, the flights of the last day that have alerts are listed for each aircraft, and for those that have
        more than before, what the algorithms found. Alerts that are there at the beginning are not new. Nothing is kept
        but ids, at most 20 000 of them, and nothing is read that has no taker. Failures that pass by themselves are
        looked past for some minutes. Leave the loop to end the watch. For what devices report of themselves see
        `devices.alerts` and `devices.watch`.

        Args:
            aircraft: Serial numbers or callsigns of aircraft, or of docks, which stand for their aircraft; all of the
                project at the beginning when not given.
            since: From when on alerts count that are there at the beginning, with a time zone: what a program missed
                while it did not run, within the last day.
            interval: Seconds from the start of one round to the start of the next, give or take a tenth.
            timeout: Seconds after which the watch ends; it goes on when not given.
            rounds: How many rounds there are; as many as are taken when not given.
            cancel: Set it, from any thread, to end the watch as soon as the calls that are under way are over.
            request_options: What to set for each call.

        Returns:
            A generator of `FlightAlarm`: `sn`, `callsign`, `flight`, `detection` with its `location`, `raised_at`, and
            `id`, which is the same after a restart. `print` shows each as a line.

        Raises:
            InvalidArgument: No device is called so, or an argument cannot be right.
            NotFound: The deployment does not have V2.0; the hint says so.
            FlightHubError: A call failed in a way that does not pass, or for too long.

        Documentation: "Query Flight Task Alert Records", "Query AI Alert Details".

        Example:
            >>> from datetime import UTC, datetime
            >>> for alarm in fh.alerts.watch(since=datetime(2026, 1, 1, tzinfo=UTC), rounds=1):  # doctest: +SKIP
            ...     print(alarm)
        """
        from .watch import AlertWatch

        request_options = mask_argument(request_options)
        if rounds is not None and rounds < 1:
            raise InvalidArgument("rounds", f"must be at least 1, not {rounds}")
        if since is not None and since.tzinfo is None:
            raise InvalidArgument("since", "must be a datetime with a time zone")
        names = [aircraft] if isinstance(aircraft, str) else None if aircraft is None else [*aircraft]
        if names is not None and not names:
            raise InvalidArgument("aircraft", "names no device")
        return AlertWatch(self._client, names, since, interval, timeout, cancel, request_options).alarms(rounds)
