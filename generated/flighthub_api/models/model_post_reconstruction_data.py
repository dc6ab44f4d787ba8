"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String, StringOrInteger
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import EventFileType
else:
    EventFileType = lazy_type("..enums", "EventFileType", __package__)


@define(weakref_slot=False)
class ModelPostReconstructionData(Model):
    """What the event model_post_reconstruction holds."""

    id: str | int | None = None
    """Id of the model."""

    name: str | None = None
    """Name of the model."""

    type: EventFileType | None = None
    """Kind of model."""

    object_key: str | None = None
    """Key of the file in FlightHub's storage."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("id", StringOrInteger()),
        Member("name", String()),
        Member("type", EnumOf("EventFileType", __package__)),
        Member("object_key", String()),
    )
