"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class DefaultFlightTaskName(Model):
    """A name for a task that no other task has."""

    index_name: str | None = None
    """The name with a number behind it that is free."""

    name: str | None = None
    """The name without the number."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("index_name", String()),
        Member("name", String()),
    )
