"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class MediaFileType(OpenEnum):
    """Kind of a media file."""

    IMAGE = "image"
    """Picture."""
    VIDEO = "video"
    """Video."""
    PPK = "ppk"
    """Raw satellite data for later correction (PPK)."""
    MODEL_2D = "model_2d"
    """2D model, from the newer edition.

    [inferred]
    """
    MODEL_3D = "model_3d"
    """3D model, from the newer edition.

    [inferred]
    """
    UNSUPPORTED = "unsupported"
    """Folder, or file of another kind."""

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("model_2d", "model_3d")
