"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .organization_user_project import OrganizationUserProject
else:
    OrganizationUserProject = lazy_type("..models", "OrganizationUserProject", __package__)


@define(weakref_slot=False)
class OrganizationUser(Model):
    """A person in an organization."""

    user_id: str
    """FlightHub user id, digits as text; addProjectMembers takes it."""

    account: str | None = None
    """Name of the account, often with parts masked; personal data."""

    account_second: str | None = None
    """A further account of the person, may be empty; personal data."""

    nickname: str | None = None
    """Name on display."""

    role: str | None = None
    """Role in the organization.

    Further values are possible.
    """

    created_at: int | None = None
    """When the person joined.

    (Unix seconds) [inferred]
    """

    source_type: str | None = None
    """How the person came to the organization."""

    user_projects_infos: builtins.list[OrganizationUserProject] = field(factory=empty_list)
    """Projects in which the person is."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("user_id", String(id=True), required=True),
        Member("account", String()),
        Member("account_second", String()),
        Member("nickname", String()),
        Member("role", String()),
        Member("created_at", Integer(time="s")),
        Member("source_type", String()),
        Member("user_projects_infos", ListOf(ObjectOf("OrganizationUserProject", __package__))),
    )
