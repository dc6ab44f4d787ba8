"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .live_capacity_device_list_item_camera_list_item import LiveCapacityDeviceListItemCameraListItem
else:
    LiveCapacityDeviceListItemCameraListItem = lazy_type(
        "..models", "LiveCapacityDeviceListItemCameraListItem", __package__
    )


@define(weakref_slot=False)
class LiveCapacityDeviceListItem(Model):
    """A device that could stream live."""

    sn: str | None = None
    """Serial number of the device."""

    available_video_number: int | None = None
    """How many streams of the device there are to choose from."""

    coexist_video_number_max: int | None = None
    """How many streams of the device can run at the same time."""

    camera_list: builtins.list[LiveCapacityDeviceListItemCameraListItem] = field(factory=empty_list)
    """Cameras of the device."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("sn", String(id=True), nullable=True),
        Member("available_video_number", Integer(), nullable=True),
        Member("coexist_video_number_max", Integer(), nullable=True),
        Member("camera_list", ListOf(ObjectOf("LiveCapacityDeviceListItemCameraListItem", __package__)), nullable=True),
    )
