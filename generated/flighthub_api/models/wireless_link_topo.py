"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import repr_masked

if TYPE_CHECKING:
    from .wireless_link_topo_center_node import WirelessLinkTopoCenterNode
    from .wireless_link_topo_leaf_nodes_item import WirelessLinkTopoLeafNodesItem
else:
    WirelessLinkTopoCenterNode = lazy_type("..models", "WirelessLinkTopoCenterNode", __package__)
    WirelessLinkTopoLeafNodesItem = lazy_type("..models", "WirelessLinkTopoLeafNodesItem", __package__)


@define(weakref_slot=False)
class WirelessLinkTopo(Model):
    """Which devices are paired with each other over the video radio.

    It holds key material and has no place in logs.
    """

    secret_code: builtins.list[int] = field(factory=empty_list, repr=repr_masked)
    """Pairing key, 28 numbers of one byte each.

    Sensitive: not shown by repr. (normally 28 items)
    """

    center_node: WirelessLinkTopoCenterNode | None = None
    """The aircraft, at the center of the pairing."""

    leaf_nodes: builtins.list[WirelessLinkTopoLeafNodesItem] = field(factory=empty_list)
    """The docks or controllers that are paired with the aircraft."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("secret_code", ListOf(Integer()), nullable=True),
        Member("center_node", ObjectOf("WirelessLinkTopoCenterNode", __package__), nullable=True),
        Member("leaf_nodes", ListOf(ObjectOf("WirelessLinkTopoLeafNodesItem", __package__)), nullable=True),
    )
