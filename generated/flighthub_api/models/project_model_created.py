"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..runtime.kinds import Integer
from ..runtime.models import Kept, Member, Members, Model


@define
class ProjectModelCreated(Model):
    """The model that was ordered."""

    id: int
    """Id of the new model."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("id", Integer(), required=True),
    )
