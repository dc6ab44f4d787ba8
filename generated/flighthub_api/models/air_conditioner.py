"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import AirConditionerState
else:
    AirConditionerState = lazy_type("..enums", "AirConditionerState", __package__)


@define(weakref_slot=False)
class AirConditioner(Model):
    """Air conditioner of the dock."""

    air_conditioner_state: AirConditionerState | None = None
    """What the air conditioner is doing.

    It does one thing at a time.
    """

    switch_time: int | None = None
    """How long the mode cannot be changed yet; 0 when it can be changed now.

    (in s)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("air_conditioner_state", EnumOf("AirConditionerState", __package__), nullable=True),
        Member("switch_time", Integer(), nullable=True),
    )
