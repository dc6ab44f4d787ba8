"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Limits, Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class PolygonPoint(Model):
    """A corner of an area, by decimal degrees.

    WGS-84 is assumed.
    """

    longitude: float
    """Longitude, east positive.

    (in degrees; at least -180; at most 180)
    """

    latitude: float
    """Latitude, north positive.

    (in degrees; at least -90; at most 90)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("longitude", Number(Limits(minimum=-180, maximum=180)), required=True),
        Member("latitude", Number(Limits(minimum=-90, maximum=90)), required=True),
    )
