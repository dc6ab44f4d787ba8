"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import RelayQueryStatus
    from .relay_pairing_output import RelayPairingOutput
else:
    RelayQueryStatus = lazy_type("..enums", "RelayQueryStatus", __package__)
    RelayPairingOutput = lazy_type("..models", "RelayPairingOutput", __package__)


@define(weakref_slot=False)
class RelayPairing(Model):
    """How a pairing with a relay came out."""

    status: RelayQueryStatus | None = None
    """Whether the state could be asked for."""

    output: RelayPairingOutput | None = None
    """The state."""

    bid: str | None = None
    """Business id of the message to the device; may be empty."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("status", EnumOf("RelayQueryStatus", __package__)),
        Member("output", ObjectOf("RelayPairingOutput", __package__)),
        Member("bid", String()),
    )
