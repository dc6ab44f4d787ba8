"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, Number, ObjectOf, String
from flighthub_runtime.devices import (
    BaseControllerState,
)
from flighthub_runtime.models import Member, Members, Preserved, empty_list

if TYPE_CHECKING:
    from .dongle_infos_controller_system_item import DongleInfosControllerSystemItem
    from .live_capacity import LiveCapacity
    from .live_status_five_levels_item import LiveStatusFiveLevelsItem
    from .wireless_link import WirelessLink
else:
    DongleInfosControllerSystemItem = lazy_type("..models", "DongleInfosControllerSystemItem", __package__)
    LiveCapacity = lazy_type("..models", "LiveCapacity", __package__)
    LiveStatusFiveLevelsItem = lazy_type("..models", "LiveStatusFiveLevelsItem", __package__)
    WirelessLink = lazy_type("..models", "WirelessLink", __package__)


@define(weakref_slot=False)
class RcPlusState(BaseControllerState):
    """State of a DJI RC Plus, which reports the same as a DJI Smart Controller Enterprise."""

    live_capacity: LiveCapacity | None = None
    """Cameras and streams that can be watched through this device."""

    capacity_percent: int | None = None
    """Charge of the controller's battery.

    (in percent; normally at least 0, at most 100, in steps of 1)
    """

    height: float | None = None
    """Height above the ellipsoid; 0 as long as there is no satellite fix.

    (in m)
    """

    dongle_infos: builtins.list[DongleInfosControllerSystemItem] = field(factory=empty_list)
    """The 4G dongles that are plugged in."""

    wireless_link: WirelessLink | None = None
    """Video transmission link between the aircraft and this device."""

    firmware_version: str | None = None
    """Firmware version of the device.

    (normally at most 64 characters)
    """

    latitude: float | None = None
    """Latitude where the device stands; 0 as long as it has no satellite fix.

    (in degrees; normally at least -90, at most 90, in steps of 0.01)
    """

    longitude: float | None = None
    """Longitude where the device stands; 0 as long as it has no satellite fix.

    (in degrees; normally at least -180, at most 180, in steps of 0.01)
    """

    cloud_control_auth: builtins.list[str] = field(factory=empty_list)
    """Kinds of control that were granted to the cloud; flight is the only one known."""

    country: str | None = None
    """Two-letter code of the country or area."""

    live_status: builtins.list[LiveStatusFiveLevelsItem] = field(factory=empty_list)
    """Live streams through this device, those under way and those of late."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("live_capacity", ObjectOf("LiveCapacity", __package__), nullable=True),
        Member("capacity_percent", Integer(), nullable=True),
        Member("height", Number(), nullable=True),
        Member("dongle_infos", ListOf(ObjectOf("DongleInfosControllerSystemItem", __package__)), nullable=True),
        Member("wireless_link", ObjectOf("WirelessLink", __package__), nullable=True),
        Member("firmware_version", String(), nullable=True),
        Member("latitude", Number(), nullable=True),
        Member("longitude", Number(), nullable=True),
        Member("cloud_control_auth", ListOf(String()), nullable=True),
        Member("country", String(), nullable=True),
        Member("live_status", ListOf(ObjectOf("LiveStatusFiveLevelsItem", __package__)), nullable=True),
    )
