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

    _kept: Kept | None = field(default=None, init=False, repr=False)

    __wire__: ClassVar[Members] = Members(
        Member("converter_id", String(id=True), required=True),
    )
