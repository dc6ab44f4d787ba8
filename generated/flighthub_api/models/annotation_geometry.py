"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Limits, ListOf, Number, Selected, TupleOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import GeometryType
else:
    GeometryType = lazy_type("..enums", "GeometryType", __package__)


@define(weakref_slot=False)
class AnnotationGeometry(Model):
    """A GeoJSON geometry."""

    type: GeometryType
    """Shape, which decides how the coordinates are nested."""

    coordinates: (
        builtins.list[builtins.list[float]] | builtins.list[float] | builtins.list[builtins.list[builtins.list[float]]]
    )
    """Position of a point, positions of a line, or rings of an area, by the type beside it."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("type", EnumOf("GeometryType", __package__), required=True),
        Member(
            "coordinates",
            Selected(
                "type",
                {
                    "LineString": ListOf(
                        TupleOf(
                            Number(Limits(minimum=-180, maximum=180)),
                            Number(Limits(minimum=-90, maximum=90)),
                            Number(),
                            limits=Limits(min_items=2, max_items=3),
                        ),
                        Limits(min_items=2),
                    ),
                    "Point": TupleOf(
                        Number(Limits(minimum=-180, maximum=180)),
                        Number(Limits(minimum=-90, maximum=90)),
                        Number(),
                        limits=Limits(min_items=2, max_items=3),
                    ),
                    "Polygon": ListOf(
                        ListOf(
                            TupleOf(
                                Number(Limits(minimum=-180, maximum=180)),
                                Number(Limits(minimum=-90, maximum=90)),
                                Number(),
                                limits=Limits(min_items=2, max_items=3),
                            ),
                            Limits(min_items=4),
                        )
                    ),
                },
            ),
            required=True,
        ),
    )
