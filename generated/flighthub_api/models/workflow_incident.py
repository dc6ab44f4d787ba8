"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Limits, Number, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class WorkflowIncident(Model):
    """What happened, where, and how bad it is."""

    latitude: float
    """Latitude to fly to, north positive, WGS-84 in China too.

    (in degrees; at least -90; at most 90)
    """

    longitude: float
    """Longitude to fly to, east positive, WGS-84 in China too.

    (in degrees; at least -180; at most 180)
    """

    level: int
    """Severity from 1 to 5, where 5 is the worst.

    A workflow has a threshold of its own, 3 unless changed: from there on it may send an aircraft by itself, below it
    waits for a person. (at least 1; at most 5)
    """

    desc: str
    """Text about the incident.

    Some clients refuse an empty one; whether the server does is not known. Inferred, so only a warning: at least 1
    characters.
    """

    creator: str | None = None
    """Person or system that reports the incident, for those who read it.

    Whether the server insists on it is not settled; nearly every client sends it, so it is better not to leave it out.
    (at least 1 characters)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("latitude", Number(Limits(minimum=-90, maximum=90)), required=True),
        Member("longitude", Number(Limits(minimum=-180, maximum=180)), required=True),
        Member("level", Integer(Limits(minimum=1, maximum=5)), required=True),
        Member("desc", String(inferred=Limits(min_length=1)), required=True),
        Member("creator", String(Limits(min_length=1))),
    )
