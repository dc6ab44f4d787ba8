"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Number, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class BatteryBatteriesItem(Model):
    """A battery of the aircraft."""

    capacity_percent: int | None = None
    """Charge of the battery.

    (in percent; normally at least 0, at most 100)
    """

    index: int | None = None
    """Slot of the battery.

    The first is 0. (normally at least 0)
    """

    sn: str | None = None
    """Serial number of the battery."""

    type: int | None = None
    """Type of the battery.

    Documented as an enumeration, but its values are not.
    """

    sub_type: int | None = None
    """Sub-type of the battery.

    Documented as an enumeration, but its values are not.
    """

    firmware_version: str | None = None
    """Firmware version of the battery."""

    loop_times: int | None = None
    """How many charge cycles the battery has been through."""

    voltage: int | None = None
    """Voltage of the battery.

    (in mV)
    """

    temperature: float | None = None
    """Temperature of the battery, to one decimal place.

    (in degC)
    """

    high_voltage_storage_days: int | None = None
    """How long the battery has been stored at a high charge.

    (in day)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("capacity_percent", Integer(), nullable=True),
        Member("index", Integer(), nullable=True),
        Member("sn", String(id=True), nullable=True),
        Member("type", Integer(), nullable=True),
        Member("sub_type", Integer(), nullable=True),
        Member("firmware_version", String(), nullable=True),
        Member("loop_times", Integer(), nullable=True),
        Member("voltage", Integer(), nullable=True),
        Member("temperature", Number(), nullable=True),
        Member("high_voltage_storage_days", Integer(), nullable=True),
    )
