"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import ListOf, ObjectOf
from ..runtime.models import Kept, Member, Members, Model, empty_list

if TYPE_CHECKING:
    from .running_open_model import RunningOpenModel
else:
    RunningOpenModel = lazy_type("..models", "RunningOpenModel", __package__)


@define
class RunningOpenModelList(Model):
    """The reconstructions in progress."""

    list: builtins.list[RunningOpenModel] = field(factory=empty_list)
    """The jobs; null when none is running."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("list", ListOf(ObjectOf("RunningOpenModel")), nullable=True),
    )
