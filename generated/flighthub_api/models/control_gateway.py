"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..runtime.kinds import String
from ..runtime.models import Kept, Member, Members, Model


@define
class ControlGateway(Model):
    """Gateway through which control is held."""

    sn: str | None = None
    """Serial number of the gateway."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("sn", String(id=True)),
    )
