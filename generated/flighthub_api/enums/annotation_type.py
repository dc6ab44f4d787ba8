"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class AnnotationType(OpenEnum):
    """Kind of annotation."""

    POINT = 0
    """Point."""
    LINE = 1
    """Line."""
    POLYGON = 2
    """Area."""
