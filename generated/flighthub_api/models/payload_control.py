"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import ControlType
    from .control_gateway import ControlGateway
    from .control_user import ControlUser
else:
    ControlType = lazy_type("..enums", "ControlType", __package__)
    ControlGateway = lazy_type("..models", "ControlGateway", __package__)
    ControlUser = lazy_type("..models", "ControlUser", __package__)


@define(weakref_slot=False)
class PayloadControl(Model):
    """One control and its holder."""

    type: ControlType | None = None
    """What is held."""

    payload_index: str | None = None
    """The payload, when the type is payload."""

    gateway: ControlGateway | None = None
    """Gateway through which the holder is connected."""

    user: ControlUser | None = None
    """Person or service that holds it."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("type", EnumOf("ControlType", __package__)),
        Member("payload_index", String(id=True), nullable=True),
        Member("gateway", ObjectOf("ControlGateway", __package__), nullable=True),
        Member("user", ObjectOf("ControlUser", __package__), nullable=True),
    )
