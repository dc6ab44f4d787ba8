"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, ListOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import LensType
else:
    LensType = lazy_type("..enums", "LensType", __package__)


@define(weakref_slot=False)
class LensGroup(Model):
    """Lenses of which one is shown at a time."""

    available_lens_types: builtins.list[LensType] = field(factory=empty_list)
    """Lenses that can be chosen."""

    lens_type: LensType | None = None
    """Lens shown at present."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("available_lens_types", ListOf(EnumOf("LensType", __package__)), nullable=True),
        Member("lens_type", EnumOf("LensType", __package__)),
    )
