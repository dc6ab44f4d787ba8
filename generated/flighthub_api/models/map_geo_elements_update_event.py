"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf, OrJsonText, String
from flighthub_runtime.events import Event
from flighthub_runtime.models import Member, Members, Preserved

if TYPE_CHECKING:
    from .map_geo_elements_update_data import MapGeoElementsUpdateData
else:
    MapGeoElementsUpdateData = lazy_type("..models", "MapGeoElementsUpdateData", __package__)


@define(weakref_slot=False)
class MapGeoElementsUpdateEvent(Event):
    """Annotations changed, or were exported for a sync."""

    type: str | None = None
    """Kind of the event, map_geo_elements_update."""

    data: MapGeoElementsUpdateData | None = None
    """What has happened; an object, or the same as JSON text."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __kind__ = "map_geo_elements_update"
    __form__ = "event_api"
    __wire__: ClassVar[Members] = Members(
        Member("type", String()),
        Member("data", OrJsonText(ObjectOf("MapGeoElementsUpdateData", __package__))),
    )
