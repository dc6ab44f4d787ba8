"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import ListOf, ObjectOf
from ..runtime.models import Kept, Member, Members, Model, empty_list

if TYPE_CHECKING:
    from .device_pair import DevicePair
else:
    DevicePair = lazy_type("..models", "DevicePair", __package__)


@define
class DeviceList(Model):
    """The docks and remote controllers with their aircraft, at most 1000 devices."""

    list: builtins.list[DevicePair] = field(factory=empty_list)
    """One row per gateway; null when there are none."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("list", ListOf(ObjectOf("DevicePair")), nullable=True),
    )
