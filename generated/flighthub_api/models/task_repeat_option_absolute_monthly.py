"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Limits, ListOf
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class TaskRepeatOptionAbsoluteMonthly(Model):
    """On some days of every so many months, by their number."""

    interval: int
    """Number of months from one to the next; 1 is every month.

    (at least 1)
    """

    days_of_month: builtins.list[int]
    """Days of the month on which the task is flown."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("interval", Integer(Limits(minimum=1)), required=True),
        Member("days_of_month", ListOf(Integer(Limits(minimum=1, maximum=31))), required=True),
    )
