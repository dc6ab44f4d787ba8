"""Finding a device in whichever project it is."""

from __future__ import annotations

from flighthub_api.models import Project
from flighthub_runtime.groups import RequestOptions

from ..._devices.fleet import FleetUnit
from ..._devices.location import DeviceLocation
from ...errors import FlightHubError, InvalidArgument
from ..client import AsyncFlightHub
from ..core.concurrency import map_concurrent


async def locate_device(client: AsyncFlightHub, sn: str, options: RequestOptions | None) -> DeviceLocation:
    """The project that lists a device.

    Raises:
        InvalidArgument: No project that the key sees lists it.
        FlightHubError: The projects could not be listed, or one of them could not be looked into and no other has it.
    """
    projects = await client.projects.list(usage="simple", request_options=options)

    async def search(project: Project) -> DeviceLocation | None:
        pairs = await client.devices.list(request_options={**(options or {}), "project": project.uuid})
        for pair in pairs:
            for device in (pair.gateway, pair.drone):
                if device is not None and device.sn == sn:
                    return DeviceLocation(device, FleetUnit.of(pair), project)
        return None

    outcomes = await map_concurrent(search, [row for row in projects if row.uuid], client.configuration.max_concurrency)
    found = next((outcome.result() for outcome in outcomes if outcome.ok and outcome.result() is not None), None)
    if found is not None:
        return found
    for outcome in outcomes:
        if isinstance(outcome.error, FlightHubError):
            outcome.error.add_note(
                f"{sn} is in none of the projects that could be looked into; this is {outcome.item.name!r}."
            )
        outcome.result()
    bound = await client.devices.list_all(request_options=options)
    known = any(device.sn == sn for pair in bound for device in (pair.gateway, pair.drone) if device is not None)
    where = "the organization has it, but it is in none of" if known else "it is neither in the organization nor in"
    raise InvalidArgument("sn", f"{where} the {len(outcomes)} projects that the key sees: {sn}")
