"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import AuthoritySide
else:
    AuthoritySide = lazy_type("..enums", "AuthoritySide", __package__)


@define(weakref_slot=False)
class Dock1DroneAuthorityInfoPayloadsItem(Model):
    """Who may control one payload."""

    control_source: AuthoritySide | None = None
    """Who controls the payload."""

    payload_index: str | None = None
    """Index of the payload: type, sub-type and gimbal number joined by hyphens."""

    sn: str | None = None
    """Serial number of the payload."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("control_source", EnumOf("AuthoritySide", __package__), nullable=True),
        Member("payload_index", String(id=True), nullable=True),
        Member("sn", String(id=True), nullable=True),
    )
