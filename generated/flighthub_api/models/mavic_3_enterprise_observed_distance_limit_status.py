"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Mavic3EnterpriseObservedDistanceLimitStatus(Model):
    """Limit of the distance from the home point."""

    state: int | None = None
    """State of the limit, whether it is in force."""

    distance_limit: int | None = None
    """The limit itself."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("state", Integer(), nullable=True),
        Member("distance_limit", Integer(), nullable=True),
    )
