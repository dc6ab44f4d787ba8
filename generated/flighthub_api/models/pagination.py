"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Pagination(Model):
    """Which page an answer holds, and how many rows there are."""

    page: int | None = None
    """Number of this page, from 1."""

    page_size: int | None = None
    """Rows per page that the answer goes by."""

    total: int | None = None
    """Number of rows on all pages."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("page", Integer()),
        Member("page_size", Integer()),
        Member("total", Integer()),
    )
