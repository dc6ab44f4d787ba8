"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Number
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import NetworkQuality, NetworkType
else:
    NetworkQuality = lazy_type("..enums", "NetworkQuality", __package__)
    NetworkType = lazy_type("..enums", "NetworkType", __package__)


@define(weakref_slot=False)
class NetworkState(Model):
    """Network connection of the dock."""

    type: NetworkType | None = None
    """How the dock is connected."""

    quality: NetworkQuality | None = None
    """How good the connection is."""

    rate: float | None = None
    """How fast the connection is.

    Whole and decimal numbers both occur. (in KB/s)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("type", EnumOf("NetworkType", __package__), nullable=True),
        Member("quality", EnumOf("NetworkQuality", __package__), nullable=True),
        Member("rate", Number(), nullable=True),
    )
