"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf, String
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from ..enums import AuthoritySide
else:
    AuthoritySide = lazy_type("..enums", "AuthoritySide", __package__)


@define
class Dock1DroneAuthorityInfoPayloadsItem(Model):
    """Who may control one payload."""

    control_source: AuthoritySide | None = None
    """Who controls the payload."""

    payload_index: str | None = None
    """Index of the payload: type, sub-type and gimbal number joined by hyphens."""

    sn: str | None = None
    """Serial number of the payload."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("control_source", EnumOf("AuthoritySide"), nullable=True),
        Member("payload_index", String(id=True), nullable=True),
        Member("sn", String(id=True), nullable=True),
    )
