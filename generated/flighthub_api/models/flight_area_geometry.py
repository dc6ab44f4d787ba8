"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Json, ListOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import FlightAreaGeometryType
else:
    FlightAreaGeometryType = lazy_type("..enums", "FlightAreaGeometryType", __package__)


@define(weakref_slot=False)
class FlightAreaGeometry(Model):
    """Where an area is."""

    type: FlightAreaGeometryType | None = None
    """Shape, which decides how the coordinates are nested."""

    coordinates: builtins.list[Any] = field(factory=empty_list)
    """Positions, longitude first.

    A circle comes as its centre with the radius among the properties, as a list of centre and radius, or as longitude,
    latitude and radius.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("type", EnumOf("FlightAreaGeometryType", __package__)),
        Member("coordinates", ListOf(Json())),
    )
