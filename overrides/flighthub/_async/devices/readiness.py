"""Reading what tells whether a dock can fly: its state and the alerts of its devices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.records import Records

from ..._devices.nearby_docks import NearbyDock, NearbyDocks, describe_dock, sort_by_distance
from ..._devices.places import Point
from ..._flights.launch import is_dock
from ...errors import FlightHubError
from ..client import AsyncFlightHub
from ..core.concurrency import map_concurrent

if TYPE_CHECKING:
    from flighthub_api.models import DeviceHms, DevicePair
    from flighthub_runtime.devices import BaseDeviceState
else:
    DeviceHms = lazy_type("flighthub_api.models", "DeviceHms")
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    BaseDeviceState = lazy_type("flighthub_runtime.devices", "BaseDeviceState")


async def read_state(
    client: AsyncFlightHub, sn: str, options: RequestOptions | None
) -> BaseDeviceState | FlightHubError:
    """What a device last reported, or why that cannot be read."""
    try:
        return await client.devices.get_state(sn, request_options=options)
    except FlightHubError as error:
        return error


async def read_alerts(
    client: AsyncFlightHub, devices: Sequence[str], options: RequestOptions | None
) -> Sequence[DeviceHms] | FlightHubError:
    """The alerts of devices, in as few calls as it takes, or why they cannot be read."""
    try:
        return await client.devices._alerts_of([*devices], options)  # pyright: ignore[reportPrivateUsage]
    except FlightHubError as error:
        return error


async def find_nearest_docks(
    client: AsyncFlightHub, point: Point, only_ready: bool, options: RequestOptions | None
) -> Records[NearbyDock]:
    """The docks of the project by their distance from a place, with what keeps each from flying."""
    pairs = await client.devices.list(request_options=options)
    docks = [pair for pair in pairs if pair.gateway is not None and pair.gateway.sn and is_dock(pair.gateway)]
    alerts = await read_alerts(client, [sn for pair in docks for sn in _serials_of(pair)], options)

    async def look_at(pair: DevicePair) -> NearbyDock:
        serials = _serials_of(pair)
        state = await read_state(client, serials[0], options)
        known = alerts
        if not isinstance(alerts, FlightHubError):
            known = [row for row in alerts if row.device_sn in serials]
        return describe_dock(point, pair, state, known)

    outcomes = await map_concurrent(look_at, docks, client.configuration.max_concurrency)
    found = sort_by_distance([outcome.result() for outcome in outcomes], point, "point")
    return NearbyDocks(dock for dock in found if dock.is_ready or not only_ready)


def _serials_of(pair: DevicePair) -> list[str]:
    """Serial numbers of a dock and its aircraft."""
    return [device.sn for device in (pair.gateway, pair.drone) if device is not None and device.sn]
