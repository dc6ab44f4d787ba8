"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .pagination import Pagination
    from .role import Role
else:
    Pagination = lazy_type("..models", "Pagination", __package__)
    Role = lazy_type("..models", "Role", __package__)


@define(weakref_slot=False)
class RoleList(Model):
    """A page of roles."""

    pagination: Pagination | None = None
    """Page and total."""

    list: builtins.list[Role] = field(factory=empty_list)
    """The roles; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("pagination", ObjectOf("Pagination", __package__)),
        Member("list", ListOf(ObjectOf("Role", __package__)), nullable=True),
    )
