"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .live_capacity_device_list_item import LiveCapacityDeviceListItem
else:
    LiveCapacityDeviceListItem = lazy_type("..models", "LiveCapacityDeviceListItem", __package__)


@define(weakref_slot=False)
class LiveCapacity(Model):
    """What a gateway could stream live."""

    available_video_number: int | None = None
    """How many streams there are to choose from."""

    coexist_video_number_max: int | None = None
    """How many streams can run at the same time."""

    device_list: builtins.list[LiveCapacityDeviceListItem] = field(factory=empty_list)
    """The devices that have cameras."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("available_video_number", Integer(), nullable=True),
        Member("coexist_video_number_max", Integer(), nullable=True),
        Member("device_list", ListOf(ObjectOf("LiveCapacityDeviceListItem", __package__)), nullable=True),
    )
