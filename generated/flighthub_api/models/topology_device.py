"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, FreeObject, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from .device_model import DeviceModel
    from .last_position import LastPosition
else:
    DeviceModel = lazy_type("..models", "DeviceModel", __package__)
    LastPosition = lazy_type("..models", "LastPosition", __package__)


@define(weakref_slot=False)
class TopologyDevice(Model):
    """A device as part of a former pairing."""

    device_sn: str
    """Serial number of the device."""

    device_model: DeviceModel | None = None
    """Which product the device is; null when not known."""

    device_online_status: bool | None = None
    """A recorded online status.

    It was seen to differ from the present one, which the device list has.
    """

    is_device_pending_offline: bool | None = None
    """Whether the device was about to count as offline, presumably."""

    device_offline_position: LastPosition | None = None
    """Where the device was last; null when not known."""

    device_project_callsign: str | None = None
    """Name of the device in the project."""

    is_organization_device: bool | None = None
    """Whether the device is bound to the organization."""

    device_organization_callsign: str | None = None
    """Name of the device in the organization; null without one."""

    device_control_user_id: str | None = None
    """User id of whoever controls the device; empty when nobody does."""

    device_control_user_project_callsign: str | None = None
    """Name of that person in the project."""

    device_control_user_organization_callsign: str | None = None
    """Name of that person in the organization."""

    device_state: dict[str, Any] | None = field(default=None, repr=repr_keys)
    """State of the device; null in the only example, so its members are not known."""

    device_index: str | None = None
    """Index of the device within the pairing, presumably."""

    parent_sns: builtins.list[str] = field(factory=empty_list)
    """Serial numbers of the docks the device was paired with."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("device_sn", String(id=True), required=True),
        Member("device_model", ObjectOf("DeviceModel", __package__), nullable=True),
        Member("device_online_status", Boolean()),
        Member("is_device_pending_offline", Boolean()),
        Member("device_offline_position", ObjectOf("LastPosition", __package__), nullable=True),
        Member("device_project_callsign", String()),
        Member("is_organization_device", Boolean()),
        Member("device_organization_callsign", String(), nullable=True),
        Member("device_control_user_id", String(id=True)),
        Member("device_control_user_project_callsign", String()),
        Member("device_control_user_organization_callsign", String()),
        Member("device_state", FreeObject(), nullable=True),
        Member("device_index", String(id=True)),
        Member("parent_sns", ListOf(String())),
    )
