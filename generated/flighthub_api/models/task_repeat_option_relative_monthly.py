"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ListOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import DayOfWeek, WeekOfMonth
else:
    DayOfWeek = lazy_type("..enums", "DayOfWeek", __package__)
    WeekOfMonth = lazy_type("..enums", "WeekOfMonth", __package__)


@define(weakref_slot=False)
class TaskRepeatOptionRelativeMonthly(Model):
    """On weekdays of one week of every so many months, such as the second Monday."""

    interval: int
    """Number of months from one to the next; 1 is every month.

    (at least 1)
    """

    week_of_month: WeekOfMonth
    """Week of the month.

    A single number, though one source has a list. [inferred]
    """

    days_of_week: builtins.list[DayOfWeek]
    """Weekdays of that week; 0 is Sunday."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("interval", Integer(Limits(minimum=1)), required=True),
        Member("week_of_month", EnumOf("WeekOfMonth", __package__), required=True),
        Member("days_of_week", ListOf(EnumOf("DayOfWeek", __package__)), required=True),
    )
