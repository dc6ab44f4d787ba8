"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf, Integer
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from ..enums import PositionFixed, PositionQualityBasic
else:
    PositionFixed = lazy_type("..enums", "PositionFixed", __package__)
    PositionQualityBasic = lazy_type("..enums", "PositionQualityBasic", __package__)


@define
class PositionStateAircraftBasic(Model):
    """How well an aircraft receives the navigation satellites, on a scale without RTK."""

    is_fixed: PositionFixed | None = None
    """How far the position has converged."""

    quality: PositionQualityBasic | None = None
    """How good the reception is.

    0 is sent as well, though no list has it.
    """

    gps_number: int | None = None
    """Number of GPS satellites in use."""

    rtk_number: int | None = None
    """Number of satellites that the RTK solution uses."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("is_fixed", EnumOf("PositionFixed"), nullable=True),
        Member("quality", EnumOf("PositionQualityBasic"), nullable=True),
        Member("gps_number", Integer(), nullable=True),
        Member("rtk_number", Integer(), nullable=True),
    )
