"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class LensType(OpenEnum):
    """Lens of an aircraft's camera."""

    NORMAL = "normal"
    """The default lens.

    [in answers only]
    """
    WIDE = "wide"
    """Wide angle."""
    ZOOM = "zoom"
    """Zoom."""
    IR = "ir"
    """Infrared."""

    @classmethod
    def _answer_only(cls) -> Collection[Any]:
        return ("normal",)
