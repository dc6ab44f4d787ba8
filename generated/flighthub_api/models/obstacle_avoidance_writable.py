"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf
from ..runtime.models import Kept, Member, Members, Model

if TYPE_CHECKING:
    from ..enums import Switch
else:
    Switch = lazy_type("..enums", "Switch", __package__)


@define
class ObstacleAvoidanceWritable(Model):
    """Obstacle avoidance by direction, where it can also be set over another channel."""

    horizon: Switch | None = None
    """Whether obstacles to the sides are avoided."""

    upside: Switch | None = None
    """Whether obstacles above are avoided."""

    downside: Switch | None = None
    """Whether obstacles below are avoided."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("horizon", EnumOf("Switch"), nullable=True),
        Member("upside", EnumOf("Switch"), nullable=True),
        Member("downside", EnumOf("Switch"), nullable=True),
    )
