"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class ControlUser(Model):
    """Holder of a control."""

    call_sign: str | None = None
    """Name on display."""

    user_id: str | None = None
    """FlightHub user id, digits as text."""

    type: str | None = None
    """Kind of holder.

    No list of the values is published. [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("call_sign", String()),
        Member("user_id", String(id=True)),
        Member("type", String()),
    )
