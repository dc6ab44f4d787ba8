"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import ChargeState
else:
    ChargeState = lazy_type("..enums", "ChargeState", __package__)


@define(weakref_slot=False)
class DroneChargeState(Model):
    """How the aircraft is charging inside the dock."""

    capacity_percent: int | None = None
    """Charge of the aircraft's battery.

    (in percent; normally at least 0, at most 100)
    """

    state: ChargeState | None = None
    """Whether the aircraft is being charged."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("capacity_percent", Integer(), nullable=True),
        Member("state", EnumOf("ChargeState", __package__), nullable=True),
    )
