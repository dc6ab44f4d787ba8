"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, Integer, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .geo_caging import GeoCaging
    from .organization_bind_code import OrganizationBindCode
    from .organization_industry import OrganizationIndustry
    from .units_system import UnitsSystem
    from .usage_statistics_consent import UsageStatisticsConsent
else:
    GeoCaging = lazy_type("..models", "GeoCaging", __package__)
    OrganizationBindCode = lazy_type("..models", "OrganizationBindCode", __package__)
    OrganizationIndustry = lazy_type("..models", "OrganizationIndustry", __package__)
    UnitsSystem = lazy_type("..models", "UnitsSystem", __package__)
    UsageStatisticsConsent = lazy_type("..models", "UsageStatisticsConsent", __package__)


@define(weakref_slot=False)
class Organization(Model):
    """An organization, to which projects, people and devices belong."""

    uuid: str
    """Id of the organization, which the other calls take in their path."""

    name: str | None = None
    """Name of the organization."""

    organization_id: str | None = None
    """Short id that people see."""

    created_at: int | None = None
    """When the organization was made.

    (Unix seconds) [inferred]
    """

    updated_at: int | None = None
    """When the organization was last changed.

    (Unix seconds) [inferred]
    """

    status: str | None = None
    """State of the organization.

    organization-status-run is the one value seen.
    """

    organization_device_bind_code: OrganizationBindCode | None = None
    """How devices are bound to the organization."""

    organization_industry_type: OrganizationIndustry | None = None
    """What line of business the organization is in."""

    organization_units_system: UnitsSystem | None = None
    """Units in which the web application shows quantities."""

    user_experience_improvement: UsageStatisticsConsent | None = None
    """Whether usage may be recorded; may be an empty object."""

    organization_geo_caging_system: GeoCaging | None = None
    """Setting of geo caging."""

    current_zone_id: str | None = None
    """Zone the organization is in; empty when none is set."""

    mfa_enabled: bool | None = None
    """Whether people need a second factor to sign in."""

    logo_id: str | None = None
    """Id of the logo; null without one."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("uuid", String(id=True), required=True),
        Member("name", String()),
        Member("organization_id", String(id=True)),
        Member("created_at", Integer(time="s")),
        Member("updated_at", Integer(time="s")),
        Member("status", String()),
        Member("organization_device_bind_code", ObjectOf("OrganizationBindCode", __package__)),
        Member("organization_industry_type", ObjectOf("OrganizationIndustry", __package__)),
        Member("organization_units_system", ObjectOf("UnitsSystem", __package__)),
        Member("user_experience_improvement", ObjectOf("UsageStatisticsConsent", __package__)),
        Member("organization_geo_caging_system", ObjectOf("GeoCaging", __package__)),
        Member("current_zone_id", String(id=True)),
        Member("mfa_enabled", Boolean()),
        Member("logo_id", String(id=True), nullable=True),
    )
