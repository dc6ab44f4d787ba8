"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf, OrJsonText, String
from flighthub_runtime.events import Event
from flighthub_runtime.models import Member, Members, Preserved

if TYPE_CHECKING:
    from .model_reconstruction_percent_change_data import ModelReconstructionPercentChangeData
else:
    ModelReconstructionPercentChangeData = lazy_type("..models", "ModelReconstructionPercentChangeData", __package__)


@define(weakref_slot=False)
class ModelReconstructionPercentChangeEvent(Event):
    """A reconstruction has made progress."""

    type: str | None = None
    """Kind of the event, model_reconstruction_percent_change."""

    data: ModelReconstructionPercentChangeData | None = None
    """What has happened; an object, or the same as JSON text."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __kind__ = "model_reconstruction_percent_change"
    __form__ = "event_api"
    __wire__: ClassVar[Members] = Members(
        Member("type", String()),
        Member("data", OrJsonText(ObjectOf("ModelReconstructionPercentChangeData", __package__))),
    )
