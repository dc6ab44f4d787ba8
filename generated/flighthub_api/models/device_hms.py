"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import ObjectOf, String
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from .hms_alerts import HmsAlerts
else:
    HmsAlerts = lazy_type("..models", "HmsAlerts", __package__)


@define
class DeviceHms(Model):
    """The current alerts of one device."""

    device_sn: str
    """Serial number of the device."""

    device_hms: HmsAlerts | None = None
    """Holder of the alerts."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("device_sn", String(id=True), required=True),
        Member("device_hms", ObjectOf("HmsAlerts"), nullable=True),
    )
