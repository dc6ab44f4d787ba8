"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class PsdkWidgetValuesItemValuesItem(Model):
    """What one widget of a control panel is set to."""

    index: int | None = None
    """Number of the widget.

    (normally at least 0, in steps of 1)
    """

    value: int | None = None
    """Value of the widget."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("index", Integer(), nullable=True),
        Member("value", Integer(), nullable=True),
    )
