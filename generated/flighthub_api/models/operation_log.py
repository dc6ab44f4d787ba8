"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class OperationLog(Model):
    """A command that was given during a task."""

    method: str | None = None
    """The command.

    Further values are possible.
    """

    time: int | None = None
    """When it was given.

    (Unix milliseconds)
    """

    bid: str | None = None
    """Business id of the command."""

    user_name: str | None = None
    """Name of who gave it."""

    user_id: str | None = None
    """FlightHub user id, digits as text."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("method", String()),
        Member("time", Integer(time="ms")),
        Member("bid", String()),
        Member("user_name", String()),
        Member("user_id", String(id=True)),
    )
