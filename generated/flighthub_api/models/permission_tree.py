"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .permission import Permission
else:
    Permission = lazy_type("..models", "Permission", __package__)


@define(weakref_slot=False)
class PermissionTree(Model):
    """Permissions, each with those it is divided into."""

    init_permissions: builtins.list[Permission] = field(factory=empty_list)
    """Permissions at the top; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("init_permissions", ListOf(ObjectOf("Permission", __package__)), nullable=True),
    )
