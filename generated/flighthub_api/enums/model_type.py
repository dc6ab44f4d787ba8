"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ModelType(OpenEnum):
    """Kind of model."""

    MODEL_2D = 1
    """Two-dimensional."""
    MODEL_3D = 2
    """Three-dimensional."""
    MODEL_3DGS = 3
    """3D Gaussian splatting."""
    MODEL_LIDAR = 4
    """LiDAR."""
