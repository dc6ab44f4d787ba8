"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class SyncFileType(OpenEnum):
    """Kind of a file that was copied."""

    WAYLINE = "wayline"
    """A flight route."""
    FLIGHT_RECORD = "flight_record"
    """A flight log."""
    MODEL = "model"
    """A model."""
    MEDIA = "media"
    """A picture or video."""
