"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, Json, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .geo_caging import GeoCaging
    from .units_system import UnitsSystem
else:
    GeoCaging = lazy_type("..models", "GeoCaging", __package__)
    UnitsSystem = lazy_type("..models", "UnitsSystem", __package__)


@define(weakref_slot=False)
class CurrentUser(Model):
    """The person whose key is used."""

    user_id: str
    """FlightHub user id, digits as text."""

    org_uuid: str
    """Id of the organization."""

    role: str
    """Role in the organization."""

    account: str | None = None
    """Name of the account; personal data."""

    nickname: str | None = None
    """Name on display."""

    organization_name: str | None = None
    """Name of the organization."""

    mfa_enabled: bool | None = None
    """Whether a second factor is needed to sign in."""

    units_config: UnitsSystem | None = None
    """Units that the web application shows to this person."""

    geo_caging_config: GeoCaging | None = None
    """Setting of geo caging."""

    auth_info: builtins.list[Any] = field(factory=empty_list)
    """Not explained anywhere, and empty in the only example; null is possible."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("user_id", String(id=True), required=True),
        Member("org_uuid", String(id=True), required=True),
        Member("role", String(), required=True),
        Member("account", String()),
        Member("nickname", String()),
        Member("organization_name", String()),
        Member("mfa_enabled", Boolean()),
        Member("units_config", ObjectOf("UnitsSystem", __package__)),
        Member("geo_caging_config", ObjectOf("GeoCaging", __package__)),
        Member("auth_info", ListOf(Json()), nullable=True),
    )
