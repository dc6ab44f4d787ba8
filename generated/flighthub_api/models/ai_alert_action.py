"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class AiAlertAction(Model):
    """Something that a detection brings about by itself."""

    action: int | None = None
    """What is done, 0 to 2 without a published meaning."""

    duration: int | None = None
    """How long it is done; the unit is not said."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("action", Integer()),
        Member("duration", Integer()),
    )
