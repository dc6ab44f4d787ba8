"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Limits, ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .polygon_point import PolygonPoint
else:
    PolygonPoint = lazy_type("..models", "PolygonPoint", __package__)


@define(weakref_slot=False)
class PredefineArea(Model):
    """An area that limits a reconstruction."""

    polygon_points: builtins.list[PolygonPoint]
    """Corners of the area, in order.

    How many are allowed differs between editions, 200 being the least. (at least 3 items) Inferred, so only a warning:
    at most 200 items.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member(
            "polygon_points",
            ListOf(ObjectOf("PolygonPoint", __package__), Limits(min_items=3), inferred=Limits(max_items=200)),
            required=True,
        ),
    )
