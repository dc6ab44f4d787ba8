"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, ListOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list


@define(weakref_slot=False)
class UploadReceipt(Model):
    """What was accepted of a report."""

    resource_uuid: str
    """Id of the image set."""

    upload_count: int | None = None
    """Number of files accepted."""

    file_name_list: builtins.list[str] = field(factory=empty_list)
    """Names of the files accepted; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("resource_uuid", String(id=True), required=True),
        Member("upload_count", Integer()),
        Member("file_name_list", ListOf(String()), nullable=True),
    )
