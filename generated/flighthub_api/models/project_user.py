"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import Any, ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Boolean, Json, ListOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list


@define(weakref_slot=False)
class ProjectUser(Model):
    """A person who can use the project."""

    user_id: str
    """FlightHub user id, digits as text."""

    account: str | None = None
    """Name of the account, often with parts masked; personal data."""

    nickname: str | None = None
    """Name on display."""

    organization_user_callsign: str | None = None
    """Name of the person in the organization."""

    is_user_project_callsign_updated: bool | None = None
    """Whether the name in the project has been changed."""

    role: str | None = None
    """Role in the project.

    Further values are possible.
    """

    org_role: str | None = None
    """Role in the organization."""

    roles_permissions: builtins.list[Any] = field(factory=empty_list)
    """Not explained anywhere, and empty in the only example; null is possible."""

    is_phone_filled: bool | None = None
    """Whether the account has a telephone number."""

    is_email_filled: bool | None = None
    """Whether the account has an e-mail address."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("user_id", String(id=True), required=True),
        Member("account", String()),
        Member("nickname", String()),
        Member("organization_user_callsign", String()),
        Member("is_user_project_callsign_updated", Boolean()),
        Member("role", String()),
        Member("org_role", String()),
        Member("roles_permissions", ListOf(Json()), nullable=True),
        Member("is_phone_filled", Boolean()),
        Member("is_email_filled", Boolean()),
    )
