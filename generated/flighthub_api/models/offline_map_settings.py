"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .offline_map import OfflineMap
else:
    OfflineMap = lazy_type("..models", "OfflineMap", __package__)


@define(weakref_slot=False)
class OfflineMapSettings(Model):
    """Whether the project has an offline map, and which."""

    disable: bool | None = None
    """Whether offline maps are switched off."""

    offline_map: OfflineMap | None = None
    """The map; null when switched off."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("disable", Boolean()),
        Member("offline_map", ObjectOf("OfflineMap", __package__), nullable=True),
    )
