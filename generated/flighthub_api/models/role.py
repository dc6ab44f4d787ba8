"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, DateTime, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .permission import Permission
else:
    Permission = lazy_type("..models", "Permission", __package__)


@define(weakref_slot=False)
class Role(Model):
    """A role, which is a set of permissions under a name."""

    role_id: str
    """Id of the role."""

    role_name: str | None = None
    """Name of the role."""

    role_description: str | None = None
    """Text about the role, may be empty."""

    workspace_id: str | None = None
    """Project that a role of a project belongs to; empty otherwise."""

    is_preset: bool | None = None
    """Whether the role comes with FlightHub 2."""

    is_add_to_org: bool | None = None
    """Presumably whether the role has been added to the organization."""

    role_type: str | None = None
    """Whether the role is one of the organization or of projects."""

    created_at: datetime | None = None
    """When the role was made, RFC 3339 text."""

    updated_at: datetime | None = None
    """When the role was last changed, RFC 3339 text."""

    deleted_at: datetime | None = None
    """When the role was deleted, RFC 3339 text; empty text or null while it exists.

    (empty text reads as None)
    """

    permissions: builtins.list[Permission] = field(factory=empty_list)
    """What people with this role may do."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("role_id", String(id=True), required=True),
        Member("role_name", String()),
        Member("role_description", String()),
        Member("workspace_id", String(id=True)),
        Member("is_preset", Boolean()),
        Member("is_add_to_org", Boolean()),
        Member("role_type", String()),
        Member("created_at", DateTime()),
        Member("updated_at", DateTime()),
        Member("deleted_at", DateTime(may_be_empty=True), nullable=True),
        Member("permissions", ListOf(ObjectOf("Permission", __package__))),
    )
