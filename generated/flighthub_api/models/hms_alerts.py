"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .hms_alert import HmsAlert
else:
    HmsAlert = lazy_type("..models", "HmsAlert", __package__)


@define(weakref_slot=False)
class HmsAlerts(Model):
    """The complete set of a device's alerts at this moment."""

    list: builtins.list[HmsAlert] = field(factory=empty_list)
    """The alerts; null when all is well.

    One that was there before and is missing now is over.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("list", ListOf(ObjectOf("HmsAlert", __package__)), nullable=True),
    )
