"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import AuthoritySide
    from .dock_1_drone_authority_info_payloads_item import Dock1DroneAuthorityInfoPayloadsItem
else:
    AuthoritySide = lazy_type("..enums", "AuthoritySide", __package__)
    Dock1DroneAuthorityInfoPayloadsItem = lazy_type("..models", "Dock1DroneAuthorityInfoPayloadsItem", __package__)


@define(weakref_slot=False)
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

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("control_source", EnumOf("AuthoritySide", __package__), nullable=True),
        Member("locked", Boolean(), nullable=True),
        Member("payloads", ListOf(ObjectOf("Dock1DroneAuthorityInfoPayloadsItem", __package__)), nullable=True),
    )
