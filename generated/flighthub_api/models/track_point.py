"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class TrackPoint(Model):
    """Where the aircraft was at one time."""

    timestamp: int | None = None
    """When the aircraft was here, milliseconds by all likelihood.

    (Unix time, milliseconds above 10^11, else seconds) [inferred]
    """

    latitude: float | None = None
    """Latitude, north positive.

    WGS-84 is assumed. (in degrees)
    """

    longitude: float | None = None
    """Longitude, east positive.

    WGS-84 is assumed. (in degrees)
    """

    height: float | None = None
    """Height, presumably above the ellipsoid as in the state of a device.

    (in m) [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("timestamp", Integer(time="auto")),
        Member("latitude", Number()),
        Member("longitude", Number()),
        Member("height", Number()),
    )
