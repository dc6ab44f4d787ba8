"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf, String
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from ..enums import RtkStatus
else:
    RtkStatus = lazy_type("..enums", "RtkStatus", __package__)


@define
class RtkCalibration(Model):
    """Whether the dock was given the settings."""

    bid: str | None = None
    """Business id of the message to the dock."""

    status: RtkStatus | None = None
    """Result of the delivery, not of the calibration."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("bid", String()),
        Member("status", EnumOf("RtkStatus", inferred=("failure",))),
    )
