"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf, Integer
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from ..enums import AirConditionerState
else:
    AirConditionerState = lazy_type("..enums", "AirConditionerState", __package__)


@define
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

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("air_conditioner_state", EnumOf("AirConditionerState"), nullable=True),
        Member("switch_time", Integer(), nullable=True),
    )
