"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Storage(Model):
    """Internal storage of a device."""

    total: int | None = None
    """Capacity of the storage.

    (in KB)
    """

    used: int | None = None
    """How much of the storage is taken.

    (in KB)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("total", Integer(), nullable=True),
        Member("used", Integer(), nullable=True),
    )
