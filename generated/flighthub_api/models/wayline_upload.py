"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class WaylineUpload(Model):
    """The flight route made of an uploaded file."""

    uuid: str
    """Id of the route, the wayline_uuid of a flight task."""

    name: str | None = None
    """Name as stored."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("uuid", String(id=True), required=True),
        Member("name", String()),
    )
