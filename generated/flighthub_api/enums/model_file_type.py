"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ModelFileType(OpenEnum):
    """Kind of model."""

    MODEL_2D = "model_2d"
    """Orthophoto."""
    MODEL_3D = "model_3d"
    """Three-dimensional model."""
