"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import AnnotationType
    from .annotation_feature import AnnotationFeature
else:
    AnnotationType = lazy_type("..enums", "AnnotationType", __package__)
    AnnotationFeature = lazy_type("..models", "AnnotationFeature", __package__)


@define(weakref_slot=False)
class AnnotationResource(Model):
    """The drawing of an annotation."""

    type: AnnotationType
    """Kind of annotation; it must agree with the type of the geometry."""

    content: AnnotationFeature
    """The drawing as a GeoJSON feature."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("type", EnumOf("AnnotationType", __package__), required=True),
        Member("content", ObjectOf("AnnotationFeature", __package__), required=True),
    )
