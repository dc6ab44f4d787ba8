"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf, String
from flighthub_runtime.devices import (
    CameraOfDevice,
)
from flighthub_runtime.models import Member, Members, Preserved, empty_list

if TYPE_CHECKING:
    from .lens_group import LensGroup
else:
    LensGroup = lazy_type("..models", "LensGroup", __package__)


@define(weakref_slot=False)
class AircraftCamera(CameraOfDevice):
    """A camera of an aircraft."""

    camera_index: str | None = None
    """Id of the camera within the device, its type, sub-type and gimbal number joined by hyphens.

    The control calls take it as payload_index.
    """

    lens_list: builtins.list[LensGroup] = field(factory=empty_list)
    """Groups of lenses of the camera."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __home__ = __package__
    __wire__: ClassVar[Members] = Members(
        Member("camera_index", String(id=True)),
        Member("lens_list", ListOf(ObjectOf("LensGroup", __package__)), nullable=True),
    )
