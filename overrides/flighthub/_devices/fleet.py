"""The fleet as people see it: docks and remote controllers with their aircraft, by name. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.public_names import exported
from flighthub_runtime.records import Records

if TYPE_CHECKING:
    from flighthub_api.enums import DeviceDomain
    from flighthub_api.models import Aircraft, DevicePair, Gateway
else:
    DeviceDomain = lazy_type("flighthub_api.enums", "DeviceDomain")
    Aircraft = lazy_type("flighthub_api.models", "Aircraft")
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    Gateway = lazy_type("flighthub_api.models", "Gateway")


@exported
class FleetCamera(NamedTuple):
    """A camera of a unit.

    Attributes:
        sn: Serial number of the device that it belongs to.
        camera_index: Its index, such as `81-0-0`, which livestreams, lenses and control are asked for by.
        name: Name of its product; the index where that is not known.
        mount_position: Where it is mounted, in words; None where that is not known.
    """

    sn: str
    camera_index: str
    name: str
    mount_position: str | None


@exported
class FleetUnit(NamedTuple):
    """A dock or a remote controller and its aircraft; either may be missing. `print` shows it readably.

    Attributes:
        gateway: The dock or remote controller; None where none is known.
        aircraft: The aircraft; None where none is bound.
    """

    gateway: Gateway | None
    aircraft: Aircraft | None

    @classmethod
    def of(cls, pair: DevicePair) -> FleetUnit:
        """The unit that a row of the list of devices is."""
        return cls(pair.gateway, pair.drone)

    @property
    def name(self) -> str:
        """Callsign of the gateway, else of the aircraft; the serial number where nobody gave a callsign."""
        for device in (self.gateway, self.aircraft):
            if device is not None and (device.callsign or device.sn):
                return device.callsign or device.sn
        return ""

    @property
    def dock(self) -> Gateway | None:
        """The dock; None for a unit with a remote controller, or without a gateway."""
        return self.gateway if _is_dock(self.gateway) else None

    @property
    def controller(self) -> Gateway | None:
        """The remote controller; None for a unit with a dock, or without a gateway."""
        return None if _is_dock(self.gateway) else self.gateway

    @property
    def model(self) -> str | None:
        """Name of the gateway's product, such as `DJI Dock 3`; None where it is not known."""
        return _model(self.gateway)

    @property
    def aircraft_model(self) -> str | None:
        """Name of the aircraft's product, such as `Matrice 4TD`; None where it is not known."""
        return _model(self.aircraft)

    @property
    def is_online(self) -> bool | None:
        """Whether the gateway, or without one the aircraft, is connected; None where the server does not say."""
        device = self.gateway or self.aircraft
        return None if device is None else device.device_online_status

    @property
    def aircraft_is_online(self) -> bool | None:
        """Whether the aircraft is switched on and connected; None where it is not known."""
        return None if self.aircraft is None else self.aircraft.device_online_status

    @property
    def cameras(self) -> tuple[FleetCamera, ...]:
        """The cameras of the gateway and of the aircraft, as far as FlightHub 2 has seen them."""
        return tuple(
            FleetCamera(device.sn, camera.camera_index, camera.name or camera.camera_index, camera.mount_position)
            for device in (self.gateway, self.aircraft)
            if device is not None
            for camera in device.camera_list
            if camera.camera_index
        )

    def __str__(self) -> str:
        shown = [_describe_device(device) for device in (self.gateway, self.aircraft) if device is not None]
        return " with ".join(shown) or "nothing"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self}>"


class Fleet(Records[FleetUnit]):
    """Units as a list, which notebooks show as a table."""

    def _row_class(self) -> type[FleetUnit]:
        return FleetUnit

    def _repr_html_(self) -> str:
        from .._exports.html import show_fleet

        return show_fleet(self)


def _is_dock(gateway: Gateway | None) -> bool:
    """Whether a gateway is a dock."""
    from flighthub_api.enums import DeviceDomain

    return gateway is not None and domain_of(gateway) is DeviceDomain.DOCK


def domain_of(gateway: Gateway) -> DeviceDomain | None:
    """What a gateway is. The domain is surer than the class, which differs between editions."""
    from flighthub_api.enums import DeviceDomain

    described = gateway.device_model
    if described is None or described.domain is not None:
        return None if described is None else described.domain
    domain = (described.key or "").partition("-")[0]
    return DeviceDomain(int(domain)) if domain.isdecimal() else None


def _model(device: Gateway | Aircraft | None) -> str | None:
    product = None if device is None else device.model
    if product is not None:
        return product.name
    described = None if device is None else device.device_model
    return None if described is None else described.name


def _describe_device(device: Gateway | Aircraft) -> str:
    status = {True: "online", False: "offline", None: "status unknown"}[device.device_online_status]
    return f"{device.callsign or device.sn} ({_model(device) or 'model unknown'}, {status})"
