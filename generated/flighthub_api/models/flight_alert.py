"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Boolean, Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class FlightAlert(Model):
    """A flight and how many alerts were raised during it."""

    flight_id: str
    """Id of the flight."""

    count: int | None = None
    """Number of alerts."""

    flight_task_name: str | None = None
    """Name of the flight task."""

    flight_task_type: int | None = None
    """Kind of the task, 0 to 2 without a published meaning."""

    start_time: int | None = None
    """When the flight began.

    Seconds or milliseconds is not said. (Unix time, milliseconds above 10^11, else seconds) [inferred]
    """

    status: int | None = None
    """0 or 1, without a published meaning."""

    is_commented: bool | None = None
    """Whether somebody has written a comment."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("flight_id", String(id=True), required=True),
        Member("count", Integer()),
        Member("flight_task_name", String()),
        Member("flight_task_type", Integer()),
        Member("start_time", Integer(time="auto")),
        Member("status", Integer()),
        Member("is_commented", Boolean()),
    )
