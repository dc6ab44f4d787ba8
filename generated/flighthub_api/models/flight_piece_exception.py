"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class FlightPieceException(Model):
    """What went wrong during a flight."""

    code: int | None = None
    """Error code, often one of the device (3xxxxx)."""

    message: str | None = None
    """Text of the problem."""

    happen_at: str | None = None
    """When it happened, as text."""

    sn: str | None = None
    """Serial number of the device concerned."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("code", Integer()),
        Member("message", String()),
        Member("happen_at", String()),
        Member("sn", String(id=True)),
    )
