"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, ListOf, ObjectOf, String
from flighthub_runtime.devices import (
    Device,
)
from flighthub_runtime.models import Member, Members, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import DroneModeCode
    from .aircraft_camera import AircraftCamera
    from .device_model import DeviceModel
else:
    DroneModeCode = lazy_type("..enums", "DroneModeCode", __package__)
    AircraftCamera = lazy_type("..models", "AircraftCamera", __package__)
    DeviceModel = lazy_type("..models", "DeviceModel", __package__)


@define(weakref_slot=False)
class Aircraft(Device):
    """An aircraft."""

    sn: str
    """Serial number.

    Commands, control, lenses and stream quality ask for this one.
    """

    callsign: str | None = None
    """Name that people gave the aircraft."""

    device_model: DeviceModel | None = None
    """Which product it is."""

    device_online_status: bool | None = None
    """True while the aircraft is switched on and connected."""

    mode_code: DroneModeCode | None = None
    """What the aircraft is doing.

    One that is offline may show 0, so look at the online status too.
    """

    camera_list: builtins.list[AircraftCamera] = field(factory=empty_list)
    """Cameras of the aircraft; null until it has been switched on for the first time."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __home__ = __package__
    __wire__: ClassVar[Members] = Members(
        Member("sn", String(id=True), required=True),
        Member("callsign", String()),
        Member("device_model", ObjectOf("DeviceModel", __package__), nullable=True),
        Member("device_online_status", Boolean()),
        Member("mode_code", EnumOf("DroneModeCode", __package__)),
        Member("camera_list", ListOf(ObjectOf("AircraftCamera", __package__)), nullable=True),
    )
