"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import ListOf, ObjectOf
from ..runtime.models import Kept, Member, Members, Model, empty_list

if TYPE_CHECKING:
    from .maintain_status_dock_maintain_status_array_item import MaintainStatusDockMaintainStatusArrayItem
else:
    MaintainStatusDockMaintainStatusArrayItem = lazy_type(
        "..models", "MaintainStatusDockMaintainStatusArrayItem", __package__
    )


@define
class MaintainStatusDock(Model):
    """Maintenance history of a dock."""

    maintain_status_array: builtins.list[MaintainStatusDockMaintainStatusArrayItem] = field(factory=empty_list)
    """The latest record of each kind of maintenance."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("maintain_status_array", ListOf(ObjectOf("MaintainStatusDockMaintainStatusArrayItem")), nullable=True),
    )
