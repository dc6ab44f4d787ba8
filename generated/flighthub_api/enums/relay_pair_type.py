"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class RelayPairType(OpenEnum):
    """What a device pairs with."""

    DRONE = "drone"
    """Aircraft."""
    RELAY = "relay"
    """Relay."""
