"""Watching many devices: their states are read in rounds, so many at a time, each failure apart."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, cast

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import MaskedMapping

from ..._core.outcome import Outcome
from ..._core.polling import Poller
from ..._core.request_options import mapping_of
from ..._devices.changes import LEAST_DEADLINE, Change, Memory
from ...errors import ConfigurationError, FlightHubError
from ..client import AsyncFlightHub
from ..core.concurrency import as_completed, pause
from .lookup import FoundDevice, find_devices

if TYPE_CHECKING:
    from flighthub_api.device_states import AnyDeviceState

else:
    AnyDeviceState = lazy_type("flighthub_api.device_states", "AnyDeviceState")


class Watch:
    """One watch over devices: which ones, how often, and what counts.

    Args:
        client: Whose devices they are.
        names: Serial numbers or callsigns; all devices of the project for None.
        interval: Seconds from the start of one round to the start of the next.
        members: Names of the members whose change counts.
        ignore: Names of what does not count.
        timeout: Seconds to watch in all; None for no limit.
        cancel: Ends the watch when it is set.
        options: What to set for each call.
    """

    def __init__(
        self,
        client: AsyncFlightHub,
        names: Sequence[str] | None,
        interval: float,
        members: str | Sequence[str] | None,
        ignore: str | Sequence[str] | None,
        timeout: float | None,
        cancel: Event | None,
        options: RequestOptions | None,
    ) -> None:
        self._client = client
        self._names = names
        self._poller = Poller("changes", timeout, interval)
        self._memory = Memory(members, ignore)
        self._cancel = cancel
        self._options = options
        # A device that does not answer holds up the next round no longer than the rounds are apart.
        deadline = max(interval, LEAST_DEADLINE)
        given = mapping_of(options, "request_options").get("deadline")
        if isinstance(given, (int, float)):
            deadline = min(deadline, given)
        self._reading = cast("RequestOptions", MaskedMapping({**(options or {}), "deadline": deadline}))

    async def changes(self, rounds: int | None) -> AsyncGenerator[Change]:
        """The changes, round after round. What a slow consumer has not taken is not read either."""
        found = await find_devices(self._client, self._names, "devices", self._options)
        width = min(len(found), self._client.configuration.max_concurrency)
        done = 0
        while found and not self._is_over and done != rounds:
            begun = monotonic()
            async with aclosing(as_completed(self._read, found, width)) as outcomes:
                async for outcome in outcomes:
                    if self._is_over:
                        return
                    change = self._record(outcome)
                    if change is not None:
                        yield change
            done += 1
            if done != rounds:
                await pause(max(0.0, self._poller.pause() - (monotonic() - begun)), self._cancel)

    @property
    def _is_over(self) -> bool:
        return self._poller.is_over or (self._cancel is not None and self._cancel.is_set())

    async def _read(self, found: FoundDevice) -> AnyDeviceState:
        return await self._client.devices.get_state(found.device.sn, request_options=self._reading)

    def _record(self, outcome: Outcome[FoundDevice, AnyDeviceState]) -> Change | None:
        """What is new. A client that is closed, and what is no failure of a call, ends the watch."""
        device, error = outcome.item.device, outcome.error
        if isinstance(error, FlightHubError) and not isinstance(error, ConfigurationError):
            return self._memory.failed(device.sn, device.callsign, error)
        return self._memory.read(device.sn, device.callsign, outcome.result())
