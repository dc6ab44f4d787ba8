"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import FreeObject, Json, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from .topology_device import TopologyDevice
else:
    TopologyDevice = lazy_type("..models", "TopologyDevice", __package__)


@define(weakref_slot=False)
class DeviceTopology(Model):
    """An aircraft and the docks it was paired with."""

    index: str
    """Id of the pairing."""

    host: TopologyDevice | None = None
    """The aircraft; null when not known."""

    parents: builtins.list[TopologyDevice] = field(factory=empty_list)
    """The docks; null when there are none."""

    nodes: builtins.list[Any] = field(factory=empty_list)
    """Not explained anywhere, and empty in the only example; null is possible."""

    project: dict[str, Any] | None = field(default=None, repr=repr_keys)
    """Not explained anywhere; null in the only example."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("index", String(id=True), required=True),
        Member("host", ObjectOf("TopologyDevice", __package__), nullable=True),
        Member("parents", ListOf(ObjectOf("TopologyDevice", __package__)), nullable=True),
        Member("nodes", ListOf(Json()), nullable=True),
        Member("project", FreeObject(), nullable=True),
    )
