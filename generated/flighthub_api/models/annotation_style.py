"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Boolean, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class AnnotationStyle(Model):
    """How an annotation is drawn."""

    color: str
    """Colour in hexadecimal."""

    clampToGround: bool
    """Whether the drawing lies on the terrain.

    The one member spelled in camel case.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("color", String(), required=True),
        Member("clampToGround", Boolean(), required=True),
    )
