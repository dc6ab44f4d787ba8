"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import DateTime, Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class FlightTaskException(Model):
    """A problem during a task.

    All members come from other editions.
    """

    code: int | None = None
    """Error code, often one of the device (3xxxxx).

    [inferred]
    """

    message: str | None = None
    """Text of the problem.

    [inferred]
    """

    happen_at: datetime | None = None
    """When it happened, RFC 3339 text.

    [inferred]
    """

    sn: str | None = None
    """Serial number of the device concerned.

    [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("code", Integer()),
        Member("message", String()),
        Member("happen_at", DateTime()),
        Member("sn", String(id=True)),
    )
