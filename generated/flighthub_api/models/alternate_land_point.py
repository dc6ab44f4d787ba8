"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Number
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import ConfiguredFlag
else:
    ConfiguredFlag = lazy_type("..enums", "ConfiguredFlag", __package__)


@define(weakref_slot=False)
class AlternateLandPoint(Model):
    """The dock's alternate landing point, for emergencies."""

    longitude: float | None = None
    """Longitude of the alternate landing point.

    (in degrees)
    """

    latitude: float | None = None
    """Latitude of the alternate landing point.

    (in degrees)
    """

    safe_land_height: float | None = None
    """Height at which the aircraft flies to the point.

    (in m)
    """

    is_configured: ConfiguredFlag | None = None
    """Whether an alternate landing point has been set."""

    height: float | None = None
    """Height of the point above the ellipsoid.

    (in m)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("longitude", Number(), nullable=True),
        Member("latitude", Number(), nullable=True),
        Member("safe_land_height", Number(), nullable=True),
        Member("is_configured", EnumOf("ConfiguredFlag", __package__), nullable=True),
        Member("height", Number(), nullable=True),
    )
