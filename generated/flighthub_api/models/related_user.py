"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class RelatedUser(Model):
    """A person who had to do with a task."""

    user_name: str | None = None
    """Name of the person."""

    user_id: str | None = None
    """FlightHub user id, digits as text."""

    oper_type: str | None = None
    """What the person did.

    Further values are possible.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("user_name", String()),
        Member("user_id", String(id=True)),
        Member("oper_type", String()),
    )
