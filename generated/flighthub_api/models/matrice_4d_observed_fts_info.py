"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Matrice4DObservedFtsInfo(Model):
    """Flight termination system of the aircraft."""

    fts_firmware_version: str | None = None
    """Firmware version of the system; empty when there is none."""

    fts_sn: str | None = None
    """Serial number of the system."""

    fts_status: int | None = None
    """State of the system; 65535 when there is none.

    (65535 reads as None)
    """

    fts_timestamp: int | None = None
    """A time of the system; its unit is not known."""

    fts_valid_duration: int | None = None
    """How long it stays valid; its unit is not known."""

    fts_verification_code: str | None = None
    """Code for checking the system."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("fts_firmware_version", String(), nullable=True),
        Member("fts_sn", String(id=True), nullable=True),
        Member("fts_status", Integer(sentinel=(65535,)), nullable=True),
        Member("fts_timestamp", Integer(), nullable=True),
        Member("fts_valid_duration", Integer(), nullable=True),
        Member("fts_verification_code", String(), nullable=True),
    )
