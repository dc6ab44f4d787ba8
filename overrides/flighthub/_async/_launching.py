"""Everything that a launch reads before it sends: the dock, the route, and what the preflight check looks at."""

from __future__ import annotations

from collections.abc import Sequence
from tempfile import TemporaryDirectory
from threading import Event, Timer
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from .._launches import dock_of, wayline_named
from .._preflight import examined
from ..errors import FlightHubError, InvalidArgument, TransferError, WaitCancelled
from ..schedules import Schedule
from ._lookup import device_named
from ._seam import in_thread

if TYPE_CHECKING:
    from flighthub_api.models import DeviceHms, DevicePair, Gateway, Wayline
    from flighthub_api.runtime.devices import Reported
    from flighthub_api.runtime.groups import RequestOptions

    from .._findings import Report
    from ..waylines import WaylineFile
    from ._client import AsyncFlightHub


ROUTE_FILE_TIMEOUT: Final = 10.0
"""Seconds after which a launch does not wait for the file of its route any longer."""


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
    route = await _route(client, flight.wayline, options)
    return examined(flight.pair, flight.wayline, route, schedule, state, alerts)


async def _route(
    client: AsyncFlightHub, wayline: Wayline, options: RequestOptions | None
) -> WaylineFile | FlightHubError:
    """What the file of a route says, or why that cannot be read."""
    from ..waylines import inspect

    late = Event()
    timer = Timer(ROUTE_FILE_TIMEOUT, late.set)
    timer.daemon = True
    timer.start()
    try:
        with TemporaryDirectory(prefix="flighthub-") as folder:
            file = await client.waylines.download(wayline, to=folder, cancel=late, request_options=options)
            return await in_thread(inspect, file)
    except WaitCancelled:
        return TransferError(f"the file of the route could not be fetched within {ROUTE_FILE_TIMEOUT:g} s")
    except FlightHubError as error:
        return error
    except OSError as error:
        return TransferError(f"there is no room for the file of the route: {error.strerror or error}")
    finally:
        timer.cancel()


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
