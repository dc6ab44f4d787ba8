"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf, ListOf
from ..runtime.models import Kept, Member, Members, Model, empty_list

if TYPE_CHECKING:
    from ..enums import LensType
else:
    LensType = lazy_type("..enums", "LensType", __package__)


@define
class LensGroup(Model):
    """Lenses of which one is shown at a time."""

    available_lens_types: builtins.list[LensType] = field(factory=empty_list)
    """Lenses that can be chosen."""

    lens_type: LensType | None = None
    """Lens shown at present."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("available_lens_types", ListOf(EnumOf("LensType", answer_only=("normal",))), nullable=True),
        Member("lens_type", EnumOf("LensType", answer_only=("normal",))),
    )
