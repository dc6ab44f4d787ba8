"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class FlightRecord(Model):
    """The record that an aircraft made of a flight."""

    ID: int | None = None
    """Number of the record."""

    CreatedAt: str | None = None
    """When the record was made, as text."""

    flight_piece_id: str | None = None
    """Flight that it belongs to."""

    upload_sn: str | None = None
    """Serial number of the device that uploaded it."""

    flight_record_path: str | None = None
    """Where the record is stored, presumably an object_key of fh.flight_records.get_url.

    [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("ID", Integer()),
        Member("CreatedAt", String()),
        Member("flight_piece_id", String(id=True)),
        Member("upload_sn", String(id=True)),
        Member("flight_record_path", String()),
    )
