"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..runtime.kinds import Integer
from ..runtime.models import Kept, Member, Members, Model


@define
class MediaFileDetail(Model):
    """Photos and videos that the dock still holds."""

    remain_upload: int | None = None
    """Number of files that are yet to be uploaded."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("remain_upload", Integer(), nullable=True),
    )
