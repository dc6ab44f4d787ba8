"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..runtime.kinds import Integer
from ..runtime.models import Kept, Member, Members, Model


@define
class Storage(Model):
    """Internal storage of a device."""

    total: int | None = None
    """Capacity of the storage.

    (in KB)
    """

    used: int | None = None
    """How much of the storage is taken.

    (in KB)
    """

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("total", Integer(), nullable=True),
        Member("used", Integer(), nullable=True),
    )
