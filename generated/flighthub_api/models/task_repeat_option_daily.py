"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Limits
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class TaskRepeatOptionDaily(Model):
    """Every so many days."""

    interval: int
    """Number of days from one to the next; 1 is every day.

    (at least 1)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("interval", Integer(Limits(minimum=1)), required=True),
    )
