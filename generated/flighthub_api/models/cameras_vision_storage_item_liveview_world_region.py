"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class CamerasVisionStorageItemLiveviewWorldRegion(Model):
    """The part of the live view that the zoom lens sees, in fractions of the picture counted from its top left corner."""

    left: float | None = None
    """Left edge of the part."""

    top: float | None = None
    """Top edge of the part."""

    right: float | None = None
    """Right edge of the part."""

    bottom: float | None = None
    """Bottom edge of the part."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("left", Number(), nullable=True),
        Member("top", Number(), nullable=True),
        Member("right", Number(), nullable=True),
        Member("bottom", Number(), nullable=True),
    )
