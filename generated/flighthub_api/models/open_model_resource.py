"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, ListOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import OpenModelResourceStatus
else:
    OpenModelResourceStatus = lazy_type("..enums", "OpenModelResourceStatus", __package__)


@define(weakref_slot=False)
class OpenModelResource(Model):
    """A set of pictures to reconstruct from."""

    resource_uuid: str
    """Id of the image set."""

    status: OpenModelResourceStatus | None = None
    """State of the image set; 1 when it can be used."""

    resource_size: int | None = None
    """Size of all its files.

    (in bytes)
    """

    file_names: builtins.list[str] = field(factory=empty_list)
    """Names of the files reported so far; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("resource_uuid", String(id=True), required=True),
        Member("status", EnumOf("OpenModelResourceStatus", __package__)),
        Member("resource_size", Integer()),
        Member("file_names", ListOf(String()), nullable=True),
    )
