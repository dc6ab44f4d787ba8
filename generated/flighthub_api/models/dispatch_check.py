"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .device_position import DevicePosition
    from .dispatch_warning import DispatchWarning
else:
    DevicePosition = lazy_type("..models", "DevicePosition", __package__)
    DispatchWarning = lazy_type("..models", "DispatchWarning", __package__)


@define(weakref_slot=False)
class DispatchCheck(Model):
    """Whether a dock could fly a route now."""

    errors: builtins.list[DispatchWarning] = field(factory=empty_list)
    """What speaks against it; empty or null when nothing does."""

    device_position: DevicePosition | None = None
    """Where the dock stands; null when not known."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("errors", ListOf(ObjectOf("DispatchWarning", __package__)), nullable=True),
        Member("device_position", ObjectOf("DevicePosition", __package__), nullable=True),
    )
