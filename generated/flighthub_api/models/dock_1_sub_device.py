"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import PairedFlag, SubDeviceOnline
else:
    PairedFlag = lazy_type("..enums", "PairedFlag", __package__)
    SubDeviceOnline = lazy_type("..enums", "SubDeviceOnline", __package__)


@define(weakref_slot=False)
class Dock1SubDevice(Model):
    """The aircraft that the dock houses."""

    device_sn: str | None = None
    """Serial number of the aircraft."""

    product_type: str | None = None
    """Model key of the aircraft: domain, type and sub-type joined by hyphens.

    May come as device_model_key instead.
    """

    device_model_key: str | None = None
    """Model key of the aircraft.

    DJI's example has it where the list has product_type. [inferred]
    """

    device_online_status: SubDeviceOnline | None = None
    """Whether the aircraft is switched on."""

    device_paired: PairedFlag | None = None
    """Whether the aircraft is paired with this dock."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("device_sn", String(id=True), nullable=True),
        Member("product_type", String(), nullable=True),
        Member("device_model_key", String(), nullable=True),
        Member("device_online_status", EnumOf("SubDeviceOnline", __package__), nullable=True),
        Member("device_paired", EnumOf("PairedFlag", __package__), nullable=True),
    )
