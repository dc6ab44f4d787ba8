"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .flight_task_summary import FlightTaskSummary
else:
    FlightTaskSummary = lazy_type("..models", "FlightTaskSummary", __package__)


@define(weakref_slot=False)
class FlightTaskList(Model):
    """The tasks of a dock in a window of time."""

    list: builtins.list[FlightTaskSummary] = field(factory=empty_list)
    """The tasks; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("list", ListOf(ObjectOf("FlightTaskSummary", __package__)), nullable=True),
    )
