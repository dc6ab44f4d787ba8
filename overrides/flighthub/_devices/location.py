"""Where a device is found: its project and the unit that it belongs to. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.public_names import exported

from .fleet import FleetUnit

if TYPE_CHECKING:
    from flighthub_api.models import Aircraft, Gateway, Project
else:
    Aircraft = lazy_type("flighthub_api.models", "Aircraft")
    Gateway = lazy_type("flighthub_api.models", "Gateway")
    Project = lazy_type("flighthub_api.models", "Project")


@exported
class DeviceLocation(NamedTuple):
    """A device and the project that it is in.

    Attributes:
        device: The dock, remote controller or aircraft, as its project lists it.
        unit: The dock or remote controller with its aircraft, one of which it is.
        project: The project; its `uuid` is what a client's `project=` takes.
    """

    device: Gateway | Aircraft
    unit: FleetUnit
    project: Project

    def __str__(self) -> str:
        return f"{self.device.callsign or self.device.sn} in {self.project.name or self.project.uuid}"
