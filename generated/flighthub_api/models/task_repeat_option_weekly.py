"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ListOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import DayOfWeek
else:
    DayOfWeek = lazy_type("..enums", "DayOfWeek", __package__)


@define(weakref_slot=False)
class TaskRepeatOptionWeekly(Model):
    """On some weekdays of every so many weeks."""

    interval: int
    """Number of weeks from one to the next; 1 is every week.

    (at least 1)
    """

    days_of_week: builtins.list[DayOfWeek]
    """Weekdays on which the task is flown; 0 is Sunday."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("interval", Integer(Limits(minimum=1)), required=True),
        Member("days_of_week", ListOf(EnumOf("DayOfWeek", __package__)), required=True),
    )
