"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import BatteryHeatState, BatteryMaintenanceState
    from .drone_battery_maintenance_info_batteries_item import DroneBatteryMaintenanceInfoBatteriesItem
else:
    BatteryHeatState = lazy_type("..enums", "BatteryHeatState", __package__)
    BatteryMaintenanceState = lazy_type("..enums", "BatteryMaintenanceState", __package__)
    DroneBatteryMaintenanceInfoBatteriesItem = lazy_type(
        "..models", "DroneBatteryMaintenanceInfoBatteriesItem", __package__
    )


@define(weakref_slot=False)
class DroneBatteryMaintenanceInfo(Model):
    """What the dock knows about the aircraft's batteries while the aircraft is switched off."""

    maintenance_state: BatteryMaintenanceState | None = None
    """Whether battery maintenance is due or running."""

    maintenance_time_left: int | None = None
    """Full hours until the maintenance is finished; a started hour is not counted.

    (in h)
    """

    heat_state: BatteryHeatState | None = None
    """Whether the dock heats the battery or keeps it warm."""

    batteries: builtins.list[DroneBatteryMaintenanceInfoBatteriesItem] = field(factory=empty_list)
    """One row per battery slot.

    There are rows only while the aircraft is switched off inside the dock.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("maintenance_state", EnumOf("BatteryMaintenanceState", __package__), nullable=True),
        Member("maintenance_time_left", Integer(), nullable=True),
        Member("heat_state", EnumOf("BatteryHeatState", __package__), nullable=True),
        Member("batteries", ListOf(ObjectOf("DroneBatteryMaintenanceInfoBatteriesItem", __package__)), nullable=True),
    )
