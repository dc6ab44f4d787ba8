"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class UploadedFile(Model):
    """A file in the storage."""

    name: str
    """Name of the file, as put in place of {fileName}."""

    etag: str
    """ETag that the storage answered, without the double quotes around it."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("name", String(), required=True),
        Member("etag", String(), required=True),
    )
