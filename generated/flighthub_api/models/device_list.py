"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .device_pair import DevicePair
else:
    DevicePair = lazy_type("..models", "DevicePair", __package__)


@define(weakref_slot=False)
class DeviceList(Model):
    """The docks and remote controllers with their aircraft, at most 1000 devices."""

    list: builtins.list[DevicePair] = field(factory=empty_list)
    """One row per gateway; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("list", ListOf(ObjectOf("DevicePair", __package__)), nullable=True),
    )
