"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class DevicePosition(Model):
    """Where a device stands."""

    latitude: float | None = None
    """Latitude, north positive.

    WGS-84 is assumed. (in degrees)
    """

    longitude: float | None = None
    """Longitude, east positive.

    WGS-84 is assumed. (in degrees)
    """

    height: float | None = None
    """Height; what it counts from is not said.

    (in m)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("latitude", Number()),
        Member("longitude", Number()),
        Member("height", Number()),
    )
