"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .group_visibility import GroupVisibility
else:
    GroupVisibility = lazy_type("..models", "GroupVisibility", __package__)


@define(weakref_slot=False)
class AnnotationDeleted(Model):
    """What a deletion changed."""

    id: str | None = None
    """Id of the annotation; not in the example."""

    affected_tri_states: builtins.list[GroupVisibility] = field(factory=empty_list)
    """Groups whose visibility is another now; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("id", String(id=True)),
        Member("affected_tri_states", ListOf(ObjectOf("GroupVisibility", __package__)), nullable=True),
    )
