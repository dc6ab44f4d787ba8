"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class UsageStatisticsConsent(Model):
    """Answer to the programme that records usage."""

    version: str | None = None
    """Version of the terms that were answered."""

    improvement_type: int | None = None
    """The answer, a number without a published meaning."""

    latest_version: str | None = None
    """Newest version of the terms."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("version", String()),
        Member("improvement_type", Integer()),
        Member("latest_version", String()),
    )
