"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.devices import CameraOfDevice
from ..runtime.kinds import ListOf, ObjectOf, String
from ..runtime.models import Kept, Member, Members, empty_list

if TYPE_CHECKING:
    from .lens_group import LensGroup
else:
    LensGroup = lazy_type("..models", "LensGroup", __package__)


@define
class AircraftCamera(CameraOfDevice):
    """A camera of an aircraft."""

    camera_index: str | None = None
    """Id of the camera within the device, its type, sub-type and gimbal number joined by hyphens.

    The control calls take it as payload_index.
    """

    lens_list: builtins.list[LensGroup] = field(factory=empty_list)
    """Groups of lenses of the camera."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("camera_index", String(id=True)),
        Member("lens_list", ListOf(ObjectOf("LensGroup")), nullable=True),
    )
