"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class AlertLocation(Model):
    """Where an alert was raised."""

    longitude: float | None = None
    """Longitude.

    (in degrees)
    """

    latitude: float | None = None
    """Latitude.

    (in degrees)
    """

    altitude: float | None = None
    """Height; above what is not told.

    (in m)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("longitude", Number()),
        Member("latitude", Number()),
        Member("altitude", Number()),
    )
