"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Number
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import Switch
else:
    Switch = lazy_type("..enums", "Switch", __package__)


@define(weakref_slot=False)
class BackupBattery(Model):
    """Backup battery of the dock."""

    switch: Switch | None = None
    """Whether the backup battery is switched on."""

    voltage: int | None = None
    """Voltage of the backup battery; 0 while it is switched off.

    (in mV; normally at least 0, at most 30000, in steps of 1)
    """

    temperature: float | None = None
    """Temperature of the backup battery, to one decimal place.

    (in degC; normally in steps of 0.1)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("switch", EnumOf("Switch", __package__), nullable=True),
        Member("voltage", Integer(), nullable=True),
        Member("temperature", Number(), nullable=True),
    )
