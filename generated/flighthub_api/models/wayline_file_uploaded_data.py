"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import EventFileType, WaylineSubFileType
else:
    EventFileType = lazy_type("..enums", "EventFileType", __package__)
    WaylineSubFileType = lazy_type("..enums", "WaylineSubFileType", __package__)


@define(weakref_slot=False)
class WaylineFileUploadedData(Model):
    """What the event wayline_file_uploaded holds."""

    id: str | None = None
    """Id of the route."""

    name: str | None = None
    """Name of the route."""

    type: EventFileType | None = None
    """Kind of file."""

    sub_file_type: WaylineSubFileType | None = None
    """Whether the route is a main or a sub route."""

    object_key: str | None = None
    """Key of the file in FlightHub's storage."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("id", String(id=True)),
        Member("name", String()),
        Member("type", EnumOf("EventFileType", __package__)),
        Member("sub_file_type", EnumOf("WaylineSubFileType", __package__)),
        Member("object_key", String()),
    )
