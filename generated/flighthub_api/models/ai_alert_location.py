"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class AiAlertLocation(Model):
    """Where something was found."""

    latitude: float | None = None
    """Latitude, north positive; null when not known.

    WGS-84 is assumed. (in degrees)
    """

    longitude: float | None = None
    """Longitude, east positive; null when not known.

    WGS-84 is assumed. (in degrees)
    """

    altitude: float | None = None
    """Altitude; null when not known.

    What it counts from is not said. (in m)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("latitude", Number(), nullable=True),
        Member("longitude", Number(), nullable=True),
        Member("altitude", Number(), nullable=True),
    )
