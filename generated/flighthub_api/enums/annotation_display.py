"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class AnnotationDisplay(OpenEnum):
    """Whether the map shows an annotation."""

    HIDDEN = 0
    """Not shown."""
    SHOWN = 1
    """Shown."""
