"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .map_file import MapFile
else:
    MapFile = lazy_type("..models", "MapFile", __package__)


@define(weakref_slot=False)
class OfflineMapFile(Model):
    """The offline map as a file."""

    offline_map_enable: bool | None = None
    """Whether offline maps are switched on."""

    file: MapFile | None = None
    """The file; an empty object when offline maps are off."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("offline_map_enable", Boolean()),
        Member("file", ObjectOf("MapFile", __package__)),
    )
