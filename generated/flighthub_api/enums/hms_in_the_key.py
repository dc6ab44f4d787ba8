"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class HmsInTheKey(OpenEnum):
    """Whether the device was flying when an alert came up."""

    ON_THE_GROUND = "on_the_ground"
    """On the ground."""
    IN_THE_SKY = "in_the_sky"
    """In the air."""
