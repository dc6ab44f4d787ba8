"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import ListOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list


@define(weakref_slot=False)
class LiveCapacityDeviceListItemCameraListItemVideoListItem(Model):
    """A stream that a camera offers."""

    video_index: str | None = None
    """Name of the stream within the camera, for instance normal-0."""

    video_type: str | None = None
    """Lens that the stream shows, one of normal, wide, zoom, ir and thermal."""

    switchable_video_types: builtins.list[str] = field(factory=empty_list)
    """Lenses that the stream could show instead."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("video_index", String(id=True), nullable=True),
        Member("video_type", String(), nullable=True),
        Member("switchable_video_types", ListOf(String()), nullable=True),
    )
