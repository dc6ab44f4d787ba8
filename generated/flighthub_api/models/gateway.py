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
    from ..enums import GatewayModeCode
    from .device_model import DeviceModel
    from .dock_camera import DockCamera
else:
    GatewayModeCode = lazy_type("..enums", "GatewayModeCode", __package__)
    DeviceModel = lazy_type("..models", "DeviceModel", __package__)
    DockCamera = lazy_type("..models", "DockCamera", __package__)


@define(weakref_slot=False)
class Gateway(Device):
    """A dock or a remote controller."""

    sn: str
    """Serial number.

    Flight tasks, RTK calibration and the dock camera switch ask for this one.
    """

    callsign: str | None = None
    """Name that people gave the device."""

    device_model: DeviceModel | None = None
    """Which product it is."""

    device_online_status: bool | None = None
    """True while the device is connected to FlightHub 2."""

    mode_code: GatewayModeCode | None = None
    """What the dock is doing, as a number here and as a word in the device state."""

    camera_list: builtins.list[DockCamera] = field(factory=empty_list)
    """Cameras of the dock; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __home__ = __package__
    __wire__: ClassVar[Members] = Members(
        Member("sn", String(id=True), required=True),
        Member("callsign", String()),
        Member("device_model", ObjectOf("DeviceModel", __package__), nullable=True),
        Member("device_online_status", Boolean()),
        Member("mode_code", EnumOf("GatewayModeCode", __package__)),
        Member("camera_list", ListOf(ObjectOf("DockCamera", __package__)), nullable=True),
    )
