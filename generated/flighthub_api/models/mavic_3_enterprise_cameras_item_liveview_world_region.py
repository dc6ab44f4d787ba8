"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Mavic3EnterpriseCamerasItemLiveviewWorldRegion(Model):
    """The zoom lens's share of the live picture, in fractions counted from the top left corner."""

    left: float | None = None
    """Left edge of the region, as a fraction of the width."""

    top: float | None = None
    """Top edge of the region, as a fraction of the height."""

    right: float | None = None
    """Right edge of the region, as a fraction of the width."""

    bottom: float | None = None
    """Bottom edge of the region, as a fraction of the height."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("left", Number(), nullable=True),
        Member("top", Number(), nullable=True),
        Member("right", Number(), nullable=True),
        Member("bottom", Number(), nullable=True),
    )
