"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf, Number
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from ..enums import NetworkQuality, NetworkType
else:
    NetworkQuality = lazy_type("..enums", "NetworkQuality", __package__)
    NetworkType = lazy_type("..enums", "NetworkType", __package__)


@define
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

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("type", EnumOf("NetworkType"), nullable=True),
        Member("quality", EnumOf("NetworkQuality"), nullable=True),
        Member("rate", Number(), nullable=True),
    )
