"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class OrganizationIndustry(Model):
    """Line of business.

    The values are not published.
    """

    type: str | None = None
    """Branch of business."""

    sub_type: str | None = None
    """Part of that branch."""

    others: str | None = None
    """Free text where the branch is not in the list; may be empty."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("type", String()),
        Member("sub_type", String()),
        Member("others", String()),
    )
