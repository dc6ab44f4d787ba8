"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..runtime.kinds import Integer
from ..runtime.models import Kept, Member, Members, Model


@define
class Matrice4DObservedGeoCagingStatus(Model):
    """State of the virtual fence."""

    state: int | None = None
    """A state number; no list of values is published."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("state", Integer(), nullable=True),
    )
