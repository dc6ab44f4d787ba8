"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.devices import Reported
from ..runtime.kinds import Number, ObjectOf
from ..runtime.models import Kept, Member, Members, Payloads, empty_dict

if TYPE_CHECKING:
    from .payload_state import PayloadState
else:
    PayloadState = lazy_type("..models", "PayloadState", __package__)


@define
class GenericDeviceState(Reported):
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

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("latitude", Number(), nullable=True),
        Member("longitude", Number(), nullable=True),
        Member("height", Number(), nullable=True),
        payloads=Payloads("^[0-9]+-[0-9]+-[0-9]+$", ObjectOf("PayloadState"), "payload_states"),
    )
