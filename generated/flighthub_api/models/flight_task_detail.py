"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import DateTime, Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .flight_piece import FlightPiece
    from .related_user import RelatedUser
else:
    FlightPiece = lazy_type("..models", "FlightPiece", __package__)
    RelatedUser = lazy_type("..models", "RelatedUser", __package__)


@define(weakref_slot=False)
class FlightTaskDetail(Model):
    """A flight task with its flights, people and problems."""

    flight_task_id: str
    """Id of the task."""

    begin_at: datetime | None = None
    """Planned start, RFC 3339 text; empty when unset.

    (empty text reads as None)
    """

    end_at: datetime | None = None
    """Planned end, RFC 3339 text; empty when unset.

    (empty text reads as None)
    """

    create_at: datetime | None = None
    """When the task was made, RFC 3339 text."""

    run_at: datetime | None = None
    """Actual start, RFC 3339 text; empty before it.

    (empty text reads as None)
    """

    completed_at: datetime | None = None
    """Actual end, RFC 3339 text; empty before it.

    (empty text reads as None)
    """

    related_users: builtins.list[RelatedUser] = field(factory=empty_list)
    """People who had to do with the task; null when there are none."""

    task_type: int | None = None
    """Kind of schedule, a number of the older dialect."""

    flight_task_type: int | None = None
    """Kind of task, a number without a published meaning."""

    folder_id: int | None = None
    """Media folder of the task."""

    flight_pieces: builtins.list[FlightPiece] = field(factory=empty_list)
    """The flights of the task; more than one after it was taken up again."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("flight_task_id", String(id=True), required=True),
        Member("begin_at", DateTime(may_be_empty=True)),
        Member("end_at", DateTime(may_be_empty=True)),
        Member("create_at", DateTime()),
        Member("run_at", DateTime(may_be_empty=True)),
        Member("completed_at", DateTime(may_be_empty=True)),
        Member("related_users", ListOf(ObjectOf("RelatedUser", __package__)), nullable=True),
        Member("task_type", Integer()),
        Member("flight_task_type", Integer()),
        Member("folder_id", Integer()),
        Member("flight_pieces", ListOf(ObjectOf("FlightPiece", __package__))),
    )
