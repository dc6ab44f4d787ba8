"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .organization_user import OrganizationUser
    from .pagination import Pagination
else:
    OrganizationUser = lazy_type("..models", "OrganizationUser", __package__)
    Pagination = lazy_type("..models", "Pagination", __package__)


@define(weakref_slot=False)
class OrganizationUserList(Model):
    """A page of the people of an organization."""

    pagination: Pagination | None = None
    """Page and total."""

    list: builtins.list[OrganizationUser] = field(factory=empty_list)
    """The people; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("pagination", ObjectOf("Pagination", __package__)),
        Member("list", ListOf(ObjectOf("OrganizationUser", __package__)), nullable=True),
    )
