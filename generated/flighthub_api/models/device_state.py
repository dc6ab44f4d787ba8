"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from ..runtime.kinds import FreeObject, ObjectOf, String
from ..runtime.models import Kept, Member, Members, Model
from ..runtime.secrets import outline

if TYPE_CHECKING:
    from .device_model import DeviceModel


@define
class DeviceState(Model):
    """What a device last reported about itself."""

    device_sn: str
    """Serial number that was asked for."""

    device_model: DeviceModel | None = None
    """Which product it is, and so which members the state can have."""

    device_state: dict[str, Any] | None = field(default=None, repr=outline)
    """The reported properties, which differ by product and may be a subset.

    Members with a fixed set of values come as words in real answers and as numbers in DJI's tables. A payload's
    properties stand under its camera index, such as 81-0-0.
    """

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("device_sn", String(id=True), required=True),
        Member("device_model", ObjectOf("DeviceModel"), nullable=True),
        Member("device_state", FreeObject(), nullable=True),
    )
