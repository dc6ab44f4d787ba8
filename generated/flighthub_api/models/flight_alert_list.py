"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .flight_alert import FlightAlert
else:
    FlightAlert = lazy_type("..models", "FlightAlert", __package__)


@define(weakref_slot=False)
class FlightAlertList(Model):
    """A page of flights during which alerts were raised."""

    data: builtins.list[FlightAlert] = field(factory=empty_list)
    """The flights; null when there are none."""

    total: int | None = None
    """Number of rows on all pages."""

    page: int | None = None
    """Number of this page, from 1."""

    page_size: int | None = None
    """Rows per page that the answer goes by."""

    page_count: int | None = None
    """Number of pages; 0 when there are no rows."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("data", ListOf(ObjectOf("FlightAlert", __package__)), nullable=True),
        Member("total", Integer()),
        Member("page", Integer()),
        Member("page_size", Integer()),
        Member("page_count", Integer()),
    )
