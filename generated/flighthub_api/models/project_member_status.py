"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .last_position import LastPosition
else:
    LastPosition = lazy_type("..models", "LastPosition", __package__)


@define(weakref_slot=False)
class ProjectMemberStatus(Model):
    """A person of the project, and whether that person is at work now."""

    user_id: str
    """FlightHub user id, digits as text."""

    user_account: str | None = None
    """Name of the account, often with parts masked; personal data."""

    user_project_callsign: str | None = None
    """Name of the person in the project."""

    user_project_role: str | None = None
    """Role in the project."""

    user_organization_callsign: str | None = None
    """Name of the person in the organization."""

    user_organization_role: str | None = None
    """Role in the organization."""

    user_online_status: bool | None = None
    """Whether the person has the application open."""

    is_user_pending_offline: bool | None = None
    """Whether the person is about to count as offline, presumably."""

    user_platform: str | None = None
    """Application that the person uses."""

    user_offline_position: LastPosition | None = None
    """Where the person was last; null when not known."""

    user_control_device_sn: str | None = None
    """Serial number of the device the person controls; null without one."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("user_id", String(id=True), required=True),
        Member("user_account", String()),
        Member("user_project_callsign", String()),
        Member("user_project_role", String()),
        Member("user_organization_callsign", String()),
        Member("user_organization_role", String()),
        Member("user_online_status", Boolean()),
        Member("is_user_pending_offline", Boolean()),
        Member("user_platform", String()),
        Member("user_offline_position", ObjectOf("LastPosition", __package__), nullable=True),
        Member("user_control_device_sn", String(id=True), nullable=True),
    )
