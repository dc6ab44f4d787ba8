"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import FlightAreaStatus, FlightAreaType
    from .flight_area_feature import FlightAreaFeature
else:
    FlightAreaStatus = lazy_type("..enums", "FlightAreaStatus", __package__)
    FlightAreaType = lazy_type("..enums", "FlightAreaType", __package__)
    FlightAreaFeature = lazy_type("..models", "FlightAreaFeature", __package__)


@define(weakref_slot=False)
class FlightArea(Model):
    """An area that limits where aircraft of the project fly."""

    id: str
    """Id of the area."""

    name: str | None = None
    """Name of the area."""

    status: FlightAreaStatus | None = None
    """Whether the area is in force."""

    type: FlightAreaType | None = None
    """What the area forbids."""

    content: FlightAreaFeature | None = None
    """Shape of the area."""

    area_hash: str | None = None
    """Checksum of the area, which changes with it."""

    created_time: int | None = None
    """When the area was made.

    (Unix milliseconds)
    """

    created_by: str | None = None
    """User id of who made it."""

    created_nickname: str | None = None
    """Name of who made it."""

    updated_time: int | None = None
    """When the area was last changed.

    (Unix milliseconds)
    """

    updated_by: str | None = None
    """User id of who changed it last."""

    updated_nickname: str | None = None
    """Name of who changed it last."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("id", String(id=True), required=True),
        Member("name", String()),
        Member("status", EnumOf("FlightAreaStatus", __package__)),
        Member("type", EnumOf("FlightAreaType", __package__)),
        Member("content", ObjectOf("FlightAreaFeature", __package__)),
        Member("area_hash", String()),
        Member("created_time", Integer(time="ms")),
        Member("created_by", String()),
        Member("created_nickname", String()),
        Member("updated_time", Integer(time="ms")),
        Member("updated_by", String()),
        Member("updated_nickname", String()),
    )
