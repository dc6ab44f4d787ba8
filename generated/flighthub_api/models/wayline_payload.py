"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class WaylinePayload(Model):
    """A payload that a route uses."""

    domain: str | None = None
    """Domain of the payload, a number as text."""

    type: str | None = None
    """Type of the payload, a number as text."""

    lens_type: str | None = None
    """Lenses in use, such as wide, zoom or ir; several are presumably joined by commas."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("domain", String()),
        Member("type", String()),
        Member("lens_type", String()),
    )
