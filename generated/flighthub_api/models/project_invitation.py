"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Boolean, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class ProjectInvitation(Model):
    """A project as it appears to somebody who has its join code."""

    project_uuid: str
    """Id of the project."""

    project_id: str
    """Short id that people see."""

    project_name: str
    """Name of the project."""

    organization_name: str | None = None
    """Name of the organization that has the project."""

    organization_uuid: str | None = None
    """Id of that organization."""

    organization_id: str | None = None
    """Short id of that organization."""

    is_user_in_organization: bool | None = None
    """Whether the key's owner is in that organization already."""

    recommend_user_project_callsign: str | None = None
    """Name proposed for the person in the project."""

    recommend_association_drone_project_callsign: str | None = None
    """Name proposed for the aircraft in the project; null without one."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("project_uuid", String(id=True), required=True),
        Member("project_id", String(id=True), required=True),
        Member("project_name", String(), required=True),
        Member("organization_name", String()),
        Member("organization_uuid", String(id=True)),
        Member("organization_id", String(id=True)),
        Member("is_user_in_organization", Boolean()),
        Member("recommend_user_project_callsign", String()),
        Member("recommend_association_drone_project_callsign", String(), nullable=True),
    )
