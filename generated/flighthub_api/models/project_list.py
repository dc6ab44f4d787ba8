"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import ListOf, ObjectOf
from ..runtime.models import Kept, Member, Members, Model, empty_list

if TYPE_CHECKING:
    from .project import Project
else:
    Project = lazy_type("..models", "Project", __package__)


@define
class ProjectList(Model):
    """A page of projects."""

    list: builtins.list[Project] = field(factory=empty_list)
    """The projects; null when there are none."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("list", ListOf(ObjectOf("Project")), nullable=True),
    )
