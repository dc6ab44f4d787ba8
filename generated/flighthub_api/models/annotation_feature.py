"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import Constant, ObjectOf
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from .annotation_geometry import AnnotationGeometry
    from .annotation_style import AnnotationStyle
else:
    AnnotationGeometry = lazy_type("..models", "AnnotationGeometry", __package__)
    AnnotationStyle = lazy_type("..models", "AnnotationStyle", __package__)


@define
class AnnotationFeature(Model):
    """A GeoJSON feature."""

    properties: AnnotationStyle
    """How it is drawn."""

    geometry: AnnotationGeometry
    """Where it is drawn."""

    type: str = field(default="Feature")
    """Always Feature."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("properties", ObjectOf("AnnotationStyle"), required=True),
        Member("geometry", ObjectOf("AnnotationGeometry"), required=True),
        Member("type", Constant("Feature"), required=True),
    )
