"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf, Integer
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from ..enums import PositionFixed, PositionQuality
else:
    PositionFixed = lazy_type("..enums", "PositionFixed", __package__)
    PositionQuality = lazy_type("..enums", "PositionQuality", __package__)


@define
class PositionStateAircraftRtk(Model):
    """How well an aircraft receives the navigation satellites, RTK among the levels."""

    is_fixed: PositionFixed | None = None
    """How far the position has converged."""

    quality: PositionQuality | None = None
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
        Member("quality", EnumOf("PositionQuality"), nullable=True),
        Member("gps_number", Integer(), nullable=True),
        Member("rtk_number", Integer(), nullable=True),
    )
