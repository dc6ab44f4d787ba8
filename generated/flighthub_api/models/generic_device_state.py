"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Number, ObjectOf
from flighthub_runtime.devices import (
    BaseDeviceState,
)
from flighthub_runtime.models import Member, Members, Payloads, Preserved, empty_dict

if TYPE_CHECKING:
    from .payload_state import PayloadState
else:
    PayloadState = lazy_type("..models", "PayloadState", __package__)


@define(weakref_slot=False)
class GenericDeviceState(BaseDeviceState):
    """What a device reports whose model has no schema of its own.

    What is not described is kept all the same.
    """

    latitude: float | None = None
    """Latitude, north positive; 0 together with longitude 0 means no fix.

    (in degrees)
    """

    longitude: float | None = None
    """Longitude, east positive; 0 together with latitude 0 means no fix.

    (in degrees)
    """

    height: float | None = None
    """Height above the ellipsoid.

    (in m)
    """

    payload_states: dict[str, PayloadState] = field(factory=empty_dict)
    """State of each payload by its index, such as `99-0-0`."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("latitude", Number(), nullable=True),
        Member("longitude", Number(), nullable=True),
        Member("height", Number(), nullable=True),
        payloads=Payloads("^[0-9]+-[0-9]+-[0-9]+$", ObjectOf("PayloadState", __package__), "payload_states"),
    )
