"""Finding what people name: a device by its serial number or callsign."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions

from ...errors import InvalidArgument
from ..client import AsyncFlightHub

if TYPE_CHECKING:
    from flighthub_api.models import Aircraft, DevicePair, Gateway
else:
    Aircraft = lazy_type("flighthub_api.models", "Aircraft")
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    Gateway = lazy_type("flighthub_api.models", "Gateway")


class FoundDevice(NamedTuple):
    """A device of the project, and the pair that it belongs to."""

    device: Gateway | Aircraft
    pair: DevicePair


async def find_device(
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
    return _fitting(await _devices(client, options), name, argument)


async def find_devices(
    client: AsyncFlightHub, names: Iterable[str] | None, argument: str, options: RequestOptions | None = None
) -> list[FoundDevice]:
    """The devices of the project that have these serial numbers or callsigns, each once; all of them for None.

    Args:
        client: Whose project it is.
        names: What they are called.
        argument: Name of the argument that they were given as.
        options: What to set for the call.

    Raises:
        InvalidArgument: No device is called so, or more than one.
    """
    devices = await _devices(client, options)
    found = devices if names is None else [_fitting(devices, name, argument) for name in names]
    return list({each.device.sn: each for each in found if each.device.sn}.values())


async def _devices(client: AsyncFlightHub, options: RequestOptions | None) -> list[FoundDevice]:
    pairs = await client.devices.list(request_options=options)
    return [FoundDevice(each, pair) for pair in pairs for each in (pair.gateway, pair.drone) if each is not None]


def _fitting(devices: list[FoundDevice], name: str, argument: str) -> FoundDevice:
    fitting = [found for found in devices if found.device.sn == name] or [
        found for found in devices if found.device.callsign == name
    ]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(f"{found.device.sn} ({found.device.callsign})" for found in fitting or devices) or "no devices"
    problem = f"{len(fitting)} devices are called {name!r}" if fitting else f"the project has no device {name!r}"
    raise InvalidArgument(argument, f"{problem}: {known}")
