"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Matrice30PayloadsItem(Model):
    """A payload on the aircraft."""

    control_source: str | None = None
    """Who controls the payload."""

    payload_index: str | None = None
    """Index of the payload: type, sub-type and gimbal number joined by hyphens."""

    firmware_version: str | None = None
    """Firmware version of the payload."""

    sn: str | None = None
    """Serial number of the payload."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("control_source", String(), nullable=True),
        Member("payload_index", String(id=True), nullable=True),
        Member("firmware_version", String(), nullable=True),
        Member("sn", String(id=True), nullable=True),
    )
