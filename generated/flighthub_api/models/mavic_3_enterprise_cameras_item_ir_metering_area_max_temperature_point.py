"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint(Model):
    """The hottest point in the rectangle."""

    x: float | None = None
    """Distance from the left edge of the picture, from 0 to 1.

    (normally at least 0, at most 1)
    """

    y: float | None = None
    """Distance from the top edge of the picture, from 0 to 1.

    (normally at least 0, at most 1)
    """

    temperature: float | None = None
    """Temperature at this point.

    (in degC)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("x", Number(), nullable=True),
        Member("y", Number(), nullable=True),
        Member("temperature", Number(), nullable=True),
    )
