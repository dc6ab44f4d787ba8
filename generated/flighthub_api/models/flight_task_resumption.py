"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .resumed_flight_task import ResumedFlightTask
else:
    ResumedFlightTask = lazy_type("..models", "ResumedFlightTask", __package__)


@define(weakref_slot=False)
class FlightTaskResumption(Model):
    """What a resumption answers."""

    task: ResumedFlightTask
    """The new task."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("task", ObjectOf("ResumedFlightTask", __package__), required=True),
    )
