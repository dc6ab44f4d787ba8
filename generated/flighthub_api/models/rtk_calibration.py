"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import RtkStatus
else:
    RtkStatus = lazy_type("..enums", "RtkStatus", __package__)


@define(weakref_slot=False)
class RtkCalibration(Model):
    """Whether the dock was given the settings."""

    bid: str | None = None
    """Business id of the message to the dock."""

    status: RtkStatus | None = None
    """Result of the delivery, not of the calibration."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("bid", String()),
        Member("status", EnumOf("RtkStatus", __package__)),
    )
