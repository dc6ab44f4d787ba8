"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, MapOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from .ai_alert import AiAlert
else:
    AiAlert = lazy_type("..models", "AiAlert", __package__)


@define(weakref_slot=False)
class AiAlertList(Model):
    """A page of detections, by flight."""

    data: dict[str, builtins.list[AiAlert]] | None = field(default=None, repr=repr_keys)
    """The detections of each flight, under the id of the flight."""

    total: int | None = None
    """Number of rows on all pages."""

    page: int | None = None
    """Number of this page, from 1."""

    page_size: int | None = None
    """Rows per page that the answer goes by."""

    page_count: int | None = None
    """Number of pages."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("data", MapOf(ListOf(ObjectOf("AiAlert", __package__)))),
        Member("total", Integer()),
        Member("page", Integer()),
        Member("page_size", Integer()),
        Member("page_count", Integer()),
    )
