"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .aircraft import Aircraft
    from .gateway import Gateway
else:
    Aircraft = lazy_type("..models", "Aircraft", __package__)
    Gateway = lazy_type("..models", "Gateway", __package__)


@define(weakref_slot=False)
class DevicePair(Model):
    """A gateway and the aircraft bound to it.

    Either may be null, or not be there at all.
    """

    gateway: Gateway | None = None
    """The dock or remote controller through which the aircraft reaches FlightHub 2."""

    drone: Aircraft | None = None
    """The aircraft; null when none is bound, or none is known."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("gateway", ObjectOf("Gateway", __package__), nullable=True),
        Member("drone", ObjectOf("Aircraft", __package__), nullable=True),
    )
