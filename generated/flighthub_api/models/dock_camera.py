"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.devices import CameraOfDevice
from ..runtime.kinds import EnumOf, ListOf, String
from ..runtime.models import Kept, Member, Members, empty_list

if TYPE_CHECKING:
    from ..enums import CameraPosition
else:
    CameraPosition = lazy_type("..enums", "CameraPosition", __package__)


@define
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

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("camera_index", String(id=True)),
        Member("available_camera_positions", ListOf(EnumOf("CameraPosition")), nullable=True),
        Member("camera_position", EnumOf("CameraPosition")),
    )
