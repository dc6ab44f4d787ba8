"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import ConfiguredFlag, NearDistanceLimit
else:
    ConfiguredFlag = lazy_type("..enums", "ConfiguredFlag", __package__)
    NearDistanceLimit = lazy_type("..enums", "NearDistanceLimit", __package__)


@define(weakref_slot=False)
class DistanceLimitStatus(Model):
    """How far from home the aircraft may fly."""

    state: ConfiguredFlag | None = None
    """Whether the distance is limited."""

    distance_limit: int | None = None
    """Greatest distance from home.

    (in m; normally at least 15, at most 8000, in steps of 1)
    """

    is_near_distance_limit: NearDistanceLimit | None = None
    """Whether the aircraft is near the limit."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("state", EnumOf("ConfiguredFlag", __package__), nullable=True),
        Member("distance_limit", Integer(), nullable=True),
        Member("is_near_distance_limit", EnumOf("NearDistanceLimit", __package__), nullable=True),
    )
