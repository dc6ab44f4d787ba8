"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..runtime.kinds import String
from ..runtime.models import Kept, Member, Members, Model


@define
class UploadedFile(Model):
    """A file in the storage."""

    name: str
    """Name of the file, as put in place of {fileName}."""

    etag: str
    """ETag that the storage answered, without the double quotes around it."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("name", String(), required=True),
        Member("etag", String(), required=True),
    )
