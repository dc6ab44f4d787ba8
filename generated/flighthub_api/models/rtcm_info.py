"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import RtcmDeviceType, RtcmSourceType
else:
    RtcmDeviceType = lazy_type("..enums", "RtcmDeviceType", __package__)
    RtcmSourceType = lazy_type("..enums", "RtcmSourceType", __package__)


@define(weakref_slot=False)
class RtcmInfo(Model):
    """Where the corrections came from with which the dock's position was calibrated."""

    mount_point: str | None = None
    """Mount point, the correction stream of the network RTK service."""

    port: str | None = None
    """Port of the service.

    It travels as text.
    """

    host: str | None = None
    """Host of the service."""

    rtcm_device_type: RtcmDeviceType | None = None
    """What kind of device the corrections are for."""

    source_type: RtcmSourceType | None = None
    """How the position was calibrated."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("mount_point", String(), nullable=True),
        Member("port", String(), nullable=True),
        Member("host", String(), nullable=True),
        Member("rtcm_device_type", EnumOf("RtcmDeviceType", __package__), nullable=True),
        Member("source_type", EnumOf("RtcmSourceType", __package__), nullable=True),
    )
