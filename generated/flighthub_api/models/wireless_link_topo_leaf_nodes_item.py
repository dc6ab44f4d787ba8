"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class WirelessLinkTopoLeafNodesItem(Model):
    """A dock or controller in a pairing."""

    sdr_id: int | None = None
    """Number that scrambles the radio signal of the dock or controller."""

    sn: str | None = None
    """Serial number of the dock or controller."""

    control_source_index: int | None = None
    """Which control slot it occupies; there are two.

    (normally at least 1, at most 2, in steps of 1)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("sdr_id", Integer(), nullable=True),
        Member("sn", String(id=True), nullable=True),
        Member("control_source_index", Integer(), nullable=True),
    )
