"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import DateTime, EnumOf, Integer, ListOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import FlightExportContentType, FlightExportStatus
else:
    FlightExportContentType = lazy_type("..enums", "FlightExportContentType", __package__)
    FlightExportStatus = lazy_type("..enums", "FlightExportStatus", __package__)


@define(weakref_slot=False)
class FlightExport(Model):
    """An export of flight records."""

    uuid: str
    """Id of the export."""

    created_at: datetime | None = None
    """When it was ordered, RFC 3339 text."""

    export_time: datetime | None = None
    """When it was complete, RFC 3339 text; empty text or null before.

    (empty text reads as None)
    """

    content_type: FlightExportContentType | None = None
    """How much it contains."""

    export_status: FlightExportStatus | None = None
    """How far it is."""

    progress: int | None = None
    """Share that is done, 0 to 100.

    (in percent)
    """

    file_name: str | None = None
    """Name of the file."""

    file_type: builtins.list[str] = field(factory=empty_list)
    """Formats it is made in."""

    object_key: str | None = None
    """Where the file is stored, for fh.flight_records.get_url; empty until the export is complete."""

    user_name: str | None = None
    """Name of who ordered it."""

    failed_reason_code: int | None = None
    """Why it failed, a number without a published meaning; 0 when it did not."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("uuid", String(id=True), required=True),
        Member("created_at", DateTime()),
        Member("export_time", DateTime(may_be_empty=True), nullable=True),
        Member("content_type", EnumOf("FlightExportContentType", __package__)),
        Member("export_status", EnumOf("FlightExportStatus", __package__)),
        Member("progress", Integer()),
        Member("file_name", String()),
        Member("file_type", ListOf(String())),
        Member("object_key", String()),
        Member("user_name", String()),
        Member("failed_reason_code", Integer()),
    )
