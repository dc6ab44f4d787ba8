"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class WaylinePrecisionType(OpenEnum):
    """Positioning needed before a route starts."""

    GPS = "gps"
    """Starts without waiting for RTK."""
    RTK = "rtk"
    """Waits in the air until RTK has converged."""
    GNSS = "gnss"
    """Another source's word for gps.

    [inferred]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("gnss",)
