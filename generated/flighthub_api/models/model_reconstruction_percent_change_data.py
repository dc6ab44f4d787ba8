"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Number, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class ModelReconstructionPercentChangeData(Model):
    """What the event model_reconstruction_percent_change holds."""

    resource_uuid: str | None = None
    """Id of the set of pictures."""

    model_uuid: str | None = None
    """Id of the model."""

    model_status: int | None = None
    """State of the model.

    9, 12, 13, 14, 15 and 16 were seen; 9 is explained as being packed, the others are not.
    """

    reconstruction_progress: float | None = None
    """Progress of the reconstruction; that it counts percent is inferred."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("resource_uuid", String(id=True)),
        Member("model_uuid", String(id=True)),
        Member("model_status", Integer()),
        Member("reconstruction_progress", Number()),
    )
