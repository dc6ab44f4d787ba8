"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import RelayPairingState
else:
    RelayPairingState = lazy_type("..enums", "RelayPairingState", __package__)


@define(weakref_slot=False)
class RelayPairingOutput(Model):
    """State of a pairing."""

    status: RelayPairingState | None = None
    """State of the pairing."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("status", EnumOf("RelayPairingState", __package__)),
    )
