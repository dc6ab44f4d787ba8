"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class GeometryType(OpenEnum):
    """Shape of a geometry."""

    POINT = "Point"
    """For annotations of type 0."""
    LINESTRING = "LineString"
    """For annotations of type 1."""
    POLYGON = "Polygon"
    """For annotations of type 2."""
