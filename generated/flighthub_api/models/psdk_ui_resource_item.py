"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import ReadyFlag
else:
    ReadyFlag = lazy_type("..enums", "ReadyFlag", __package__)


@define(weakref_slot=False)
class PsdkUiResourceItem(Model):
    """A control panel that comes with a third-party payload."""

    psdk_index: int | None = None
    """Slot of the payload.

    (normally at least 0)
    """

    psdk_ready: ReadyFlag | None = None
    """Whether the panel can be used."""

    object_key: str | None = None
    """Where the files of the panel are in the object storage."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("psdk_index", Integer(), nullable=True),
        Member("psdk_ready", EnumOf("ReadyFlag", __package__), nullable=True),
        Member("object_key", String(), nullable=True),
    )
