"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .maintain_status_dock_maintain_status_array_item import MaintainStatusDockMaintainStatusArrayItem
else:
    MaintainStatusDockMaintainStatusArrayItem = lazy_type(
        "..models", "MaintainStatusDockMaintainStatusArrayItem", __package__
    )


@define(weakref_slot=False)
class MaintainStatusDock(Model):
    """Maintenance history of a dock."""

    maintain_status_array: builtins.list[MaintainStatusDockMaintainStatusArrayItem] = field(factory=empty_list)
    """The latest record of each kind of maintenance."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member(
            "maintain_status_array",
            ListOf(ObjectOf("MaintainStatusDockMaintainStatusArrayItem", __package__)),
            nullable=True,
        ),
    )
