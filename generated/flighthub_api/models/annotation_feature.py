"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Constant, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .annotation_geometry import AnnotationGeometry
    from .annotation_style import AnnotationStyle
else:
    AnnotationGeometry = lazy_type("..models", "AnnotationGeometry", __package__)
    AnnotationStyle = lazy_type("..models", "AnnotationStyle", __package__)


@define(weakref_slot=False)
class AnnotationFeature(Model):
    """A GeoJSON feature."""

    properties: AnnotationStyle
    """How it is drawn."""

    geometry: AnnotationGeometry
    """Where it is drawn."""

    type: str = field(default="Feature")
    """Always Feature."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("properties", ObjectOf("AnnotationStyle", __package__), required=True),
        Member("geometry", ObjectOf("AnnotationGeometry", __package__), required=True),
        Member("type", Constant("Feature"), required=True),
    )
