"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class ModelOutputFormat(OpenEnum):
    """Format of a model's files."""

    B3DM = "b3dm"
    """Mesh that FlightHub 2 displays."""
    OSGB = "osgb"
    """Mesh with levels of detail."""
    PLY = "ply"
    """Mesh, PLY."""
    OBJ = "obj"
    """Mesh, OBJ."""
    PNTS = "pnts"
    """Point cloud that FlightHub 2 displays."""
    LAS = "las"
    """Point cloud, ASPRS LAS."""
    POINT_PLY = "point_ply"
    """Point cloud, PLY."""
    NORMAL_POINT_PLY = "normal_point_ply"
    """Point cloud with normals; known from the newer edition only.

    [inferred]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("normal_point_ply",)
