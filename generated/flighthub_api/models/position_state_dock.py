"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import CalibrationFlag, PositionFixed, PositionQuality
else:
    CalibrationFlag = lazy_type("..enums", "CalibrationFlag", __package__)
    PositionFixed = lazy_type("..enums", "PositionFixed", __package__)
    PositionQuality = lazy_type("..enums", "PositionQuality", __package__)


@define(weakref_slot=False)
class PositionStateDock(Model):
    """How well the dock receives the navigation satellites."""

    is_calibration: CalibrationFlag | None = None
    """Whether the dock's position has been calibrated."""

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

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("is_calibration", EnumOf("CalibrationFlag", __package__), nullable=True),
        Member("is_fixed", EnumOf("PositionFixed", __package__), nullable=True),
        Member("quality", EnumOf("PositionQuality", __package__), nullable=True),
        Member("gps_number", Integer(), nullable=True),
        Member("rtk_number", Integer(), nullable=True),
    )
