"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class EventFileType(OpenEnum):
    """Kind of a file in an event."""

    WAYLINE = 5
    """A flight route."""
    MODEL_2D = 8
    """A 2D model."""
    MODEL_3D = 9
    """A 3D model."""
