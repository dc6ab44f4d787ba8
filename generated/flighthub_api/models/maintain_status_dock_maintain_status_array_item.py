"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import DockMaintainType, MaintainFlag
else:
    DockMaintainType = lazy_type("..enums", "DockMaintainType", __package__)
    MaintainFlag = lazy_type("..enums", "MaintainFlag", __package__)


@define(weakref_slot=False)
class MaintainStatusDockMaintainStatusArrayItem(Model):
    """The last time a dock had one kind of maintenance."""

    state: MaintainFlag | None = None
    """Whether there is a record."""

    last_maintain_type: DockMaintainType | None = None
    """Which kind of maintenance it was."""

    last_maintain_time: int | None = None
    """When the maintenance was done; 0 when it never was.

    (Unix seconds)
    """

    last_maintain_work_sorties: int | None = None
    """How many jobs the dock had done by then.

    (normally at least 0, at most 2147483647, in steps of 1)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("state", EnumOf("MaintainFlag", __package__), nullable=True),
        Member("last_maintain_type", EnumOf("DockMaintainType", __package__), nullable=True),
        Member("last_maintain_time", Integer(time="s"), nullable=True),
        Member("last_maintain_work_sorties", Integer(), nullable=True),
    )
