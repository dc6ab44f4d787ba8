"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import ListOf, ObjectOf
from ..runtime.models import Kept, Member, Members, Model, empty_list

if TYPE_CHECKING:
    from .stream_forwarder import StreamForwarder
else:
    StreamForwarder = lazy_type("..models", "StreamForwarder", __package__)


@define
class StreamForwarderList(Model):
    """The forwarders."""

    list: builtins.list[StreamForwarder] = field(factory=empty_list)
    """The forwarders; null when there are none."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("list", ListOf(ObjectOf("StreamForwarder")), nullable=True),
    )
