"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import ReturnHomeExitReason
else:
    ReturnHomeExitReason = lazy_type("..enums", "ReturnHomeExitReason", __package__)


@define(weakref_slot=False)
class DeviceExitReturnHomeData(Model):
    """What the event device_exit_return_home holds."""

    sn: str | None = None
    """Serial number of the device."""

    reason: ReturnHomeExitReason | None = None
    """Why the return was broken off."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("sn", String(id=True)),
        Member("reason", EnumOf("ReturnHomeExitReason", __package__)),
    )
