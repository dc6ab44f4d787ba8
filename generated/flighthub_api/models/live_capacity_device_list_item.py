"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import Integer, ListOf, ObjectOf, String
from ..runtime.models import Kept, Member, Members, Model, empty_list

if TYPE_CHECKING:
    from .live_capacity_device_list_item_camera_list_item import LiveCapacityDeviceListItemCameraListItem
else:
    LiveCapacityDeviceListItemCameraListItem = lazy_type(
        "..models", "LiveCapacityDeviceListItemCameraListItem", __package__
    )


@define
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

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("sn", String(id=True), nullable=True),
        Member("available_video_number", Integer(), nullable=True),
        Member("coexist_video_number_max", Integer(), nullable=True),
        Member("camera_list", ListOf(ObjectOf("LiveCapacityDeviceListItemCameraListItem")), nullable=True),
    )
