"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .project import Project
else:
    Project = lazy_type("..models", "Project", __package__)


@define(weakref_slot=False)
class ProjectList(Model):
    """A page of projects."""

    list: builtins.list[Project] = field(factory=empty_list)
    """The projects; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("list", ListOf(ObjectOf("Project", __package__)), nullable=True),
    )
