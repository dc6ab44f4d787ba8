"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import Boolean, EnumOf, ListOf, ObjectOf
from ..runtime.models import Kept, Member, Members, Model, empty_list

if TYPE_CHECKING:
    from ..enums import AuthoritySide
    from .dock_1_drone_authority_info_payloads_item import Dock1DroneAuthorityInfoPayloadsItem
else:
    AuthoritySide = lazy_type("..enums", "AuthoritySide", __package__)
    Dock1DroneAuthorityInfoPayloadsItem = lazy_type("..models", "Dock1DroneAuthorityInfoPayloadsItem", __package__)


@define
class Dock1DroneAuthorityInfo(Model):
    """Who may control the aircraft and its payloads."""

    control_source: AuthoritySide | None = None
    """Who controls the flight."""

    locked: bool | None = None
    """Whether flight control is locked.

    Control of a payload cannot be locked.
    """

    payloads: builtins.list[Dock1DroneAuthorityInfoPayloadsItem] = field(factory=empty_list)
    """Who controls which payload."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("control_source", EnumOf("AuthoritySide"), nullable=True),
        Member("locked", Boolean(), nullable=True),
        Member("payloads", ListOf(ObjectOf("Dock1DroneAuthorityInfoPayloadsItem")), nullable=True),
    )
