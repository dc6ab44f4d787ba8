"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import TriState
else:
    TriState = lazy_type("..enums", "TriState", __package__)


@define(weakref_slot=False)
class GroupVisibility(Model):
    """How much of a group of annotations the map shows."""

    group_id: str | None = None
    """Id of the group."""

    tri_state: TriState | None = None
    """How much is shown."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("group_id", String(id=True)),
        Member("tri_state", EnumOf("TriState", __package__)),
    )
