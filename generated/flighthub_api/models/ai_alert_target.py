"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Boolean, Integer, Number, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class AiAlertTarget(Model):
    """One thing that was found."""

    target_type: int | None = None
    """Kind of target, 0 to 5 without a published meaning."""

    target_value: float | None = None
    """How sure the algorithm is, 0 to 1."""

    use_min_threshold: bool | None = None
    """Whether target_min_threshold counts."""

    use_max_threshold: bool | None = None
    """Whether target_max_threshold counts."""

    target_max_threshold: float | None = None
    """Highest value at which it is reported, presumably."""

    target_min_threshold: float | None = None
    """Lowest value at which it is reported, presumably."""

    label: str | None = None
    """Word for the target."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("target_type", Integer()),
        Member("target_value", Number()),
        Member("use_min_threshold", Boolean()),
        Member("use_max_threshold", Boolean()),
        Member("target_max_threshold", Number()),
        Member("target_min_threshold", Number()),
        Member("label", String()),
    )
