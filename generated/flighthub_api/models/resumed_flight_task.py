"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .parent_flight_task import ParentFlightTask
else:
    ParentFlightTask = lazy_type("..models", "ParentFlightTask", __package__)


@define(weakref_slot=False)
class ResumedFlightTask(Model):
    """The task that takes up an interrupted one."""

    uuid: str
    """Id of the new task."""

    begin_at: int | None = None
    """Start of the new task.

    (Unix seconds)
    """

    end_at: int | None = None
    """End of the new task.

    (Unix seconds)
    """

    wayline_validity_check_codes: builtins.list[int] = field(factory=empty_list)
    """Codes of the check of the route, presumably null when it passed."""

    parent_task: ParentFlightTask | None = None
    """The task that is taken up; null when not named."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("uuid", String(id=True), required=True),
        Member("begin_at", Integer(time="s")),
        Member("end_at", Integer(time="s")),
        Member("wayline_validity_check_codes", ListOf(Integer()), nullable=True),
        Member("parent_task", ObjectOf("ParentFlightTask", __package__), nullable=True),
    )
