"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .air_traffic import AirTraffic
else:
    AirTraffic = lazy_type("..models", "AirTraffic", __package__)


@define(weakref_slot=False)
class AirSenseWarning(Model):
    """Air traffic that one device hears."""

    sn: str
    """Serial number of the device that hears it."""

    timestamp: int | None = None
    """When it was heard.

    (Unix milliseconds)
    """

    enable_waring: bool | None = None
    """Whether warnings are on.

    The name is misspelled in the API.
    """

    waring_events: builtins.list[AirTraffic] = field(factory=empty_list)
    """The aircraft heard.

    The name is misspelled in the API.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("sn", String(id=True), required=True),
        Member("timestamp", Integer(time="ms")),
        Member("enable_waring", Boolean()),
        Member("waring_events", ListOf(ObjectOf("AirTraffic", __package__))),
    )
