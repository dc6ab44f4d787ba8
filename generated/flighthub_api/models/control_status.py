"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class ControlStatus(Model):
    """Who controls a device."""

    device_control_status: int | None = None
    """State of the control, a number without a published meaning."""

    device_control_user_id: str | None = None
    """User id of the holder; empty when nobody holds control."""

    device_control_user_project_callsign: str | None = None
    """Name of the holder in the project."""

    device_control_user_organization_callsign: str | None = None
    """Name of the holder in the organization."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("device_control_status", Integer()),
        Member("device_control_user_id", String(id=True)),
        Member("device_control_user_project_callsign", String()),
        Member("device_control_user_organization_callsign", String()),
    )
