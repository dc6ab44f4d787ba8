"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import PositionFixed, PositionQualityBasic
else:
    PositionFixed = lazy_type("..enums", "PositionFixed", __package__)
    PositionQualityBasic = lazy_type("..enums", "PositionQualityBasic", __package__)


@define(weakref_slot=False)
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

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("is_fixed", EnumOf("PositionFixed", __package__), nullable=True),
        Member("quality", EnumOf("PositionQualityBasic", __package__), nullable=True),
        Member("gps_number", Integer(), nullable=True),
        Member("rtk_number", Integer(), nullable=True),
    )
