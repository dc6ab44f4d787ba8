"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import ListOf, ObjectOf, String
from ..runtime.models import Kept, Member, Members, Model, empty_list

if TYPE_CHECKING:
    from .payload_control import PayloadControl
else:
    PayloadControl = lazy_type("..models", "PayloadControl", __package__)


@define
class PayloadControls(Model):
    """Who controls what on an aircraft."""

    drone_sn: str | None = None
    """Serial number of the aircraft."""

    controls: builtins.list[PayloadControl] = field(factory=empty_list)
    """Controls held at present; null when there are none."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("drone_sn", String(id=True)),
        Member("controls", ListOf(ObjectOf("PayloadControl")), nullable=True),
    )
