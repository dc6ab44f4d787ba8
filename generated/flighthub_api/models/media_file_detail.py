"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class MediaFileDetail(Model):
    """Photos and videos that the dock still holds."""

    remain_upload: int | None = None
    """Number of files that are yet to be uploaded."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("remain_upload", Integer(), nullable=True),
    )
