"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .battery_batteries_item import BatteryBatteriesItem
else:
    BatteryBatteriesItem = lazy_type("..models", "BatteryBatteriesItem", __package__)


@define(weakref_slot=False)
class Battery(Model):
    """The aircraft's power supply as a whole, and each of its batteries."""

    capacity_percent: int | None = None
    """Charge of all batteries together.

    (in percent; normally at least 0, at most 100)
    """

    remain_flight_time: int | None = None
    """How much longer the aircraft can fly.

    (in s)
    """

    return_home_power: int | None = None
    """Charge that the flight home takes.

    (in percent; normally at least 0, at most 100)
    """

    landing_power: int | None = None
    """Charge at which the aircraft is made to land.

    (in percent; normally at least 0, at most 100)
    """

    batteries: builtins.list[BatteryBatteriesItem] = field(factory=empty_list)
    """The batteries, one by one.

    Null and an empty list were both seen.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("capacity_percent", Integer(), nullable=True),
        Member("remain_flight_time", Integer(), nullable=True),
        Member("return_home_power", Integer(), nullable=True),
        Member("landing_power", Integer(), nullable=True),
        Member("batteries", ListOf(ObjectOf("BatteryBatteriesItem", __package__)), nullable=True),
    )
