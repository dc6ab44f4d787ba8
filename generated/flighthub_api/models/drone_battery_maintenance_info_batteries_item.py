"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Number
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import BatterySide
else:
    BatterySide = lazy_type("..enums", "BatterySide", __package__)


@define(weakref_slot=False)
class DroneBatteryMaintenanceInfoBatteriesItem(Model):
    """A battery of the aircraft, as the dock reads it."""

    capacity_percent: int | None = None
    """Charge of the battery; 32767 when the dock cannot tell.

    (in percent; normally at least 0, at most 100; 32767 reads as None)
    """

    index: BatterySide | None = None
    """Slot of the battery."""

    voltage: int | None = None
    """Voltage of the battery; 32767 when the dock cannot tell.

    (in mV; normally at least 0, at most 28000; 32767 reads as None)
    """

    temperature: float | None = None
    """Temperature of the battery, to one decimal place.

    When the dock cannot tell, 32767 is documented; 3276.7 was seen. (in degC; normally at least -40, at most 150; 32767
    or 3276.7 reads as None)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("capacity_percent", Integer(sentinel=(32767,)), nullable=True),
        Member("index", EnumOf("BatterySide", __package__), nullable=True),
        Member("voltage", Integer(sentinel=(32767,)), nullable=True),
        Member("temperature", Number(sentinel=(32767, 3276.7)), nullable=True),
    )
