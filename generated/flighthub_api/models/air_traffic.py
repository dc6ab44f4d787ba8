"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Number, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class AirTraffic(Model):
    """Another aircraft nearby."""

    icao: str | None = None
    """Address by which the aircraft identifies itself (ICAO)."""

    warning_level: int | None = None
    """Level of the warning, 1 to 3."""

    latitude: float | None = None
    """Latitude, north positive.

    WGS-84 is assumed. (in degrees)
    """

    longitude: float | None = None
    """Longitude, east positive.

    WGS-84 is assumed. (in degrees)
    """

    altitude: int | None = None
    """Altitude, as altitude_type says.

    (in m)
    """

    altitude_type: int | None = None
    """What the altitude counts from: 0 or 1, without a published meaning."""

    heading: float | None = None
    """Direction of flight, 0 to 360.

    (in degrees)
    """

    relative_altitude: float | None = None
    """How much higher it is than the device that hears it, presumably.

    (in m)
    """

    vert_trend: int | None = None
    """Whether it climbs or sinks: 0 to 2, without a published meaning."""

    distance: float | None = None
    """How far away it is.

    (in m)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("icao", String()),
        Member("warning_level", Integer()),
        Member("latitude", Number()),
        Member("longitude", Number()),
        Member("altitude", Integer()),
        Member("altitude_type", Integer()),
        Member("heading", Number()),
        Member("relative_altitude", Number()),
        Member("vert_trend", Integer()),
        Member("distance", Number()),
    )
