"""Everything that a launch reads before it sends: the dock, the route, and what the preflight check looks at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from flighthub_api.runtime.annotations import lazy_type
from flighthub_api.runtime.groups import RequestOptions

from .._launches import dock_of, wayline_named
from .._preflight import examined
from ..errors import FlightHubError, InvalidArgument
from ..schedules import Schedule
from ._client import AsyncFlightHub
from ._lookup import device_named

if TYPE_CHECKING:
    from flighthub_api.models import DeviceHms, DevicePair, Gateway, Wayline
    from flighthub_api.runtime.devices import Reported

    from .._findings import Report
else:
    DeviceHms = lazy_type("flighthub_api.models", "DeviceHms")
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    Gateway = lazy_type("flighthub_api.models", "Gateway")
    Wayline = lazy_type("flighthub_api.models", "Wayline")
    Reported = lazy_type("flighthub_api.runtime.devices", "Reported")
    Report = lazy_type(".._findings", "Report", __package__)


class Flyable(NamedTuple):
    """Who flies along which route."""

    gateway: Gateway
    pair: DevicePair
    wayline: Wayline


async def flyable(
    client: AsyncFlightHub, dock: str, wayline: str | UUID, schedule: Schedule, options: RequestOptions | None
) -> Flyable:
    """The dock and the route that are meant.

    Raises:
        InvalidArgument: One of them is not there, or can be more than one; or the schedule is none.
    """
    if not isinstance(schedule, Schedule):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidArgument("schedule", "must be Immediate, Timed, Recurring or Continuous of flighthub.schedules")
    found = await device_named(client, dock, "dock", options)
    gateway = dock_of(found.pair, "dock")
    rows = await client.waylines.list(request_options=options)
    return Flyable(gateway, found.pair, wayline_named(rows, wayline))


async def preflight_findings(
    client: AsyncFlightHub, flight: Flyable, schedule: Schedule, options: RequestOptions | None
) -> Report:
    """What the preflight check finds. What cannot be read is a warning."""
    devices = [each.sn for each in (flight.gateway, flight.pair.drone) if each is not None]
    state = await _state(client, flight.gateway.sn, options)
    alerts = await _alerts(client, devices, options)
    return examined(flight.pair, flight.wayline, schedule, state, alerts)


async def _state(client: AsyncFlightHub, sn: str, options: RequestOptions | None) -> Reported | FlightHubError:
    """What a device last reported, or why that cannot be read."""
    try:
        return await client.devices.get_state(sn, request_options=options)
    except FlightHubError as error:
        return error


async def _alerts(
    client: AsyncFlightHub, devices: Sequence[str], options: RequestOptions | None
) -> Sequence[DeviceHms] | FlightHubError:
    """The alerts of devices, or why they cannot be read."""
    try:
        return await client.devices.list_alerts(device_sn_list=devices, request_options=options)
    except FlightHubError as error:
        return error
