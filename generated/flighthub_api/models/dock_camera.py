"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, ListOf, String
from flighthub_runtime.devices import (
    CameraOfDevice,
)
from flighthub_runtime.models import Member, Members, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import CameraPosition
else:
    CameraPosition = lazy_type("..enums", "CameraPosition", __package__)


@define(weakref_slot=False)
class DockCamera(CameraOfDevice):
    """A camera of a dock."""

    camera_index: str | None = None
    """Id of the camera within the device, its type, sub-type and position number joined by hyphens."""

    available_camera_positions: builtins.list[CameraPosition] = field(factory=empty_list)
    """Views that can be chosen.

    The example on the page prints numbers; real answers carry the words.
    """

    camera_position: CameraPosition | None = None
    """View shown at present.

    The example on the page prints a number; real answers carry the word.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __home__ = __package__
    __wire__: ClassVar[Members] = Members(
        Member("camera_index", String(id=True)),
        Member("available_camera_positions", ListOf(EnumOf("CameraPosition", __package__)), nullable=True),
        Member("camera_position", EnumOf("CameraPosition", __package__)),
    )
