"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Constant, FreeObject, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from .flight_area_geometry import FlightAreaGeometry
else:
    FlightAreaGeometry = lazy_type("..models", "FlightAreaGeometry", __package__)


@define(weakref_slot=False)
class FlightAreaFeature(Model):
    """Shape of an area, a feature like those of GeoJSON."""

    type: str | None = None
    """Always Feature."""

    properties: dict[str, Any] | None = field(default=None, repr=repr_keys)
    """How it is drawn, color and clampToGround; for a circle perhaps its radius."""

    geometry: FlightAreaGeometry | None = None
    """Where it is."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("type", Constant("Feature")),
        Member("properties", FreeObject()),
        Member("geometry", ObjectOf("FlightAreaGeometry", __package__)),
    )
