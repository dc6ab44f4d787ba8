"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .media_file import MediaFile
else:
    MediaFile = lazy_type("..models", "MediaFile", __package__)


@define(weakref_slot=False)
class MediaFileList(Model):
    """The media files of a flight task."""

    list: builtins.list[MediaFile] = field(factory=empty_list)
    """The files, and rows for folders; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("list", ListOf(ObjectOf("MediaFile", __package__)), nullable=True),
    )
