"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf, String
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from ..enums import PairedFlag, SubDeviceOnline
else:
    PairedFlag = lazy_type("..enums", "PairedFlag", __package__)
    SubDeviceOnline = lazy_type("..enums", "SubDeviceOnline", __package__)


@define
class SubDevice(Model):
    """The aircraft that belongs to a dock."""

    device_sn: str | None = None
    """Serial number of the aircraft."""

    device_model_key: str | None = None
    """Product of the aircraft, as domain, type and sub-type joined by hyphens."""

    device_online_status: SubDeviceOnline | None = None
    """Whether the aircraft is switched on."""

    device_paired: PairedFlag | None = None
    """Whether the aircraft is paired with the dock."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("device_sn", String(id=True), nullable=True),
        Member("device_model_key", String(), nullable=True),
        Member("device_online_status", EnumOf("SubDeviceOnline"), nullable=True),
        Member("device_paired", EnumOf("PairedFlag"), nullable=True),
    )
