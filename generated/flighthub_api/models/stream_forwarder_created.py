"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..runtime.kinds import String
from ..runtime.models import Kept, Member, Members, Model


@define
class StreamForwarderCreated(Model):
    """The new forwarder."""

    converter_id: str
    """Id of the forwarder, for switching and deleting it."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("converter_id", String(id=True), required=True),
    )
