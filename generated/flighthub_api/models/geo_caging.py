"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class GeoCaging(Model):
    """Setting of geo caging."""

    geo_caging_state: int | None = None
    """State, a number without a published meaning."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("geo_caging_state", Integer()),
    )
