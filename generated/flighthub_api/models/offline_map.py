"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, Number, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .offline_map_model import OfflineMapModel
else:
    OfflineMapModel = lazy_type("..models", "OfflineMapModel", __package__)


@define(weakref_slot=False)
class OfflineMap(Model):
    """A map for devices without a connection."""

    id: int | None = None
    """Id of the map."""

    updated_time: int | None = None
    """When the map was last changed.

    (Unix milliseconds)
    """

    models: builtins.list[OfflineMapModel] = field(factory=empty_list)
    """Models of the project that the map is made of."""

    percent: float | None = None
    """Share that has been made, 0 to 100.

    (in percent)
    """

    status: str | None = None
    """State of the map.

    Further values are possible.
    """

    result: int | None = None
    """0 when it was made well, otherwise a number without a published meaning."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("id", Integer()),
        Member("updated_time", Integer(time="ms")),
        Member("models", ListOf(ObjectOf("OfflineMapModel", __package__))),
        Member("percent", Number()),
        Member("status", String()),
        Member("result", Integer()),
    )
