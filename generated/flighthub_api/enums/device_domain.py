"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class DeviceDomain(OpenEnum):
    """Family of products, a number as text."""

    AIRCRAFT = "0"
    """Aircraft."""
    PAYLOAD = "1"
    """Payload."""
    REMOTE_CONTROLLER = "2"
    """Remote controller."""
    DOCK = "3"
    """Dock."""
