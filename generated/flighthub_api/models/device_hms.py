"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .hms_alerts import HmsAlerts
else:
    HmsAlerts = lazy_type("..models", "HmsAlerts", __package__)


@define(weakref_slot=False)
class DeviceHms(Model):
    """The current alerts of one device."""

    device_sn: str
    """Serial number of the device."""

    device_hms: HmsAlerts | None = None
    """Holder of the alerts."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("device_sn", String(id=True), required=True),
        Member("device_hms", ObjectOf("HmsAlerts", __package__), nullable=True),
    )
