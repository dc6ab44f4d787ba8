"""Watching for alerts of flights: listed in rounds, so many aircraft at a time."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from datetime import UTC, datetime, timedelta
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from flighthub_api.groups.alerts import LIST_DETECTIONS
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions

from ..._alerts.seen import FlightAlarm, Seen
from ..._core.polling import Poller
from ..._devices.alerts import most_items
from ...errors import FlightHubError
from ..client import AsyncFlightHub
from ..core.concurrency import map_concurrent, pause
from ..devices.lookup import find_devices

if TYPE_CHECKING:
    from flighthub_api.models import AiAlert, FlightAlert
else:
    AiAlert = lazy_type("flighthub_api.models", "AiAlert")
    FlightAlert = lazy_type("flighthub_api.models", "FlightAlert")

_BACK: Final = timedelta(days=1)
"""How long ago a flight may have begun that raises alerts yet."""

_AHEAD: Final = timedelta(hours=1)
"""How far the server's clock may be ahead of what is known of it."""

_MOST_PAGES: Final = 1000
"""Pages of detections of one look. A server that never says that there are no more is not believed."""


class _Aircraft(NamedTuple):
    """An aircraft that is watched."""

    sn: str
    callsign: str | None


class AlertWatch:
    """One watch for alerts: of which aircraft, how often, and what was seen.

    Args:
        client: Whose aircraft they are.
        names: Serial numbers or callsigns; all devices of the project for None.
        since: From when on alerts count that are there at the beginning.
        interval: Seconds from the start of one round to the start of the next.
        timeout: Seconds after which the watch ends.
        cancel: Ends the watch when it is set.
        options: What to set for each call.
    """

    def __init__(
        self,
        client: AsyncFlightHub,
        names: Sequence[str] | None,
        since: datetime | None,
        interval: float,
        timeout: float | None,
        cancel: Event | None,
        options: RequestOptions | None,
    ) -> None:
        self._client = client
        self._names = names
        self._poller = Poller("alerts", timeout, interval)
        self._seen = Seen(since)
        self._cancel = cancel
        self._options = options

    async def alarms(self, rounds: int | None) -> AsyncGenerator[FlightAlarm]:
        """What is new, round after round. What a slow consumer has not taken is not read either."""
        aircraft = await self._aircraft()
        done = 0
        while aircraft and not self._is_over and done != rounds:
            begun = monotonic()
            for alarm in await self._look(aircraft):
                if self._is_over:
                    return
                yield alarm
            done += 1
            if done != rounds:
                await pause(max(0.0, self._poller.pause() - (monotonic() - begun)), self._cancel)

    @property
    def _is_over(self) -> bool:
        return self._poller.is_over or (self._cancel is not None and self._cancel.is_set())

    async def _aircraft(self) -> list[_Aircraft]:
        found = await find_devices(self._client, self._names, "aircraft", self._options)
        drones = [one.pair.drone for one in found if one.pair.drone is not None]
        return list({drone.sn: _Aircraft(drone.sn, drone.callsign) for drone in drones if drone.sn}.values())

    async def _look(self, aircraft: Sequence[_Aircraft]) -> list[FlightAlarm]:
        """What is new in one round. One that fails is as if nothing was new, unless it does not pass."""
        try:
            return await self._round(aircraft)
        except FlightHubError as error:
            if not self._poller.should_continue_after(error):
                raise
            return []

    async def _round(self, aircraft: Sequence[_Aircraft]) -> list[FlightAlarm]:
        width = self._client.configuration.max_concurrency
        outcomes = await map_concurrent(self._flights_of, aircraft, width)
        listed = [(outcome.item, outcome.result()) for outcome in outcomes]
        pending = self._seen.pending(flight for _, flights in listed for flight in flights)
        detections = await self._detections_of(pending)
        self._poller.read()
        found = [
            alarm
            for one, flights in listed
            for flight in flights
            if flight.flight_id in detections
            for alarm in self._seen.note(one.sn, one.callsign, flight, detections[flight.flight_id])
        ]
        self._seen.end_round(flight.flight_id for _, flights in listed for flight in flights)
        return found

    async def _flights_of(self, one: _Aircraft) -> list[FlightAlert]:
        now = self._client._server_clock.now() or datetime.now(UTC)  # pyright: ignore[reportPrivateUsage]
        return list(
            await self._client.alerts.list_flights(
                drone_sn=one.sn, begin_at=now - _BACK, end_at=now + _AHEAD, request_options=self._options
            )
        )

    async def _detections_of(self, flights: Sequence[str]) -> dict[str, list[AiAlert]]:
        """What the algorithms found during flights; an empty list for one of which nothing is listed."""
        found: dict[str, list[AiAlert]] = {flight: [] for flight in flights}
        size = most_items(LIST_DETECTIONS, "flight_id") or len(flights) or 1
        for start in range(0, len(flights), size):
            batch = flights[start : start + size]
            for page in range(1, _MOST_PAGES + 1):
                answer = await self._client.alerts.list_detections(
                    flight_id=batch, page=page, request_options=self._options
                )
                rows = {name: each for name, each in (answer.data or {}).items() if each}
                for name, each in rows.items():
                    found.setdefault(name, []).extend(each)
                if not rows or page >= (answer.page_count or 1):
                    break
        return found
