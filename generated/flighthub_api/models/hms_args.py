"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class HmsArgs(Model):
    """Values for the placeholders of an alert's text; which ones there are depends on the alert."""

    component_index: int | None = None
    """Which component is meant.

    Taken to count from 0, while texts count from 1.
    """

    sensor_index: int | None = None
    """Which sensor is meant.

    Taken to count from 0, while texts count from 1.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("component_index", Integer()),
        Member("sensor_index", Integer()),
    )
