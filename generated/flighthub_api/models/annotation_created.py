"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..runtime.kinds import String
from ..runtime.models import Kept, Member, Members, Model


@define
class AnnotationCreated(Model):
    """The annotation drawn; empty in this edition."""

    id: str | None = None
    """Id of the annotation.

    The older and the newer edition return it, this one was not seen to. [inferred]
    """

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("id", String(id=True), nullable=True),
    )
