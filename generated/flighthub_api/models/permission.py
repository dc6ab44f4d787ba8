"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, DateTime, Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if not TYPE_CHECKING:
    # Where attrs takes the names of annotations from, the class does not have its own yet.
    Permission = lazy_type("..models", "Permission", __package__)


@define(weakref_slot=False)
class Permission(Model):
    """Something that a role may do."""

    permission_id: str
    """Id of the permission, a word."""

    permission_name: str | None = None
    """Name of the permission in the language asked for."""

    permission_description: str | None = None
    """Text about the permission, may be empty."""

    level: int | None = None
    """How deep in the tree the permission stands."""

    is_visible: bool | None = None
    """Whether the web application shows it."""

    is_basic_permission: bool | None = None
    """Whether it belongs to the basic ones."""

    path: str | None = None
    """Place in the tree, presumably."""

    permission_type: str | None = None
    """Whether it is about the organization or about projects."""

    sequence: int | None = None
    """Position among its neighbours."""

    predecessor: builtins.list[str] = field(factory=empty_list)
    """Permissions that are needed before this one, presumably."""

    frontend_resources: builtins.list[str] = field(factory=empty_list)
    """Parts of the web application that it opens."""

    resources: builtins.list[str] = field(factory=empty_list)
    """Resources of the server that it opens."""

    extended_resources: builtins.list[str] = field(factory=empty_list)
    """Further resources that it opens."""

    related_permissions: builtins.list[str] = field(factory=empty_list)
    """Permissions that go with it."""

    created_at: datetime | None = None
    """When the permission was made, RFC 3339 text."""

    updated_at: datetime | None = None
    """When the permission was last changed, RFC 3339 text."""

    deleted_at: datetime | None = None
    """When the permission was deleted, RFC 3339 text; empty text or null while it exists.

    (empty text reads as None)
    """

    children: builtins.list[Permission] = field(factory=empty_list)
    """Permissions it is divided into; null when it is not divided."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("permission_id", String(id=True), required=True),
        Member("permission_name", String()),
        Member("permission_description", String()),
        Member("level", Integer()),
        Member("is_visible", Boolean()),
        Member("is_basic_permission", Boolean()),
        Member("path", String()),
        Member("permission_type", String()),
        Member("sequence", Integer()),
        Member("predecessor", ListOf(String())),
        Member("frontend_resources", ListOf(String())),
        Member("resources", ListOf(String())),
        Member("extended_resources", ListOf(String())),
        Member("related_permissions", ListOf(String())),
        Member("created_at", DateTime()),
        Member("updated_at", DateTime()),
        Member("deleted_at", DateTime(may_be_empty=True), nullable=True),
        Member("children", ListOf(ObjectOf("Permission", __package__)), nullable=True),
    )
