"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .device_model import DeviceModel
else:
    DeviceModel = lazy_type("..models", "DeviceModel", __package__)


@define(weakref_slot=False)
class ProjectDevice(Model):
    """A device of the project, without its state."""

    device_sn: str
    """Serial number of the device."""

    device_model: DeviceModel | None = None
    """Which product the device is; null when not known."""

    is_org_device: bool | None = None
    """Whether the device is bound to the organization."""

    device_organization_callsign: str | None = None
    """Name of the device in the organization."""

    device_project_callsign: str | None = None
    """Name of the device in the project."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("device_sn", String(id=True), required=True),
        Member("device_model", ObjectOf("DeviceModel", __package__), nullable=True),
        Member("is_org_device", Boolean()),
        Member("device_organization_callsign", String()),
        Member("device_project_callsign", String()),
    )
