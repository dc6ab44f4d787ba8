"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf, OrJsonText, String
from flighthub_runtime.events import Event
from flighthub_runtime.models import Member, Members, Preserved

if TYPE_CHECKING:
    from .model_zip_change_data import ModelZipChangeData
else:
    ModelZipChangeData = lazy_type("..models", "ModelZipChangeData", __package__)


@define(weakref_slot=False)
class ModelZipChangeEvent(Event):
    """The packing of a model has made progress."""

    type: str | None = None
    """Kind of the event, model_zip_change."""

    data: ModelZipChangeData | None = None
    """What has happened; an object, or the same as JSON text."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __kind__ = "model_zip_change"
    __form__ = "event_api"
    __wire__: ClassVar[Members] = Members(
        Member("type", String()),
        Member("data", OrJsonText(ObjectOf("ModelZipChangeData", __package__))),
    )
