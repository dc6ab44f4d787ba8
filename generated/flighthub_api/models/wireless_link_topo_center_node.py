"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class WirelessLinkTopoCenterNode(Model):
    """The aircraft in a pairing."""

    sdr_id: int | None = None
    """Number that scrambles the radio signal of the aircraft."""

    sn: str | None = None
    """Serial number of the aircraft."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("sdr_id", Integer(), nullable=True),
        Member("sn", String(id=True), nullable=True),
    )
