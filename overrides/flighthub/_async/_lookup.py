"""Finding what people name: a device by its serial number or callsign."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..errors import InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.models import Aircraft, DevicePair, Gateway
    from flighthub_api.runtime.groups import RequestOptions

    from ._client import AsyncFlightHub


class FoundDevice(NamedTuple):
    """A device of the project, and the pair that it belongs to."""

    device: Gateway | Aircraft
    pair: DevicePair


async def device_named(
    client: AsyncFlightHub, name: str, argument: str, options: RequestOptions | None = None
) -> FoundDevice:
    """The device of the project that has a serial number or, where no serial number fits, a callsign.

    Args:
        client: Whose project it is.
        name: What it is called.
        argument: Name of the argument that it was given as.
        options: What to set for the call.

    Raises:
        InvalidArgument: No device is called so, or more than one.
    """
    pairs = await client.devices.list(request_options=options)
    devices = [FoundDevice(each, pair) for pair in pairs for each in (pair.gateway, pair.drone) if each is not None]
    fitting = [found for found in devices if found.device.sn == name] or [
        found for found in devices if found.device.callsign == name
    ]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(f"{found.device.sn} ({found.device.callsign})" for found in fitting or devices) or "no devices"
    problem = f"{len(fitting)} devices are called {name!r}" if fitting else f"the project has no device {name!r}"
    raise InvalidArgument(argument, f"{problem}: {known}")
