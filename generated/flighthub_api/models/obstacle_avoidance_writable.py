"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import Switch
else:
    Switch = lazy_type("..enums", "Switch", __package__)


@define(weakref_slot=False)
class ObstacleAvoidanceWritable(Model):
    """Obstacle avoidance by direction, where it can also be set over another channel."""

    horizon: Switch | None = None
    """Whether obstacles to the sides are avoided."""

    upside: Switch | None = None
    """Whether obstacles above are avoided."""

    downside: Switch | None = None
    """Whether obstacles below are avoided."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("horizon", EnumOf("Switch", __package__), nullable=True),
        Member("upside", EnumOf("Switch", __package__), nullable=True),
        Member("downside", EnumOf("Switch", __package__), nullable=True),
    )
