"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .live_capacity_device_list_item_camera_list_item_video_list_item import (
        LiveCapacityDeviceListItemCameraListItemVideoListItem,
    )
else:
    LiveCapacityDeviceListItemCameraListItemVideoListItem = lazy_type(
        "..models", "LiveCapacityDeviceListItemCameraListItemVideoListItem", __package__
    )


@define(weakref_slot=False)
class LiveCapacityDeviceListItemCameraListItem(Model):
    """A camera that could stream live."""

    camera_index: str | None = None
    """Id of the camera within the device, its type, sub-type and gimbal number joined by hyphens."""

    available_video_number: int | None = None
    """How many streams of the camera there are to choose from."""

    coexist_video_number_max: int | None = None
    """How many streams of the camera can run at the same time."""

    video_list: builtins.list[LiveCapacityDeviceListItemCameraListItemVideoListItem] = field(factory=empty_list)
    """Streams that the camera offers."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("camera_index", String(id=True), nullable=True),
        Member("available_video_number", Integer(), nullable=True),
        Member("coexist_video_number_max", Integer(), nullable=True),
        Member(
            "video_list",
            ListOf(ObjectOf("LiveCapacityDeviceListItemCameraListItemVideoListItem", __package__)),
            nullable=True,
        ),
    )
